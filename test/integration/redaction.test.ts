import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CFB, read, utils } from 'xlsx';
import { verifyBinder } from '../../src-main/core/binder/index.ts';
import { features } from '../../src-main/core/features.ts';
import { typedNames } from '../../src-main/core/reports/people-on-record.ts';
import type { IncidentDetail } from '../../src-shared/contract/cases.ts';
import type { ExportRecord, ReportKindView, ReportPreview } from '../../src-shared/contract/reports.ts';
import type { Redaction } from '../../src-shared/model/redaction.ts';
import { createProbe } from '../harness/probe.ts';
import { startTestApp, type TestApp } from '../harness/workspace.ts';

const formats = ['pdf', 'docx', 'xlsx', 'json'] as const;
const probe = createProbe([]);
let app: TestApp;
let kinds: readonly string[] = [];

beforeAll(async () => {
  app = startTestApp({ features: [...features, probe.feature] });
  await app.call('workspace.demo', { parent: null });
  kinds = (await app.call<ReportKindView[]>('reports.kinds')).map(({ kind }) => kind);
}, 120_000);
afterAll(() => app.end());

const column = (sql: string): string[] => probe.deps().session().db.prepare<[], string>(sql).pluck().all();

/** A controlled asset. */
const controlled = () => column("SELECT asset_id FROM asset_states WHERE standing = 'restricted' ORDER BY asset_id LIMIT 1")[0] ?? '';

/** Everything a reader of a saved report can find in it, as one text: of a PDF the pages it is printed from. */
async function saved(kind: string, format: (typeof formats)[number], redaction: string): Promise<string> {
  const path = join(app.ports.root, `${kind}-${redaction}.${format}`);
  app.ports.picks.saves.push(path);
  const printed = app.ports.seen.printed.length;
  // All memos as data; in other formats that of one asset, since each asks for the memos of all anew.
  const recordId = kind === 'classification-memos' && format !== 'json' ? controlled() : null;
  await app.call('reports.save', { kind, options: { paper: 'A4', redaction, recordId }, format });
  if (format === 'json') return readFileSync(path, 'utf8');
  if (format === 'pdf') return JSON.stringify(app.ports.seen.printed.slice(printed));
  const { FileIndex } = CFB.read(readFileSync(path), { type: 'buffer' });
  return FileIndex.map(({ content }: { content?: unknown }) =>
    content instanceof Uint8Array ? Buffer.from(content).toString('utf8') : '',
  ).join('\n');
}

/** Which of the texts stand in some file of some kind of report, each with where it was found first. */
async function found(
  texts: readonly string[],
  redaction: string,
  where: { kinds: readonly string[]; formats: readonly (typeof formats)[number][] },
) {
  const left = new Set(texts);
  const hits: string[] = [];
  for (const kind of where.kinds)
    for (const format of where.formats) {
      const said = await saved(kind, format, redaction);
      for (const text of left) {
        if (!said.includes(text)) continue;
        left.delete(text);
        hits.push(`${text} in ${kind}.${format}`);
      }
    }
  return hits;
}

const preview = (kind: string, redaction: string, recordId: string | null = null) =>
  app.call<ReportPreview>('reports.preview', { kind, options: { paper: 'A4', redaction, recordId } });

