// Resolves the Electron runtime. `--print` writes its path to stdout, `--json` everything about it.
import { ensureDependencies } from './lib/dependencies.mjs';
import { ensureElectron } from './lib/electron-runtime.mjs';
import { runMain } from './lib/log.mjs';

await runMain(async () => {
  await ensureDependencies();
  const runtime = await ensureElectron();
  process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(runtime, null, 2) : runtime.executable}\n`);
});
