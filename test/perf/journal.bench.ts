import { ok } from '../../src-shared/model/result.ts';
import { createProbe, oddTables } from '../harness/probe.ts';
import { openTestWorkspace } from '../harness/workspace.ts';

export const title = 'Journal: 200,000 entries in an encrypted file';

const entries = 200_000;

/** Measures how long it takes to check the whole chain while other requests are answered, and to find entries in it. */
export async function run(): Promise<{ columns: string[]; rows: (string | number)[][]; notes: string[] }> {
  const probe = createProbe([oddTables]);
  const workspace = await openTestWorkspace({ features: [probe.feature], seedDemo: null });
  const { db } = probe.deps().session();
  try {
    const filling = performance.now();
    // Commands as they are made, one row each; on disk once for many, since what is measured is the reading.
    db.pragma('synchronous = OFF');
    for (let number = 0; number < entries; number += 1) {
      probe
        .deps()
        .session()
        .write({ method: 'bench.edit', params: { name: `Record ${number}` }, subject: { entity: 'notes', id: `edit-${number}` } }, () => {
          probe.deps().session().db.prepare('INSERT INTO notes (id, body) VALUES (?, ?)').run(`edit-${number}`, `What was noted ${number}`);
          return ok(null);
        });
      if (number % 500 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    const fillMs = performance.now() - filling;

    let longestStallMs = 0;
    let running = true;
    const watch = (async () => {
      while (running) {
        const before = performance.now();
        await new Promise((resolve) => setImmediate(resolve));
        longestStallMs = Math.max(longestStallMs, performance.now() - before);
      }
    })();
    const started = performance.now();
    const verdict = await workspace.call<{ intact: boolean; entries: number }>('journal.verify');
    const verifyMs = performance.now() - started;
    running = false;
    await watch;
    if (!verdict.intact || verdict.entries < entries) throw new Error('The chain is not whole');

    const listing = performance.now();
    await workspace.call('journal.list', { limit: 100 });
    const listMs = performance.now() - listing;
    return {
      columns: ['What', 'ms', 'Longest wait of others, ms', 'Bound, ms'],
      rows: [
        ['check the whole chain', Math.round(verifyMs), Math.round(longestStallMs), 5000],
        ['the newest hundred, with how many there are', Math.round(listMs), '', ''],
      ],
      notes: [`Writing them took ${Math.round(fillMs / 1000)} s without waiting for the disk.`],
    };
  } finally {
    await workspace.end();
  }
}
