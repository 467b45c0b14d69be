import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withLock } from './lock.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lockModule = pathToFileURL(path.join(import.meta.dirname, 'lock.mjs')).href;

/** Another set-up: appends "in" and "out" to a log while it holds the lock. */
function otherProcess(log) {
  const script = `
    import { appendFileSync } from 'node:fs';
    import { setTimeout as wait } from 'node:timers/promises';
    import { withLock } from ${JSON.stringify(lockModule)};
    await withLock(${JSON.stringify(folder)}, 'step', async () => {
      appendFileSync(${JSON.stringify(log)}, 'in ');
      await wait(150);
      appendFileSync(${JSON.stringify(log)}, 'out ');
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
  return new Promise((resolve) => child.once('close', resolve));
}

it('lets one process in at a time', async () => {
  const log = path.join(folder, 'log.txt');
  expect(await Promise.all([otherProcess(log), otherProcess(log), otherProcess(log)])).toEqual([0, 0, 0]);
  expect(readFileSync(log, 'utf8')).toBe('in out '.repeat(3));
});

it('takes over the lock of a process that has ended', async () => {
  const ended = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => ended.once('close', resolve));
  writeFileSync(path.join(folder, 'step.lock'), String(ended.pid));
  expect(await withLock(folder, 'step', () => 'done')).toBe('done');
});

it('gives the lock back when the step fails', async () => {
  await expect(withLock(folder, 'step', () => Promise.reject(new Error('no network')))).rejects.toThrow('no network');
  expect(existsSync(path.join(folder, 'step.lock'))).toBe(false);
});
