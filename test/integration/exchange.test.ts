import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSigningKey } from '../../src-main/core/binder/index.ts';
import { exchangeLimits, makeExchange } from '../../src-main/core/exchange/file.ts';
import { features } from '../../src-main/core/features.ts';
import type { ExchangedFile, ExchangePreview } from '../../src-shared/contract/exchange.ts';
import type { PartyDetail } from '../../src-shared/contract/parties.ts';
import type { ExchangeFields } from '../../src-shared/formats/exchange.ts';
import { readyMade } from '../../src-shared/model/redaction.ts';
import { createProbe } from '../harness/probe.ts';
import { openTestWorkspace, startTestApp, type TestApp, type TestWorkspace } from '../harness/workspace.ts';

interface Office {
  readonly at: TestApp;
  readonly column: (sql: string) => string[];
}

let demo: Office;
let oslo: Office;

async function office(name: string): Promise<Office> {
  const probe = createProbe([]);
  const at: TestWorkspace = await openTestWorkspace({ name, features: [...features, probe.feature] });
  return { at, column: (sql) => probe.deps().session().db.prepare<[], string>(sql).pluck().all() };
}

beforeAll(async () => {
  const probe = createProbe([]);
  const at = startTestApp({ features: [...features, probe.feature] });
  await at.call('workspace.demo', { parent: null });
  demo = { at, column: (sql) => probe.deps().session().db.prepare<[], string>(sql).pluck().all() };
  oslo = await office('Oslo');
}, 240_000);
afterAll(async () => {
  await demo.at.end();
  await oslo.at.end();
});

/** Sends everything of one office to another and gives what the other is shown. */
async function send(from: Office, to: Office, file: string, redaction = 'none'): Promise<ExchangePreview> {
  const path = join(from.at.ports.root, file);
  from.at.ports.picks.saves.push(path);
  await from.at.call('exchange.save', { redaction });
  return opened(to, path);
}
async function opened(to: Office, path: string): Promise<ExchangePreview> {
  to.at.ports.picks.files.push(path);
  return to.at.call<ExchangePreview>('exchange.open', {});
}
const take = (to: Office, { handle, sha256 }: ExchangePreview, theirs: readonly object[] = []) =>
  to.at.call<ExchangedFile>('exchange.take', { handle, sha256, theirs });

/** Objects are the same in whatever order their keys stand. */
const sorted = (text: string): string =>
  text.replace(/\{[^{}]*\}/g, (object) =>
    JSON.stringify(Object.entries(JSON.parse(object) as object).sort(([a], [b]) => (a < b ? -1 : 1))),
  );

/** Everything of the registers, as text: ids, names, facts, owners, places. */
const registers = ({ column: raw }: Office) => {
  const column = (sql: string) => raw(sql).map(sorted);
  return {
    sites: column('SELECT id || name || country || city || note FROM sites ORDER BY id'),
    assets: column(
      "SELECT id || kind || name || external_id || owner_name || stage || coalesce(site_id, '-') || current_version_id || version_count || (archived_at IS NULL) FROM assets ORDER BY id",
    ),
    versions: column('SELECT id || asset_id || label || note FROM asset_versions ORDER BY asset_id, ordinal'),
    facts: column('SELECT v.id || f.key || f.value FROM asset_versions v, json_each(v.facts) f ORDER BY v.id, f.key'),
    links: column('SELECT id || kind || from_id || to_id || note FROM asset_links ORDER BY id'),
    parties: column(
      "SELECT id || kind || name || external_id || roles || coalesce(registration_country, '-') || coalesce(headquarters_country, '-') || operation_countries || birth || nationalities || business || website || coalesce(tier, '-') || owner || note || names || identifiers || places || owners_known FROM parties ORDER BY id",
    ),
    holdings: column(
      "SELECT id || owner_id || owned_id || kind || coalesce(percent, '-') || coalesce(from_on, '-') || evidence FROM party_holdings ORDER BY id",
    ),
  };
};

