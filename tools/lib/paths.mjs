import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const repoRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

export const fromRoot = (...parts) => path.join(repoRoot, ...parts);

/** Per-checkout state: stamps and locks. Deleting it only costs time. */
export const stateDir = fromRoot('.cache');

/** Per-user cache shared by checkouts: the fallback runtime and the compiled driver. Deleting it only costs time. */
export function cacheDir() {
  const chosen = process.env.GATEHOUSE_CACHE_DIR;
  if (chosen) return path.resolve(chosen);
  const base = process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
  return path.join(base, 'gatehouse');
}

/** Node 24, which the dev dependency `node` brings whatever the host has. */
export const node24 = fromRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** The environment for child processes: our Node 24 and local binaries first. */
export function childEnv(extra = {}) {
  const nodeBin = path.dirname(node24);
  const localBin = fromRoot('node_modules', '.bin');
  return { ...process.env, PATH: [nodeBin, localBin, process.env.PATH ?? ''].join(path.delimiter), ...extra };
}
