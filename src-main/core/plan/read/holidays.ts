import { readFile, stat } from 'node:fs/promises';
import type { HolidayFile } from '../../../../src-shared/formats/holiday-file.ts';
import type { ReadProblem } from '../../../../src-shared/formats/import-file.ts';
import { err, ok, type Result } from '../../../../src-shared/model/result.ts';
import { type ReadRow, rowsOf } from '../../importers/read/batch.ts';
import type { ReadLimits } from '../../importers/read/limits.ts';
import { read, sniff } from '../../importers/read/reader.ts';
import { asProblem } from '../../importers/read/refuse.ts';
import { isCalendar, readCalendar } from './calendar.ts';
import type { Years } from './collect.ts';
import { readHolidayTable } from './holiday-table.ts';

/** What the reader thread is asked. */
export interface HolidayTask {
  readonly do: 'readHolidays';
  readonly path: string;
  readonly limits: ReadLimits;
  readonly years: Years;
}

export interface FromHolidays {
  readonly say: 'holidays';
  readonly result: Result<HolidayFile, ReadProblem>;
}

/** Calendars of decades stay far below; more is no calendar of holidays. */
const calendarBytes = 8 * 1024 * 1024;
const mostRows = 20_000;

/** Reads a file of holidays, a calendar or a table, told by its content. Runs inside the reader thread; never throws for what a file holds. */
export async function readHolidays({ path, limits, years }: HolidayTask): Promise<Result<HolidayFile, ReadProblem>> {
  try {
    if ((await stat(path)).size <= calendarBytes) {
      const text = textOf(await readFile(path));
      if (isCalendar(text)) return ok(readCalendar(text, years));
    }
    const sniffed = await sniff(path, limits);
    if (!sniffed.ok) return sniffed;
    const rows: ReadRow[] = [];
    const sheet = sniffed.value.sniff.sheets.find(({ visibility, kind }) => visibility === 'visible' && kind === 'table')?.name ?? null;
    const request = { sheet, encoding: null, delimiter: null, maxRows: mostRows, batchRows: 1000 };
    const done = await read(path, sniffed.value, request, limits, (batch) => {
      rows.push(...rowsOf(batch));
      return Promise.resolve();
    });
    return done.ok ? ok(readHolidayTable(rows, years)) : done;
  } catch (cause) {
    return err(asProblem(cause));
  }
}

/** UTF-8 as RFC 5545 asks for, UTF-16 where the file says so, else the Western code page that older programs wrote. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