const party = async ({ at, column }: Office, name: string) => {
  const id = column(`SELECT id FROM parties WHERE name = '${name}'`)[0] ?? '';
  return at.call<PartyDetail>('parties.get', { id });
};
const change = async (where: Office, name: string, columns: object) => {
  const { row } = await party(where, name);
  await where.at.call('parties.update', { id: row.id, revision: row.revision, columns });
};

describe('exchange between two offices', () => {
  it('brings everything over without loss: sites, assets with versions and facts, links, parties with names, numbers, places and owners', async () => {
    const shown = await send(demo, oslo, 'first.gatehouse.jsonl');
    expect(shown).toMatchObject({ office: 'Halden Robotics', known: false, own: false, conflicts: [] });
    expect(shown.counts).toMatchObject({ changed: 0, same: 0, conflict: 0, gone: 0 });
    expect(shown.counts.new).toBeGreaterThan(50);
    await take(oslo, shown);
    expect(registers(oslo)).toEqual(registers(demo));
    expect(oslo.column('SELECT count(*) || 0 FROM asset_states')).toEqual(
      oslo.column('SELECT count(*) || 0 FROM assets WHERE archived_at IS NULL'),
    );
    expect(oslo.column('SELECT count(*) || 0 FROM people')).toEqual(['00']);
  }, 60_000);

  it('changes nothing when the same file comes again, here or where it was made', async () => {
    const path = join(demo.at.ports.root, 'first.gatehouse.jsonl');
    for (const where of [oslo, demo]) {
      const before = registers(where);
      const again = await opened(where, path);
      expect(again.counts).toMatchObject({ new: 0, changed: 0, conflict: 0, kept: 0, gone: 0 });
      await take(where, again);
      expect(registers(where)).toEqual(before);
    }
    expect((await opened(oslo, path)).known).toBe(true);
    expect((await opened(demo, path)).own).toBe(true);
  }, 60_000);

  it('updates only what changed, in both directions, and keeps what only the taker changed', async () => {
    const [first = '', second = ''] = demo.column(
      "SELECT name FROM parties WHERE kind = 'organisation' AND archived_at IS NULL ORDER BY name LIMIT 2",
    );
    await change(demo, first, { business: 'Sells lenses' });
    await change(oslo, second, { business: 'Ships by sea' });
    const shown = await send(demo, oslo, 'second.gatehouse.jsonl');
    expect(shown.counts).toMatchObject({ new: 0, changed: 1, kept: 1, conflict: 0 });
    await take(oslo, shown);
    expect((await party(oslo, first)).columns.business).toBe('Sells lenses');
    expect((await party(oslo, second)).columns.business).toBe('Ships by sea');
    const back = await send(oslo, demo, 'back.gatehouse.jsonl');
    expect(back.counts).toMatchObject({ new: 0, changed: 1, kept: 0, conflict: 0 });
    await take(demo, back);
    expect(registers(demo)).toEqual(registers(oslo));
  }, 60_000);

  it('takes a value that went back to what it was', async () => {
    const [name = ''] = demo.column("SELECT name FROM parties WHERE kind = 'organisation' AND archived_at IS NULL ORDER BY name LIMIT 1");
    for (const website of ['a.example', 'b.example', 'a.example']) {
      await change(demo, name, { website });
      await take(oslo, await send(demo, oslo, `to-${website}.gatehouse.jsonl`));
      expect((await party(oslo, name)).columns.website).toBe(website);
    }
  }, 60_000);

  it('shows what both sides changed, keeps ours unless theirs is chosen, and tells the other side', async () => {
    const [one = '', two = ''] = demo.column(
      "SELECT name FROM parties WHERE kind = 'organisation' AND archived_at IS NULL ORDER BY name LIMIT 2 OFFSET 2",
    );
    for (const [where, said] of [
      [demo, 'Halden says'],
      [oslo, 'Oslo says'],
    ] as const)
      for (const name of [one, two]) await change(where, name, { note: said });
    const shown = await send(demo, oslo, 'both.gatehouse.jsonl');
    expect(shown.counts).toMatchObject({ conflict: 2, changed: 0, new: 0 });
    expect(shown.conflicts).toEqual(
      expect.arrayContaining(
        [one, two].map((title) =>
          expect.objectContaining({ kind: 'party', field: 'note', title, ours: 'Oslo says', theirs: 'Halden says' }),
        ),
      ),
    );
    const chosen = shown.conflicts.find(({ title }) => title === one);
    await take(oslo, shown, [{ kind: chosen?.kind, id: chosen?.id, field: chosen?.field }]);
    expect((await party(oslo, one)).columns.note).toBe('Halden says');
    expect((await party(oslo, two)).columns.note).toBe('Oslo says');
    const back = await send(oslo, demo, 'settled.gatehouse.jsonl');
    expect(back.counts).toMatchObject({ changed: 1, conflict: 0 });
    await take(demo, back);
    expect((await party(demo, two)).columns.note).toBe('Oslo says');
    expect(registers(demo)).toEqual(registers(oslo));
  }, 60_000);

  it('brings back nothing that was removed here, and undoes as one step', async () => {
    const before = registers(oslo);
    const [name = ''] = demo.column("SELECT name FROM parties WHERE kind = 'organisation' AND archived_at IS NULL ORDER BY name LIMIT 1");
    await change(demo, name, { business: 'Something else' });
    await take(oslo, await send(demo, oslo, 'undo.gatehouse.jsonl'));
    expect(registers(oslo)).not.toEqual(before);
    await oslo.at.call('journal.undo', {});
    expect(registers(oslo)).toEqual(before);
    const again = await opened(oslo, join(demo.at.ports.root, 'undo.gatehouse.jsonl'));
    expect(again.counts).toMatchObject({ changed: 1 });
    await take(oslo, again);
  }, 60_000);

  it('finds what an office already has under another id, by number or name, and makes no double', async () => {
    const bergen = await office('Bergen');
    try {
      const [name = ''] = demo.column("SELECT name FROM parties WHERE kind = 'organisation' AND archived_at IS NULL ORDER BY name LIMIT 1");
      await bergen.at.call('parties.create', { columns: { name: name.toUpperCase(), kind: 'organisation', note: 'Known in Bergen' } });
      await take(bergen, await send(demo, bergen, 'bergen.gatehouse.jsonl'));
      expect(bergen.column('SELECT count(*) || 0 FROM parties')).toEqual(demo.column('SELECT count(*) || 0 FROM parties'));
      const back = await send(bergen, demo, 'from-bergen.gatehouse.jsonl');
      expect(back.counts.new).toBe(0);
    } finally {
      await bergen.at.end();
    }
  }, 60_000);

  it('sends no person under a profile that hides people, and takes nothing from anybody for it', async () => {
    const owners = demo.column(
      "SELECT DISTINCT owner_name FROM assets WHERE owner_name <> '' UNION SELECT DISTINCT owner FROM parties WHERE owner <> ''",
    );
    const persons = demo.column("SELECT name FROM parties WHERE kind = 'person'");
    expect(owners.length * persons.length).toBeGreaterThan(0);
    const before = registers(oslo);
    const shown = await send(demo, oslo, 'nobody.gatehouse.jsonl', 'noPeople');
    const text = readFileSync(join(demo.at.ports.root, 'nobody.gatehouse.jsonl'), 'utf8');
    for (const name of [...owners.filter((each) => /\s/.test(each)), ...persons]) expect(text).not.toContain(name);
    // Only the head names who made it, by a mark; no value of a record is replaced by one.
    expect(text.split('\n').slice(2).join('\n')).not.toContain('[withheld]');
    expect(shown).toMatchObject({ redaction: 'noPeople', counts: { new: 0, changed: 0, conflict: 0 } });
    await take(oslo, shown);
    expect(registers(oslo)).toEqual(before);
  }, 60_000);

  it('refuses a file that was touched, that is none, or that holds what no office writes', async () => {
    const good = join(demo.at.ports.root, 'nobody.gatehouse.jsonl');
    const bytes = readFileSync(good);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: bytes.indexOf(0x0a) + 1, max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const bad = Buffer.from(bytes);
          bad[at] = (bad[at] ?? 0) ^ by;
          const path = join(demo.at.ports.root, 'bad.jsonl');
          writeFileSync(path, bad);
          oslo.at.ports.picks.files.push(path);
          expect(await oslo.at.refusal('exchange.open', {})).toMatchObject({ code: 'file.refused', reason: 'exchange.altered' });
        },
      ),
      { numRuns: 20 },
    );
    writeFileSync(join(demo.at.ports.root, 'none.jsonl'), '{"a":1}\n');
    oslo.at.ports.picks.files.push(join(demo.at.ports.root, 'none.jsonl'));
    expect(await oslo.at.refusal('exchange.open', {})).toMatchObject({ code: 'file.refused', reason: 'exchange.notOne' });
    const shown = await opened(oslo, good);
    copyFileSync(join(demo.at.ports.root, 'undo.gatehouse.jsonl'), good);
    expect(await oslo.at.refusal('exchange.take', { handle: shown.handle, sha256: shown.sha256, theirs: [] })).toMatchObject({
      code: 'file.refused',
    });
  }, 60_000);

  it('reads no file that is larger than any office writes, nor one that says it holds more, and tells the size and the limit', async () => {
    const path = join(oslo.at.ports.root, 'large.jsonl');
    const read = async () => {
      oslo.at.ports.picks.files.push(path);
      return oslo.at.refusal('exchange.open', {});
    };
    const signed = async (records: number, fields: ExchangeFields) => {
      const about = { office: 'Oslo', at: oslo.at.ports.clock.now(), by: 'Tess', redaction: readyMade.none, records };
      const made = await makeExchange(about, [{ kind: 'site', id: 's', seen: [], fields }], makeSigningKey(), async () => {});
      writeFileSync(path, made === null ? '' : Buffer.concat(made.pieces));
    };
    await signed(exchangeLimits.records + 1, {});
    expect(await read()).toMatchObject({ reason: 'exchange.tooMany', place: '250001', limit: exchangeLimits.records });
    await signed(2, {});
    expect(await read()).toMatchObject({ reason: 'exchange.notOne' });
    await signed(1, { note: 'x'.repeat(exchangeLimits.lineMegabytes * 1024 * 1024) });
    expect(await read()).toMatchObject({ reason: 'exchange.longLine', place: 'line 3', limit: exchangeLimits.lineMegabytes });
    truncateSync(path, exchangeLimits.megabytes * 1024 * 1024 + 1);
    expect(await read()).toMatchObject({ reason: 'exchange.tooLarge', place: 'large.jsonl, 129 MB', limit: exchangeLimits.megabytes });
    oslo.at.ports.picks.files.push(path);
    rmSync(path);
    expect(await oslo.at.refusal('exchange.open', {})).toMatchObject({ reason: 'exchange.unreadable', place: 'large.jsonl' });
  }, 60_000);

  it('writes down what went and came, and which key signed it', async () => {
    const { files, fingerprint } = await oslo.at.call<{ files: ExchangedFile[]; fingerprint: string }>('exchange.state', {});
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(files.filter(({ direction }) => direction === 'sent').every((file) => file.fingerprint === fingerprint)).toBe(true);
    expect(files.find(({ direction }) => direction === 'taken')).toMatchObject({ office: 'Halden Robotics' });
  });
});
