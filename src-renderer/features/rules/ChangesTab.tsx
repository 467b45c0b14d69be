import { type ReactNode, useMemo, useState } from 'react';
import type { RuleChange } from '../../../src-shared/contract/rulelibrary.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { formatQuantity } from '../../../src-shared/text/numbers.ts';
import { QueryView, useHostQuery } from '../../host/index.ts';
import { EmptyState, MathText, Page, type ProductText, Select, type SimpleColumn, SimpleTable, Toolbar, useText } from '../../ui/index.ts';
import { useShownRule } from './place.ts';
import { RulePanel } from './RulePanel.tsx';
import classes from './rules.module.css';

type What = RuleChange['what'] | 'all';
const whats: readonly RuleChange['what'][] = ['textStatus', 'enforcement', 'parameter', 'licence', 'wording'];

/** What moved in the rules and when, by year; what is still to come stands first. */
export function ChangesTab({ header }: { readonly header: ReactNode }) {
  const t = useText();
  const [pack, setPack] = useState('all');
  const [what, setWhat] = useState<What>('all');
  const { data: packs } = useHostQuery('rulepacks.list', {});
  const query = useHostQuery('rulepacks.timeline', pack === 'all' ? {} : { pack }, { keepPrevious: true });
  const [shown, show] = useShownRule();
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <Page header={header} inspector={shown === null ? undefined : <RulePanel shown={shown} onShow={show} onClose={() => show(null)} />}>
      <Toolbar label={t('rules.toolbar')}>
        <Select
          label={t('rules.pack')}
          labelHidden
          size="small"
          value={pack}
          options={[{ value: 'all', label: t('rules.allPacks') }, ...(packs ?? []).map(({ id, title }) => ({ value: id, label: title }))]}
          onChange={setPack}
        />
        <Select<What>
          label={t('rules.column.what')}
          labelHidden
          size="small"
          value={what}
          options={[{ value: 'all', label: t('rules.allChanges') }, ...whats.map((id) => ({ value: id, label: t(`rules.change.${id}`) }))]}
          onChange={setWhat}
        />
      </Toolbar>
      <QueryView query={query} rows={12}>
        {({ on, changes }) => {
          const wanted = changes.filter((change) => what === 'all' || change.what === what);
          if (wanted.length === 0) return <EmptyState title={t('rules.noChanges')}>{t('rules.noChangesHint')}</EmptyState>;
          return (
            <SimpleTable
              label={t('rules.tab.changes')}
              columns={columns}
              rowKey={changeKey}
              sticky
              groups={groupsOf(wanted, on, t)}
              active={null}
              onPress={({ what: kind, pack: changePack, id }) =>
                show({ kind: kind === 'parameter' ? 'parameter' : 'entry', pack: changePack, id })
              }
            />
          );
        }}
      </QueryView>
    </Page>
  );
}

const changeKey = (change: RuleChange): string => `${change.on}${change.pack}${change.what}${change.id}${change.after ?? ''}`;

function columnsOf(t: ProductText): readonly SimpleColumn<RuleChange>[] {
  return [
    { id: 'on', header: t('rules.column.day'), width: 112, cell: (change) => formatDay(change.on, t.locale) },
    {
      id: 'id',
      header: t('rules.column.id'),
      width: 290,
      minWidth: 200,
      cell: (change) => <NameOfRule change={change} />,
    },
    {
      id: 'what',
      header: t('rules.column.what'),
      width: 130,
      fold: { under: 'on', order: 2 },
      cell: (change) => t(`rules.change.${change.what}`),
    },
    {
      id: 'change',
      fold: { under: 'id', order: 1 },
      header: t('rules.column.change'),
      cell: (change) => (
        <span className={classes['change']}>
          <MathText>{beforeAfter(change, t)}</MathText>
          {change.note === null ? null : <small>{change.note}</small>}
        </span>
      ),
    },
    {
      id: 'source',
      header: t('rules.column.source'),
      width: 230,
      fold: { under: 'id', order: 3 },
      cell: (change) => <span className={change.source.standing === 'verified' ? undefined : 'claimed'}>{change.source.locator}</span>,
    },
  ];
}

/** An entry is known by its number, a figure by what it is called; the other of the two stands small below. */
function NameOfRule({ change: { what, id, title } }: { readonly change: RuleChange }) {
  const breakable = id.replaceAll('.', '.\u200b');
  const [first, second] = what === 'parameter' ? [title, breakable] : [breakable, title];
  return (
    <span className={classes['change']}>
      <span className="medium">
        <MathText>{first}</MathText>
      </span>
      <small>
        <MathText>{second}</MathText>
      </small>
    </span>
  );
}

function beforeAfter(change: RuleChange, t: ProductText): string {
  const words = (value: string | null) => (value === null ? null : valueWords(change, value, t));
  const before = words(change.before);
  const after = words(change.after);
  if (before === null) return after ?? '';
  if (after === null) return t('rules.ended', { before });
  return t('rules.became', { before, after });
}

function valueWords({ what, unit }: RuleChange, value: string, t: ProductText): string {
  switch (what) {
    case 'textStatus':
      return t.dynamic(`textStatus.${value}`, {}, value);
    case 'enforcement':
      return t.dynamic(`enforcement.${value}`, {}, value);
    case 'parameter':
      return `${formatQuantity(Number(value), t.locale, 3)}${unit === null ? '' : ` ${unit}`}`;
    default:
      return value;
  }
}

function groupsOf(changes: readonly RuleChange[], on: string, t: ProductText) {
  const groups = new Map<string, RuleChange[]>();
  for (const change of changes) {
    const id = change.on > on ? 'ahead' : change.on.slice(0, 4);
    const rows = groups.get(id) ?? [];
    rows.push(change);
    groups.set(id, rows);
  }
  return [...groups].map(([id, rows]) => ({ id, title: id === 'ahead' ? t('rules.ahead') : id, rows }));
}
