/** How one kind of text log is taken apart. */
export interface LineReader {
  /** Names of the cells of a line that was taken apart. */
  readonly titles: readonly string[];
  /**
   * Cells of a line; `'other'` for a well-formed line that reports no access, `'broken'` for one that cannot be taken apart.
   */
  read(line: string): readonly string[] | 'other' | 'broken';
}
