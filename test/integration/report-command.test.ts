import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read } from 'xlsx';
import { demoOnDisk, runGatehouse } from '../harness/command-line.ts';

const root = mkdtempSync(join(tmpdir(), 'gatehouse-report-'));
let workspace = '';
let passphrase = '';

const gatehouse = (args: readonly string[], secret = passphrase) => runGatehouse(args, root, secret);

const report = (...args: readonly string[]) => gatehouse(['report', '--workspace', workspace, '--passphrase-fd', '3', ...args]);

beforeAll(async () => {
  ({ workspace, passphrase } = await demoOnDisk(root));
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('gatehouse report and verify', () => {
  it('writes a workbook that a reader opens, under the profile that is asked for, and says what it wrote', async () => {
    const out = join(root, 'register.xlsx');
    const ended = await report('--kind', 'asset-register', '--format', 'xlsx', '--out', out, '--redaction', 'nopeople');
    expect(ended.code, ended.err).toBe(0);
    expect(JSON.parse(ended.out)).toMatchObject({ kind: 'asset-register', format: 'xlsx', recorded: true });
    const sheet = read(readFileSync(out));
    expect(sheet.SheetNames[0]).toMatch(/^\d+ assets$/);
    expect(JSON.stringify(sheet.Sheets['Redaction'])).toContain('No person is named');
  }, 60_000);

  it('judges by the day that is asked for, and leaves a workspace alone that is only to be read', async () => {
    const out = join(root, 'ages.json');
    const ended = await report('--kind', 'data-and-rule-ages', '--format', 'json', '--out', out, '--on', '2027-03-01', '--read-only');
    expect(ended.code, ended.err).toBe(0);
    expect(JSON.parse(ended.out)).toMatchObject({ on: '2027-03-01', recorded: false });
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ format: 'gatehouse.report/1', on: '2027-03-01' });
  }, 60_000);

  it('makes a binder that is whole, and names the first thing that was altered', async () => {
    const folder = join(root, 'binder');
    const made = await report('--kind', 'binder', '--format', 'json,xlsx', '--out', folder, '--reports', 'asset-register,screening');
    // Its index is a PDF, which needs the runtime; without it nothing is left behind.
    if (process.env['GATEHOUSE_ELECTRON'] === undefined) {
      expect(made.code).toBe(3);
      expect(made.err).toContain('npm run -s gatehouse -- report');
      expect(() => readFileSync(join(folder, 'SHA256SUMS'))).toThrow();
      return;
    }
    expect(made.code, made.err).toBe(0);
    const whole = await gatehouse(['verify', folder]);
    expect(whole.code, whole.err).toBe(0);
    const { fingerprint } = JSON.parse(whole.out) as { fingerprint: string };
    expect((await gatehouse(['verify', folder, '--fingerprint', fingerprint])).code).toBe(0);
    expect((await gatehouse(['verify', folder, '--fingerprint', '0'.repeat(64)])).code).toBe(5);
    const index = join(folder, 'index.html');
    writeFileSync(index, readFileSync(index, 'utf8').replace('Audit binder', 'Audit Binder'));
    const altered = await gatehouse(['verify', folder]);
    expect(altered.code).toBe(5);
    expect(altered.err).toContain('index.html');
  }, 180_000);

  it('says where the workspace stands, in the numbers of its overview, and changes nothing', async () => {
    const ended = await gatehouse(['status', '--workspace', workspace, '--passphrase-fd', '3', '--json']);
    expect(ended.code, ended.err).toBe(0);
    const status = JSON.parse(ended.out) as {
      assets: number;
      measures: Record<string, { done: number; of: number }>;
      standing: Record<string, number>;
      access: { open: number; high: number };
      screening: { lists: { code: string; training: boolean }[] };
      next: { what: string; why: string }[];
    };
    expect(status).toMatchObject({ workspace: { name: 'Halden Robotics' }, incidents: { late: expect.any(Number) } });
    expect(Object.values(status.standing).reduce((sum, n) => sum + n, 0)).toBe(status.assets);
    expect(status.measures['assetsClassified']?.of).toBeGreaterThan(10);
    expect(status.access.high).toBeLessThanOrEqual(status.access.open);
    expect(status.screening.lists).toEqual([expect.objectContaining({ code: 'TRAINING', training: true })]);
    expect(status).toMatchObject({
      decisions: { accepted: expect.any(Number), overridden: expect.any(Number), expiring: expect.any(Array) },
      programme: { assessed: { maturity: expect.any(Number) }, reviews: { risk: { due: expect.any(Boolean) } } },
    });
    expect(status.next).toHaveLength(5);
    for (const { what, why } of status.next)
      expect([what, why].every((words) => words !== '' && !words.startsWith('overview.'))).toBe(true);
    const lines = await gatehouse(['status', '--workspace', workspace, '--passphrase-fd', '3']);
    expect(lines.out).toMatch(/Access findings decided +\d+ of \d+/);
    expect(lines.out).toMatch(/Maturity of the programme, 0 to 4 +\d\.\d/);
    expect(lines.out).toContain(status.next[0]?.what);
  }, 60_000);

  it('lists what is queued with what holds it, and never says that no licence is required', async () => {
    const ended = await gatehouse(['transfers', '--workspace', workspace, '--passphrase-fd', '3', '--json']);
    // Something is held: a script that asks may stop on it.
    expect(ended.code, ended.err).toBe(5);
    const queue = JSON.parse(ended.out) as {
      counts: Record<string, number>;
      transfers: { number: string; state: string; checks: { state: string; why: string }[]; decisions: unknown[] }[];
    };
    expect(queue.transfers).toHaveLength(queue.counts['open'] ?? 0);
    const held = queue.transfers.find(({ number }) => number === 'T-0001');
    expect(held?.state).toBe('held');
    expect(held?.checks.filter(({ state }) => state === 'holds').every(({ why }) => why !== '' && !why.startsWith('transfers.'))).toBe(
      true,
    );
    const lines = await gatehouse(['transfers', '--workspace', workspace, '--passphrase-fd', '3', '--all']);
    expect(lines.out).toMatch(/T-0008 +Gone without clearance/);
    expect(`${ended.out}${lines.out}${lines.err}`).not.toMatch(/no licence is (required|needed)/i);
    const status = await gatehouse(['status', '--workspace', workspace, '--passphrase-fd', '3', '--json']);
    expect(JSON.parse(status.out)).toMatchObject({ transfers: { open: queue.counts['open'], held: queue.counts['held'] } });
  }, 60_000);

  it('refuses a wrong passphrase, an unknown kind and a folder that is no binder, each with its code', async () => {
    const args = ['report', '--workspace', workspace, '--passphrase-fd', '3', '--format', 'json', '--out', join(root, 'x.json')];
    const wrong = await gatehouse([...args, '--kind', 'asset-register'], 'not the passphrase');
    expect(wrong.code).toBe(4);
    expect(wrong.err).toContain('That passphrase does not open this workspace.');
    expect((await gatehouse([...args, '--kind', 'weather'])).code).toBe(2);
    const nameless = await gatehouse([...args, '--kind', 'asset-register', '--redaction', 'For the bank']);
    expect(nameless.code).toBe(2);
    expect(nameless.err).toContain('There are none, initials, noPeople, noAttorneyAdvice.');
    expect((await gatehouse(['verify', root])).code).toBe(3);
    expect((await gatehouse(['verify', join(root, 'nowhere')])).code).toBe(2);
  }, 60_000);

  it('says what is wrong with a place to write to and with a record, and writes nothing', async () => {
    const there = join(root, 'there');
    mkdirSync(there);
    const register = ['--kind', 'asset-register', '--format', 'json', '--read-only'];
    const asFolder = await report(...register, '--out', there);
    expect([asFolder.code, asFolder.err.split('\n')[0]]).toEqual([2, 'gatehouse report: --out: there is a folder. Name a file.']);
    const binder = await report('--kind', 'binder', '--format', 'json', '--out', there);
    expect([binder.code, binder.err.split('\n')[0]]).toEqual([
      2,
      'gatehouse report: --out: there is there already. A binder needs a folder of its own.',
    ]);
    const out = join(root, 'none.json');
    for (const kind of ['classification-memos', 'policy-manual', 'asset-register', 'change-log']) {
      const none = await report('--kind', kind, '--format', 'json', '--read-only', '--out', out, '--record', 'nowhere');
      expect([none.code, none.err]).toEqual([3, expect.stringContaining(`There is no record nowhere that ${kind} could be about.`)]);
    }
    expect(existsSync(out)).toBe(false);
  }, 60_000);

  it('takes the passphrase from no argument and no environment', async () => {
    const ended = await gatehouse([
      'report',
      '--workspace',
      workspace,
      '--kind',
      'screening',
      '--format',
      'json',
      '--out',
      join(root, 'y.json'),
      '--passphrase',
      passphrase,
    ]);
    expect(ended.code).toBe(2);
    expect(
      (await gatehouse(['report', '--workspace', workspace, '--kind', 'screening', '--format', 'json', '--out', join(root, 'y.json')])).err,
    ).toContain('--passphrase-fd');
  }, 60_000);
});
