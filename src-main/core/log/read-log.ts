import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { LogEntry, type LogLevel } from '../../../src-shared/contract/diagnostics.ts';
import { logFileNames } from './files.ts';

/** Bytes read from the end of one file: about 4,000 lines, and never a stall. */
const tailBytes = 512 * 1024;

/**
 * The last lines of the log, newest first, at most `limit` of them; older files are read while there is room.
 *
 * A line that is no whole entry, as one cut at the start of what was read, is left out. A missing file reads as empty.
 */
export function readLog(folder: string, { level, limit }: { readonly level?: LogLevel | undefined; readonly limit: number }): LogEntry[] {
  const entries: LogEntry[] = [];
  for (const name of logFileNames()) {
    const lines = tailOf(join(folder, name)).split('\n').reverse();
    for (const line of lines) {
      const entry = entryOf(line);
      if (entry === undefined || (level !== undefined && entry.level !== level)) continue;
      entries.push(entry);
      if (entries.length === limit) return entries;
    }
  }
  return entries;
}

function tailOf(path: string): string {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    // No such file yet: nothing was logged there.
    return '';
  }
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(Math.min(size, tailBytes));
    const read = readSync(file, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString('utf8', 0, read);
  } finally {
    closeSync(file);
  }
}

function entryOf(line: string): LogEntry | undefined {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    // A line cut by a full disk or by the start of the tail.
    return undefined;
  }
  if (typeof given !== 'object' || given === null) return undefined;
  const { at, event, method, code, incidentId, ms, count, error, frames } = given as Record<string, unknown>;
  // A call that went well is logged with the code `ok`.
  const level: LogLevel = event === 'defect' ? 'defect' : code === undefined || code === 'ok' ? 'event' : 'refusal';
  const entry = LogEntry.safeParse({ at, level, event, method, code, incidentId, ms, count, error, frames });
  return entry.success ? entry.data : undefined;
}
