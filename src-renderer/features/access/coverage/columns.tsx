import type { OutputOf } from '../../../host/index.ts';
import type { ProductText, TableColumn } from '../../../ui/index.ts';
import { spanWords } from '../words.ts';
import classes from './coverage.module.css';
import { WeekStrip } from './WeekStrip.tsx';

export type CoverageLine = OutputOf<'access.coverage'>['rows'][number];

/** Columns of the coverage of logs, in the order they first appear. */
export function coverageColumns(t: ProductText, firstWeek: string | null): readonly TableColumn<CoverageLine>[] {
  const gap = (row: CoverageLine) =>
    row.days === 0
      ? t('access.coverage.noLog')
      : row.gaps[0] === undefined
        ? t('access.coverage.noGap')
        : t('access.coverage.gapDays', { days: row.gaps[0].days });
  return [
    { id: 'name', header: t('access.column.asset'), width: 210, hideable: false, cell: (row) => row.name, text: (row) => row.name },
    {
      id: 'weeks',
      header: t('access.coverage.weeks'),
      width: 300,
      cell: (row) => <WeekStrip weeks={row.weeks} firstWeek={firstWeek} name={row.name} />,
      text: (row) => row.weeks.join(' '),
    },
    {
      id: 'gap',
      header: t('access.coverage.longestGap'),
      width: 124,
      cell: (row) => <span className={row.days === 0 || row.gaps.length > 0 ? classes['gap'] : 'muted'}>{gap(row)}</span>,
      text: gap,
    },
    {
      id: 'days',
      header: t('access.coverage.days'),
      width: 76,
      align: 'end',
      cell: (row) => row.days,
      text: (row) => String(row.days),
    },
    {
      id: 'span',
      header: t('access.column.when'),
      width: 196,
      cell: (row) => spanWords(t, row.firstDay, row.lastDay),
      text: (row) => `${row.firstDay ?? ''} ${row.lastDay ?? ''}`.trim(),
    },
    {
      id: 'sources',
      header: t('access.coverage.sources'),
      width: 190,
      cell: (row) => (row.sources.length === 0 ? <span className="muted">–</span> : row.sources.join(', ')),
      text: (row) => row.sources.join(', '),
    },
    {
      id: 'safeguards',
      header: t('access.coverage.safeguards'),
      width: 96,
      align: 'end',
      cell: (row) => (row.safeguards === 0 ? <span className="muted">–</span> : row.safeguards),
      text: (row) => String(row.safeguards),
    },
  ];
}
