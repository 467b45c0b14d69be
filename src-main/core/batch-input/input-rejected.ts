/** What is wrong with a file, with the place. `column` is absent where the whole row or file is meant. */
export interface RowProblem {
  readonly line: number;
  readonly column?: string;
  readonly problem: string;
}

/** Thrown while reading when the file cannot be taken apart at all; the batch turns it into a rejection. */
export class InputRejected extends Error {
  override readonly name = 'InputRejected';
  readonly problems: readonly RowProblem[];
  constructor(problems: readonly RowProblem[]) {
    super(problems.map((one) => one.problem).join('; '));
    this.problems = problems;
  }
}
