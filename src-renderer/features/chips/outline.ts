/** An axis-parallel rectangle in axis units; `Infinity` reaches the upper or right end, 0 the other. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

type Corner = readonly [number, number];

/**
 * Outlines of the union of boxes, so that two paragraphs which overlap or touch are drawn as one region without inner lines.
 * Each outline is a closed ring of corners; boxes that do not touch give several. What lies under a box of `without` is left out.
 */
export function outlinesOf(boxes: readonly Box[], without: readonly Box[] = []): readonly (readonly Corner[])[] {
  const all = [...boxes, ...without];
  const xs = sorted(all.flatMap((box) => [box.left, box.right]));
  const ys = sorted(all.flatMap((box) => [box.bottom, box.top]));
  const filled = (column: number, row: number): boolean => {
    const [x1, x2, y1, y2] = [xs[column], xs[column + 1], ys[row], ys[row + 1]];
    if (x1 === undefined || x2 === undefined || y1 === undefined || y2 === undefined) return false;
    const covers = (box: Box): boolean => box.left <= x1 && box.right >= x2 && box.bottom <= y1 && box.top >= y2;
    return boxes.some(covers) && !without.some(covers);
  };
  const edges = new Map<string, Corner>();
  const add = (from: Corner, to: Corner): void => {
    edges.set(from.join(), to);
  };
  for (let column = 0; column < xs.length - 1; column += 1) {
    for (let row = 0; row < ys.length - 1; row += 1) {
      if (!filled(column, row)) continue;
      if (!filled(column, row - 1)) add([column, row], [column + 1, row]);
      if (!filled(column + 1, row)) add([column + 1, row], [column + 1, row + 1]);
      if (!filled(column, row + 1)) add([column + 1, row + 1], [column, row + 1]);
      if (!filled(column - 1, row)) add([column, row + 1], [column, row]);
    }
  }
  const rings: Corner[][] = [];
  while (edges.size > 0) {
    const ring = takeRing(edges);
    rings.push(ring.filter((corner, place) => turns(ring, corner, place)).map(([column, row]): Corner => [xs[column] ?? 0, ys[row] ?? 0]));
  }
  return rings;
}

function takeRing(edges: Map<string, Corner>): Corner[] {
  const [start] = edges.keys();
  const ring: Corner[] = [];
  let at = start;
  while (at !== undefined) {
    const next = edges.get(at);
    edges.delete(at);
    if (next === undefined) break;
    const [column = '0', row = '0'] = at.split(',');
    ring.push([Number(column), Number(row)]);
    at = next.join();
  }
  return ring;
}

function turns(ring: readonly Corner[], corner: Corner, place: number): boolean {
  const before = ring[(place + ring.length - 1) % ring.length] ?? corner;
  const after = ring[(place + 1) % ring.length] ?? corner;
  return !((before[0] === corner[0] && corner[0] === after[0]) || (before[1] === corner[1] && corner[1] === after[1]));
}

function sorted(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}
