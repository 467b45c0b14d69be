import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';

// The build recipe's number in tools/lib/driver.mjs; the two must be alike.
const recipe = 1;

function driverVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('better-sqlite3/package.json'), 'utf8'));
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : undefined;
  if (typeof version !== 'string') throw new Error('The SQLite driver has no version in its package.json');
  return version;
}

function packagedPath(): string | undefined {
  const resources = 'resourcesPath' in process && typeof process.resourcesPath === 'string' ? process.resourcesPath : undefined;
  return resources === undefined ? undefined : path.join(resources, 'native', 'better_sqlite3.node');
}

function cachedPath(): string {
  const chosen = process.env['GATEHOUSE_CACHE_DIR'];
  const base = chosen ? path.resolve(chosen) : path.join(process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'), 'gatehouse');
  return path.join(base, `sqlite-napi9-${driverVersion()}-${process.platform}-${process.arch}-r${recipe}`, 'better_sqlite3.node');
}

/**
 * Where to load the SQLite driver from, to be passed as `nativeBinding` when a database is opened.
 *
 * `undefined` means the driver's own build fits. It is a Node-API 10 build and crashes in older runtimes
 * (Electron 33, Node 20), for which set-up compiles a Node-API 9 build: named by the environment variable
 * `GATEHOUSE_NATIVE_BINDING`, else shipped with the packaged app, else in the per-user cache.
 *
 * Throws when the runtime needs that build and it is nowhere, since loading the other one would crash the process.
 */
export function nativeBindingPath(): string | undefined {
  if (Number(process.versions['napi']) >= 10) return undefined;
  const named = process.env['GATEHOUSE_NATIVE_BINDING'];
  const packaged = packagedPath();
  const candidates = [...(named ? [named] : []), ...(packaged === undefined ? [] : [packaged]), cachedPath()];
  const found = candidates.find((candidate) => existsSync(candidate));
  if (found === undefined) {
    throw new Error(
      `No SQLite driver for Node-API ${process.versions['napi']}; run "npm start" once to build it. Looked at: ${candidates.join(', ')}`,
    );
  }
  return found;
}
