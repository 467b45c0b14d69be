import type { LogField, LogProblem, LogReading } from '../../../../../src-shared/formats/access-log.ts';
import { createEventReader, type EventReader, type LogEvent, type RowDoubt } from '../events/read-event.ts';
import { parsePath } from '../mapping/path.ts';
import type { TimeReader } from '../time/reader.ts';
import { leaveOut } from './leave-out.ts';
import { createTimelessRoles } from './row-roles.ts';
import type { RowTaker } from './row-taker.ts';

/** What becomes of the rows of a log. `cells` are the row as it stands in the file; records and lines have one, their text. */
export interface RowOutcomes {
  /** One event of a row; `doubts` are warnings. */
  event(row: number, event: LogEvent, doubts: readonly RowDoubt[]): void;
  rejected(row: number, problem: LogProblem, field: LogField | null, value: string): void;
  skipped(row: number, problem: LogProblem, value: string): void;
  /** After all of the above for a row that is no header and not blank: it is to be kept as evidence. */
  keep(row: number, cells: readonly string[]): void;
}

export interface LogRowReader extends Omit<RowTaker, 'full' | 'send'> {
  readonly time: TimeReader;
}

const timeless: ReadonlySet<LogProblem> = new Set(['noTimestamp', 'badTimestamp', 'impossibleYear', 'damagedTimestamp']);

/** Turns rows of a file into events by a reading. `now` in milliseconds since 1970. */
export function createLogRowReader(reading: LogReading, now: number, outcomes: RowOutcomes): LogRowReader {
  const reader = createEventReader(reading, now) as EventReader<unknown>;
  const firstRow = reading.table.headerRow === null ? 1 : reading.table.headerRow + reading.table.headerRows;
  const roleOf = createTimelessRoles(reading.titles);
  const leftOut = reading.leaveOut.map(parsePath);

  const reject = (row: number) => {
    const doubt = reader.doubts.at(-1);
    outcomes.rejected(row, doubt?.problem ?? 'brokenRecord', doubt?.field ?? null, doubt?.value ?? '');
  };
  const readRow = (row: number, content: unknown) => {
    if (reader.read(content)) outcomes.event(row, reader.event, reader.doubts);
    else reject(row);
  };

  return {
    time: reader.time,
    cells(row, cells, sums) {
      if (row < firstRow) return;
      if (reader.read(cells)) {
        outcomes.event(row, reader.event, reader.doubts);
        outcomes.keep(row, cells);
        return;
      }
      const problem = reader.doubts.at(-1)?.problem;
      const role = problem !== undefined && timeless.has(problem) ? roleOf(cells, sums) : 'data';
      if (role === 'data') {
        reject(row);
        outcomes.keep(row, cells);
      } else outcomes.skipped(row, role, cells.find((text) => text.trim() !== '') ?? '');
    },
    record(row, record, text) {
      for (const one of entriesOf(record, reading.explode)) readRow(row, one);
      outcomes.keep(row, [leftOut.length === 0 ? text : leaveOut(text, leftOut)]);
    },
    line(row, cells, text) {
      readRow(row, cells);
      outcomes.keep(row, [text]);
    },
    broken(row, text) {
      outcomes.rejected(row, 'brokenRecord', null, text.slice(0, 200));
      outcomes.keep(row, [text.slice(0, 4000)]);
    },
    other(row) {
      outcomes.skipped(row, 'notAnEvent', '');
    },
  };
}

/** A record once for each entry of the list that holds its events, or once as it is. */
function entriesOf(record: unknown, list: string | null): readonly unknown[] {
  if (list === null || typeof record !== 'object' || record === null || !Object.hasOwn(record, list)) return [record];
  const entries = (record as Record<string, unknown>)[list];
  if (!Array.isArray(entries) || entries.length < 2) return [record];
  return entries.map((entry) => ({ ...record, [list]: entry }));
}
