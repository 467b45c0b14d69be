import type { SimpleColumn } from './SimpleTable.tsx';

/** A column as drawn: its own cell first, then the cells that found no room beside it. */
export interface FittedColumn<Row> {
  readonly id: string;
  /** Pixels; without it the column takes what is left. */
  readonly width?: number | undefined;
  readonly minWidth?: number | undefined;
  readonly align?: 'start' | 'end' | undefined;
  readonly parts: readonly [SimpleColumn<Row>, ...SimpleColumn<Row>[]];
}

const readable = 180;
/** Pixels under which even a column that nobody told where to go moves below the first one. */
const narrowest = 120;

/**
 * Moves cells below others until the table fits, so that no column is squeezed to a letter a line.
 *
 * `available` is in pixels; 0 means not laid out yet, and nothing moves.
 */
export function fitColumns<Row>(columns: ReadonlyArray<SimpleColumn<Row>>, available: number): ReadonlyArray<FittedColumn<Row>> {
  const whole = columns.map((column): FittedColumn<Row> => ({ ...column, parts: [column] }));
  if (available === 0) return whole;
  const folding = columns.filter((column) => column.fold !== undefined).sort((a, b) => (a.fold?.order ?? 0) - (b.fold?.order ?? 0));
  const asked = folding.reduce<ReadonlyArray<FittedColumn<Row>>>(
    (fitted, column) => (needed(fitted) <= available ? fitted : foldColumn(fitted, column)),
    whole,
  );
  const [first] = asked;
  const squeezed = asked.find((column) => column.width === undefined && column.parts[0].header !== '');
  if (first === undefined || squeezed === undefined || squeezed === first) return asked;
  const left = available - needed(asked.filter((column) => column !== squeezed));
  return left >= narrowest ? asked : foldColumn(asked, { ...squeezed.parts[0], fold: { under: first.id, order: 0 } });
}

const needed = (columns: ReadonlyArray<Pick<FittedColumn<never>, 'width' | 'minWidth'>>) =>
  columns.reduce((sum, column) => sum + (column.width ?? column.minWidth ?? readable), 0);

/** A cell that moved keeps the width it asked for, where its new column has one of its own. */
const widened = ({ width }: Pick<FittedColumn<never>, 'width'>, moved: number) =>
  width === undefined ? {} : { width: Math.max(width, moved) };

/** The column that takes what is left hands that over to the one it moves below. */
function foldColumn<Row>(columns: ReadonlyArray<FittedColumn<Row>>, folded: SimpleColumn<Row>): ReadonlyArray<FittedColumn<Row>> {
  const goal = columns.find((column) => column.id === folded.fold?.under);
  if (goal === undefined) return columns;
  const moved = columns.find((column) => column.id === folded.id);
  return columns
    .filter((column) => column.id !== folded.id)
    .map((column) =>
      column.id === goal.id
        ? {
            ...column,
            ...(folded.width === undefined ? { width: undefined, minWidth: folded.minWidth } : widened(column, folded.width)),
            parts: [...column.parts, ...(moved?.parts ?? [])],
          }
        : column,
    );
}
