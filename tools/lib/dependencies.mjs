import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { SetupError, step } from './log.mjs';
import { fromRoot, node24, stateDir } from './paths.mjs';
import { capture, tail } from './run.mjs';

const stampFile = path.join(stateDir, 'installed.txt');

const readText = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

function wantedStamp() {
  return createHash('sha256')
    .update(readText(fromRoot('package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
}

/** True when npm's own record of node_modules names the same packages as the lockfile. */
function matchesLockfile() {
  const record = readText(fromRoot('node_modules', '.package-lock.json'));
  if (record === '') return false;
  const installed = JSON.parse(record).packages;
  const wanted = JSON.parse(readText(fromRoot('package-lock.json'))).packages;
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '' || entry.link) return true;
    const found = installed[place];
    // Packages for other systems are in the lockfile but not on this disk.
    if (found === undefined) return entry.optional === true || entry.peer === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

function hasNode24() {
  return existsSync(node24) && capture(node24, ['--version']).stdout.startsWith('v24.');
}

function install() {
  step('Installing packages from the lockfile (npm ci) …');
  const result = capture('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { env: process.env });
  if (result.code === 127) throw new SetupError('npm was not found.', 'install Node 20 or newer with npm 11, then try again.');
  if (result.code !== 0) {
    throw new SetupError(`npm ci failed:\n${tail(result.stderr)}`, 'check that the package registry can be reached, then try again.');
  }
  if (!hasNode24()) {
    throw new SetupError(
      'Node 24 was not installed into node_modules/node.',
      'run  npm ci  by hand and read its messages; the package `node` must be allowed to run its install script.',
    );
  }
}

/** Installs node_modules when it is absent or differs from the lockfile; otherwise does nothing. */
export async function ensureDependencies() {
  const stamp = wantedStamp();
  const isCurrent = () => readText(stampFile) === stamp && existsSync(node24) && existsSync(fromRoot('node_modules', '.package-lock.json'));
  if (isCurrent()) return;
  await withLock(stateDir, 'install', async () => {
    if (isCurrent()) return;
    if (!matchesLockfile() || !hasNode24()) install();
    mkdirSync(stateDir, { recursive: true });
    writeFileSync(stampFile, stamp);
  });
}
