/** A question as it is stored with its finding. */
export interface OpenQuestionRow {
  readonly factId: string;
  readonly field: string | null;
  readonly ask: string;
  readonly decides: readonly string[];
  readonly effect: number;
  readonly ownerName: string;
  /** Day by which whoever marked the field unknown wants the answer. */
  readonly due: string | null;
}
