import { wordPattern } from '../../../src-shared/model/word-pattern.ts';
import { type Connection, prepared } from '../db/index.ts';

/** What people wrote, by table: where a name may stand. */
const written: Readonly<Record<string, readonly string[]>> = {
  incidents: [
    'title',
    'what_happened',
    'owner',
    'stop_note',
    'preserve_note',
    'preserved_by',
    'assessment',
    'root_cause',
    'decision_reason',
    'decided_by',
    'authorised_by',
    'lessons',
    'recorded_by',
    'closed_by',
  ],
  incident_halts: ['name', 'what', 'by_name', 'lifted_by', 'lift_reason'],
  incident_actions: ['title', 'owner', 'verified'],
  incident_escalations: ['to_name', 'ask', 'by_name', 'answer', 'answered_by'],
  gate_passes: ['by_name', 'reason'],
  gate_reports: ['by_name', 'note', 'settled_by', 'settled_reason'],
  watch_looks: ['looked_at', 'found', 'by_name'],
  watch_items: ['title', 'why', 'look', 'owner'],
};

/** Takes the names of an erased person out of gates, incidents and the watch. `words` are looked for as whole words. */
export function forgetInCases(
  { db }: Pick<Connection, 'db'>,
  personId: string,
  name: string,
  words: readonly { readonly from: string; readonly to: string }[],
): void {
  prepared(db, "UPDATE incident_halts SET name = ? WHERE record_kind = 'person' AND record_id = ?").run(name, personId);
  const patterns = [...words]
    .filter(({ from }) => from.trim() !== '')
    .sort((a, b) => b.from.length - a.from.length)
    .map(({ from, to }) => ({ from: wordPattern(from), to }));
  for (const [table, columns] of Object.entries(written)) {
    const rows = db.prepare<[], Record<string, string>>(`SELECT id, ${columns.join(', ')} FROM ${table}`).all();
    for (const row of rows) {
      const changed = columns.flatMap((column) => {
        const before = row[column] ?? '';
        const after = patterns.reduce((text, { from, to }) => text.replace(from, () => to), before);
        return after === before ? [] : [[column, after] as const];
      });
      if (changed.length === 0) continue;
      db.prepare<string[]>(`UPDATE ${table} SET ${changed.map(([column]) => `${column} = ?`).join(', ')} WHERE id = ?`).run(
        ...changed.map(([, after]) => after),
        row['id'] ?? '',
      );
    }
  }
}
