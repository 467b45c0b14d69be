import { appendFileSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, errors, type Page } from '@playwright/test';
import type { Reply } from '../../src-shared/contract/kernel.ts';
import { electronRuntime, repoRoot } from './runtime.ts';

export type DialogKind = 'confirm' | 'alarm' | 'openFile' | 'openFiles' | 'openFolder' | 'saveFile' | 'print';

export interface LaunchOptions {
  /** The folder of the built app; the one that all tests share where it is not given. */
  readonly app?: string;
  /** A workspace folder to open with, as `--workspace` names it. */
  readonly workspace?: string;
  /** What the system prefers; the app's own setting may override it. */
  readonly theme?: 'light' | 'dark';
  /** Where the clock stands, or starts when `running`. */
  readonly clock?: { readonly now: string; readonly running?: boolean };
  readonly keychain?: { readonly available: boolean; readonly backend: string };
  /** Keeps settings and workspaces of an earlier launch: pass that one's `folder`. */
  readonly folder?: string;
  readonly args?: readonly string[];
  readonly size?: { readonly width: number; readonly height: number };
  /** Without the port file the app runs as a user's would, system dialogs included. */
  readonly realPorts?: boolean;
}

/** The running app with one window, and everything around it that a test may look at. */
export interface AppWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Everything of this launch: `user` settings, `documents` for new workspaces. Deleted by `close`. */
  readonly folder: string;
  /** Where new workspaces of this launch are made. */
  readonly documents: string;
  /** Where its clock stands or started; undefined for the computer's own. */
  readonly clock: string | undefined;
  /** Complaints of the content policy since the start. */
  readonly violations: readonly string[];
  /** Uncaught errors and error lines of the page. */
  readonly pageErrors: readonly string[];
  /** Addresses the page asked for. */
  readonly requests: readonly string[];
  /** What the main process wrote to stderr, Chromium's own noise left out. */
  readonly log: readonly string[];
  /** The next system dialog of this kind gets this answer. */
  readonly answer: (kind: DialogKind, answer: boolean | string | readonly string[] | null) => void;
  /** Dialogs that were shown so far. */
  readonly asked: () => readonly { readonly kind: DialogKind; readonly asked: unknown; readonly answered: boolean }[];
  /** Calls a method as the page does; fails the test when the reply is an error. */
  readonly call: <T = unknown>(method: string, input?: unknown) => Promise<T>;
  /** The same, with the error as a value. */
  readonly ask: <T = unknown>(method: string, input?: unknown) => Promise<Reply<T>>;
  readonly close: (options?: { readonly keepFolder?: boolean }) => Promise<void>;
}

const startWithinMs = 60_000;

/** One start in some hundred hangs between the runner and the runtime before any of our code runs; it is ended and tried once more. */
const firstTryMs = 20_000;

async function start(how: NonNullable<Parameters<typeof _electron.launch>[0]>): Promise<ElectronApplication> {
  try {
    return await _electron.launch({ ...how, timeout: firstTryMs });
  } catch (cause) {
    if (!(cause instanceof errors.TimeoutError)) throw cause;
    process.stderr.write(`The runtime did not come up within ${firstTryMs / 1000} s; started once more.\n`);
    return _electron.launch({ ...how, timeout: startWithinMs });
  }
}

