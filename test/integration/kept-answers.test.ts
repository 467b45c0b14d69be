import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overviewTables } from '../../src-main/core/classification/overview.ts';
import { features } from '../../src-main/core/features.ts';
import { type TrackedTable, trackedTables } from '../../src-main/core/journal/capture.ts';
import { trainingTables } from '../../src-main/core/training/index.ts';
import { transferTables } from '../../src-main/core/transfers/picture.ts';
import { demoPassphrase } from '../../src-main/core/workspace/demo.ts';
import { err, ok } from '../../src-shared/model/result.ts';
import { createProbe } from '../harness/probe.ts';
import { statementsOf, tablesRead } from '../harness/tables-read.ts';
import { startTestApp, type TestApp } from '../harness/workspace.ts';

/** What screens ask that is answered from what was kept since the last change. */
const questions: readonly (readonly [method: string, input?: object])[] = [
  ['overview.get'],
  ['overview.actions', { limit: 20 }],
  ['overview.vettings', { limit: 20 }],
  ['measures.read'],
  ['screening.standing'],
  ['access.findings', { states: ['open'] }],
  ['access.findings', { severities: ['high'], limit: 1 }],
  ['quality.check'],
  ['plan.get'],
  ['cases.gates', { states: ['held', 'overtaken', 'ready', 'passed'], limit: 200 }],
  ['transfers.list', { view: 'all', offset: 0, limit: 200 }],
  ['parties.counts'],
  ['training.overview'],
];

const probe = createProbe([]);
let app: TestApp;
beforeAll(async () => {
  app = startTestApp({ features: [...features, probe.feature] });
  await app.call('workspace.demo', { parent: null });
}, 120_000);
afterAll(() => app.end());

const workspace = () => probe.deps().session();

/** The last entries of the journal are other ones after every change and after every undo. */
const withoutEntries = (value: unknown): unknown => (typeof value === 'object' && value !== null ? { ...value, recent: [] } : value);

/** Every answer as text; a question that cannot be answered says with which error. */
async function answers(): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const [method, input = {}] of questions) {
    const reply = await app.app.dispatch(method, input);
    all[`${method} ${JSON.stringify(input)}`] = reply.ok ? JSON.stringify(withoutEntries(reply.value)) : reply.error.code;
  }
  return all;
}

/** Locks and opens again: nothing of what was kept is left. */
async function openAgain(): Promise<void> {
  await app.call('workspace.lock');
  await app.call('workspace.unlock', { passphrase: demoPassphrase });
}

/** Whether any row was changed by statements that are written as one command; those that the tables' own rules forbid are left out. */
function wrote(...statements: readonly string[]): boolean {
  const { db } = workspace();
  let changed = 0;
  // Whatever points to a row that goes is left as it is: reading must come to the same all the same.
  db.pragma('foreign_keys = OFF');
  const allowed = (sql: string) => {
    try {
      changed += db.prepare(sql).run().changes;
    } catch (cause) {
      if (!(cause instanceof Database.SqliteError)) throw cause;
    }
  };
  workspace().write({ method: 'test.change', params: {} }, () => {
    statements.forEach(allowed);
    return changed === 0 ? err({ code: 'undo.nothing' }) : ok(null);
  });
  db.pragma('foreign_keys = ON');
  return changed > 0;
}

/** Tables that are read for an answer when nothing is kept. */
async function tablesOf(work: () => Promise<unknown>): Promise<ReadonlySet<string>> {
  await openAgain();
  const { db } = workspace();
  const heard = await statementsOf(db, async () => {
    await work();
  });
  return new Set(tablesRead(db, heard));
}

const quoted = (name: string) => `"${name}"`;

/** Gives every row what the row after it has in a column, and the last what the first has. */
const moved = (table: string, column: string): string =>
  `UPDATE ${quoted(table)} AS t SET ${column} = (SELECT n.${column} FROM ${quoted(table)} n ORDER BY n.rowid <= t.rowid, n.rowid LIMIT 1)
   WHERE (SELECT count(*) FROM ${quoted(table)}) BETWEEN 2 AND 2000`;

/** Facts are written with their asset, whose revision says so; what a finding says is never changed. */
const leftAlone: Readonly<Record<string, readonly string[]>> = { asset_versions: ['asset_id', 'facts'], findings: ['summary'] };

/** What changes a table: what rows say moves to others, or all rows go. */
const changesOf = ({ name, columns, primaryKey }: TrackedTable): readonly (readonly string[])[] => [
  columns
    .filter((column) => !primaryKey.includes(column) && leftAlone[name]?.includes(column) !== true)
    .map((column) => moved(name, quoted(column))),
  [`DELETE FROM ${quoted(name)}`],
];

/** What the rules in force come from is part of every key; of people, screening reads the names. */
const beside = ['guide_changes', 'journal_entries', 'journal_head', 'own_thresholds', 'people'];

describe('answers that were kept', () => {
  it.each([
    ['transfers.list', { view: 'all', offset: 0, limit: 200 }, transferTables],
    ['overview.get', {}, overviewTables],
    ['training.overview', {}, [...trainingTables, 'training_owners']],
  ] as const)('%s rests on the tables it names, and on no other', async (method, input, tables) => {
    const read = await tablesOf(() => app.call(method, input));
    expect([...read].filter((table) => !tables.some((named) => named === table) && !beside.includes(table))).toEqual([]);
  });

  it('are what is worked out anew, after rows of any table were changed and after that was taken back', { timeout: 240_000 }, async () => {
    const first = await answers();
    /** Whether any answer is another one than before. */
    const check = async (sql: readonly string[]): Promise<boolean> => {
      const kept = await answers();
      await openAgain();
      expect(kept, sql[0]).toEqual(await answers());
      return Object.entries(kept).some(([question, answer]) => answer !== first[question]);
    };
    const undo = async (sql: readonly string[]) => {
      await app.call('journal.undo');
      expect(await answers(), `${sql[0]}, and taken back`).toEqual(first);
    };
    const read = await tablesOf(answers);
    const tracked = trackedTables(workspace().db);
    const told: string[] = [];
    for (const table of tracked.values()) {
      // Settings say one thing each, and the workspace's own row what it is.
      if (!read.has(table.name) || table.name === 'settings' || table.name === 'workspace_info') continue;
      for (const sql of changesOf(table)) {
        if (!wrote(...sql)) continue;
        const changed = await check(sql);
        await undo(sql);
        if (!changed) continue;
        told.push(table.name);
        break;
      }
    }
    const days = ["INSERT OR REPLACE INTO settings (key, value) VALUES ('mapEveryDays', '20')"];
    expect(wrote(...days) && (await check(days))).toBe(true);
    await undo(days);
    // What the journal does not hold cannot be taken back, so this comes last.
    for (const name of ['access_findings', 'access_positions', 'screening_hits', 'screening_subjects'].filter((one) => !tracked.has(one))) {
      const sql = [`DELETE FROM ${quoted(name)}`];
      if (wrote(...sql) && (await check(sql))) told.push(name);
    }
    // Else the changes would prove nothing.
    expect(told).toEqual(
      expect.arrayContaining(['access_findings', 'assets', 'parties', 'people', 'screening_hits', 'transfers', 'vettings']),
    );
  });
});
