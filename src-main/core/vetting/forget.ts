import { wordPattern } from '../../../src-shared/model/word-pattern.ts';
import { prepared, type SlicedConnection } from '../db/index.ts';
import { forgetEvidence } from '../evidence/index.ts';
import { eraseRowsFromJournal } from '../journal/index.ts';

/**
 * Takes a person who is erased out of checks: their own go for good with what they said and what proved it; where somebody else's name the person
 * as who did them, the name gives way. Part of a command in slices that cannot be undone.
 */
export async function forgetInVetting(
  tx: SlicedConnection,
  personId: string,
  words: readonly { readonly from: string; readonly to: string }[],
): Promise<void> {
  const { db } = tx;
  const own = prepared<[string], { id: string }>(db, "SELECT id FROM vettings WHERE subject_kind = 'person' AND subject_id = ?").all(
    personId,
  );
  for (const { id } of own) await forgetEvidence(tx, { kind: 'vetting', id });
  prepared(db, "DELETE FROM vettings WHERE subject_kind = 'person' AND subject_id = ?").run(personId);
  prepared(db, 'DELETE FROM vetting_words WHERE person_id = ?').run(personId);
  const patterns = words.filter(({ from }) => from.trim() !== '').map(({ from, to }) => ({ from: wordPattern(from), to }));
  const plain = (text: string) => patterns.reduce((now, { from, to }) => now.replace(from, () => to), text);
  const put = prepared(db, 'UPDATE vettings SET done_by = ?, matter = ?, conditions = ?, revision = revision + 1 WHERE id = ?');
  const changed: string[] = [];
  const rows = prepared<[], { id: string; by: string; matter: string; conditions: string }>(
    db,
    'SELECT id, done_by AS "by", matter, conditions FROM vettings',
  ).all();
  for (const { id, by, matter, conditions } of rows) {
    const now = [plain(by), plain(matter), plain(conditions)] as const;
    if (now[0] === by && now[1] === matter && now[2] === conditions) continue;
    put.run(now[0].slice(0, 200), now[1].slice(0, 2000), now[2].slice(0, 2000), id);
    changed.push(id);
  }
  // What is said of others' checks never enters the journal.
  const said = prepared<[], { id: string; matter: string; conditions: string }>(
    db,
    'SELECT id, matter, conditions FROM vetting_words',
  ).all();
  const putWords = prepared(db, 'UPDATE vetting_words SET matter = ?, conditions = ? WHERE id = ?');
  for (const { id, matter, conditions } of said) {
    const now = [plain(matter), plain(conditions)] as const;
    if (now[0] !== matter || now[1] !== conditions) putWords.run(now[0].slice(0, 2000), now[1].slice(0, 2000), id);
  }
  await eraseRowsFromJournal(tx, 'vettings', [...own.map(({ id }) => id), ...changed]);
  await tx.pause();
}
