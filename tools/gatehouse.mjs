// `npm run -s gatehouse -- …`: the command line from a checkout. Sets itself up; its answers alone go to stdout.
import path from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { runMain } from './lib/log.mjs';
import { childEnv, fromRoot, node24 } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

await runMain(async () => {
  await ensureDependencies();
  await ensureBuild(['main']);
  // npm starts scripts in the project folder; file names on the command line mean the folder the user is in.
  const cwd = process.env.INIT_CWD ? path.resolve(process.env.INIT_CWD) : process.cwd();
  return run(node24, [fromRoot('out', 'main', 'cli.js'), ...process.argv.slice(2)], { env: childEnv(), cwd });
});
