import type { RecordRef } from '../../../src-shared/model/record-ref.ts';
import type { SlicedConnection } from '../db/index.ts';
import { eraseEntriesFromJournal, eraseRowsFromJournal } from '../journal/index.ts';
import { dropEvidence, dropIdleBytes, evidenceOf } from './store.ts';

/**
 * Removes all evidence of a record for good: its rows, bytes that nothing else rests on, and what the journal holds of its rows. Part of a command in
 * slices that cannot be undone. Answers the ids of what went.
 */
export async function disposeEvidence(tx: SlicedConnection, record: RecordRef): Promise<readonly string[]> {
  const gone = evidenceOf(tx, record);
  for (const { id, sha256 } of gone) {
    dropEvidence(tx, id);
    if (sha256 !== null) dropIdleBytes(tx, sha256);
    await tx.pause();
  }
  await eraseRowsFromJournal(
    tx,
    'evidence',
    gone.map(({ id }) => id),
  );
  return gone.map(({ id }) => id);
}

/** The same for a record whose person is erased: what the journal says in words of its evidence goes too, names of files among them. */
export async function forgetEvidence(tx: SlicedConnection, record: RecordRef): Promise<void> {
  const gone = await disposeEvidence(tx, record);
  for (const id of [record.id, ...gone]) await eraseEntriesFromJournal(tx, 'evidence', id);
}
