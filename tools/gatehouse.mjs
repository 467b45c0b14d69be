// `npm run -s gatehouse -- …`: the command line from a checkout. Sets itself up; its answers alone go to stdout.
import path from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ensureElectron } from './lib/electron-runtime.mjs';
import { runMain } from './lib/log.mjs';
import { childEnv, fromRoot, node24 } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

await runMain(async () => {
  await ensureDependencies();
  await ensureBuild(['main']);
  const args = process.argv.slice(2);
  // Only reports make PDFs, which need the runtime with its Chromium.
  const runtime = args[0] === 'report' ? await ensureElectron() : undefined;
  const extra =
    runtime === undefined ? {} : { GATEHOUSE_ELECTRON: runtime.executable, GATEHOUSE_ELECTRON_ARGS: JSON.stringify(runtime.args) };
  // npm starts scripts in the project folder; file names on the command line mean the folder the user is in.
  const cwd = process.env.INIT_CWD ? path.resolve(process.env.INIT_CWD) : process.cwd();
  return run(node24, [fromRoot('out', 'main', 'cli.js'), ...args], { env: childEnv(extra), cwd, stdio: passedOn(args) });
});

/** The terminal, and the descriptor that a passphrase is read from. */
function passedOn(args) {
  const at = args.findIndex((word) => word === '--passphrase-fd' || word.startsWith('--passphrase-fd='));
  const descriptor = at < 0 ? 0 : Number(args[at].split('=')[1] ?? args[at + 1]);
  const last = Number.isInteger(descriptor) && descriptor > 2 && descriptor < 256 ? descriptor : 2;
  return Array.from({ length: last + 1 }, (_, place) => (place <= 2 || place === last ? 'inherit' : 'ignore'));
}
