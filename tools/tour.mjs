// `npm run tour`: the demo tour in a virtual display, also where a real one exists.
import { ensureBuild } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ensureElectron } from './lib/electron-runtime.mjs';
import { runMain } from './lib/log.mjs';
import { runTour } from './lib/tour.mjs';

await runMain(async () => {
  await ensureDependencies();
  const runtime = await ensureElectron();
  await ensureBuild();
  return runTour(runtime, process.argv.slice(2));
});
