import type { LogReading } from '../../../../src-shared/formats/access-log.ts';
import type { ReadLimits } from '../../importers/read/limits.ts';
import { columnNamed, createProblemGroups } from './check/problem-groups.ts';
import type { EventBatch } from './event-batch.ts';
import { createDedupeKeys } from './events/dedupe.ts';
import { createEventBuilder } from './events/event-builder.ts';
import type { EventsSummary } from './messages.ts';
import { createLogRowReader } from './rows/log-row-reader.ts';
import { systemOf } from './system.ts';
import { readWholeLog } from './whole-log.ts';

/**
 * Reads a whole log as events, in batches that end with a row. Rows up to `afterRow` are read again, since repeats and years are counted from the start, but
 * not sent. Throws a `Refusal`.
 */
export async function readEvents(
  path: string,
  limits: ReadLimits,
  reading: LogReading,
  from: { readonly afterRow: number; readonly now: number },
  onBatch: (batch: EventBatch) => Promise<void>,
): Promise<EventsSummary> {
  const builder = createEventBuilder();
  const keys = createDedupeKeys(systemOf(reading));
  const key = new Uint32Array(4);
  const progress = { bytes: 0 };
  const total = { rows: 0, events: 0, rejected: 0 };
  const warnings = createProblemGroups(reading);
  let lastRow = 0;

  const rows = createLogRowReader(reading, from.now, {
    event(row, event, doubts) {
      for (const doubt of doubts) warnings.add(doubt.problem, doubt.field, row, doubt.value);
      const repeats = keys.key(event, key, 0);
      if (repeats > 0) warnings.add('repeatedRow', null, row, event.timeText);
      if (repeats > 0 && reading.answers.repeats === 'drop') return;
      total.events += 1;
      if (row > from.afterRow) builder.event(row, event, key);
    },
    rejected(row, problem, field, value) {
      total.rejected += 1;
      if (row > from.afterRow) builder.reject({ row, problem, column: field === null ? null : columnNamed(reading, field), value });
    },
    skipped: () => undefined,
    keep(row, cells) {
      if (row !== lastRow) total.rows += 1;
      lastRow = row;
      if (row > from.afterRow) builder.keep(row, cells);
    },
  });
  const whole = await readWholeLog(path, limits, reading, progress, {
    ...rows,
    get full() {
      return builder.full;
    },
    async send() {
      if (!builder.empty) await onBatch(builder.take(lastRow, progress.bytes));
    },
  });
  return { ...total, sha256: whole.sha256, notices: whole.notices, warnings: warnings.list() };
}
