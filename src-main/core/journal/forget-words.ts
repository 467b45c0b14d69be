import { wordPattern } from '../../../src-shared/model/word-pattern.ts';
import { prepared, type SlicedConnection } from '../db/index.ts';
import { eraseRowsFromJournal } from './erase.ts';

/** Words that name somebody, with what stands in their place from now on. */
export type Forgettable = readonly { readonly from: string; readonly to: string }[];

/**
 * Puts other words in place of those that name somebody, as whole words, in columns where people write (by table, each with an `id`), and takes
 * the rows it changed out of the history. Part of a command in slices that cannot be undone.
 */
export async function forgetWords(
  tx: SlicedConnection,
  written: Readonly<Record<string, readonly string[]>>,
  words: Forgettable,
): Promise<void> {
  const patterns = [...words]
    .filter(({ from }) => from.trim() !== '')
    .sort((a, b) => b.from.length - a.from.length)
    .map(({ from, to }) => ({ from: wordPattern(from), to }));
  const plain = (text: string) => patterns.reduce((now, { from, to }) => now.replace(from, () => to), text);
  for (const [table, columns] of Object.entries(written)) {
    const rows = prepared<[], Record<string, string | null>>(tx.db, `SELECT id, ${columns.join(', ')} FROM ${table}`).all();
    const put = prepared(tx.db, `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`);
    const changed: string[] = [];
    for (const row of rows) {
      const after = columns.map((column) => (row[column] == null ? null : plain(row[column])));
      if (after.every((value, place) => value === row[columns[place] ?? ''])) continue;
      put.run(...after, row['id']);
      changed.push(row['id'] ?? '');
    }
    await eraseRowsFromJournal(tx, table, changed);
    await tx.pause();
  }
}
