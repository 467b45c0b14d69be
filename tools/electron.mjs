// Runs the built app, or any app folder, in the resolved runtime with a display: `node tools/electron.mjs [folder] [arguments]`.
import { ensureBuild } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { withDisplay } from './lib/display.mjs';
import { ensureElectron } from './lib/electron-runtime.mjs';
import { runMain } from './lib/log.mjs';
import { childEnv, repoRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

await runMain(async () => {
  const given = process.argv.slice(2);
  await ensureDependencies();
  const runtime = await ensureElectron();
  const ownApp = given[0] === undefined || given[0].startsWith('-');
  if (ownApp) await ensureBuild();
  const args = [...runtime.args, ...(ownApp ? [repoRoot] : []), ...given];
  return withDisplay((display) => run(runtime.executable, args, { env: childEnv({ ...runtime.env, ...display }) }));
});
