// `npm run package`: an unpacked Linux build in dist/, and installers where their tools can be fetched.
// `--inspectable` leaves the inspector fuse on, for tests of the packaged app; such a build goes to dist/inspectable.
// `--unpacked` makes no installers; `--output=<folder>` puts the build elsewhere.
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ensureElectron } from './lib/electron-runtime.mjs';
import { runMain, SetupError, step } from './lib/log.mjs';
import { childEnv, fromRoot, node24, repoRoot, stateDir } from './lib/paths.mjs';
import { capture, tail } from './lib/run.mjs';

/** The driver's own binary fits a current Electron; an older one gets the build made for it. */
function stageDriver(runtime) {
  const staged = path.join(stateDir, 'native');
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged, { recursive: true });
  const driver = runtime.env.GATEHOUSE_NATIVE_BINDING;
  if (driver !== undefined) copyFileSync(driver, path.join(staged, 'better_sqlite3.node'));
}

function builder(target, runtime, output, extra = []) {
  return capture(
    node24,
    [
      fromRoot('node_modules', 'electron-builder', 'cli.js'),
      ...['--linux', target, '--config', fromRoot('electron-builder.json'), '--publish', 'never'],
      ...[`-c.electronDist=${runtime.folder}`, `-c.electronVersion=${runtime.version}`, `-c.directories.output=${output}`, ...extra],
    ],
    { env: childEnv({ CSC_IDENTITY_AUTO_DISCOVERY: 'false' }) },
  );
}

await runMain(async () => {
  if (process.platform !== 'linux')
    throw new SetupError('Packaging is set up for Linux only.', 'run it on Linux; other systems need signing, which a person does.');
  const inspectable = process.argv.includes('--inspectable');
  const named = process.argv.find((word) => word.startsWith('--output='))?.slice('--output='.length);
  const output = named ?? (inspectable ? 'dist/inspectable' : 'dist');
  await ensureDependencies();
  const runtime = await ensureElectron();
  await ensureBuild();
  stageDriver(runtime);

  step(`Packaging with Electron ${runtime.version} …`);
  const unpacked = builder('dir', runtime, output, inspectable ? ['-c.electronFuses.enableNodeCliInspectArguments=true'] : []);
  if (unpacked.code !== 0)
    throw new SetupError(`Packaging failed:\n${tail(`${unpacked.stdout}\n${unpacked.stderr}`, 20)}`, 'correct the cause named above.');
  const folder = path.resolve(repoRoot, output, 'linux-unpacked');
  if (!existsSync(path.join(folder, 'gatehouse')))
    throw new SetupError(`Packaging left no ${output}/linux-unpacked/gatehouse.`, 'report this.');
  process.stdout.write(`${folder}\n`);
  if (runtime.source === 'fallback') step('This build holds the evaluation runtime: good for tests, not for release.');
  if (inspectable || process.argv.includes('--unpacked')) return 0;

  for (const target of ['AppImage', 'deb']) {
    const made = builder(target, runtime, output);
    step(made.code === 0 ? `The ${target} is in ${output}/.` : `No ${target}: the tools that make it could not be fetched or run here.`);
  }
  return 0;
});
