import type { ReactNode } from 'react';
import type { PackSummary } from '../../../src-shared/contract/rulelibrary.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { errorSentence, QueryView, useHostCommand, useHostQuery } from '../../host/index.ts';
import { Note, Page, type SimpleColumn, SimpleTable, Switch, useText } from '../../ui/index.ts';
import { useShownRule } from './place.ts';
import { RulePanel } from './RulePanel.tsx';

/** The packs, which of them are used, and how fresh they are. */
export function PacksTab({ header }: { readonly header: ReactNode }) {
  const t = useText();
  const query = useHostQuery('rulepacks.list', {});
  const set = useHostCommand('rulepacks.setEnabled');
  const [shown, show] = useShownRule();
  const columns: readonly SimpleColumn<PackSummary>[] = [
    { id: 'title', header: t('rules.pack'), cell: (pack) => <span className="medium">{pack.title}</span> },
    { id: 'version', header: t('rules.column.version'), width: 130, fold: { under: 'title', order: 2 }, cell: (pack) => pack.version },
    {
      id: 'checked',
      header: t('rules.checked'),
      width: 120,
      fold: { under: 'title', order: 1 },
      cell: (pack) => formatDay(pack.lastChecked, t.locale),
    },
    { id: 'entries', header: t('rules.kinds.entry'), width: 80, align: 'end', cell: (pack) => pack.counts.entries },
    { id: 'sources', header: t('rules.kinds.source'), width: 80, align: 'end', cell: (pack) => pack.counts.sources },
    {
      id: 'enabled',
      header: t('rules.column.used'),
      width: 120,
      cell: (pack) =>
        pack.own ? (
          t('rules.ownAlways')
        ) : (
          <Switch
            label={pack.enabled ? t('rules.on') : t('rules.off')}
            checked={pack.enabled}
            onChange={(enabled) => void set.run({ pack: pack.id, enabled })}
          />
        ),
    },
  ];
  return (
    <Page header={header} inspector={shown === null ? undefined : <RulePanel shown={shown} onShow={show} onClose={() => show(null)} />}>
      {set.error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, set.error)}
        </Note>
      )}
      <QueryView query={query}>
        {(packs) => (
          <SimpleTable
            label={t('rules.tab.packs')}
            columns={columns}
            rowKey={({ id }) => id}
            active={shown?.pack ?? null}
            onPress={({ id }) => show({ kind: 'pack', pack: id, id })}
            groups={[
              { id: 'law', title: t('rules.law'), rows: packs.filter(({ guideOnly }) => !guideOnly) },
              { id: 'guide', title: t('rules.guide'), aside: t('rules.guideAside'), rows: packs.filter(({ guideOnly }) => guideOnly) },
            ].filter(({ rows }) => rows.length > 0)}
          />
        )}
      </QueryView>
    </Page>
  );
}
