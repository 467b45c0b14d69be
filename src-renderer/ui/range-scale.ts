/** A quantity known between two bounds. Any unit, the same for all three. */
export interface Range {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** A line on a scale. */
export interface Limit {
  readonly value: number;
  readonly label?: string;
  /** Dashed: a guide, or not enforced. */
  readonly dashed?: boolean;
  /** Ink instead of grey: the line that decides. */
  readonly strong?: boolean;
}

/** Position of a value on a log scale `width` pixels wide; may fall outside. Values at or under zero sit at minus infinity. */
export function logPosition([from, to]: readonly [number, number], width: number): (value: number) => number {
  const start = Math.log10(from);
  const span = Math.log10(to) - start;
  return (value) => (value <= 0 ? Number.NEGATIVE_INFINITY : ((Math.log10(value) - start) / span) * width);
}

/** Whole powers of ten inside a scale, and the steps 2 to 9 between them. */
export function logTicks([from, to]: readonly [number, number]): { readonly major: readonly number[]; readonly minor: readonly number[] } {
  const major: number[] = [];
  const minor: number[] = [];
  for (let power = Math.floor(Math.log10(from)); power <= Math.ceil(Math.log10(to)); power += 1) {
    for (let step = 1; step < 10; step += 1) {
      const value = Number(`${step}e${power}`);
      if (value >= from && value <= to) (step === 1 ? major : minor).push(value);
    }
  }
  return { major, minor };
}

export interface ScaleLabel {
  readonly x: number;
  readonly text: string;
  readonly strong: boolean;
}

/** Half the width of a 12-pixel label with a little air, in pixels; raised figures are narrow, so this is on the safe side. */
export function labelHalf(text: string): number {
  return text.length * 3.2 + 3;
}

/** Keeps labels centred on their marks apart and inside `width`: strong ones stay, others move or are left out. */
export function spreadLabels(labels: readonly ScaleLabel[], width: number): readonly ScaleLabel[] {
  const placed: ScaleLabel[] = [];
  const half = (label: ScaleLabel) => labelHalf(label.text);
  for (const label of [...labels].sort((a, b) => Number(b.strong) - Number(a.strong))) {
    const inside = (x: number) => Math.min(width - half(label), Math.max(half(label), x));
    const free = (x: number) => placed.every((other) => Math.abs(other.x - x) >= half(other) + half(label));
    const spot = [0, -1, 1, -2, 2].map((step) => inside(label.x + step * half(label))).find(free);
    if (spot !== undefined) placed.push({ ...label, x: spot });
  }
  return placed;
}
