import { existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const emptyCounts = () => ({ passed: 0, failed: 0, skipped: 0 });

/** What a runner said of a failure, without its colours, as far as the end of a log can bear; undefined when it said nothing. */
function reasonOf(message) {
  const lines = stripVTControlCharacters(message ?? '')
    .trim()
    .split('\n');
  return lines[0] === ''
    ? undefined
    : lines
        .slice(0, 16)
        .map((line) => line.slice(0, 400))
        .join('\n');
}

/** One flat list of test outcomes `{ title, status, file, reason? }` from vitest's JSON report; undefined when there is no report. */
export function readVitest(file) {
  if (!existsSync(file)) return undefined;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return report.testResults.flatMap((suite) => {
    const tests = suite.assertionResults.map((test) => ({
      title: test.fullName,
      status: test.status === 'passed' ? 'passed' : test.status === 'failed' ? 'failed' : 'skipped',
      file: suite.name,
      reason: reasonOf(test.failureMessages?.[0]),
    }));
    // A file that does not even load has no tests of its own; it counts as one failure.
    return suite.status === 'failed' && !tests.some((test) => test.status === 'failed')
      ? [...tests, { title: `${suite.name} did not run`, status: 'failed', file: suite.name, reason: reasonOf(suite.message) }]
      : tests;
  });
}

/** The same list from Playwright's JSON report. A test that passed on its second try counts as passed and is marked flaky. */
export function readPlaywright(file) {
  if (!existsSync(file)) return undefined;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const outcomes = [];
  const statusOf = { expected: 'passed', flaky: 'passed', unexpected: 'failed', skipped: 'skipped' };
  const visit = (suite, titles) => {
    const here = [...titles, suite.title].filter(Boolean);
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        outcomes.push({
          title: [...here, spec.title].join(' '),
          status: statusOf[test.status] ?? 'failed',
          file: spec.file,
          flaky: test.status === 'flaky',
          reason: reasonOf(test.results?.find(({ error }) => error !== undefined)?.error.message),
        });
      }
    }
    for (const child of suite.suites ?? []) visit(child, here);
  };
  for (const suite of report.suites) visit(suite, []);
  for (const error of report.errors ?? [])
    outcomes.push({ title: `Runner error: ${error.message?.split('\n')[0]}`, status: 'failed', file: '' });
  return outcomes;
}

/** Adds up outcomes; a runner that failed without naming a failed test counts as one failure. */
export function countOutcomes(runs) {
  const total = emptyCounts();
  for (const { outcomes, exitCode } of runs) {
    const own = emptyCounts();
    for (const outcome of outcomes ?? []) own[outcome.status] += 1;
    if (own.failed === 0 && (exitCode !== 0 || outcomes === undefined)) own.failed = 1;
    for (const key of Object.keys(total)) total[key] += own[key];
  }
  return total;
}
