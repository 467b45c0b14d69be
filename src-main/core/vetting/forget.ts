import { prepared, type SlicedConnection } from '../db/index.ts';
import { forgetEvidence } from '../evidence/index.ts';
import { eraseRowsFromJournal, type Forgettable, forgetting, forgetWords } from '../journal/index.ts';

const written = { vettings: { done_by: 200, matter: 2000, conditions: 2000 } } as const;

/**
 * Takes a person who is erased out of checks: their own go for good with what they said and what proved it; where somebody else's names the person,
 * the name gives way. Part of a command in slices that cannot be undone.
 */
export async function forgetInVetting(tx: SlicedConnection, personId: string, words: Forgettable): Promise<void> {
  const { db } = tx;
  const own = prepared<[string], { id: string }>(db, "SELECT id FROM vettings WHERE subject_kind = 'person' AND subject_id = ?").all(
    personId,
  );
  for (const { id } of own) await forgetEvidence(tx, { kind: 'vetting', id });
  prepared(db, "DELETE FROM vettings WHERE subject_kind = 'person' AND subject_id = ?").run(personId);
  prepared(db, 'DELETE FROM vetting_words WHERE person_id = ?').run(personId);
  await eraseRowsFromJournal(
    tx,
    'vettings',
    own.map(({ id }) => id),
  );
  await forgetWords(tx, written, words);
  // What is said of others' checks never enters the journal.
  const plain = forgetting(words);
  const said = prepared<[], { id: string; matter: string; conditions: string }>(
    db,
    'SELECT id, matter, conditions FROM vetting_words',
  ).all();
  const putWords = prepared(db, 'UPDATE vetting_words SET matter = ?, conditions = ? WHERE id = ?');
  for (const { id, matter, conditions } of said) {
    const now = [plain(matter), plain(conditions)] as const;
    if (now[0] !== matter || now[1] !== conditions) putWords.run(now[0].slice(0, 2000), now[1].slice(0, 2000), id);
  }
  await tx.pause();
}
