import { wordPattern } from '../../../src-shared/model/word-pattern.ts';
import { prepared, type SlicedConnection } from '../db/index.ts';
import { eraseRowsFromJournal } from './erase.ts';

/** Words that name somebody, with what stands in their place from now on. */
export type Forgettable = readonly { readonly from: string; readonly to: string }[];

/**
 * Columns where people write, by table; each table has an `id`. With the longest text a column may hold, in characters, where what stands in place
 * of a short name could make it longer than that.
 */
export type Written = Readonly<Record<string, readonly string[] | Readonly<Record<string, number>>>>;

/** Puts other words in place of those that name somebody, as whole words: longer names first, so that nothing of them is left over. */
export function forgetting(words: Forgettable): (text: string) => string {
  const patterns = [...words]
    .filter(({ from }) => from.trim() !== '')
    .sort((a, b) => b.from.length - a.from.length)
    .map(({ from, to }) => ({ from: wordPattern(from), to }));
  return (text) => patterns.reduce((now, { from, to }) => now.replace(from, () => to), text);
}

/**
 * Puts other words in place of those that name somebody in columns where people write, and takes the rows it changed out of the history. Part of a
 * command in slices that cannot be undone.
 */
export async function forgetWords(tx: SlicedConnection, written: Written, words: Forgettable): Promise<void> {
  const plain = forgetting(words);
  for (const [table, held] of Object.entries(written)) {
    const limits: readonly (readonly [string, number])[] = Array.isArray(held)
      ? held.map((column: string) => [column, Number.POSITIVE_INFINITY] as const)
      : Object.entries(held);
    const columns = limits.map(([column]) => column);
    const put = prepared(tx.db, `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`);
    const rows = prepared<[], Record<string, string | null>>(tx.db, `SELECT id, ${columns.join(', ')} FROM ${table}`).all();
    const changed: string[] = [];
    for (const [at, row] of rows.entries()) {
      if (at % step === step - 1) await tx.pause();
      const after = limits.map(([column, most]) => (row[column] == null ? null : plain(row[column]).slice(0, most)));
      if (after.every((value, place) => value === row[columns[place] ?? ''])) continue;
      put.run(...after, row['id']);
      changed.push(row['id'] ?? '');
    }
    await eraseRowsFromJournal(tx, table, changed);
    await tx.pause();
  }
}

/** Rows looked through between two chances for other requests. */
const step = 500;