describe('a report without people', () => {
  it('[G3] names nobody in any kind or format: no name, mail address, account or number of the workspace', async () => {
    const names = column("SELECT name FROM people UNION SELECT json_extract(value, '$.text') FROM people, json_each(other_names)");
    const working = column('SELECT person FROM journal_entries UNION SELECT owner FROM plan_tasks UNION SELECT owner_name FROM assets');
    const parties = column("SELECT name FROM parties WHERE kind = 'person'");
    const accounts = column('SELECT account FROM account_links UNION SELECT account FROM log_accounts');
    const numbers = column("SELECT external_id FROM people WHERE external_id <> ''");
    for (const each of [names, accounts, numbers]) expect(each.length).toBeGreaterThan(15);
    expect(parties.length).toBeGreaterThan(0);
    const all = [...names, ...working, ...parties, ...accounts, ...numbers].filter((text) => text.length >= 3);
    const shown = await found(all, 'none', {
      kinds: ['people-and-control-plans', 'access-audit', 'screening', 'plan-status'],
      formats: ['json'],
    });
    expect(shown.length).toBeGreaterThan(40);
    expect(await found(all, 'noPeople', { kinds, formats })).toEqual([]);
  }, 120_000);

  it('says so under its title, in the data and on a sheet of the workbook, and where a list of people is left out', async () => {
    const { page } = await preview('people-and-control-plans', 'noPeople');
    expect(page.blocks.find(({ kind }) => kind === 'title')).toMatchObject({
      under: expect.stringContaining('Redaction profile “No people”.'),
    });
    expect(JSON.stringify(page)).toContain('Withheld by profile “No people”.');
    const json = JSON.parse(await saved('access-audit', 'json', 'noPeople')) as { by: string; redaction: Redaction; withheld: string[] };
    expect(json).toMatchObject({ by: '[withheld]', redaction: { profile: 'noPeople', people: 'withheld', leavesOut: ['evidenceFiles'] } });
    expect(json.withheld[0]).toMatch(/^No person is named/);
    expect(await saved('access-audit', 'xlsx', 'noPeople')).toContain('name="Redaction"');
    expect(await saved('access-audit', 'xlsx', 'none')).not.toContain('name="Redaction"');
  });

  it('knows of every column in which somebody types a name', () => {
    const others = new Set([
      'journal_entries.person',
      'report_exports.person',
      'programme_duties.person_id',
      'assessment_answers.shown_by',
      'compute_levels.enforced_by',
      'list_versions.by_type',
    ]);
    const typed = column(
      "SELECT m.name || '.' || c.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table' AND upper(c.type) = 'TEXT'",
    )
      .filter((name) => /(_by|\.by_name|\.owner|owner_name|\.person|person_name|\.author|\.deputy|\.chair|\.to_name|asked_of)$/.test(name))
      .filter((name) => !others.has(name));
    const known = Object.entries(typedNames).flatMap(([table, names]) => names.map((name) => `${table}.${name}`));
    expect(typed.length).toBeGreaterThan(30);
    expect(typed.filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('a report without legal advice', () => {
  it('holds no note, link, evidence or answer of counsel, which a report without a profile does', async () => {
    const assetId = controlled();
    const record = { kind: 'asset', id: assetId };
    await app.call('notes.add', {
      about: { entity: 'assets', id: assetId },
      text: 'Marker-one: counsel doubts 4E091',
      attorneyAdvice: true,
      author: 'Olga Lund',
    });
    await app.call('evidence.addNote', {
      record,
      name: 'Marker-two memo of counsel',
      note: 'Marker-three, privileged',
      attorneyAdvice: true,
    });
    await app.call('evidence.addLink', {
      record,
      name: 'Marker-four letter',
      address: 'https://counsel.example/marker-five',
      note: 'Marker-six',
      attorneyAdvice: true,
    });
    const [incident] = (await app.call<{ rows: { id: string }[] }>('cases.incidents', { limit: 1 })).rows;
    const asked = await app.call<IncidentDetail>('cases.escalate', {
      incidentId: incident?.id,
      to: 'Counsel',
      role: 'legal',
      ask: 'Marker-seven?',
      by: 'Ingrid',
    });
    await app.call('cases.answerEscalation', { id: asked.escalations.at(-1)?.id, answer: 'Marker-eight', by: 'Counsel' });
    const open = await found(['Marker-two', 'Marker-four', 'Marker-seven', 'Marker-eight'], 'none', {
      kinds: ['change-log', 'incident-file'],
      formats: ['json'],
    });
    expect(open.length).toBe(4);
    expect(await found(['Marker-', 'marker-five'], 'noAttorneyAdvice', { kinds, formats: ['pdf', 'json'] })).toEqual([]);
    expect(JSON.stringify((await preview('incident-file', 'noAttorneyAdvice')).page)).toContain(
      'Withheld by profile “No attorney advice”.',
    );

    const parts = { facts: true, entries: true, questions: true, trace: false, remarks: true, attorneyAdvice: true, signatures: true };
    const memo = (redaction: string) =>
      app.call<{ page: object; notices: object[] }>('reports.memoPreview', { assetId, options: { paper: 'A4', redaction, parts } });
    expect(JSON.stringify((await memo('none')).page)).toMatch(/Marker-one.*Marker-|Marker-.*Marker-one/);
    const kept = JSON.stringify(await memo('noAttorneyAdvice'));
    expect(kept).not.toMatch(/Marker-|attorneyAdvice/);
    expect(kept).toContain('Attorney advice: Withheld by profile “No attorney advice”.');
  }, 60_000);
});

describe('a profile of the company', () => {
  const bank = { profile: 'For the bank', people: 'initials', leavesOut: ['exposure', 'legalAdvice'] };

  it('is kept, used by its name, changed and taken away; a report never goes out under one that is gone', async () => {
    const kept = await app.call<Redaction>('reports.saveRedactionProfile', { was: null, ...bank });
    // A file cannot be redacted, so it stays back where people are hidden.
    expect(kept.leavesOut).toEqual(['exposure', 'legalAdvice', 'evidenceFiles']);
    const profiles = async () => (await app.call<Redaction[]>('reports.redactionProfiles')).map(({ profile }) => profile);
    expect(await profiles()).toEqual(['none', 'initials', 'noPeople', 'noAttorneyAdvice', 'For the bank']);

    expect(JSON.stringify((await preview('incident-file', 'none')).page)).toMatch(/ECRA.*USD/);
    const said = JSON.stringify((await preview('incident-file', 'for the bank')).page);
    expect(said).toContain('Redaction profile “For the bank”. Names of people are shown as initials. Penalty exposure');
    expect(said).not.toMatch(/ECRA|60,000/);

    await app.call('reports.saveRedactionProfile', {
      ...kept,
      was: 'For the bank',
      profile: 'For the auditor',
      leavesOut: ['evidenceFiles'],
    });
    expect(await profiles()).toContain('For the auditor');
    expect(
      await app.refusal('reports.preview', { kind: 'screening', options: { paper: 'A4', redaction: 'For the bank', recordId: null } }),
    ).toEqual({ code: 'record.notFound', entity: 'redactionProfile', id: 'For the bank' });
    for (const taken of ['for the AUDITOR', 'No people', 'none'])
      expect(await app.refusal('reports.saveRedactionProfile', { was: null, ...bank, profile: taken }), taken).toMatchObject({
        code: 'policy.refused',
      });
    await app.call('reports.deleteRedactionProfile', { profile: 'For the auditor' });
    expect(await profiles()).toHaveLength(4);
  });

  it('is stated in the manifest and the index of a binder, which holds no file and no name that it withholds', async () => {
    const zip = join(app.ports.root, 'binder.zip');
    app.ports.picks.saves.push(zip);
    const record = await app.call<ExportRecord>('reports.saveBinder', {
      paper: 'A4',
      redaction: 'noPeople',
      evidence: true,
      as: 'zip',
      reports: [{ kind: 'screening', formats: ['json'] }],
    });
    expect(record).toMatchObject({ redaction: 'noPeople', by: 'Ingrid Solheim' });
    const { FullPaths, FileIndex } = CFB.read(readFileSync(zip), { type: 'buffer' });
    const text = FileIndex.map(({ content }: { content?: unknown }) =>
      content instanceof Uint8Array ? Buffer.from(content).toString('utf8') : '',
    ).join('\n');
    expect(FullPaths.filter((path: string) => path.includes('evidence/'))).toEqual([]);
    expect(text).toContain('"redaction": "noPeople"');
    expect(text).toMatch(/"withholds": \[\s*"No person is named/);
    expect(text).toContain('Redaction profile “No people”.');
    expect(text).not.toContain('Solheim');
  });

  it('lists all evidence in a binder, links and notes too, counts what is left out, and names nobody who is withheld', async () => {
    const assets = await app.call<{ rows: { id: string }[] }>('inventory.list', {
      filter: {},
      sort: { by: 'name', descending: false },
      offset: 0,
      limit: 1,
    });
    const record = { kind: 'asset', id: assets.rows[0]?.id };
    await app.call('evidence.addLink', {
      record,
      name: 'Share of the reviews',
      address: 'share://reviews',
      note: 'Shown by Ingrid Solheim',
    });
    await app.call('evidence.addNote', { record, name: 'From counsel', note: 'Say nothing yet', attorneyAdvice: true });
    const bind = async (redaction: string) => {
      const zip = join(app.ports.root, `evidence-${redaction}.zip`);
      app.ports.picks.saves.push(zip);
      await app.call('reports.saveBinder', { paper: 'A4', redaction, evidence: true, as: 'zip', reports: [] });
      const verdict = verifyBinder(zip);
      if (verdict.state !== 'whole') throw new Error(`The binder is ${verdict.state}`);
      const { FullPaths, FileIndex } = CFB.read(readFileSync(zip), { type: 'buffer' });
      const file = (name: string) => Buffer.from(FileIndex[FullPaths.findIndex((path: string) => path.endsWith(name))]?.content ?? []);
      const { SheetNames, Sheets } = read(file('evidence.xlsx'));
      return {
        counts: verdict.manifest.evidence,
        files: verdict.manifest.files.map(({ path }) => path),
        rows: utils.sheet_to_json<string[]>(Sheets[SheetNames[0] ?? ''] ?? {}, { header: 1 }).slice(1),
        index: file('index.html').toString('utf8'),
      };
    };
    const whole = await bind('none');
    const { files, links, notes } = whole.counts ?? { files: 0, links: 0, notes: 0 };
    expect(links).toBeGreaterThan(0);
    expect(whole.rows).toHaveLength(files + links + notes);
    expect(whole.counts?.filesLeftOut).toBe(0);
    expect(whole.counts?.adviceLeftOut).toBeGreaterThan(0);
    expect(whole.rows.flat().filter((cell) => whole.files.includes(cell))).toHaveLength(files);
    expect(whole.rows.flat().join('; ')).toContain('Shown by Ingrid Solheim');
    for (const words of ['Share of the reviews', 'share://reviews', 'advice of counsel']) expect(whole.index).toContain(words);
    expect(whole.rows.flat().join('; ') + whole.index).not.toContain('Say nothing yet');
    const hidden = await bind('noPeople');
    expect(hidden.counts).toMatchObject({ links, notes, filesLeftOut: files });
    expect(hidden.rows.flat().join('; ') + hidden.index).toContain('Share of the reviews');
    expect(hidden.rows.flat().join('; ') + hidden.index).not.toContain('Solheim');
  });
});
