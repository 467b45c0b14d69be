import { prepared, type SlicedConnection } from '../db/index.ts';
import { eraseRowsFromJournal, type Forgettable, forgetting } from '../journal/index.ts';
import { forgetEvidence } from './dispose.ts';

interface Worded {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly note: string;
}

/**
 * Takes a person who is erased out of evidence. What hangs on the person goes, bytes included; everywhere else the person's names, as whole words, give
 * way to the name of the tombstone, in the names of files too. Bytes of other files are left alone: they are what somebody handed in. Part of a command
 * in slices that cannot be undone.
 */
export async function forgetInEvidence(tx: SlicedConnection, personId: string, texts: Forgettable): Promise<void> {
  await forgetEvidence(tx, { kind: 'person', id: personId });
  const plain = forgetting(texts);
  const next = prepared<[string, number], Worded>(tx.db, 'SELECT id, name, address, note FROM evidence WHERE id > ? ORDER BY id LIMIT ?');
  const put = prepared(tx.db, 'UPDATE evidence SET name = ?, address = ?, note = ?, revision = revision + 1 WHERE id = ?');
  const changed: string[] = [];
  for (let rows = next.all('', step); rows.length > 0; rows = next.all(rows.at(-1)?.id ?? '', step)) {
    for (const { id, name, address, note } of rows) {
      const now = [plain(name), plain(address), plain(note)] as const;
      if (now[0] === name && now[1] === address && now[2] === note) continue;
      put.run(now[0].slice(0, 200), now[1].slice(0, 2000), now[2].slice(0, 4000), id);
      changed.push(id);
    }
    await tx.pause();
  }
  await eraseRowsFromJournal(tx, 'evidence', changed);
}

/** Rows looked through between two chances for other requests. */
const step = 500;
