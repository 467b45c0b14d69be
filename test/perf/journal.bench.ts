import { createJournalWriter } from '../../src-main/core/journal/index.ts';
import { createProbe, oddTables } from '../harness/probe.ts';
import { openTestWorkspace } from '../harness/workspace.ts';
import { median, type Watched, watched } from './watched.ts';

export const title = 'Journal: 200,000 entries in an encrypted file';

const entries = 200_000;

/** Writes entries as commands of one row each do, with the product's own writer, in one transaction: what is measured is the reading. */
function fill(db: Parameters<typeof createJournalWriter>[0]): void {
  const writer = createJournalWriter(db);
  const change = db.prepare<[number, string, string]>(
    "INSERT INTO journal_changes (entry, table_name, operation, record, row_before, row_after, before, after) VALUES (?, 'notes', 'insert', ?, NULL, 1, NULL, ?)",
  );
  db.transaction(() => {
    for (let number = 0; number < entries; number += 1) {
      const seq = writer.nextSeq();
      change.run(seq, `edit-${number}`, `'edit-${number}','What was noted on the ${number}th day of the work'`);
      writer.append(seq, {
        at: '2026-11-21T09:00:00.000Z',
        person: { name: 'Tess Tester', initials: 'TT' },
        note: { method: 'bench.edit', params: { name: `Record ${number}` }, subject: { entity: 'notes', id: `edit-${number}` } },
        kind: 'do',
        reverses: null,
      });
    }
  })();
}

/** Measures how long it takes to check the whole chain while other requests are answered, and to find entries in it. */
export async function run(): Promise<{ columns: string[]; rows: (string | number)[][]; notes: string[] }> {
  const probe = createProbe([oddTables]);
  const workspace = await openTestWorkspace({ features: [probe.feature], seedDemo: null });
  const { db } = probe.deps().session();
  try {
    const filling = performance.now();
    fill(db);
    const fillMs = performance.now() - filling;

    const rounds: Watched[] = [];
    for (let round = 0; round < 3; round += 1)
      rounds.push(
        await watched(async () => {
          const verdict = await workspace.call<{ intact: boolean; entries: number }>('journal.verify');
          if (!verdict.intact || verdict.entries < entries) throw new Error('The chain is not whole');
        }),
      );

    const listing = performance.now();
    await workspace.call('journal.list', { limit: 100 });
    const listMs = performance.now() - listing;
    return {
      columns: ['What', 'ms', 'Bound, ms', 'Longest wait of others, ms', 'Bound, ms'],
      rows: [
        ['check the whole chain', median(rounds.map(({ ms }) => ms)), 5000, median(rounds.map(({ waitMs }) => waitMs)), 50],
        ['the newest hundred, with how many there are', Math.round(listMs), '', '', ''],
      ],
      notes: [
        `Medians of three rounds; others wait is the longest the thread computed without a pause. Writing them took ${Math.round(fillMs / 1000)} s in one transaction.`,
      ],
    };
  } finally {
    await workspace.end();
  }
}
