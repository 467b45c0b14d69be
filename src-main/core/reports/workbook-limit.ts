import type { MemoEntry } from '../../../src-shared/model/report.ts';

/** Rows of the results sheet up to which entries that are not met are listed too. */
export const RESULT_ROWS = 200_000;

/**
 * Keeps the results sheet inside what spreadsheet programs open: entries that are met or undetermined always stay,
 * entries not met stay until the sheet is full. What was left out is counted, so that the legend can say so.
 */
export function resultLimit(rows = RESULT_ROWS): { keeps(entry: Pick<MemoEntry, 'verdict'>): boolean; dropped(): number } {
  let kept = 0;
  let dropped = 0;
  return {
    keeps(entry) {
      if (entry.verdict === 'doesNotMeet' && kept >= rows) {
        dropped += 1;
        return false;
      }
      kept += 1;
      return true;
    },
    dropped: () => dropped,
  };
}
