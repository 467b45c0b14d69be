/** Where the rows of a log go, whatever the file is. Numbers are those of the sheet, the record or the line, from 1. */
export interface RowTaker {
  /** A row of a table. `sums` says that a formula in it adds others up. */
  cells(row: number, cells: readonly string[], sums: boolean): void;
  /** A JSON record and its text. */
  record(row: number, record: unknown, text: string): void;
  /** A line that was taken apart, and the line. */
  line(row: number, cells: readonly string[], text: string): void;
  /** A line or record that cannot be taken apart. */
  broken(row: number, text: string): void;
  /** A well-formed line that reports no access. */
  other(row: number): void;
  /** True when it is time to send what was gathered. */
  readonly full: boolean;
  send(): Promise<void>;
}
