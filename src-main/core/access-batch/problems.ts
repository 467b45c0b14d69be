/** Something in a file that was not used, or was used with care, and where it stands: a line of the problems file. */
export interface InputProblem {
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string;
  readonly reason: string;
}

/** Why nothing was judged. `question`: something can be read two ways, and an option answers it. */
export type AuditRefusal =
  | { readonly code: 'question'; readonly questions: readonly string[] }
  | { readonly code: 'input.rejected'; readonly problems: readonly string[] }
  | { readonly code: 'output.unwritable'; readonly file: string; readonly detail: string };

/** Thrown while files are read; the batch answers with it. */
export class AuditRefused extends Error {
  override readonly name = 'AuditRefused';
  readonly refusal: AuditRefusal;
  constructor(refusal: AuditRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
