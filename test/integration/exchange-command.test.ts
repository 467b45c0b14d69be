import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoOnDisk, runGatehouse } from '../harness/command-line.ts';

const root = mkdtempSync(join(tmpdir(), 'gatehouse-exchange-'));
const file = join(root, 'office.gatehouse.jsonl');
let workspace = '';
let passphrase = '';

const exchange = (...args: readonly string[]) => runGatehouse(['exchange', ...args], root, passphrase);

beforeAll(async () => {
  ({ workspace, passphrase } = await demoOnDisk(root));
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('gatehouse exchange', () => {
  it('saves records for other offices, and proves without a workspace what a file holds and who signed it', async () => {
    const saved = await exchange('export', '--workspace', workspace, '--out', file, '--redaction', 'noPeople', '--passphrase-fd', '3');
    expect(saved.code, saved.err).toBe(0);
    const { records, fingerprint } = JSON.parse(saved.out) as { records: number; fingerprint: string };
    expect(records).toBeGreaterThan(50);
    const whole = await exchange('inspect', file, '--json', '--fingerprint', fingerprint.toUpperCase());
    expect(whole.code, whole.err).toBe(0);
    const said = JSON.parse(whole.out) as { counts: Record<string, number>; sha256: string };
    expect(said).toMatchObject({ state: 'whole', office: 'Halden Robotics', redaction: 'noPeople', records, fingerprint });
    expect(Object.values(said.counts).reduce((sum, count) => sum + count, 0)).toBe(records);
    const read = await exchange('inspect', file, '--sha256', said.sha256);
    expect(read.code).toBe(0);
    expect(read.out).toContain(fingerprint);
    expect((await exchange('inspect', file, '--fingerprint', '0'.repeat(64))).code).toBe(5);
    expect((await exchange('inspect', file, '--sha256', '0'.repeat(64))).code).toBe(5);
  }, 120_000);

  it('ends with 5 for a file of which one byte is another, with 3 for what is none or too large, and says what to do', async () => {
    const bytes = readFileSync(file);
    const at = bytes.length - 5;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const touched = join(root, 'touched.jsonl');
    writeFileSync(touched, bytes);
    const altered = await exchange('inspect', touched);
    expect(altered.code).toBe(5);
    expect(altered.err).toContain('Ask the other office for it again');
    writeFileSync(touched, '{"a":1}\n');
    expect((await exchange('inspect', touched)).code).toBe(3);
    // Nothing is on the disk behind its size.
    truncateSync(touched, 129 * 1024 * 1024);
    const large = await exchange('inspect', touched);
    expect(large.code).toBe(3);
    expect(large.err).toMatch(/touched\.jsonl, 129 MB.*larger than 128 MB.*send a file of each/s);
  }, 120_000);

  it.each([
    { args: ['inspect'], says: 'One FILE' },
    { args: ['inspect', 'nowhere.jsonl'], says: 'there is no file nowhere.jsonl' },
    { args: ['inspect', 'a', '--sha256', '12'], says: '64 hexadecimal digits' },
    { args: ['export', '--out', 'x'], says: '--workspace and --out' },
    { args: ['send'], says: 'say inspect or export' },
  ])('says what is wrong with $args', async ({ args, says }) => {
    const ended = await exchange(...args);
    expect(ended.code).toBe(2);
    expect(ended.err).toContain(says);
    expect(ended.err).toContain('Usage: gatehouse exchange inspect');
  });
});
