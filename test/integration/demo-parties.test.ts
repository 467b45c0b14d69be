import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportSession } from '../../src-shared/contract/imports.ts';
import type { PartyDetail, PartyRow } from '../../src-shared/contract/parties.ts';
import type { HitGroup } from '../../src-shared/contract/screening.ts';
import { startTestApp, type TestApp } from '../harness/workspace.ts';

let demo: TestApp;
beforeAll(async () => {
  demo = startTestApp();
  await demo.call('workspace.demo', { parent: null });
});
afterAll(() => demo.end());

const parties = async () => (await demo.call<{ rows: PartyRow[] }>('parties.list', { filter: {} })).rows;
const party = async (name: string): Promise<PartyDetail> => {
  const found = (await parties()).find((row) => row.name === name);
  if (found === undefined) throw new Error(`The demo has no ${name}`);
  return demo.call<PartyDetail>('parties.get', { id: found.id });
};

describe('the demo company and whom it deals with', () => {
  it('has possible matches to decide, likeliest first, and leaves ordinary firms alone', async () => {
    const { groups } = await demo.call<{ groups: HitGroup[] }>('screening.queue', { filter: {} });
    const names = groups.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['Karvel Mikrosystems Trading FZE', 'Yusuf al-Hadrawi', 'Lianhua Precision (Suzhou)', 'Dmitri Vassilyev']),
    );
    for (const ordinary of ['Fjordlys Havbruk AS', 'Werkraum Automation GmbH', 'Bergstad Kommune', 'Hanseatic Trade Bank'])
      expect(names).not.toContain(ordinary);
    const scores = groups.map(({ hits }) => hits[0]?.score ?? 0);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('shows a Dutch supplier run from China by its owners', async () => {
    const solvik = await party('Solvik Sensor B.V.');
    expect(solvik.ultimateParents.map(({ name }) => name)).toContain('Lianhua Holdings Ltd');
    expect(solvik.ownership.find(({ test }) => test === 'headquarters')).toMatchObject({ outcome: 'met', confirmed: true });
    expect(solvik.signs.map(({ kind }) => kind)).toContain('headquarters');
  });

  it('does not let the lists alone speak for a supplier: its row is as grave as its page', async () => {
    const row = (await parties()).find(({ name }) => name === 'Solvik Sensor B.V.');
    expect(row).toMatchObject({ standing: 'noMatch', overall: 'grave', gravest: 'high', signs: 1 });
    const { byOverall } = await demo.call<{ byOverall: Record<string, number> }>('parties.counts');
    const grave = await demo.call<{ total: number; rows: PartyRow[] }>('parties.list', { filter: { overall: ['grave'] } });
    expect(grave.rows.map(({ name }) => name)).toContain('Solvik Sensor B.V.');
    expect(byOverall['grave']).toBe(grave.total);
    const known = (await parties()).filter(({ overall }) => overall === 'nothingFound');
    expect(known.map(({ name }) => name)).toContain('Fjordlys Havbruk AS');
    expect(known.every(({ ownersKnown, signs }) => ownersKnown !== 'unknown' && signs === 0)).toBe(true);
    const gravestFirst = await demo.call<{ rows: PartyRow[] }>('parties.list', { filter: {}, sort: { by: 'overall', descending: false } });
    expect(gravestFirst.rows[0]?.overall).toBe('grave');
  });

  it('asks who owns a company of which nobody knows', async () => {
    const orlan = await party('Orlan Robotics Service');
    expect(orlan.ownership.find(({ test }) => test === 'ofac50')).toMatchObject({ outcome: 'question' });
    expect(orlan.row.ownersKnown).toBe('unknown');
  });

  it('carries a confirmed match up the chain of owners', async () => {
    const { groups } = await demo.call<{ groups: HitGroup[] }>('screening.queue', { filter: { text: 'Lianhua Precision' } });
    const hit = groups[0]?.hits[0];
    if (hit === undefined) throw new Error('Nothing to decide');
    await demo.call('screening.decide', {
      hits: [{ id: hit.id, revision: hit.revision }],
      verdict: 'trueMatch',
      reason: 'sameNameAndFacts',
      note: '',
      seconds: null,
    });
    const affiliates = (await party('Solvik Sensor B.V.')).ownership.find(({ test }) => test === 'bisAffiliates');
    expect(affiliates).toMatchObject({ outcome: 'met', confirmed: false, aggregate: 55 });
    await demo.call('journal.undo');
    expect((await party('Solvik Sensor B.V.')).ownership.find(({ test }) => test === 'bisAffiliates')?.outcome).not.toBe('met');
  });
});

