/** Sizes of a row of tabs, in pixels. */
export interface TabRow {
  /** Of each tab, in order. */
  readonly tabs: readonly number[];
  /** Room for the tabs and the button for the rest. */
  readonly available: number;
  readonly gap: number;
  /** The button that opens the tabs that do not fit. */
  readonly more: number;
}

/** How many tabs, from the first, stand in the row: all where they fit, else as many as leave room for the button, but one at least. */
export function fittingTabs({ tabs, available, gap, more }: TabRow): number {
  const ends = tabs.map((_, last) => tabs.slice(0, last + 1).reduce((sum, width) => sum + width, gap * last));
  if (ends.every((end) => end <= available)) return tabs.length;
  return Math.max(1, ends.filter((end) => end + gap + more <= available).length);
}
