import type { OutputOf } from '../../../host/index.ts';
import { type ProductText, type TableColumn, useText } from '../../../ui/index.ts';
import { kindOfLog, spanWords } from '../words.ts';
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
      width: 236,
      whole: true,
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
      whole: true,
      cell: (row) => spanWords(t, row.firstDay, row.lastDay),
      text: (row) => `${row.firstDay ?? ''} ${row.lastDay ?? ''}`.trim(),
    },
    {
      id: 'sources',
      header: t('access.coverage.sources'),
      width: 250,
      givesWay: 2,
      cell: (row) => (row.sources.length === 0 ? <span className="muted">–</span> : <Sources row={row} />),
      text: (row) => row.sources.map((source) => `${kindOfLog(t, source.preset)}: ${source.files.join(', ')}`).join('; '),
    },
    {
      id: 'safeguards',
      header: t('access.coverage.safeguards'),
      width: 96,
      givesWay: 1,
      align: 'end',
      cell: (row) => (row.safeguards === 0 ? <span className="muted">–</span> : row.safeguards),
      text: (row) => String(row.safeguards),
    },
  ];
}

/** Kinds of log in one line, each with its files after it. */
function Sources({ row }: { readonly row: CoverageLine }) {
  const t = useText();
  return row.sources.map(({ preset, files }, place) => (
    <span key={preset ?? ''}>
      {place === 0 ? '' : ', '}
      {kindOfLog(t, preset)} <small className="muted">{files.join(', ')}</small>
    </span>
  ));
}
