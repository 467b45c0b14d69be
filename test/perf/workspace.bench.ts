import { productKdf } from '../../src-main/core/crypto/index.ts';
import { ok } from '../../src-shared/model/result.ts';
import { createProbe, oddTables } from '../harness/probe.ts';
import { openTestWorkspace } from '../harness/workspace.ts';

export const title = 'Workspace: unlock, commands, undo and snapshots on a real encrypted file';

interface Measured {
  readonly ms: number;
  /** Longest time no other request could be answered. */
  readonly longestStallMs: number;
}

/** Runs work while the event loop is asked to turn as often as it can. */
async function measure(work: () => Promise<unknown>): Promise<Measured> {
  let longestStallMs = 0;
  let running = true;
  const watch = (async () => {
    while (running) {
      const before = performance.now();
      await new Promise((resolve) => setImmediate(resolve));
      longestStallMs = Math.max(longestStallMs, performance.now() - before);
    }
  })();
  const before = performance.now();
  await work();
  const ms = performance.now() - before;
  running = false;
  await watch;
  return { ms, longestStallMs };
}

/** Measures what every command and every unlock pays, with the product's own key derivation. */
export async function run(): Promise<{ columns: string[]; rows: (string | number)[][]; notes: string[] }> {
  const probe = createProbe([oddTables]);
  const workspace = await openTestWorkspace({ features: [probe.feature], seedDemo: null, kdf: productKdf });
  const session = () => probe.deps().session();
  const rows: (string | number)[][] = [];
  const note = (what: string, { ms, longestStallMs }: Measured) => rows.push([what, Math.round(ms * 10) / 10, Math.round(longestStallMs)]);
  try {
    await workspace.call('workspace.lock');
    note('unlock (scrypt, open, first read)', await measure(() => workspace.unlock()));

    const commands = 200;
    const each = await measure(async () => {
      for (let number = 0; number < commands; number += 1) {
        session().write({ method: 'bench.edit' }, () => {
          session().db.prepare('INSERT INTO notes (id, body) VALUES (?, ?)').run(`edit-${number}`, 'x'.repeat(1000));
          return ok(null);
        });
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
    note('one command, confirmed on disk', { ms: each.ms / commands, longestStallMs: each.longestStallMs });

    const bulk = () =>
      session().writeInSlices({ method: 'bench.import' }, async (tx) => {
        const insert = tx.db.prepare('INSERT INTO notes (id, body) VALUES (?, ?)');
        for (let row = 0; row < 10_000; row += 1) {
          insert.run(`row-${row}`, 'x'.repeat(1000));
          await tx.pause();
        }
        return ok(null);
      });
    note('10 000 rows of 1 kB, journalled', await measure(bulk));
    note('undo of the 10 000 rows', await measure(() => workspace.call('journal.undo')));
    note('redo of the 10 000 rows', await measure(() => workspace.call('journal.redo')));
    note('check of the whole journal', await measure(() => workspace.call('journal.verify')));
    note('snapshot, read back', await measure(() => workspace.call('backups.now')));
    note('lock', await measure(() => workspace.call('workspace.lock')));
    return {
      columns: ['what', 'ms', 'longest stall of the core, ms'],
      rows,
      notes: ['The core runs in a thread of its own: a stall delays answers, it does not freeze a window.'],
    };
  } finally {
    await workspace.end();
  }
}