/** Starts the built app with its own settings folder and waits for its window. */
export async function launchApp(options: LaunchOptions = {}): Promise<AppWindow> {
  const runtime = electronRuntime();
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'gatehouse-test-'));
  const portsFile = join(folder, 'ports.json');
  const documents = join(folder, 'documents');
  const answers: unknown[] = [];
  // The app may read at any moment: it sees the file before or after, never half of it.
  const writePorts = () => {
    const { clock, keychain } = options;
    writeFileSync(`${portsFile}.next`, JSON.stringify({ answers, documents, clock, keychain }));
    renameSync(`${portsFile}.next`, portsFile);
  };
  writePorts();
  const app = await start({
    executablePath: runtime.executable,
    args: [
      ...runtime.args,
      options.app ?? process.env['GATEHOUSE_APP'] ?? repoRoot,
      `--user-data-dir=${join(folder, 'user')}`,
      ...(options.realPorts === true ? [] : [`--test-ports=${portsFile}`]),
      ...(options.workspace === undefined ? [] : [`--workspace=${options.workspace}`]),
      ...(options.args ?? []),
    ],
    env: { ...cleanEnvironment(), ...ownDisplay(), ...runtime.env },
  });
  const log: string[] = [];
  app.process().stderr?.on('data', (chunk: Buffer) => log.push(...chunk.toString('utf8').split('\n').filter(isOurs)));

  const page = await app.firstWindow({ timeout: startWithinMs });
  const watched = watch(page);
  if (options.theme !== undefined) await page.emulateMedia({ colorScheme: options.theme, reducedMotion: 'reduce' });
  if (options.size !== undefined) await resize(app, options.size);

  const ask = async <T>(method: string, input: unknown = {}): Promise<Reply<T>> =>
    (await page.evaluate(([name, value]) => (globalThis as unknown as HostWindow).host.call(name as string, value), [
      method,
      input,
    ] as const)) as Reply<T>;

  return {
    app,
    page,
    folder,
    documents,
    clock: options.clock?.now,
    log,
    ...watched,
    answer: (kind, answer) => {
      answers.push({ kind, answer });
      writePorts();
    },
    asked: () => {
      appendFileSync(`${portsFile}.asked.jsonl`, '');
      const lines = readFileSync(`${portsFile}.asked.jsonl`, 'utf8').trim().split('\n');
      return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as ReturnType<AppWindow['asked']>[number]);
    },
    ask,
    call: async <T>(method: string, input: unknown = {}) => {
      const reply = await ask<T>(method, input);
      if (!reply.ok) throw new Error(`${method} failed: ${JSON.stringify(reply.error)}`);
      return reply.value;
    },
    close: async ({ keepFolder = false } = {}) => {
      await app.close();
      if (!keepFolder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

interface HostWindow {
  readonly host: { readonly call: (method: string, input: unknown) => Promise<unknown> };
}

function watch(page: Page): Pick<AppWindow, 'violations' | 'pageErrors' | 'requests'> {
  const violations: string[] = [];
  const pageErrors: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    if (/content security policy/i.test(text)) violations.push(text);
    else if (message.type() === 'error') pageErrors.push(text);
  });
  page.on('pageerror', (error) => pageErrors.push(error.stack ?? error.message));
  page.on('request', (request) => requests.push(request.url()));
  return { violations, pageErrors, requests };
}

/** The display of this worker of the runner, where the runner made one for each. */
function ownDisplay(): Record<string, string> {
  const displays = process.env['GATEHOUSE_DISPLAYS']?.split(' ') ?? [];
  const mine = displays[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)];
  return mine === undefined ? {} : { DISPLAY: mine };
}

/** Sets the window's inner size; every screenshot is taken at the same one. */
async function resize(app: ElectronApplication, size: { readonly width: number; readonly height: number }): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    for (const window of BrowserWindow.getAllWindows()) window.setContentSize(width, height);
  }, size);
}

/** Chromium complains about what a bare machine lacks; only our own lines and stack traces are kept. */
function isOurs(line: string): boolean {
  return (
    line !== '' && !/ERROR:|WARNING:|INFO:|^Debugger |^For help, see|^DevTools listening|^Waiting for the debugger|dconf|dbus/i.test(line)
  );
}

/** The environment without what would change how Electron starts. */
function cleanEnvironment(): Record<string, string> {
  const refused = new Set(['NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE', 'ELECTRON_RENDERER_URL']);
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined || refused.has(name) ? [] : [[name, value]])),
  );
}
