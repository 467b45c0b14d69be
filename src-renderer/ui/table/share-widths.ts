/** A column as far as its width goes. */
export interface Sharing {
  /** Pixels it asks for. */
  readonly width: number;
  /** Set by the person: kept to the pixel. */
  readonly fixed: boolean;
  /** Holds words, which are worth more room; a figure is not. */
  readonly words: boolean;
  /** Holds a state or a day, which cannot be cut. */
  readonly whole: boolean;
}

/** What a column of words may lose before the table scrolls sideways instead. */
const LEAST_SHARE = 0.66;
/** Pixels a column of words keeps: a day in full, with its padding. */
const LEAST_WIDTH = 96;
/** Columns narrower than this hold a mark, a day or a word, and gain nothing from more room. */
const WORTH_GROWING = 160;

/**
 * The widths, in pixels, with which columns fill `available` pixels: where they ask for less, those with words take the rest in
 * proportion; where they ask for more, they give way in proportion, down to a readable least. Where even that does not fit, every
 * column gets what it asks for and the table scrolls.
 *
 * `available` of 0 means not laid out yet, and every column gets what it asks for.
 */
export function shareWidths(columns: readonly Sharing[], available: number): readonly number[] {
  const asked = columns.map(({ width }) => width);
  const spare = available - sum(asked);
  if (available === 0 || spare === 0) return asked;
  if (spare > 0) {
    const weights = columns.map(({ width, fixed, words }) => (words && !fixed && width >= WORTH_GROWING ? width : 0));
    const all = sum(weights);
    return all === 0 ? asked : asked.map((width, place) => width + Math.floor((spare * (weights[place] ?? 0)) / all));
  }
  const slack = columns.map((column) => column.width - leastWidth(column));
  const all = sum(slack);
  if (all < -spare) return asked;
  return asked.map((width, place) => width - Math.ceil(((slack[place] ?? 0) * -spare) / all));
}

/** The width, in pixels, below which a column can no longer be read. */
function leastWidth({ width, fixed, words, whole }: Sharing): number {
  return fixed || whole || !words ? width : Math.min(width, Math.max(LEAST_WIDTH, Math.round(width * LEAST_SHARE)));
}

/** Whether the columns can share `available` pixels and each still be read. */
export function fitInto(columns: readonly Sharing[], available: number): boolean {
  return sum(columns.map(leastWidth)) <= available;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
