import { prepared, type SlicedConnection } from '../db/index.ts';
import { forgetImported } from '../importers/index.ts';
import { eraseRowsFromJournal, type Forgettable, forgetWords } from '../journal/index.ts';

const written = {
  training_courses: ['title', 'content', 'owner'],
  training_sessions: ['by_name', 'place', 'note'],
  training_attendance: ['note'],
  training_owners: ['name', 'owner'],
} as const;

/**
 * Takes a person who is erased out of the training record. That somebody took part stays, under the name of the tombstone, since the record of the
 * session rests on it; what was noted about them goes, and so does what a spreadsheet said.
 */
export async function forgetInTraining(tx: SlicedConnection, personId: string, words: Forgettable): Promise<void> {
  const rows = prepared<[string], { id: string }>(tx.db, 'SELECT id FROM training_attendance WHERE person_id = ?').all(personId);
  for (const { id } of rows) forgetImported(tx, id);
  prepared(tx.db, "UPDATE training_attendance SET note = '' WHERE person_id = ? AND note <> ''").run(personId);
  await eraseRowsFromJournal(
    tx,
    'training_attendance',
    rows.map(({ id }) => id),
  );
  await tx.pause();
  await forgetWords(tx, written, words);
}
