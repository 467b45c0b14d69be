// Builds the bundles whose sources changed. `--force` builds all of them.
import { rmSync } from 'node:fs';
import { ensureBuild } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { runMain } from './lib/log.mjs';
import { fromRoot } from './lib/paths.mjs';

await runMain(async () => {
  await ensureDependencies();
  if (process.argv.includes('--force')) rmSync(fromRoot('out'), { recursive: true, force: true });
  await ensureBuild();
});
