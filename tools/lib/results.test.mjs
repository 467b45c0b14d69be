import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countOutcomes, readPlaywright, readVitest } from './results.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-results-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content) {
  const file = path.join(folder, `${Math.random()}.json`);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe('the summary line', () => {
  it('adds up all runners', () => {
    const runs = [
      { exitCode: 1, outcomes: [{ status: 'passed' }, { status: 'failed' }] },
      { exitCode: 0, outcomes: [{ status: 'passed' }, { status: 'skipped' }] },
    ];
    expect(countOutcomes(runs)).toEqual({ passed: 2, failed: 1, skipped: 1 });
  });

  it('counts a runner that broke without naming a failed test as a failure', () => {
    expect(countOutcomes([{ exitCode: 1, outcomes: [{ status: 'passed' }] }]).failed).toBe(1);
    expect(countOutcomes([{ exitCode: 0, outcomes: undefined }]).failed).toBe(1);
  });
});

describe('reading reports', () => {
  it('counts a test file that does not load as one failure', () => {
    const file = report({ testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults: [] }] });
    expect(readVitest(file)).toMatchObject([{ status: 'failed', file: 'a.test.ts' }]);
  });

  it('takes a test that passed on its second try as passed, and says so', () => {
    const spec = (status) => ({ title: status, file: 'b.spec.ts', tests: [{ status }] });
    const file = report({ suites: [{ title: 'b', suites: [{ title: 'inner', specs: ['flaky', 'unexpected', 'skipped'].map(spec) }] }] });
    expect(readPlaywright(file)).toMatchObject([
      { title: 'b inner flaky', status: 'passed', flaky: true },
      { status: 'failed', flaky: false },
      { status: 'skipped' },
    ]);
  });

  it('keeps what a runner said of a failure, without its colours and at a readable length', () => {
    const long = ['\u001b[31mProperty failed\u001b[39m', ...Array.from({ length: 40 }, (_, line) => `line ${line}`)].join('\n');
    const failed = { fullName: 'a', status: 'failed', failureMessages: [long] };
    const vitest = report({ testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults: [failed] }] });
    const reason = readVitest(vitest)[0].reason;
    expect(reason.split('\n')[0]).toBe('Property failed');
    expect(reason.split('\n').length).toBeLessThan(20);

    const second = { status: 'flaky', results: [{ error: { message: 'Timed out' } }, {}] };
    const playwright = report({ suites: [{ title: 'b', specs: [{ title: 'b', file: 'b.spec.ts', tests: [second] }] }] });
    expect(readPlaywright(playwright)[0].reason).toBe('Timed out');
  });

  it('has nothing to say where there is no report', () => {
    expect(readVitest(path.join(folder, 'absent.json'))).toBeUndefined();
    expect(readPlaywright(path.join(folder, 'absent.json'))).toBeUndefined();
  });
});
