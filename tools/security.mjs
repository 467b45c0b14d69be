// `npm run security`: runs the tests that name a statement of test/security/statements.ts in their title, and prints each
// statement with pass, fail or pending and why. `--last` prints the results of the last `npm test` instead of running again.
import { spawnSync } from 'node:child_process';
import { ensureDependencies } from './lib/dependencies.mjs';
import { runMain, step } from './lib/log.mjs';
import { childEnv, fromRoot, node24 } from './lib/paths.mjs';
import { readPlaywright, readVitest } from './lib/results.mjs';
import { runElectronTests, runVitest } from './lib/runners.mjs';

const tag = '\\[[A-I][0-9]+\\]';
const projects = ['static', 'unit', 'contract', 'integration', 'security'];

/** The statements are TypeScript, which the host's Node may not read; Node 24 does. */
function loadStatements() {
  const script = `import { statements, statementCounts } from './test/security/statements.ts'; console.log(JSON.stringify({ statements, statementCounts }));`;
  const result = spawnSync(node24, ['--input-type=module', '-e', script], { cwd: fromRoot(), env: childEnv(), encoding: 'utf8' });
  if (result.status !== 0) throw new Error(result.stderr);
  return JSON.parse(result.stdout);
}

async function outcomes() {
  if (process.argv.includes('--last')) {
    const last = [readVitest(fromRoot('test-results', 'vitest.json')), readPlaywright(fromRoot('test-results', 'electron.json'))];
    if (last.some((one) => one === undefined)) step('The last run has no full results; run  npm test  first.');
    return last.flatMap((one) => one ?? []);
  }
  const runs = [await runVitest(projects, ['-t', tag]), await runElectronTests(['--grep', tag])];
  return runs.flatMap((one) => one.outcomes ?? []);
}

function judge(statement, tests) {
  const own = tests.filter((test) => test.title.includes(`[${statement.id}]`));
  const failed = own.filter((test) => test.status === 'failed');
  const passed = own.filter((test) => test.status === 'passed');
  if (failed.length > 0) return { verdict: 'fail', why: failed.map((test) => test.title).join('; ') };
  if (passed.length > 0) {
    const count = `${passed.length} ${passed.length === 1 ? 'test' : 'tests'}`;
    return { verdict: 'pass', why: statement.pending === undefined ? count : `${count}; not yet: ${statement.pending}` };
  }
  if (statement.pending !== undefined) return { verdict: 'pending', why: statement.pending };
  if (own.length > 0) return { verdict: 'pending', why: 'its tests were skipped on this machine' };
  return { verdict: 'fail', why: 'no test names it and no reason is given' };
}

await runMain(async () => {
  await ensureDependencies();
  const { statements, statementCounts } = loadStatements();
  const tests = await outcomes();
  const wanted = Object.entries(statementCounts).flatMap(([letter, count]) => Array.from({ length: count }, (_, i) => `${letter}${i + 1}`));
  const totals = { pass: 0, fail: 0, pending: 0 };
  process.stdout.write('\n');
  for (const id of wanted) {
    const statement = statements.find((one) => one.id === id);
    const { verdict, why } = statement ? judge(statement, tests) : { verdict: 'fail', why: 'missing from the list of statements' };
    totals[verdict] += 1;
    process.stdout.write(`${id.padEnd(4)} ${verdict.padEnd(8)} ${statement?.says ?? ''}  (${why})\n`);
  }
  process.stdout.write(`\n${totals.pass} pass, ${totals.fail} fail, ${totals.pending} pending\n`);
  return totals.fail === 0 ? 0 : 1;
});
