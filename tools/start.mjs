// `npm start`: sets up what is missing, then opens the window. Without a display it runs the demo tour instead.
// `npm start -- --workspace <folder>` opens a workspace; further arguments reach the app.
import { ensureBuild } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { hasDisplay } from './lib/display.mjs';
import { ensureElectron } from './lib/electron-runtime.mjs';
import { runMain, step } from './lib/log.mjs';
import { childEnv, repoRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { runTour } from './lib/tour.mjs';

await runMain(async () => {
  const appArguments = process.argv.slice(2);
  await ensureDependencies();
  const runtime = await ensureElectron();
  await ensureBuild();
  if (!hasDisplay()) {
    step('There is no display here, so the demo tour runs in a virtual one.');
    return runTour(runtime, appArguments);
  }
  return run(runtime.executable, [...runtime.args, repoRoot, ...appArguments], { env: childEnv(runtime.env) });
});
