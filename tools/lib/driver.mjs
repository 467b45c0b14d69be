import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureDebianPackages } from './debian.mjs';
import { withLock } from './lock.mjs';
import { SetupError, step } from './log.mjs';
import { cacheDir, fromRoot } from './paths.mjs';
import { capture, tail } from './run.mjs';

// Raise when the recipe below or the compatibility header changes, here and in driver-binding.ts.
const recipe = 1;
const compatHeader = fromRoot('tools', 'native', 'napi9-compat.hpp');
const driverDir = fromRoot('node_modules', 'better-sqlite3');

function versionOf(packageName) {
  return JSON.parse(readFileSync(fromRoot('node_modules', packageName, 'package.json'), 'utf8')).version;
}

/**
 * Where the Node-API 9 build of the SQLite driver lives in the per-user cache.
 * `src-main/core/db/driver-binding.ts` looks in the same place; keep the two alike.
 */
export function driverPath() {
  return path.join(
    cacheDir(),
    `sqlite-napi9-${versionOf('better-sqlite3')}-${process.platform}-${process.arch}-r${recipe}`,
    'better_sqlite3.node',
  );
}

function definesOf(gypi) {
  const block = /'defines':\s*\[([^\]]*)\]/.exec(gypi)?.[1];
  if (block === undefined)
    throw new SetupError(
      'The SQLite driver no longer lists its compile-time options where they were.',
      'report this; the driver version was changed without its build recipe.',
    );
  return [...block.matchAll(/'([^']+)'/g)].map((match) => `-D${match[1]}`);
}

function compile(command, args) {
  const result = capture(command, args);
  if (result.code === 127)
    throw new SetupError(`The compiler ${command} was not found.`, 'install it (Debian: apt-get install g++) and try again.');
  if (result.code !== 0)
    throw new SetupError(
      `Building the SQLite driver failed:\n${tail(result.stderr)}`,
      'install g++ 12 or newer and try again; if it still fails, report this message.',
    );
}

function build(target) {
  step('Building the SQLite driver for this runtime (once, under a minute) …');
  mkdirSync(path.dirname(path.dirname(target)), { recursive: true });
  const work = mkdtempSync(path.join(cacheDir(), 'build-'));
  try {
    const object = path.join(work, 'sqlite3.o');
    const output = path.join(work, 'better_sqlite3.node');
    const sqliteDir = path.join(driverDir, 'deps', 'sqlite3');
    const cpu = process.arch === 'x64' ? ['-maes', '-msse4.2'] : [];
    const defines = definesOf(readFileSync(path.join(driverDir, 'deps', 'defines.gypi'), 'utf8'));
    compile('gcc', ['-std=c99', '-w', '-O2', '-fPIC', ...cpu, ...defines, '-c', path.join(sqliteDir, 'sqlite3.c'), '-o', object]);
    compile('g++', [
      ...['-std=c++20', '-w', '-O2', '-fPIC', '-fvisibility=hidden'],
      ...['-I', fromRoot('node_modules', 'node-api-headers', 'include'), '-I', fromRoot('node_modules', 'node-addon-api'), '-I', sqliteDir],
      ...['-DNAPI_VERSION=9', '-DNAPI_DISABLE_CPP_EXCEPTIONS', '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS', '-DBUILDING_NODE_EXTENSION'],
      ...['-include', compatHeader, '-shared', path.join(driverDir, 'src', 'better_sqlite3.cpp'), object],
      ...['-Wl,-Bsymbolic', '-ldl', '-lpthread', '-o', output],
    ]);
    mkdirSync(path.dirname(target), { recursive: true });
    renameSync(output, target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Makes sure a driver exists that runtimes older than Node-API 10 can load; returns its path. */
export async function ensureDriver() {
  const target = driverPath();
  if (existsSync(target)) return target;
  if (process.platform !== 'linux') {
    throw new SetupError('This Electron runtime is too old for the SQLite driver.', 'use the Electron version that package.json names.');
  }
  ensureDebianPackages(['compiler']);
  await withLock(cacheDir(), 'driver', async () => {
    if (!existsSync(target)) build(target);
  });
  return target;
}
