import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LogCheck } from '../../../../src-shared/formats/access-log.ts';
import type { LogProposal } from '../../../../src-shared/formats/access-log-proposal.ts';
import { isDated } from '../../../../src-shared/model/access-events.ts';
import { logLimits } from '../../importers/read/limits.ts';
import { checkLog } from './check-log.ts';
import type { EventBatch } from './event-batch.ts';
import { previewLog } from './preview-log.ts';
import { proposeReading } from './propose/propose.ts';
import { readEvents } from './read-events.ts';

const samples = resolve(import.meta.dirname, '../../../../../shared/imports/samples');
const here = existsSync(samples);
if (!here) console.log(`Skipped: the public sample files are not at ${samples}.`);
const now = Date.parse('2026-11-22T00:00:00Z');

interface Expected {
  readonly file: string;
  readonly rows?: number;
  readonly rows_with?: { readonly ip?: number; readonly actor?: number };
  readonly expect?: { readonly imported_min: number; readonly rejected_for_missing_timestamp: number } | string;
}
const index: readonly Expected[] = here ? (JSON.parse(readFileSync(join(samples, 'index.json'), 'utf8')) as Expected[]) : [];

async function readSample(
  file: string,
  answers: Parameters<typeof proposeReading>[2] = {},
): Promise<{ proposal: LogProposal; check: LogCheck; batches: EventBatch[] }> {
  const path = join(samples, file);
  const preview = await previewLog(path, logLimits, null, 1000);
  const proposal = proposeReading(preview, now, answers);
  const check = await checkLog(path, logLimits, proposal.reading, now, async () => undefined);
  const batches: EventBatch[] = [];
  await readEvents(path, logLimits, { ...proposal.reading, answers: check.answers }, { afterRow: 0, now }, async (batch) => {
    batches.push(batch);
  });
  return { proposal, check, batches };
}

describe.skipIf(!here)('public sample exports', () => {
  const counted = index.filter(
    (one): one is Expected & { expect: { imported_min: number; rejected_for_missing_timestamp: number } } => typeof one.expect === 'object',
  );

  it.each(counted.map((one) => [one.file, one] as const))('%s imports with the counts of its index', async (file, one) => {
    const { proposal, check, batches } = await readSample(file);
    const problems = Object.fromEntries(check.problems.map((problem) => [`${problem.kind} ${problem.field}`, problem.count]));
    expect(proposal.reading.preset, 'preset').not.toBeNull();
    expect(check.rows, 'rows').toBe(one.rows);
    // Four Okta records have a time that reads "redacted": they are events all the same, and no time is invented for them.
    expect(problems['timeWithheld ts'] ?? 0).toBe(file.startsWith('okta') ? 4 : 0);
    expect(check.events, JSON.stringify(problems)).toBeGreaterThanOrEqual(one.expect.imported_min);
    expect(batches.flatMap((batch) => [...batch.ts]).filter((ts) => !isDated(ts))).toHaveLength(problems['timeWithheld ts'] ?? 0);
    expect(problems['noTimestamp ts'] ?? 0, JSON.stringify(problems)).toBe(one.expect.rejected_for_missing_timestamp);
    expect(check.questions.filter((question) => question.kind !== 'repeats')).toEqual([]);
    expect(batches.reduce((sum, batch) => sum + batch.length, 0)).toBe(check.events);
  });

  it('asks for year and zone of syslog lines and then reads them', async () => {
    const asked = await readSample('syslog_ssh.log');
    expect(asked.proposal.reading.preset).toBe('ssh.syslog');
    expect(asked.check.questions.map((question) => question.kind)).toEqual(['year', 'zone']);
    const { check } = await readSample('syslog_ssh.log', { answers: { year: 2015, zone: 'UTC' } });
    expect(check).toMatchObject({ events: 7, rejected: 0, skipped: 2, withAddress: 7, from: '2015-03-11T19:26:39.000Z' });
    expect(check.outcomes.top).toEqual([
      { value: 'success', count: 5, means: 'success' },
      { value: 'failure', count: 2, means: 'failure' },
    ]);
  });

  it('reads web server lines with their malformed requests', async () => {
    const { proposal, check } = await readSample('apache_access.log');
    expect(proposal.reading.preset).toBe('web.combined');
    expect(proposal.notes).toContain('requestsWithoutUser');
    expect(check.rows).toBe(15);
    expect(check.problems.map(({ kind, count }) => [kind, count])).toEqual([['noAccount', 14]]);
    expect(check.accounts.top).toEqual([{ value: 'pyllyukko@EXAMPLE.COM', count: 1 }]);
    expect(check.from).toBe('2019-11-16T07:46:42.000Z');
  });

  it('names a protected workbook as such', async () => {
    await expect(previewLog(join(samples, 'pass_protected.xlsx'), logLimits, null, 10)).rejects.toMatchObject({
      problem: { reason: 'encrypted' },
    });
  });

  it.each([
    'date.xlsx',
    'date_1904.xlsx',
    'merged_range.xlsx',
    'temperature-in-middle.xlsx',
    'inlineStr_cdata.xlsx',
    'any_sheets.xls',
    'any_sheets.ods',
  ])('opens %s and asks which columns it has', async (file) => {
    const preview = await previewLog(join(samples, file), logLimits, null, 100);
    expect(preview.rows.length).toBeGreaterThan(0);
    expect(proposeReading(preview, now).questions.map((question) => question.kind)).toContain('mapping');
  });
});
