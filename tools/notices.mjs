// `npm run notices` writes THIRD-PARTY-NOTICES.md from what ships. `--check` writes nothing and fails when that file is
// out of date, a licence is not on the list, a version is not exact, or a package has no stated reason.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { runMain, step } from './lib/log.mjs';
import { renderNotices, shippedPackages } from './lib/notices.mjs';
import { fromRoot } from './lib/paths.mjs';
import { packageProblems } from './lib/supply.mjs';

const noticeFile = fromRoot('THIRD-PARTY-NOTICES.md');

await runMain(async () => {
  await ensureDependencies();
  const packages = shippedPackages();
  const text = renderNotices(packages);
  if (!process.argv.includes('--check')) {
    writeFileSync(noticeFile, text);
    step(`THIRD-PARTY-NOTICES.md lists ${packages.length} packages.`);
    return 0;
  }
  const problems = packageProblems(packages);
  if (!existsSync(noticeFile) || readFileSync(noticeFile, 'utf8') !== text) {
    problems.push('THIRD-PARTY-NOTICES.md is out of date: run  npm run notices');
  }
  for (const problem of problems) step(problem);
  return problems.length === 0 ? 0 : 1;
});
