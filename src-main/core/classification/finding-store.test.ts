import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Facts } from '../../../src-shared/model/asset-fields.ts';
import { isoDate } from '../../../src-shared/model/dates.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { classifyItem } from '../../engine/classification/index.ts';
import { type Connection, migrate } from '../db/index.ts';
import { loadRulePacks } from '../rulepacks/index.ts';
import { asStored, insertFinding, loadFinding } from './finding-store.ts';
import { type Item, inputOf, noSurroundings } from './judge/item-input.ts';
import { findingSha256, judgeItem } from './judge/judge-item.ts';
import { classificationMigrations } from './migrations.ts';

const known = (value: unknown) => ({ state: 'known', value, sourceKind: 'measured' });
const asFacts = (facts: object) => facts as Facts;
const noRates = () => undefined;

const items: readonly Item[] = [
  { kind: 'model', name: 'Nothing known', facts: {} },
  {
    kind: 'model',
    name: 'Größe “α”\nin two lines',
    facts: asFacts({
      parametersTotal: known({ value: 7e10 }),
      trainingTokens: known({ value: 1.5e13 }),
      architecture: known('denseTransformer'),
      weightsPublished: known('no'),
    }),
  },
  {
    kind: 'chip',
    name: 'Rowan D',
    facts: asFacts({
      chipRole: known('accelerator'),
      peakDense: known([{ format: 'int8', bitLength: 8, denseTeraOpsPerS: 375 }]),
      dataCentreMarketed: known('yes'),
      subjectToEarBasis: known('usOrigin'),
    }),
  },
  { kind: 'computer', name: 'Node 8', facts: asFacts({ computerRole: known('server') }) },
  { kind: 'software', name: 'Keys', facts: asFacts({ softwareRole: known('encryption') }) },
  { kind: 'technology', name: 'Drawings', facts: {} },
  { kind: 'service', name: 'Training runs', facts: {} },
  { kind: 'dataset', name: 'Corpus', facts: {} },
];

let packs: readonly RulePack[];
beforeAll(async () => {
  const loaded = await loadRulePacks(join(import.meta.dirname, '../../../resources/rulepacks'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  packs = loaded.value.packs.map(({ pack }) => pack);
});

function store(): Connection {
  const db = new Database(':memory:');
  migrate(db, classificationMigrations, '2026-11-21T08:00:00Z');
  return { db, orm: drizzle(db) };
}

const idsOf = (id: string) => ({ id, assetId: 'a', versionId: 'v', packsKey: 'k', foundAt: '2026-11-21T08:00:00Z' });

function keep(connection: Connection, id: string, item: Item, on = isoDate('2026-11-21')) {
  const judged = judgeItem(item, noSurroundings, { packs, on }, noRates, null);
  if (judged.packed === null) throw new Error('Nothing was packed');
  insertFinding(connection, idsOf(id), judged, judged.packed);
  return judged;
}

describe('a stored finding', () => {
  it.each(items)('of a $kind reads back as it was judged: $name', (item) => {
    const connection = store();
    const judged = keep(connection, 'f', item);
    const { facts } = inputOf(item, noSurroundings, noRates);
    const stored = loadFinding(connection, 'f');
    expect(stored?.itemFacts).toEqual(asStored(facts));
    expect(stored?.finding).toEqual(classifyItem(facts, isoDate('2026-11-21'), packs));
    expect(stored?.resultSha256).toBe(judged.sha256);
    // A replay starts from the facts as they were stored.
    if (stored !== undefined) expect(findingSha256(classifyItem(stored.itemFacts, stored.finding.on, packs))).toBe(judged.sha256);
  });

  it('shares its dictionary and its questions with others of its sort and day', () => {
    const connection = store();
    const count = (table: string) => connection.db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n;
    for (const name of ['A', 'B', 'C']) keep(connection, name, { kind: 'model', name, facts: {} });
    expect([count('findings'), count('finding_dictionaries'), count('finding_questions')]).toEqual([3, 1, 1]);
    keep(connection, 'D', { kind: 'model', name: 'D', facts: {} }, isoDate('2025-06-01'));
    expect(count('finding_dictionaries')).toBe(2);
    const rows = connection.db.prepare<[], { size: number }>('SELECT length(result) AS size FROM findings').all();
    const whole = JSON.stringify(loadFinding(connection, 'A')?.finding).length;
    for (const { size } of rows) expect(size).toBeLessThan(whole / 20);
  });

  it('of an earlier version is read on, in a file that has been brought up to date', () => {
    const db = new Database(':memory:');
    migrate(
      db,
      classificationMigrations.filter(({ id }) => id < 303),
      '2026-11-20T08:00:00Z',
    );
    const { facts } = inputOf({ kind: 'model', name: 'Old', facts: {} }, noSurroundings, noRates);
    const finding = classifyItem(facts, isoDate('2026-11-20'), packs);
    const packed = (value: unknown) => deflateRawSync(JSON.stringify(value));
    db.prepare(
      `INSERT INTO findings (id, asset_id, version_id, judged_on, packs_key, item_facts, result, result_sha256, summary, questions_packed, questions_sha256, found_at)
       VALUES ('old', 'a', 'v', '2026-11-20', 'k', ?, ?, ?, '{}', ?, 'x', '2026-11-20T08:00:00Z')`,
    ).run(packed(facts), packed(finding), findingSha256(finding), packed([]));
    migrate(db, classificationMigrations, '2026-11-21T08:00:00Z');
    const stored = loadFinding({ db, orm: drizzle(db) }, 'old');
    expect(stored?.itemFacts).toEqual(asStored(facts));
    expect(stored?.finding).toEqual(finding);
  });

  it('is refused as damage when its dictionary is gone', () => {
    const connection = store();
    keep(connection, 'f', { kind: 'model', name: 'A', facts: {} });
    const row = connection.db.prepare<[], { packed: Buffer }>('SELECT packed FROM finding_dictionaries').get();
    expect(inflateRawSync(row?.packed ?? Buffer.alloc(0)).toString()).toContain('"entries":[');
    connection.db.exec('DELETE FROM finding_dictionaries');
    expect(() => loadFinding(connection, 'f')).toThrow(/dictionary .* is missing/);
  });
});
