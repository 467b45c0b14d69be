import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, type BrowserWindow, Menu, powerMonitor } from 'electron';
import type { HostEvent } from '../../src-shared/contract/kernel.ts';
import { isWindowMethod } from '../../src-shared/contract/window.ts';
import { windowText } from '../../src-shared/text/en/window.ts';
import type { CoreStartup } from '../core/rpc/wire.ts';
import { type CommandLine, readCommandLine } from './command-line.ts';
import { type CoreThread, startCoreThread } from './core-thread.ts';
import { openDoor, tell } from './ipc.ts';
import { logLine } from './log.ts';
import type { PageSource } from './policy.ts';
import { type NativeDialogs, nativeDialogs } from './ports/native-dialogs.ts';
import { systemSecretStore } from './ports/secret-store.ts';
import { createPortServer } from './ports/serve.ts';
import { readTestPorts, type TestPorts } from './ports/test-ports.ts';
import { createPrintPages, servePages } from './protocol.ts';
import { addressAfterLock, afterCrash, recentCrashes } from './resilience.ts';
import { hardenedSession } from './session.ts';
import { createWindow, type WindowOptions } from './window.ts';
import { createWindowCalls } from './window-calls.ts';

export interface WorkstationOptions {
  readonly commandLine: CommandLine;
  readonly developmentBuild: boolean;
  readonly pages: PageSource;
  readonly folders: { readonly preload: string; readonly renderer: string; readonly workers: string; readonly resources: string };
  readonly machine: string;
}

/** How often the core is told that time passes, for its idle lock and its snapshots. */
const tickMs = 5000;
const activityAtMostEveryMs = 1000;

/** Runs the app with its one window: core thread, door, power events, second starts, orderly end. */
export function runWorkstation(options: WorkstationOptions): void {
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  const testPorts =
    options.developmentBuild && options.commandLine.testPorts !== undefined ? readTestPorts(options.commandLine.testPorts) : undefined;
  const dialogs = testPorts?.dialogs ?? nativeDialogs;
  const windows = new Set<BrowserWindow>();
  const mainWindow = (): BrowserWindow | undefined => [...windows][0];

  // The core starts while Chromium is still getting ready; its ports wait for the window where they need one.
  const printPages = createPrintPages();
  let windowOptions: WindowOptions | undefined;
  const core = startCoreThread({
    entry: join(options.folders.workers, 'core.js'),
    startup: coreStartup(options, testPorts),
    servePort: createPortServer({
      window: mainWindow,
      dialogs,
      secretStore: testPorts?.secretStore ?? systemSecretStore,
      ...(testPorts === undefined ? {} : { print: testPorts.print }),
      printRoom: {
        open: () => {
          if (windowOptions === undefined) throw new Error('The app is still starting');
          return createWindow(windowOptions, 'print');
        },
        publish: printPages.publish,
      },
    }),
    onEvent: (event) => relay(event, windows, options.pages),
    onDeath: (outcome) => reportCoreDeath(outcome, windows, options.pages, dialogs),
  });

  void app.whenReady().then(async () => {
    Menu.setApplicationMenu(null);
    const session = hardenedSession(options.developmentBuild, options.pages);
    servePages(session, options.folders.renderer, printPages);
    windowOptions = {
      session,
      preload: options.folders.preload,
      pages: options.pages,
      developmentBuild: options.developmentBuild,
      placeFile: join(app.getPath('userData'), 'window.json'),
    };
    const windowCall = createWindowCalls({ dialogs });
    openDoor({
      windows,
      pages: options.pages,
      call: (window, method, input) => (isWindowMethod(method) ? windowCall(window, method, input) : core.call(method, input)),
      drop: async (_window, paths) => offer(core, paths),
    });
    watchPower(core);
    await openMainWindow(windowOptions, windows, core);
    if (options.commandLine.file !== undefined) offer(core, [resolve(options.commandLine.file)]);
  });

  app.on('second-instance', (_event, argv, folder) => {
    const window = mainWindow();
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
    const second = readCommandLine(argv, options.developmentBuild ? app.getAppPath() : undefined);
    const named = second.workspace ?? second.file;
    if (named !== undefined) offer(core, [resolve(folder, named)]);
  });
  app.on('window-all-closed', () => app.quit());
  endInOrder(core);
}

