import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { step } from './log.mjs';

function ownerOf(lockFile) {
  try {
    return Number(readFileSync(lockFile, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Runs `body` while holding a lock file, so that two set-ups started at once do each step only once.
 * A lock whose process has ended is taken over.
 */
export async function withLock(directory, name, body) {
  mkdirSync(directory, { recursive: true });
  const lockFile = path.join(directory, `${name}.lock`);
  let announced = false;
  for (;;) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = ownerOf(lockFile);
    if (owner === process.pid) return body();
    if (owner !== undefined && owner > 0 && !isRunning(owner)) {
      rmSync(lockFile, { force: true });
      continue;
    }
    if (!announced) step(`Waiting for another set-up (process ${owner || 'starting'}) to finish ${name} …`);
    announced = true;
    await wait(200);
  }
  const release = () => rmSync(lockFile, { force: true });
  process.once('exit', release);
  try {
    return await body();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}
