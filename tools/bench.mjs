// `npm run bench [-- name …]`: runs test/perf/*.bench.ts one after the other and prints a table each.
// A benchmark exports `title` and `run(): Promise<{ columns, rows, notes? }>`; it runs under Node 24 in a process of its own.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { withDisplay } from './lib/display.mjs';
import { ensureElectron } from './lib/electron-runtime.mjs';
import { runMain, SetupError, step } from './lib/log.mjs';
import { fromRoot, node24 } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { electronEnv } from './lib/runners.mjs';
import { renderTable } from './lib/table.mjs';

const folder = fromRoot('test', 'perf');
const resultFile = fromRoot('test-results', 'bench.json');

function benchmarks(names) {
  const all = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.bench.ts')) : [];
  const chosen = all.filter((file) => names.length === 0 || names.some((name) => file.includes(name))).sort();
  if (chosen.length === 0) {
    throw new SetupError(
      `No benchmark matches ${names.join(', ') || 'test/perf/*.bench.ts'}.`,
      `choose from: ${all.join(', ') || 'none yet'}`,
    );
  }
  return chosen;
}

function print({ title, seconds, result }) {
  process.stdout.write(`\n${title}  (${seconds.toFixed(1)} s)\n${renderTable(result.columns, result.rows)}\n`);
  for (const note of result.notes ?? []) process.stdout.write(`  ${note}\n`);
}

await runMain(async () => {
  await ensureDependencies();
  const chosen = benchmarks(process.argv.slice(2).filter((name) => !name.startsWith('-')));
  const runtime = await ensureElectron();
  await ensureBuild();
  mkdirSync(path.dirname(resultFile), { recursive: true });
  const cpu = os.cpus()[0]?.model.trim() ?? 'unknown processor';
  process.stdout.write(
    `${os.cpus().length} × ${cpu}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Electron ${runtime.version} (${runtime.source})\n`,
  );
  return withDisplay(async (display) => {
    const failed = [];
    for (const file of chosen) {
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
