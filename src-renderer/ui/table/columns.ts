import {
  type ColumnDef,
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useMemo } from 'react';
import { usePreference } from '../preferences.tsx';

/** One column of a table: how it looks, how it is read, how it is copied. Keep the array at module scope or in a memo. */
export interface TableColumn<Row> {
  readonly id: string;
  /** Heading with its unit: `Training compute, FLOP`. */
  readonly header: string;
  /** Width in pixels at 100 % that it asks for; columns share the room there is, see `shareWidths`. */
  readonly width: number;
  readonly align?: 'start' | 'end';
  /** Its cells say something only in full, as a state or a day does: it never gives way to make the table fit. */
  readonly whole?: boolean;
  /**
   * Left out where the table would scroll sideways, the lowest number first: what it says stands on the page of the row too. A column that a
   * person asked for or gave a width stays.
   */
  readonly givesWay?: number;
  readonly sortable?: boolean;
  /** False for the column that names the row. */
  readonly hideable?: boolean;
  /** Hidden until the person asks for it. */
  readonly hiddenAtFirst?: boolean;
  readonly cell: (row: Row) => ReactNode;
  /** The cell as plain text: for copying, and for reading what was cut off. */
  readonly text: (row: Row) => string;
}

export interface PlacedColumn<Row> {
  readonly column: TableColumn<Row>;
  readonly width: number;
  /** Set by the person: kept to the pixel, whatever room there is. */
  readonly fixed: boolean;
  /** Asked for by the person: it stays where others are left out for want of room. */
  readonly asked: boolean;
}

/** Which columns show, in which order and width; shared by the table and the button that changes it. */
export interface TableLayout<Row> {
  readonly id: string;
  readonly all: ReadonlyArray<{ readonly column: TableColumn<Row>; readonly shown: boolean }>;
  readonly shown: ReadonlyArray<PlacedColumn<Row>>;
  readonly resize: (id: string, width: number) => void;
  readonly move: (id: string, to: number) => void;
  readonly toggle: (id: string) => void;
  readonly reset: () => void;
}

interface StoredLayout {
  readonly order: readonly string[];
  readonly shown: Readonly<Record<string, boolean>>;
  readonly widths: Readonly<Record<string, number>>;
}

const features = tableFeatures({ columnOrderingFeature, columnVisibilityFeature, columnSizingFeature });
const noRows: never[] = [];
const untouched: StoredLayout = { order: [], shown: {}, widths: {} };
const MIN_WIDTH = 48;
const MAX_WIDTH = 800;

/** The column layout of a table, remembered under its id. Unknown or new columns fall into place at their default. */
export function useTableLayout<Row>(id: string, columns: ReadonlyArray<TableColumn<Row>>): TableLayout<Row> {
  const [stored, store] = usePreference<StoredLayout>(`table.${id}`, untouched, isStoredLayout);
  const definitions = useMemo(
    (): ColumnDef<typeof features, never>[] =>
      columns.map((column) => ({
        id: column.id,
        size: column.width,
        minSize: MIN_WIDTH,
        maxSize: MAX_WIDTH,
        enableHiding: column.hideable !== false,
      })),
    [columns],
  );
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const visibility = useMemo(
    () =>
      Object.fromEntries(
        columns.map((column) => [column.id, column.hideable === false || (stored.shown[column.id] ?? column.hiddenAtFirst !== true)]),
      ),
    [columns, stored.shown],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: noRows,
    state: { columnOrder: [...stored.order], columnVisibility: visibility, columnSizing: { ...stored.widths } },
  });

  return useMemo(() => {
    const order = table.getAllLeafColumns().map((column) => column.id);
    const first = columns[0]?.id;
    const placed = table.getAllLeafColumns().flatMap((leaf) => {
      const column = byId.get(leaf.id);
      return column === undefined
        ? []
        : [
            {
              column,
              width: leaf.getSize(),
              fixed: stored.widths[leaf.id] !== undefined,
              asked: stored.shown[leaf.id] === true,
              shown: leaf.getIsVisible(),
            },
          ];
    });
    return {
      id,
      all: placed,
      shown: placed.filter((entry) => entry.shown),
      resize: (column, width) =>
        store({ ...stored, widths: { ...stored.widths, [column]: Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width))) } }),
      move: (column, to) => {
        // The first column names the row and stays where the eye looks for it.
        if (column === first) return;
        const next = order.filter((one) => one !== column);
        next.splice(Math.max(1, Math.min(next.length, to)), 0, column);
        store({ ...stored, order: next });
      },
      toggle: (column) => store({ ...stored, shown: { ...stored.shown, [column]: !(visibility[column] ?? true) } }),
      reset: () => store(untouched),
    };
    // `table` is one object for the life of the component: what it answers follows from `stored` and `columns`.
  }, [table, id, columns, byId, stored, store, visibility]);
}

function isStoredLayout(value: unknown): value is StoredLayout {
  if (typeof value !== 'object' || value === null) return false;
  const { order, shown, widths } = value as Partial<Record<keyof StoredLayout, unknown>>;
  return Array.isArray(order) && typeof shown === 'object' && shown !== null && typeof widths === 'object' && widths !== null;
}
