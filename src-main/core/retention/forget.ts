import { wordPattern } from '../../../src-shared/model/word-pattern.ts';
import type { SlicedConnection } from '../db/index.ts';
import { eraseRowsFromJournal } from '../journal/index.ts';

/** Texts of retention that somebody wrote, or that name a record. */
const texts = {
  retention_events: ['note'],
  holds: ['matter', 'reference', 'note', 'lift_reason'],
  disposals: ['title', 'reason', 'items'],
} as const;

/** Takes a person's names, as whole words, out of what was written about keeping records. Part of a command in slices that cannot be undone. */
export async function forgetInRetention(
  tx: SlicedConnection,
  names: readonly { readonly from: string; readonly to: string }[],
): Promise<void> {
  const patterns = names.filter(({ from }) => from.trim() !== '').map(({ from, to }) => ({ from: wordPattern(from), to }));
  for (const [table, columns] of Object.entries(texts)) {
    const changed: string[] = [];
    for (const row of tx.db.prepare<[], Record<string, string | null>>(`SELECT id, ${columns.join(', ')} FROM ${table}`).all()) {
      const now = columns.map((column) => patterns.reduce((text, { from, to }) => text?.replace(from, to) ?? null, row[column] ?? null));
      if (columns.every((column, place) => row[column] === now[place])) continue;
      tx.db.prepare(`UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`).run(...now, row['id']);
      changed.push(row['id'] ?? '');
    }
    await eraseRowsFromJournal(tx, table, changed);
    await tx.pause();
  }
}
