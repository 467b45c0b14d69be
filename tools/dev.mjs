// `npm run dev`: the app with hot reload. Screens update in place; a change to the core restarts the app.
import { forgetBuilds } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { withDisplay } from './lib/display.mjs';
import { ensureElectron } from './lib/electron-runtime.mjs';
import { runMain } from './lib/log.mjs';
import { fromRoot, node24 } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { electronEnv } from './lib/runners.mjs';

await runMain(async () => {
  await ensureDependencies();
  const runtime = await ensureElectron();
  forgetBuilds();
  const cli = fromRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const sandbox = runtime.args.includes('--no-sandbox') ? ['--noSandbox'] : [];
  const given = process.argv.slice(2);
  const appArguments = given.length > 0 ? ['--', ...given] : [];
  return withDisplay((display) =>
    run(node24, [cli, 'dev', '--watch', ...sandbox, ...appArguments], {
      env: { ...electronEnv(runtime, display), ELECTRON_EXEC_PATH: runtime.executable },
    }),
  );
});
