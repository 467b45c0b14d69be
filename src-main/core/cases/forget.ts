import { prepared, type SlicedConnection } from '../db/index.ts';
import { eraseRowsFromJournal, type Forgettable, forgetWords } from '../journal/index.ts';

/** What people wrote, by table: where a name may stand. */
const written = {
  incidents: {
    title: 300,
    what_happened: 8000,
    owner: 200,
    stop_note: 8000,
    preserve_note: 8000,
    preserved_by: 200,
    assessment: 8000,
    root_cause: 8000,
    decision_reason: 8000,
    decided_by: 200,
    authorised_by: 200,
    lessons: 8000,
    recorded_by: 200,
    closed_by: 200,
  },
  incident_halts: { name: 400, what: 600, by_name: 200, lifted_by: 200, lift_reason: 4000 },
  incident_actions: { title: 300, owner: 200, verified: 600 },
  incident_escalations: { to_name: 200, ask: 4000, by_name: 200, answer: 4000, answered_by: 200 },
  gate_passes: { by_name: 200, reason: 4000 },
  gate_reports: { by_name: 200, note: 2000, settled_by: 200, settled_reason: 4000 },
  watch_looks: { looked_at: 600, found: 4000, by_name: 200 },
  watch_items: { title: 200, why: 600, look: 600, owner: 200 },
} as const;

/** Takes the names of an erased person out of gates, incidents and the watch, and out of their history. Part of a command in slices. */
export async function forgetInCases(tx: SlicedConnection, personId: string, name: string, words: Forgettable): Promise<void> {
  const halts = prepared<[string], { id: string }>(
    tx.db,
    "SELECT id FROM incident_halts WHERE record_kind = 'person' AND record_id = ?",
  ).all(personId);
  prepared(tx.db, "UPDATE incident_halts SET name = ? WHERE record_kind = 'person' AND record_id = ?").run(name, personId);
  await eraseRowsFromJournal(
    tx,
    'incident_halts',
    halts.map(({ id }) => id),
  );
  await forgetWords(tx, written, words);
}
