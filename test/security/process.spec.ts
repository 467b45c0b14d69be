import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp } from '../harness/app-window.ts';
import { processTree, readProc } from '../harness/process-tree.ts';
import { electronRuntime, repoRoot } from '../harness/runtime.ts';

const appFolder = process.env['GATEHOUSE_APP'] ?? repoRoot;

/** Starts the app as a user would, without the test driver and its debugging ports. */
function startPlain(userData: string, args: readonly string[] = []): ChildProcess {
  const runtime = electronRuntime();
  return spawn(runtime.executable, [...runtime.args, appFolder, `--user-data-dir=${userData}`, ...args], {
    env: { ...process.env, ...runtime.env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

function socketsOf(id: number): readonly string[] {
  try {
    return readdirSync(`/proc/${id}/fd`).flatMap((fd) => {
      const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${id}/fd/${fd}`))?.[1];
      return inode === undefined ? [] : [inode];
    });
  } catch {
    return [];
  }
}

/** Internet sockets held by the processes; local ones between the app's own processes are not counted. */
function networkSockets(ids: readonly number[]): readonly string[] {
  const held = new Set(ids.flatMap(socketsOf));
  return ['tcp', 'tcp6', 'udp', 'udp6', 'raw'].flatMap((kind) =>
    readProc(`/proc/net/${kind}`)
      .split('\n')
      .slice(1)
      .filter((line) => held.has(line.trim().split(/\s+/)[9] ?? ''))
      .map((line) => `${kind} ${line.trim()}`),
  );
}

function hasPage(id: number): boolean {
  return processTree(id).some((each) => readProc(`/proc/${each}/cmdline`).includes('--type=renderer'));
}

test('[H5] the running app holds no network socket', async () => {
  test.skip(process.platform !== 'linux', 'Sockets are read from /proc, which only Linux has.');
  const userData = mkdtempSync(join(tmpdir(), 'gatehouse-plain-'));
  const child = startPlain(userData);
  try {
    const id = child.pid ?? 0;
    await expect.poll(() => hasPage(id), { timeout: 20_000 }).toBe(true);
    // Looked at again and again for a while, since a socket could be short-lived.
    const seen = new Set<string>();
    const until = performance.now() + 3000;
    await expect
      .poll(() => {
        for (const socket of networkSockets(processTree(id))) seen.add(socket);
        return performance.now() > until;
      })
      .toBe(true);
    expect([...seen]).toEqual([]);
  } finally {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
    rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('[H8] a second start ends at once, brings the first to the front and passes only what it was given', async () => {
  const window = await launchApp();
  try {
    const file = join(window.folder, 'handed over.csv');
    writeFileSync(file, 'name\nExample\n');
    await window.page.evaluate(() => {
      const page = globalThis as unknown as { seen: unknown[]; host: { on: (listener: (event: unknown) => void) => void } };
      page.seen = [];
      page.host.on((event) => page.seen.push(event));
    });
    const second = startPlain(join(window.folder, 'user'), [file]);
    const code = await new Promise((resolve) => second.once('exit', resolve));
    expect(code).toBe(0);
    const seen = () => window.page.evaluate(() => JSON.stringify((globalThis as unknown as { seen: unknown[] }).seen));
    await expect.poll(seen).toContain('handed over.csv');
    expect(await seen()).not.toContain(window.folder);
    expect(await window.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  } finally {
    await window.close();
  }
});
