import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CFB } from 'xlsx';
import { features } from '../../src-main/core/features.ts';
import type { PlanView } from '../../src-shared/contract/plan.ts';
import { english } from '../../src-shared/text/en/index.ts';
import { createText } from '../../src-shared/text/format.ts';
import { journalSentence } from '../../src-shared/text/journal.ts';
import { createProbe } from '../harness/probe.ts';
import { startTestApp, type TestApp } from '../harness/workspace.ts';

/** Names that are ordinary words, and names in other scripts: each on the roster, as an owner, in free text and as a party. */
const people = ['Mark Case', 'Will Price', '李明', '王小红', 'Мария Иванова', 'محمد علي'] as const;
const probe = createProbe([]);
let app: TestApp;
let everybody: readonly string[] = [];
/** What leaves by itself, with its input but for the profile. */
let exports: Readonly<Record<string, readonly [method: string, input: object]>> = {};

const column = (sql: string): string[] => probe.deps().session().db.prepare<[], string>(sql).pluck().all();

beforeAll(async () => {
  app = startTestApp({ features: [...features, probe.feature] });
  await app.call('workspace.demo', { parent: null });
  const assetId = column("SELECT asset_id FROM asset_states WHERE standing = 'restricted' ORDER BY asset_id LIMIT 1")[0] ?? '';
  for (const name of people) await app.call('people.create', { columns: { name, team: 'Assurance' }, accounts: [`${name}@gate.example`] });
  for (const name of people.slice(2))
    await app.call('parties.create', {
      columns: { name, kind: 'person', owner: people[0], note: `${name} said so`, nationalities: ['CN'] },
    });
  await app.call('plan.addTasks', {
    drafts: people.map((owner) => ({
      title: `Set the price, mark the case: ${owner} will do it`,
      phase: 'map',
      owner,
      links: [],
      cause: 'own',
    })),
  });
  const kept = await app.call<{ id: string }>('evidence.addNote', {
    record: { kind: 'asset', id: assetId },
    name: `Interview of ${people[4]}`,
    note: `${people[5]} was there, and so was ${people[3]}`,
    attorneyAdvice: false,
  });
  const { id: lookUp } = await app.call<{ id: string }>('screening.lookUp', {
    names: people.map((name) => ({ name, type: 'unknown', country: null })),
    manner: 'default',
  });
  await app.call('screening.run', { cause: 'all' }).catch(() => undefined);
  const plan = await app.call<PlanView>('plan.get', {});
  const names = column("SELECT name FROM people UNION SELECT name FROM parties WHERE kind = 'person'");
  const working = column(
    'SELECT person FROM journal_entries UNION SELECT owner FROM plan_tasks UNION SELECT owner_name FROM assets UNION SELECT owner FROM parties',
  );
  const accounts = column('SELECT account FROM account_links UNION SELECT account FROM log_accounts');
  everybody = [...new Set([...names, ...working, ...accounts])].filter((text) => text.length >= 3 || people.some((name) => name === text));
  const history = { search: '', person: null, method: null, record: null, from: null, until: null, after: 0 };
  const evidence = { search: '', kind: null, on: null, about: null };
  const list = {
    columns: ['title', 'owner', 'state', 'after', 'evidence'],
    groupBy: 'owner',
    groups: [{ id: people[0], tasks: plan.tasks.map(({ id }) => id) }],
    filter: { show: 'all', owner: people[0], text: people[1] },
    paper: 'A4',
  };
  const matrix = { team: null, controlledOnly: false, reachedOnly: false, paper: 'A4' };
  exports = {
    'tasks.csv': ['plan.exportList', { ...list, as: 'csv' }],
    'tasks.xlsx': ['plan.exportList', { ...list, as: 'xlsx' }],
    'tasks.pdf': ['plan.exportList', { ...list, as: 'pdf' }],
    'burndown.csv': ['plan.exportBurndown', { unit: 'tasks', as: 'csv' }],
    'burndown.svg': ['plan.exportBurndown', { unit: 'tasks', as: 'svg' }],
    'check-in.pdf': ['plan.exportCheckIn', { week: 7, as: 'pdf', paper: 'A4' }],
    'matrix.xlsx': ['access.exportMatrix', { ...matrix, as: 'xlsx' }],
    'matrix.html': ['access.exportMatrix', { ...matrix, as: 'html' }],
    'plan.html': ['access.exportControlPlan', { assetId, as: 'html', paper: 'A4' }],
    'parties.csv': ['parties.export', { filter: {}, as: 'csv', paper: 'A4' }],
    'parties.xlsx': ['parties.export', { filter: {}, as: 'xlsx', paper: 'A4' }],
    'parties.pdf': ['parties.export', { filter: { text: '' }, as: 'pdf', paper: 'A4' }],
    'look-up.html': ['screening.exportCertificate', { of: { kind: 'lookUp', id: lookUp }, as: 'html' }],
    'evidence.csv': ['evidence.export', { filter: evidence, format: 'csv' }],
    'evidence.xlsx': ['evidence.export', { filter: evidence, format: 'xlsx' }],
    'history.csv': ['history.export', { filter: history, format: 'csv' }],
    'history.xlsx': ['history.export', { filter: history, format: 'xlsx' }],
    'custody.pdf': ['history.saveCustody', { evidenceId: kept.id, paper: 'A4' }],
    'results.csv': ['reports.workbook', { filter: {}, format: 'csv' }],
  };
}, 240_000);
afterAll(() => app.end());

