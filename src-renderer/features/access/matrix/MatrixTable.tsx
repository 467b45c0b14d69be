import { IconLayoutGrid } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { Button, ColumnsButton, DataTable, type ProductText, type TableColumn, useTableLayout, useText } from '../../../ui/index.ts';
import { CellMark } from './CellMark.tsx';
import { type Cell, type Column, eventsOf, type Row } from './layout.ts';

interface Reach {
  readonly key: string;
  readonly row: Row;
  readonly column: Column;
  readonly cell: Cell;
}

interface MatrixTableProps {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly onGrid: () => void;
}

/** The matrix read row by row: each person with each asset that was reached. */
export function MatrixTable({ columns, rows, onGrid }: MatrixTableProps) {
  const t = useText();
  const navigate = useNavigate();
  const [active, setActive] = useState<string | null>(null);
  const reaches = useMemo(
    () =>
      rows.flatMap((row, at) =>
        row.cells.flatMap((cell): Reach[] => {
          const column = columns[cell.column];
          return column === undefined ? [] : [{ key: `${at}-${cell.column}`, row, column, cell }];
        }),
      ),
    [rows, columns],
  );
  const tableColumns = useMemo(() => columnsOf(t), [t]);
  const layout = useTableLayout('access.matrix', tableColumns);
  const getRow = useCallback((index: number) => reaches[index], [reaches]);
  return (
    <DataTable<Reach>
      label={t('access.title.matrix')}
      layout={layout}
      rowCount={reaches.length}
      getRow={getRow}
      rowKey={keyOf}
      active={active}
      onActiveChange={(reach) => setActive(reach.key)}
      onOpen={({ row, column, cell }) =>
        void navigate(cell.findingId === null ? eventsOf(row, column) : `/access/findings/${cell.findingId}`)
      }
      legend={
        <>
          <Button kind="link" size="small" icon={IconLayoutGrid} shortcut="T" onClick={onGrid}>
            {t('access.matrix.asGrid')}
          </Button>
          <ColumnsButton layout={layout} />
        </>
      }
    />
  );
}

const keyOf = (reach: Reach) => reach.key;

function columnsOf(t: ProductText): readonly TableColumn<Reach>[] {
  return [
    {
      id: 'person',
      header: t('access.column.person'),
      width: 220,
      hideable: false,
      cell: ({ row }) => row.name,
      text: ({ row }) => row.name,
    },
    { id: 'group', header: t('access.matrix.team'), width: 130, cell: ({ row }) => row.group, text: ({ row }) => row.group },
    {
      id: 'position',
      header: t('access.matrix.position'),
      width: 200,
      cell: ({ row }) => t(`access.position.${row.position}`),
      text: ({ row }) => t(`access.position.${row.position}`),
    },
    {
      id: 'asset',
      header: t('access.column.asset'),
      width: 200,
      cell: ({ column }) => [column.name, column.version].filter((part) => part !== null).join(' '),
      text: ({ column }) => [column.name, column.version].filter((part) => part !== null).join(' '),
    },
    {
      id: 'entry',
      header: t('access.matrix.entry'),
      width: 92,
      cell: ({ column }) => column.entry ?? '–',
      text: ({ column }) => column.entry ?? '',
    },
    {
      id: 'events',
      header: t('access.column.events'),
      width: 84,
      align: 'end',
      cell: ({ cell }) => cell.events.toLocaleString(t.locale),
      text: ({ cell }) => String(cell.events),
    },
    {
      id: 'mark',
      header: t('access.matrix.meaning'),
      width: 220,
      cell: ({ cell }) =>
        cell.mark === 'none' ? t('access.mark.none') : <CellMark mark={cell.mark} words={t(`access.mark.${cell.mark}`)} />,
      text: ({ cell }) => t(`access.mark.${cell.mark}`),
    },
    {
      id: 'says',
      header: t('access.matrix.says'),
      width: 320,
      hiddenAtFirst: true,
      cell: ({ cell }) => cell.says,
      text: ({ cell }) => cell.says,
    },
  ];
}
