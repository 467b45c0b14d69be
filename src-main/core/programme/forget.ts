import { wordPattern } from '../../../src-shared/model/word-pattern.ts';
import { prepared, type SlicedConnection } from '../db/index.ts';
import { eraseRowsFromJournal } from '../journal/index.ts';

/** What people wrote, by table: where a name may stand. JSON counts, since a name in it is words like any other. */
const written: Readonly<Record<string, readonly string[]>> = {
  assessments: ['title', 'by_name', 'scope', 'note'],
  assessment_answers: ['note', 'shown_by', 'gap'],
  risk_assessments: ['title', 'cause_note', 'conclusion', 'signed_by', 'sign_note'],
  risk_rows: ['safeguards', 'owner', 'note'],
  programme_duties: ['person', 'deputy', 'duties'],
  escalation_paths: ['name', 'taken_when', 'halt', 'steps'],
  committee_meetings: ['title', 'chair', 'attendees', 'agenda', 'minutes'],
  committee_decisions: ['text', 'owner'],
  manual_sections: ['title', 'body', 'said_when_edited'],
  manual_versions: ['by_name', 'approved_by', 'note', 'content'],
};

/**
 * Takes a person who is erased out of the programme: everywhere the person's names, as whole words, give way to the name of the tombstone, in
 * versions of the manual too, and out of the history of those rows. Part of a command in slices that cannot be undone.
 */
export async function forgetInProgramme(
  tx: SlicedConnection,
  words: readonly { readonly from: string; readonly to: string }[],
): Promise<void> {
  const patterns = [...words]
    .filter(({ from }) => from.trim() !== '')
    .sort((a, b) => b.from.length - a.from.length)
    .map(({ from, to }) => ({ from: wordPattern(from), to }));
  const plain = (text: string) => patterns.reduce((now, { from, to }) => now.replace(from, () => to), text);
  for (const [table, columns] of Object.entries(written)) {
    const rows = prepared<[], Record<string, string | null>>(tx.db, `SELECT id, ${columns.join(', ')} FROM ${table}`).all();
    const put = prepared(tx.db, `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`);
    const changed: string[] = [];
    for (const row of rows) {
      const after = columns.map((column) => (row[column] == null ? null : plain(row[column])));
      if (after.every((value, place) => value === row[columns[place] ?? ''])) continue;
      put.run(...after, row['id']);
      changed.push(row['id'] ?? '');
    }
    await eraseRowsFromJournal(tx, table, changed);
    await tx.pause();
  }
}
