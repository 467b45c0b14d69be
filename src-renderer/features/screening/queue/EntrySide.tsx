import type { HitDetail } from '../../../../src-shared/contract/screening.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { useHostQuery } from '../../../host/index.ts';
import { Button, FactList, type FactRow, Section, SimpleTable, useText } from '../../../ui/index.ts';
import { scoreWords, scriptName } from '../words.ts';

const SHOWN_NAMES = 6;

/** The entry's other names, each with what it scored against ours. */
export function OtherNames({ hit }: { readonly hit: HitDetail }) {
  const t = useText();
  const others = hit.otherNames.filter(({ text }) => text !== hit.matchedName);
  if (others.length === 0)
    return (
      <Section title={t('screening.otherNames')}>
        <p className="small muted">{t('screening.otherNames.none')}</p>
      </Section>
    );
  const shown = others.slice(0, SHOWN_NAMES);
  return (
    <Section title={t('screening.otherNames')}>
      <SimpleTable<(typeof others)[number]>
        label={t('screening.otherNames')}
        place="inline"
        rowHeight={28}
        groups={[{ id: 'all', rows: shown }]}
        rowKey={({ text, kind }) => `${kind} ${text}`}
        columns={[
          { id: 'name', header: t('screening.name'), minWidth: 120, cell: ({ text }) => <bdi>{text}</bdi> },
          {
            id: 'kind',
            header: t('screening.column.kind'),
            width: 168,
            cell: ({ kind, script }) => (
              <span className="muted">
                {t('screening.nameAbout', {
                  kind: t.dynamic(`screening.nameKind.${kind}`, {}, kind),
                  script: scriptName(t.locale, script) ?? 'none',
                })}
              </span>
            ),
          },
          {
            id: 'score',
            header: t('screening.score'),
            width: 56,
            align: 'end',
            cell: ({ nameScore }) =>
              nameScore === null || nameScore === 0 ? <span className="muted">–</span> : <b className="figures">{scoreWords(nameScore)}</b>,
          },
        ]}
      />
      {others.length > shown.length ? (
        <p className="caption muted">{t('screening.otherNames.more', { count: others.length - shown.length })}</p>
      ) : null}
    </Section>
  );
}

/** What would follow if the party is the one on the list, in the words of the entry, and where they stand. */
export function IfTrue({ hit, onEntry }: { readonly hit: HitDetail; readonly onEntry: () => void }) {
  const t = useText();
  const lists = useHostQuery('lists.all', {});
  const list = lists.data?.find(({ code }) => code === hit.list);
  const { entry } = hit;
  const published = list?.current?.published ?? null;
  const rows: FactRow[] = [
    ...(entry.licenceRequirement === '' ? [] : [{ label: t('screening.ifTrue.needs'), value: entry.licenceRequirement }]),
    ...(entry.licencePolicy === '' ? [] : [{ label: t('screening.ifTrue.review'), value: entry.licencePolicy }]),
    ...(list === undefined || list.meaning === '' ? [] : [{ label: t('screening.ifTrue.means'), value: list.meaning }]),
    ...(entry.programmes.length === 0 ? [] : [{ label: t('screening.ifTrue.programmes'), value: entry.programmes.join(', ') }]),
    ...(entry.citations.length === 0 ? [] : [{ label: t('screening.ifTrue.rule'), value: entry.citations.join('; ') }]),
    ...(entry.footnotes.length === 0 ? [] : [{ label: t('screening.ifTrue.footnotes'), value: entry.footnotes.join(', ') }]),
    ...(entry.from === null ? [] : [{ label: t('screening.ifTrue.since'), value: formatDay(entry.from, t.locale) }]),
    {
      label: t('screening.ifTrue.list'),
      value: t('screening.ifTrue.listLine', {
        list: hit.listTitle,
        day: published === null ? 'none' : formatDay(published, t.locale),
        version: hit.listVersion,
        line: entry.line,
      }),
    },
  ];
  return (
    <Section title={t('screening.ifTrue')}>
      <FactList rows={rows} labelWidth={88} />
      <p>
        <Button kind="link" size="small" onClick={onEntry}>
          {t('screening.ifTrue.wholeEntry')}
        </Button>
      </p>
    </Section>
  );
}
