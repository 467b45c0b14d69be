import { IconX } from '@tabler/icons-react';
import type { AccessFinding } from '../../../../src-shared/contract/access.ts';
import { Icon, type RowGroup, SimpleTable, StatusText, useText } from '../../../ui/index.ts';
import classes from './finding.module.css';

type Exclusion = AccessFinding['exclusions'][number];

/** Exclusions that people ask about in every case; the others are folded away where they do not apply. */
const usual = /^(published|fundamentalResearch|notForeignPerson|objectCode|noReleaseOfTechnology|noListedEntry|rsCarveOut|authorisation)\b/;

/** What applies or is still open comes first: it is what can change the answer. The rest is there, one press away. */
export function groupsOf(rows: readonly Exclusion[]): { readonly shown: readonly Exclusion[]; readonly folded: readonly Exclusion[] } {
  const rank = (row: Exclusion) => (row.result === 'unknown' ? 0 : row.result === 'applies' ? 1 : usual.test(row.code) ? 2 : 3);
  const sorted = [...rows].sort((a, b) => rank(a) - rank(b));
  const shown = sorted.filter((row) => rank(row) < 3);
  // A short list needs no folding.
  return sorted.length - shown.length < 3 ? { shown: sorted, folded: [] } : { shown, folded: sorted.slice(shown.length) };
}

/** Every exclusion of the law that was tested, with its rule, what is known and what came of it. */
export function Exclusions({ rows }: { readonly rows: readonly Exclusion[] }) {
  const t = useText();
  const { shown, folded } = groupsOf(rows);
  const groups: readonly RowGroup<Exclusion>[] = [
    { id: 'shown', rows: shown },
    ...(folded.length === 0
      ? []
      : [
          {
            id: 'folded',
            title: t('access.finding.moreExclusions', { count: folded.length }),
            folded: t('access.finding.moreNot'),
            rows: folded,
          },
        ]),
  ];
  return (
    <SimpleTable<Exclusion>
      label={t('access.finding.harmless')}
      groups={groups}
      rowKey={(row) => row.code}
      rowHeight={30}
      marked={(row) => row.result === 'unknown'}
      columns={[
        {
          id: 'title',
          header: t('access.finding.exclusion'),
          width: 200,
          cell: (row) => <span className={row.result === 'unknown' ? 'medium' : undefined}>{row.title}</span>,
        },
        { id: 'rule', header: t('access.finding.rule'), width: 176, fold: { under: 'title', order: 1 }, cell: (row) => row.rule },
        { id: 'known', header: t('access.finding.known'), minWidth: 210, cell: (row) => <span className="muted">{row.known}</span> },
        { id: 'result', header: t('access.finding.result'), width: 148, cell: (row) => <Result result={row.result} /> },
      ]}
    />
  );
}

function Result({ result }: { readonly result: Exclusion['result'] }) {
  const t = useText();
  if (result === 'doesNotApply')
    return (
      <span className={classes['not']}>
        <Icon of={IconX} />
        {t('access.result.doesNotApply')}
      </span>
    );
  return <StatusText tone={result === 'applies' ? 'clear' : 'review'}>{t(`access.result.${result}`)}</StatusText>;
}
