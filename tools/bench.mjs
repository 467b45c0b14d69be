// `npm run bench [-- NAME …]`: runs test/perf/*.bench.ts one after the other and prints a table each; `-- --help` prints the names.
// A benchmark exports `title` and `run(): Promise<{ columns, rows, notes? }>`; it runs under Node 24 in a process of its own.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { benchmarksIn, chosenFrom, listed } from './lib/bench-names.mjs';
import { ensureBuild } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { withDisplay } from './lib/display.mjs';
import { ensureElectron } from './lib/electron-runtime.mjs';
import { runMain, step } from './lib/log.mjs';
import { fromRoot, node24 } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { electronEnv } from './lib/runners.mjs';
import { renderTable } from './lib/table.mjs';

const folder = fromRoot('test', 'perf');
const resultFile = fromRoot('test-results', 'bench.json');

function print({ title, seconds, result }) {
  process.stdout.write(`\n${title}  (${seconds.toFixed(1)} s)\n${renderTable(result.columns, result.rows)}\n`);
  for (const note of result.notes ?? []) process.stdout.write(`  ${note}\n`);
}

await runMain(async () => {
  const all = benchmarksIn(folder);
  const chosen = chosenFrom(all, process.argv.slice(2));
  if (chosen === null) {
    process.stdout.write(`npm run bench [-- NAME …] runs all, or those whose name holds a word:\n${listed(all)}\n`);
    return 0;
  }
  await ensureDependencies();
  const runtime = await ensureElectron();
  await ensureBuild();
  mkdirSync(path.dirname(resultFile), { recursive: true });
  const cpu = os.cpus()[0]?.model.trim() ?? 'unknown processor';
  process.stdout.write(
    `${os.cpus().length} × ${cpu}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Electron ${runtime.version} (${runtime.source})\n`,
  );
  return withDisplay(async (display) => {
    const failed = [];
    for (const { file } of chosen) {
      step(`Measuring ${file} …`);
      rmSync(resultFile, { force: true });
      const code = await run(node24, [fromRoot('tools', 'lib', 'bench-one.mjs'), path.join(folder, file), resultFile], {
        env: electronEnv(runtime, display),
      });
      if (code === 0 && existsSync(resultFile)) print(JSON.parse(readFileSync(resultFile, 'utf8')));
      else failed.push(file);
    }
    for (const file of failed) step(`${file} did not finish.`);
    return failed.length === 0 ? 0 : 1;
  });
});
