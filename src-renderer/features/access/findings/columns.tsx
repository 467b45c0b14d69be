import type { FindingLine } from '../../../../src-shared/contract/access.ts';
import type { ProductText, TableColumn } from '../../../ui/index.ts';
import classes from '../access.module.css';
import { SeverityMark, StateWord } from '../marks.tsx';
import { spanWords, whoWords } from '../words.ts';

/** Columns of the list of findings, in the order they first appear. */
export function findingColumns(t: ProductText, withState: boolean): readonly TableColumn<FindingLine>[] {
  const dash = <span className="muted">–</span>;
  return [
    {
      id: 'title',
      header: t('access.column.finding'),
      // It says who and what, so others give way to it.
      width: 620,
      hideable: false,
      cell: (row) => (
        <span className={classes['findingName']}>
          <span className="muted figures">{row.label}</span> <b>{row.title}</b>
        </span>
      ),
      text: (row) => `${row.label} ${row.title}`,
    },
    {
      id: 'severity',
      header: t('access.column.severity'),
      width: 96,
      whole: true,
      cell: (row) => <SeverityMark severity={row.severity} />,
      text: (row) => t(`access.severity.${row.severity}`),
    },
    {
      id: 'type',
      header: t('access.column.type'),
      width: 206,
      whole: true,
      givesWay: 4,
      cell: (row) => t(`access.type.${row.type}`),
      text: (row) => t(`access.type.${row.type}`),
    },
    {
      id: 'who',
      header: t('access.column.who'),
      width: 128,
      // The title names whoever it is about.
      givesWay: 1,
      cell: (row) => whoWords(row) ?? dash,
      text: (row) => whoWords(row) ?? '',
    },
    {
      id: 'asset',
      header: t('access.column.asset'),
      width: 132,
      hiddenAtFirst: true,
      cell: (row) => assetWords(t, row) || dash,
      text: (row) => assetWords(t, row),
    },
    {
      id: 'events',
      header: t('access.column.events'),
      width: 68,
      align: 'end',
      givesWay: 3,
      cell: (row) => row.events.toLocaleString(t.locale),
      text: (row) => String(row.events),
    },
    {
      id: 'when',
      header: t('access.column.when'),
      width: 148,
      whole: true,
      cell: (row) => spanWords(t, row.firstAt, row.lastAt),
      text: (row) => `${row.firstAt ?? ''} ${row.lastAt ?? ''}`.trim(),
    },
    {
      id: 'questions',
      header: t('access.column.questions'),
      width: 76,
      align: 'end',
      givesWay: 2,
      cell: (row) => (row.openQuestions === 0 ? dash : row.openQuestions),
      text: (row) => String(row.openQuestions),
    },
    {
      id: 'confidence',
      header: t('access.column.confidence'),
      width: 104,
      hiddenAtFirst: true,
      cell: (row) => t(`access.confidence.${row.confidence}`),
      text: (row) => t(`access.confidence.${row.confidence}`),
    },
    ...(withState ? [stateColumn(t)] : []),
  ];
}

const assetWords = (t: ProductText, { asset, assetCount }: FindingLine): string =>
  asset === null ? '' : assetCount > 1 ? t('access.finding.assetAndMore', { name: asset.name, more: assetCount - 1 }) : asset.name;

/** In the list of open findings it would say the same in every row. */
const stateColumn = (t: ProductText): TableColumn<FindingLine> => ({
  id: 'state',
  header: t('access.column.state'),
  width: 134,
  whole: true,
  cell: (row) => <StateWord state={row.state} groundMoved={row.groundMoved} />,
  text: (row) => `${t(`access.state.${row.state}`)}${row.groundMoved ? `, ${t('access.groundMoved')}` : ''}`,
});
