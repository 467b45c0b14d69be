// `npm test`: every test, on a machine set up as far as needed. Parts can be named: unit contract integration
// security static electron; arguments after `--` reach the runners' file filters. The last line on stdout adds up all runners.
import { relative } from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { runMain, SetupError, step } from './lib/log.mjs';
import { countOutcomes } from './lib/results.mjs';
import { runElectronTests, runVitest } from './lib/runners.mjs';

const vitestParts = ['static', 'unit', 'contract', 'integration', 'security'];

await runMain(async () => {
  const given = process.argv.slice(2);
  const split = given.indexOf('--');
  const named = split < 0 ? given : given.slice(0, split);
  const filters = split < 0 ? [] : given.slice(split + 1);
  const unknown = named.filter((part) => part !== 'electron' && !vitestParts.includes(part));
  if (unknown.length > 0)
    throw new SetupError(`There is no test part named ${unknown.join(', ')}.`, `use some of: ${vitestParts.join(', ')}, electron.`);
  const wanted = named.length === 0 ? [...vitestParts, 'electron'] : named;

  await ensureDependencies();
  const runs = [];
  const projects = vitestParts.filter((part) => wanted.includes(part));
  if (projects.length > 0) runs.push(await runVitest(projects, filters));
  if (wanted.includes('electron')) runs.push(await runElectronTests(filters));

  // Again at the end, where a reader of a long log looks first.
  const outcomes = runs.flatMap((one) => one.outcomes ?? []);
  const because = ({ reason }) => (reason === undefined ? '' : `\n${reason.replaceAll(/^/gm, '  ')}`);
  for (const outcome of outcomes.filter(({ flaky }) => flaky)) step(`Passed only on the second try: ${outcome.title}${because(outcome)}`);
  for (const outcome of outcomes.filter(({ status }) => status === 'failed'))
    step(`Failed: ${outcome.title} (${relative(process.cwd(), outcome.file) || 'no file'})${because(outcome)}`);
  const { passed, failed, skipped } = countOutcomes(runs);
  process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  return failed === 0 ? 0 : 1;
});