function coreStartup({ commandLine, folders, machine }: WorkstationOptions, testPorts: TestPorts | undefined): CoreStartup {
  return {
    paths: {
      resources: folders.resources,
      userData: app.getPath('userData'),
      temp: app.getPath('temp'),
      logs: join(app.getPath('userData'), 'logs'),
      documents: testPorts?.documents ?? app.getPath('documents'),
      workers: folders.workers,
      workerExtension: '.js',
    },
    app: { version: app.getVersion(), packaged: app.isPackaged, machine },
    ...(commandLine.workspace === undefined ? {} : { openFolder: resolve(commandLine.workspace) }),
    ...(testPorts?.clock === undefined ? {} : { test: testPorts.clock }),
  };
}

async function openMainWindow(options: WindowOptions, windows: Set<BrowserWindow>, core: CoreThread): Promise<void> {
  const window = createWindow(options, 'main');
  windows.add(window);
  let lastActivity = 0;
  window.webContents.on('input-event', () => {
    const now = performance.now();
    if (now - lastActivity < activityAtMostEveryMs) return;
    lastActivity = now;
    core.signal({ type: 'activity' });
  });
  let crashes: readonly number[] = [];
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    const now = performance.now();
    const next = afterCrash(crashes, now);
    crashes = [...recentCrashes(crashes, now), now];
    logLine(`the page died (${details.reason}); ${next === 'lock' ? 'locking and ' : ''}loading it again`);
    if (next === 'lock') core.signal({ type: 'lock', because: 'asked' });
    window.webContents.reload();
  });
  window.on('closed', () => {
    windows.delete(window);
    core.signal({ type: 'windowClosed' });
  });
  await window.loadURL(options.pages.start);
}

/** Passes an event to every window. Once the workspace is locked each page is replaced, so that none keeps what it showed. */
function relay(event: HostEvent, windows: ReadonlySet<BrowserWindow>, pages: PageSource): void {
  for (const window of windows) {
    tell(window, event);
    if (event.type === 'lock' && event.state === 'locked') replacePage(window, pages);
  }
}

let replaced = 0;

function replacePage(window: BrowserWindow, pages: PageSource): void {
  replaced += 1;
  // The task bar must not name the client any longer than the page does.
  window.setTitle(app.name);
  window.loadURL(addressAfterLock(window.webContents.getURL(), replaced, pages)).then(
    () => window.webContents.navigationHistory.clear(),
    (cause: unknown) => logLine(`the page could not be replaced: ${cause instanceof Error ? cause.message : String(cause)}`),
  );
}

function reportCoreDeath(
  outcome: 'restarted' | 'givenUp',
  windows: ReadonlySet<BrowserWindow>,
  pages: PageSource,
  dialogs: NativeDialogs,
): void {
  for (const window of windows) replacePage(window, pages);
  const detail = outcome === 'restarted' ? windowText['window.coreFailed.detail'] : windowText['window.coreFailed.again'];
  void dialogs.alarm({ message: windowText['window.coreFailed.title'], detail }).then(() => {
    if (outcome === 'givenUp') app.exit(1);
  });
}

/** Hands files and folders to the core, which decides what they are by content. */
function offer(core: CoreThread, paths: readonly string[]): void {
  for (const path of paths) {
    const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
    core.signal(isFolder ? { type: 'folderOffered', path } : { type: 'fileOffered', path, purpose: 'import' });
  }
}

function watchPower(core: CoreThread): void {
  powerMonitor.on('suspend', () => core.signal({ type: 'lock', because: 'sleep' }));
  powerMonitor.on('lock-screen', () => core.signal({ type: 'lock', because: 'screenLock' }));
  powerMonitor.on('user-did-resign-active', () => core.signal({ type: 'lock', because: 'screenLock' }));
  setInterval(() => core.signal({ type: 'tick' }), tickMs);
}

/** Quitting waits until the core has closed its files, then goes. */
function endInOrder(core: CoreThread): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void core.close().then(() => {
      closed = true;
      app.quit();
    });
  });
}
