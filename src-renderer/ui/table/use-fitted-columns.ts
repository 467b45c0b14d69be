import { useMemo } from 'react';
import { useWidth } from '../use-width.ts';
import type { PlacedColumn, TableLayout } from './columns.ts';
import { shareWidths } from './share-widths.ts';

const SCROLLBAR = 10;
/** What the last column keeps free towards the edge of the page, beyond the padding of every cell; in pixels. */
const EDGE = 16;

/**
 * The columns of a table with the widths they are drawn in, and the element (`frame`) whose width (`room`, in pixels) they share.
 * `taken` is what stands before them. The virtual list is not asked: it never tells of another width.
 */
export function useFittedColumns<Row>(layout: TableLayout<Row>, taken: number) {
  const { ref: frame, width: room } = useWidth();
  const columns = useMemo(
    () => (room === 0 ? layout.shown : fittedTo(layout.shown, Math.max(0, room - SCROLLBAR - taken))),
    [layout.shown, room, taken],
  );
  return { frame, room, columns };
}

function fittedTo<Row>(placed: ReadonlyArray<PlacedColumn<Row>>, room: number): ReadonlyArray<PlacedColumn<Row>> {
  const last = placed.length - 1;
  const widths = shareWidths(
    placed.map(({ column, width, fixed }, place) => ({
      width: place === last && !fixed ? width + EDGE : width,
      fixed,
      words: column.align !== 'end',
      whole: column.whole === true,
    })),
    room,
  );
  return placed.map((one, place) => ({ ...one, width: widths[place] ?? one.width }));
}