describe('the register of parties as a file', () => {
  const save = async (name: string, input: object) => {
    const path = join(demo.ports.root, name);
    demo.ports.picks.saves.push(path);
    const saved = await demo.call<{ name: string; sha256: string }>('parties.export', {
      filter: {},
      paper: 'A4',
      redaction: 'none',
      ...input,
    });
    return { path, saved, bytes: readFileSync(path) };
  };

  it('holds in CSV what the screen says, in its order, and is recorded with its hash', async () => {
    const { saved, bytes } = await save('parties.csv', { as: 'csv', sort: { by: 'overall', descending: false } });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(saved.sha256).toBe(sha256);
    const [heading, ...lines] = bytes.toString('utf8').replace('\ufeff', '').trimEnd().split('\r\n');
    expect(heading).toContain('Number in your own books,Name,Person or organisation,Roles,All in all,Screening');
    expect(lines).toHaveLength((await parties()).length);
    expect(lines.find((one) => one.includes('Solvik Sensor B.V.'))).toMatch(
      /^P-0104,Solvik Sensor B\.V\.,Organisation,Vendor,Grave sign,No match,0,\d{4}-\d\d-\d\d,[^,"]*,"Lianhua Holdings Ltd, an owner above it/,
    );
    expect(lines[0]).toMatch(/,Grave sign,/);
    const [record] = await demo.call<{ what: string; sha256: string; number: string; format: string }[]>('reports.exports', { limit: 5 });
    expect(record).toMatchObject({ what: 'partyRegister', format: 'csv', sha256 });
    expect(record?.number).toMatch(/^RP-\d{4}-001$/);
  });

  it('keeps its number in another format while nothing changed, and says what narrowed it and that the list is invented', async () => {
    const whole = await save('all.csv', { as: 'csv', sort: { by: 'overall', descending: false } });
    expect(whole.bytes.length).toBeGreaterThan(0);
    const { bytes } = await save('grave.pdf', { as: 'pdf', filter: { overall: ['grave'] } });
    expect(bytes.toString('utf8')).toContain('%PDF');
    const page = demo.ports.seen.printed.at(-1)?.html ?? '';
    expect(page).toContain('All in all: Grave sign');
    expect(page).toContain('No official list is in use');
    expect(page).toContain('Training list (invented)');
    expect(page).toContain('Solvik Sensor B.V.');
    expect(page).not.toContain('Fjordlys Havbruk AS');
    const numbers = (await demo.call<{ number: string; what: string }[]>('reports.exports', { limit: 5 })).map(({ number }) => number);
    expect(new Set(numbers).size).toBe(2);
  });

  it('writes a workbook whose first sheet an import reads as parties again', async () => {
    const { path } = await save('parties.xlsx', { as: 'xlsx' });
    demo.ports.picks.files.push(path);
    const [file] = await demo.call<{ handle: string }[]>('imports.chooseFile', { purpose: 'table' });
    const { id } = await demo.call<ImportSession>('imports.start', { target: 'parties', variant: '', handle: file?.handle });
    const { columns } = await demo.call<{ columns: { header: string; fieldId: string | null }[] }>('imports.columns', { id });
    const fields = Object.fromEntries(columns.map(({ header, fieldId }) => [header, fieldId]));
    expect(fields).toMatchObject({
      'Number in your own books': 'externalId',
      Name: 'name',
      'Person or organisation': 'kind',
      Roles: 'roles',
      'Risk tier': 'tier',
      'Registered in': 'registrationCountry',
      'Other names': 'aliases',
      'Owners with shares': 'owners',
      'All in all': null,
      Screening: null,
      Signs: null,
    });
  });

  it('leaves nothing where the dialog was left', async () => {
    const before = await demo.call<unknown[]>('reports.exports', { limit: 50 });
    expect(await demo.call('parties.export', { filter: {}, as: 'csv', paper: 'A4', redaction: 'none' })).toBeNull();
    expect(await demo.call<unknown[]>('reports.exports', { limit: 50 })).toHaveLength(before.length);
  });
});
