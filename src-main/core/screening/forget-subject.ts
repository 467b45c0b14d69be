import type { Subject } from '../../../src-shared/contract/screening.ts';
import { prepared, type SlicedConnection } from '../db/index.ts';
import { forgetEscalations } from '../escalations/index.ts';
import { forgetEvidence } from '../evidence/index.ts';
import { eraseFromJournal } from '../journal/index.ts';

/**
 * Takes somebody who was erased out of screening: their hits, what was decided about them with what both sides said then, and look-ups in which
 * one of their names was asked. Runs inside a command in slices that cannot be undone.
 */
export async function forgetSubject(tx: SlicedConnection, subject: Subject, names: readonly string[]): Promise<void> {
  const { db } = tx;
  const hits = prepared<[string, string], { id: string }>(
    db,
    'SELECT id FROM screening_hits WHERE subject_kind = ? AND subject_id = ?',
  ).all(subject.kind, subject.id);
  for (const { id } of hits) {
    await forgetEvidence(tx, { kind: 'screeningHit', id });
    await forgetEscalations(tx, { kind: 'screeningHit', id });
    prepared(db, "DELETE FROM notes WHERE record_id = ? AND entity = 'hit'").run(id);
    prepared(db, 'DELETE FROM screening_decisions WHERE hit_id = ?').run(id);
    prepared(db, 'DELETE FROM screening_hits WHERE id = ?').run(id);
    // Rows of decisions name the hit and not the person; what the journal kept of them quotes the person's names.
    await eraseFromJournal(tx, { tables: ['screening_decisions', 'notes'], id, words: [] });
    await tx.pause();
  }
  prepared(db, 'DELETE FROM screening_subjects WHERE kind = ? AND id = ?').run(subject.kind, subject.id);
  for (const name of names)
    if (name.trim() !== '') prepared(db, 'DELETE FROM screening_lookups WHERE instr(body, ?) > 0').run(JSON.stringify(name).slice(1, -1));
}
