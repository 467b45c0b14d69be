import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../src-shared/model/result.ts';
import { createProbe, dumpTables, oddTables, type Probe } from '../harness/probe.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';

let probe: Probe;
let workspace: TestWorkspace;

beforeEach(async () => {
  probe = createProbe([oddTables]);
  workspace = await openTestWorkspace({ features: [probe.feature], seedDemo: null });
});
afterEach(() => workspace.end());

const db = () => probe.deps().session().db;
const run = (...statements: readonly (readonly [string, ...unknown[]])[]) =>
  probe
    .deps()
    .session()
    .write({ method: 'test.run' }, () => {
      for (const [sql, ...values] of statements)
        db()
          .prepare(sql)
          .run(...values);
      return ok(null);
    });

const id = fc.constantFrom('a', 'A', 'b', 'c', 'd');
const anyValue = fc.oneof(
  fc.constant(null),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom("O'Brien, 'quoted'", 'nul\0inside', '\0', '', "X'00'", '😀 ünï', 'CAST(1 AS TEXT)', '),('),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.double({ noNaN: true }),
  fc.constantFrom(-0, 0, Number.POSITIVE_INFINITY, 5e-324),
  fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes)),
);
const text = fc.oneof(
  fc.constant(null),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('nul\0', "it's", 'Straße', 'STRASSE'),
);
const statement = fc.oneof(
  fc.tuple(
    fc.constant('INSERT OR REPLACE INTO notes (id, body, "odd "" name", amount, count, bytes, folded) VALUES (?, ?, ?, ?, ?, ?, ?)'),
    id,
    text,
    anyValue,
    fc.double({ noNaN: true }),
    fc.bigInt({ min: -5n, max: 2n ** 62n }),
    fc.uint8Array({ maxLength: 5 }).map((bytes) => Buffer.from(bytes)),
    text,
  ),
  fc.tuple(fc.constant('UPDATE notes SET folded = ?, "odd "" name" = ? WHERE id = ?'), text, anyValue, id),
  fc.tuple(fc.constant('UPDATE OR IGNORE notes SET id = ? WHERE id = ?'), id, id),
  fc.tuple(fc.constant('DELETE FROM notes WHERE id = ?'), id),
  fc.tuple(fc.constant('INSERT INTO numbered (label, note_id) SELECT ?, id FROM notes LIMIT 2'), text),
  fc.tuple(fc.constant('UPDATE OR IGNORE numbered SET id = id + 7 WHERE label IS ?'), text),
  fc.tuple(fc.constant('INSERT OR REPLACE INTO pairs VALUES (?, ?, ?)'), id, fc.integer({ min: 0, max: 2 }), anyValue),
  fc.tuple(fc.constant('UPDATE OR REPLACE pairs SET b = b + 1 WHERE a = ?'), id),
  fc.tuple(fc.constant('DELETE FROM pairs WHERE b = ?'), fc.integer({ min: 0, max: 2 })),
  fc.tuple(fc.constant('INSERT INTO loose VALUES (?)'), anyValue),
  fc.tuple(fc.constant('UPDATE loose SET value = ? WHERE _rowid_ % 2 = 0'), anyValue),
  fc.tuple(fc.constant('DELETE FROM loose WHERE _rowid_ = (SELECT min(_rowid_) FROM loose WHERE ? IS NULL)'), anyValue),
);

describe('undo and redo', () => {
  it('[E5] restore byte-equal rows after any sequence of commands', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(statement, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }), async (commands) => {
        // A barrier, so that each round has an undo stack of its own.
        probe
          .deps()
          .session()
          .write({ method: 'test.barrier', undoable: false }, () => ok(null));
        const states = [dumpTables(db())];
        for (const command of commands) {
          const before = states.at(-1);
          expect(run(...(command as [string, ...unknown[]][])).ok).toBe(true);
          const after = dumpTables(db());
          const { undo } = await workspace.call<{ undo: { seq: number } | null }>('journal.undoState');
          // A command that changed no row is not a step of undo.
          if (undo !== null && (after !== before || undo.seq === (await newest()))) states.push(after);
        }
        for (const expected of states.slice(0, -1).reverse()) {
          await workspace.call('journal.undo');
          expect(dumpTables(db())).toBe(expected);
        }
        for (const expected of states.slice(1)) {
          await workspace.call('journal.redo');
          expect(dumpTables(db())).toBe(expected);
        }
        expect(db().prepare('PRAGMA foreign_key_check').all()).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(await workspace.call('journal.verify')).toMatchObject({ intact: true });
  });

  it('[E5] a new command after an undo ends redo, and undo stops where the workspace was opened', async () => {
    run(['INSERT INTO loose VALUES (1)']);
    run(['INSERT INTO loose VALUES (2)']);
    await workspace.call('journal.undo');
    run(['INSERT INTO loose VALUES (3)']);
    expect(await workspace.refusal('journal.redo')).toEqual({ code: 'undo.nothing' });
    await workspace.call('journal.undo');
    await workspace.call('journal.undo');
    expect(await workspace.refusal('journal.undo')).toEqual({ code: 'undo.nothing' });
    expect(db().prepare('SELECT count(*) AS n FROM loose').get()).toEqual({ n: 0 });
  });

  it('reaches back over a lock, since the workspace was not closed', async () => {
    run(['INSERT INTO loose VALUES (1)']);
    await workspace.call('workspace.lock');
    await workspace.unlock();
    await workspace.call('journal.undo');
    expect(db().prepare('SELECT count(*) AS n FROM loose').get()).toEqual({ n: 0 });
  });

  it('is blocked by a command that cannot be taken back, and says which', async () => {
    run(['INSERT INTO loose VALUES (1)']);
    probe
      .deps()
      .session()
      .write({ method: 'test.barrier', undoable: false }, () => ok(null));
    expect(await workspace.refusal('journal.undo')).toEqual({ code: 'undo.blocked', detail: 'test.barrier' });
  });

  it('takes back 10 000 imported rows in one step', async () => {
    const session = probe.deps().session();
    session.write({ method: 'test.import' }, () => {
      const insert = session.db.prepare('INSERT INTO notes (id, body) VALUES (?, ?)');
      for (let row = 0; row < 10_000; row += 1) insert.run(`row-${row}`, 'x'.repeat(200));
      return ok(null);
    });
    await workspace.call('journal.undo');
    expect(db().prepare('SELECT count(*) AS n FROM notes').get()).toEqual({ n: 0 });
    await workspace.call('journal.redo');
    expect(db().prepare('SELECT count(*) AS n FROM notes').get()).toEqual({ n: 10_000 });
  });
});

async function newest(): Promise<number> {
  const { entries } = await workspace.call<{ entries: { seq: number }[] }>('journal.list', { limit: 1 });
  return entries[0]?.seq ?? 0;
}
