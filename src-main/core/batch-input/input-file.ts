import path from 'node:path';
import type { InputFormat } from './rows.ts';

/** How a file named on the command line is read, by the ending of its name; `undefined` where no command takes it. */
export function inputFormatOf(file: string): InputFormat | undefined {
  const ending = path.extname(file).toLowerCase();
  if (ending === '.jsonl' || ending === '.ndjson') return 'jsonl';
  if (ending === '.json') return 'json';
  if (ending === '.csv' || ending === '.tsv') return 'csv';
  return ending === '.xlsx' || ending === '.xlsm' ? 'xlsx' : undefined;
}

/** Whether a failure of the disk is one of reading the input: a failed write names no file, and is none. */
export const isOfInput = (cause: NodeJS.ErrnoException, input: string): boolean =>
  cause.path === input || (cause.path === undefined && cause.syscall === 'read');

/** True for a failure of the disk or the file, told from a defect of ours. */
export function isFileFault(cause: unknown): cause is NodeJS.ErrnoException {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && 'syscall' in cause;
}
