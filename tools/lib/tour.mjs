import { existsSync } from 'node:fs';
import { withDisplay } from './display.mjs';
import { SetupError, step } from './log.mjs';
import { fromRoot, node24 } from './paths.mjs';
import { run } from './run.mjs';
import { electronEnv } from './runners.mjs';

const tourScript = fromRoot('test', 'tour', 'tour.ts');

/** Runs the demo tour: the real app in a (virtual) window, its screenshots and reports written to demo-output/. */
export async function runTour(runtime, tourArguments) {
  if (!existsSync(tourScript))
    throw new SetupError('The demo tour is not part of this checkout (test/tour/tour.ts).', 'start with a display, or restore that file.');
  const code = await withDisplay((display) => run(node24, [tourScript, ...tourArguments], { env: electronEnv(runtime, display) }));
  if (code === 0) step('The tour is in demo-output/; open demo-output/index.html.');
  return code;
}
