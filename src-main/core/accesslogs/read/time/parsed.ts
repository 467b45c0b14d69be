/** What a text says about a moment, before zone, order of day and month, and year are settled. Reused from row to row, so that none is allocated. */
export interface ParsedTime {
  is: 'utc' | 'local' | 'twoWays' | 'noYear' | 'damaged' | 'nothing';
  /** `utc`: milliseconds since 1970. Otherwise what the clock on the wall showed, as if it were UTC; for `noYear` within the year 2000. */
  ms: number;
  /** `twoWays`: the reading with the month first; `ms` is the one with the day first. */
  monthFirstMs: number;
  /** What a date that could be in either order was: it works one way only. */
  onlyOrder: 'DMY' | 'MDY' | null;
  /** Word or name of a zone that stands in the text and is no fixed offset: `CET`, `Europe/Berlin`. */
  zoneWord: string | null;
}

export const createParsedTime = (): ParsedTime => ({
  is: 'nothing',
  ms: Number.NaN,
  monthFirstMs: Number.NaN,
  onlyOrder: null,
  zoneWord: null,
});
