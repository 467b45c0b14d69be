import type { ReadProblem, ReadRefusal } from '../../../../src-shared/formats/import-file.ts';

/**
 * Unwinds a parser that met something it must refuse. Streams call back from deep inside, so the refusal travels as an exception
 * within the reader and becomes a value at its edge (`asProblem`); it never leaves this folder as an exception.
 */
export class Refusal extends Error {
  readonly problem: ReadProblem;

  constructor(reason: ReadRefusal, place: string | null = null, limit: number | null = null) {
    super(`refused: ${reason}`);
    this.name = 'Refusal';
    this.problem = { reason, place, limit };
  }
}

/** Turns whatever a parser threw into a problem: our refusals as they are, anything else as damage, without its message, which may quote the file. */
export function asProblem(cause: unknown, place: string | null = null): ReadProblem {
  if (cause instanceof Refusal) return cause.problem;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (/^(ENOENT|EACCES|EPERM|EISDIR|EIO|EBUSY)$/.test(code)) return { reason: 'cannotRead', place, limit: null };
  return { reason: 'damaged', place, limit: null };
}