/** Everything a reader can find in an export, as one text: of a PDF the pages it is printed from. */
async function saved(file: string, redaction: string): Promise<string> {
  const [method, input] = exports[file] ?? ['', {}];
  const path = join(app.ports.root, `${redaction}-${file}`);
  app.ports.picks.saves.push(path);
  const printed = app.ports.seen.printed.length;
  await app.call(method, { ...input, redaction });
  if (file.endsWith('.pdf')) return JSON.stringify(app.ports.seen.printed.slice(printed));
  if (!file.endsWith('.xlsx')) return readFileSync(path, 'utf8');
  const { FileIndex } = CFB.read(readFileSync(path), { type: 'buffer' });
  return FileIndex.map(({ content }: { content?: unknown }) =>
    content instanceof Uint8Array ? Buffer.from(content).toString('utf8') : '',
  ).join('\n');
}

/** Whether a text holds a name as a name: whole, and not as a part of a longer word. */
const names = (said: string, name: string): boolean => {
  for (let at = said.indexOf(name); at !== -1; at = said.indexOf(name, at + 1)) {
    const goesOn = (sign: string) => /[\p{L}\p{N}]/u.test(sign) && !/\p{Script=Han}/u.test(name);
    if (!goesOn(said.charAt(at - 1)) && !goesOn(said.charAt(at + name.length))) return true;
  }
  return false;
};

describe('whatever leaves by itself', () => {
  it('names people where nothing is hidden', async () => {
    const shown = new Set<string>();
    for (const file of Object.keys(exports)) {
      const said = await saved(file, 'none');
      for (const name of everybody) if (names(said, name)) shown.add(name);
      expect(said, file).not.toContain('Redaction profile');
    }
    for (const name of people) expect(shown).toContain(name);
    expect(shown.size).toBeGreaterThan(30);
  }, 120_000);

  it.each(['noPeople', 'initials'] as const)(
    'names nobody under %s, and says under which profile it was made',
    async (profile) => {
      const hits: string[] = [];
      for (const file of Object.keys(exports)) {
        const said = await saved(file, profile);
        // Teams that own something and one-word accounts keep their words where initials stand for people.
        const looked =
          profile === 'noPeople' ? everybody : everybody.filter((name) => /\s/.test(name) || people.some((one) => one === name));
        hits.push(...looked.filter((name) => names(said, name)).map((name) => `${name} in ${file}`));
        expect(said, file).toMatch(/Redaction profile|name="Redaction"/);
      }
      expect(hits).toEqual([]);
    },
    120_000,
  );

  it('keeps ordinary words that happen to be names', async () => {
    for (const profile of ['noPeople', 'initials']) {
      const said = await saved('tasks.csv', profile);
      expect(said).toContain('Set the price, mark the case: ');
      expect(said).toContain(' will do it');
    }
    expect(await saved('tasks.csv', 'initials')).toContain('M. C.');
    expect(await saved('tasks.csv', 'initials')).toContain('李.');
  });

  it('makes one row of all people in a matrix without people', async () => {
    const rows = (text: string) => text.match(/<row /g)?.length ?? 0;
    const [whole, hidden] = [await saved('matrix.xlsx', 'none'), await saved('matrix.xlsx', 'noPeople')];
    expect(rows(hidden)).toBeLessThan(rows(whole) / 3);
    expect(hidden).toMatch(/\d+ people/);
  });

  it('is written down in the history with its profile, and with an own one by its name', async () => {
    await app.call('reports.saveRedactionProfile', { was: null, profile: 'For the bank', people: 'initials', leavesOut: [] });
    const text = createText<Record<string, string>>('en', english);
    for (const file of Object.keys(exports)) {
      await saved(file, 'For the bank');
      const { rows } = await app.call<{ rows: { method: string; params: Record<string, string> }[] }>('history.list', {
        filter: { search: '', person: null, method: null, record: null, from: null, until: null, after: 0 },
        offset: 0,
        limit: 1,
      });
      expect(rows[0]?.method).toBe(exports[file]?.[0]);
      const [entry] = rows;
      if (entry !== undefined) expect(journalSentence(entry, text)).toMatch(/, redaction profile: For the bank$/);
    }
  }, 120_000);

  it('is not made under a profile that is not there, and asks for no place', async () => {
    const asked = app.ports.picks.saves.length;
    for (const [method, input] of Object.values(exports))
      expect(await app.refusal(method, { ...input, redaction: 'Gone' })).toMatchObject({
        code: 'record.notFound',
        entity: 'redactionProfile',
      });
    expect(app.ports.picks.saves.length).toBe(asked);
  });
});
