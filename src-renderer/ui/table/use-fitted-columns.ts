import { useMemo } from 'react';
import { useWidth } from '../use-width.ts';
import type { PlacedColumn, TableLayout } from './columns.ts';
import { fitInto, type Sharing, shareWidths } from './share-widths.ts';

const SCROLLBAR = 10;
/** What the last column keeps free towards the edge of the page, beyond the padding of every cell; in pixels. */
const EDGE = 16;

/**
 * The columns of a table that there is room for, with the widths they are drawn in, and the element (`frame`) whose width (`room`, in pixels) they share.
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
  const kept = withRoom(placed, room);
  const widths = shareWidths(sharing(kept), room);
  return kept.map((one, place) => ({ ...one, width: widths[place] ?? one.width }));
}

/** The columns that are left when those that give way have gone, one after the other, until the others can be read side by side. */
function withRoom<Row>(placed: ReadonlyArray<PlacedColumn<Row>>, room: number): ReadonlyArray<PlacedColumn<Row>> {
  if (fitInto(sharing(placed), room)) return placed;
  const next = placed
    .filter(({ column, fixed, asked }) => column.givesWay !== undefined && !fixed && !asked)
    .sort((one, other) => (one.column.givesWay ?? 0) - (other.column.givesWay ?? 0))[0];
  return next === undefined
    ? placed
    : withRoom(
        placed.filter((one) => one !== next),
        room,
      );
}

function sharing<Row>(placed: ReadonlyArray<PlacedColumn<Row>>): readonly Sharing[] {
  const last = placed.length - 1;
  return placed.map(({ column, width, fixed }, place) => ({
    width: place === last && !fixed ? width + EDGE : width,
    fixed,
    words: column.align !== 'end',
    whole: column.whole === true,
  }));
}
