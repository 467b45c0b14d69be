/** Round ticks of a log axis: 1, 2 and 5 of each decade inside the ends. */
export function ticks125([from, to]: readonly [number, number]): readonly number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(from)); power <= Math.ceil(Math.log10(to)); power += 1) {
    for (const step of [1, 2, 5]) {
      const value = Number(`${step}e${power}`);
      if (value >= from && value <= to) ticks.push(value);
    }
  }
  return ticks;
}

/** A tick in few signs: `0.5`, `20`, `2k`, `1M`. */
export function shortNumber(value: number): string {
  if (value >= 1e6) return `${value / 1e6}M`;
  return value >= 1000 ? `${value / 1000}k` : String(value);
}

interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly strong: boolean;
}

export interface PlacedLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end' | 'middle';
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Pixels kept free around each point. */
const CLEAR = 7;

/** Finds a free spot beside each point, the strong one first. A label without a free spot is left out; its point still speaks. */
export function placeLabels(points: readonly Labelled[], frame: Box): ReadonlyMap<string, PlacedLabel> {
  const taken: Box[] = points.map(({ x, y }) => ({ left: x - CLEAR, right: x + CLEAR, top: y - CLEAR, bottom: y + CLEAR }));
  const placed = new Map<string, PlacedLabel>();
  for (const point of [...points].sort((a, b) => Number(b.strong) - Number(a.strong))) {
    const width = point.text.length * (point.strong ? 7.4 : 6.6);
    for (const spot of spotsAround(point, width)) {
      const { box } = spot;
      const inside = box.left >= frame.left + 2 && box.right <= frame.right + 16 && box.top >= frame.top && box.bottom <= frame.bottom - 2;
      const ownDot = (other: Box) => other.left === point.x - CLEAR && other.top === point.y - CLEAR;
      if (inside && taken.every((other) => ownDot(other) || !overlaps(box, other))) {
        placed.set(point.id, { text: point.text, x: spot.x, y: spot.y, anchor: spot.anchor });
        taken.push(box);
        break;
      }
    }
  }
  return placed;
}

function spotsAround({ x, y, strong }: Labelled, width: number) {
  const gap = strong ? 11 : 8;
  const at = (anchor: PlacedLabel['anchor'], dx: number, dy: number) => {
    const left = anchor === 'start' ? x + dx : anchor === 'end' ? x + dx - width : x + dx - width / 2;
    return { anchor, x: x + dx, y: y + dy, box: { left, right: left + width, top: y + dy - 11, bottom: y + dy + 3 } };
  };
  const spots = [
    at('start', gap, 4),
    at('end', -gap, 4),
    at('end', -gap, 18),
    at('start', gap, 18),
    at('start', gap, -9),
    at('end', -gap, -9),
    at('middle', 0, -10),
    at('middle', 0, 20),
  ];
  return strong ? [spots[2], spots[3], ...spots].filter((spot) => spot !== undefined) : spots;
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
