import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureAddresses } from './addresses.mjs';
import { withLock } from './lock.mjs';
import { SetupError, step } from './log.mjs';
import { childEnv, fromRoot, node24, stateDir } from './paths.mjs';
import { capture, tail } from './run.mjs';

const common = ['src-shared', 'electron.vite.config.ts', 'package-lock.json', 'tsconfig.json'];

/** What each bundle is made from, and one file that proves it was made. */
const targets = {
  main: { sources: ['src-main', ...common], outDir: 'out/main', proof: 'out/main/main.js' },
  preload: { sources: ['src-main/electron', ...common], outDir: 'out/preload', proof: 'out/preload/preload.cjs' },
  renderer: {
    sources: ['src-renderer', 'docs/guide', 'docs/imports.md', 'resources/fonts', 'resources/icons', ...common],
    outDir: 'out/renderer',
    proof: 'out/renderer/index.html',
  },
};

function* filesUnder(place) {
  const absolute = fromRoot(place);
  if (!existsSync(absolute)) return;
  if (path.extname(place) !== '') {
    yield place;
    return;
  }
  const entries = readdirSync(absolute, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const child = `${place}/${entry.name}`;
    if (entry.isDirectory()) yield* filesUnder(child);
    else if (!/\.test\.tsx?$/.test(entry.name)) yield child;
  }
}

function hashOf(target) {
  const hash = createHash('sha256');
  for (const source of targets[target].sources) {
    for (const file of filesUnder(source)) hash.update(`${file}\0`).update(readFileSync(fromRoot(file)));
  }
  return hash.digest('hex');
}

const stampFile = (target) => path.join(stateDir, `built-${target}.txt`);

function isCurrent(target) {
  const stamp = stampFile(target);
  return existsSync(fromRoot(targets[target].proof)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOf(target);
}

/** Makes the next build start afresh, for what leaves other output in the same folder. */
export function forgetBuilds() {
  for (const target of Object.keys(targets)) rmSync(stampFile(target), { force: true });
}

/** Builds those of the named bundles whose sources changed since they were last built, and the address tables that the main one reads. */
export async function ensureBuild(wanted = Object.keys(targets)) {
  if (wanted.includes('main')) await ensureAddresses();
  if (wanted.every(isCurrent)) return;
  await withLock(stateDir, 'build', () => {
    const stale = wanted.filter((target) => !isCurrent(target));
    if (stale.length === 0) return;
    step(`Building ${stale.join(', ')} …`);
    const hashes = new Map(stale.map((target) => [target, hashOf(target)]));
    for (const target of stale) rmSync(stampFile(target), { force: true });
    const viteCli = fromRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
    const result = capture(node24, [viteCli, 'build', '--logLevel', 'warn'], {
      env: childEnv({ GATEHOUSE_TARGETS: stale.join(','), NODE_ENV: 'production' }),
    });
    if (result.code !== 0)
      throw new SetupError(
        `The build failed:\n${tail(`${result.stdout}\n${result.stderr}`, 30)}`,
        'correct the source named above, then try again.',
      );
    mkdirSync(stateDir, { recursive: true });
    for (const [target, hash] of hashes) {
      if (!existsSync(fromRoot(targets[target].proof)))
        throw new SetupError(`The build left no ${targets[target].proof}.`, 'check that the entry file exists.');
      writeFileSync(stampFile(target), hash);
    }
  });
}
