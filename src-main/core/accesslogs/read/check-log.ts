import type { LogCheck, LogReading } from '../../../../src-shared/formats/access-log.ts';
import type { ReadLimits } from '../../importers/read/limits.ts';
import { createRowCheck } from './check/check-rows.ts';
import type { LogProgress } from './messages.ts';
import { readWholeLog } from './whole-log.ts';

const rowsBetween = 20_000;

/**
 * Reads a whole log and says what would come of it; writes nothing. Where the values decide the order of day and month, it is read once more with that
 * order, which the answers of the result then carry. Throws a `Refusal`.
 */
export async function checkLog(
  path: string,
  limits: ReadLimits,
  reading: LogReading,
  now: number,
  onProgress: (progress: LogProgress) => Promise<void>,
): Promise<LogCheck> {
  const check = createRowCheck(reading, now);
  const progress = { bytes: 0 };
  let told = 0;
  const whole = await readWholeLog(path, limits, reading, progress, {
    ...check,
    get full() {
      return check.rows - told >= rowsBetween;
    },
    async send() {
      told = check.rows;
      await onProgress({ rows: check.rows, readBytes: progress.bytes });
    },
  });
  const dateOrder = check.decided();
  if (dateOrder === null) return check.result(whole.sha256, whole.notices);
  return checkLog(path, limits, { ...reading, answers: { ...reading.answers, dateOrder } }, now, onProgress);
}
