import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { AppError, HostEvent } from '../../src-shared/contract/kernel.ts';
import { err, type Result } from '../../src-shared/model/result.ts';
import { logLine } from './log.ts';
import { guardMessage } from './message-guard.ts';
import { CHANNEL, isAppAddress, LIMITS, type PageSource } from './policy.ts';

export interface DoorOptions {
  /** Windows that we made and that may speak. */
  readonly windows: ReadonlySet<BrowserWindow>;
  readonly pages: PageSource;
  readonly call: (window: BrowserWindow, method: string, input: unknown) => Promise<Result<unknown, AppError>>;
  readonly drop: (window: BrowserWindow, paths: readonly string[]) => Promise<void>;
}

/**
 * Opens the one channel between pages and the shell. Only the main frame of one of our windows, showing one of our
 * pages, is heard; anybody else gets no answer at all.
 */
export function openDoor(options: DoorOptions): void {
  const inFlight = new WeakMap<BrowserWindow, number>();

  ipcMain.handle(CHANNEL, async (event, kind: unknown, ...message: unknown[]): Promise<unknown> => {
    const window = trustedSender(event, options);
    if (window === undefined) {
      logLine('ignored a message from a frame that is not ours');
      return new Promise(() => undefined);
    }
    const waiting = inFlight.get(window) ?? 0;
    if (waiting >= LIMITS.callsInFlight) return err({ code: 'request.tooMany' });
    const guarded = guardMessage(message);
    if (!guarded.ok) return guarded;

    inFlight.set(window, waiting + 1);
    try {
      return await answer(options, window, kind, message);
    } finally {
      inFlight.set(window, (inFlight.get(window) ?? 1) - 1);
    }
  });
}

async function answer(options: DoorOptions, window: BrowserWindow, kind: unknown, message: readonly unknown[]): Promise<unknown> {
  const [first, second] = message;
  if (kind === 'call' && typeof first === 'string' && first.length <= LIMITS.methodNameCharacters)
    return options.call(window, first, second ?? {});
  if (kind === 'drop' && isListOfPaths(first)) {
    await options.drop(window, first.slice(0, LIMITS.droppedFiles));
    return undefined;
  }
  return err({ code: 'request.invalid', issues: ['Unknown message'] });
}

function isListOfPaths(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== '');
}

function trustedSender(event: IpcMainInvokeEvent, { windows, pages }: DoorOptions): BrowserWindow | undefined {
  const frame = event.senderFrame;
  const window = [...windows].find((candidate) => !candidate.isDestroyed() && candidate.webContents === event.sender);
  if (window === undefined || frame === null || frame !== window.webContents.mainFrame) return undefined;
  return isAppAddress(frame.url, pages) ? window : undefined;
}

/** Sends an unasked message to a window. */
export function tell(window: BrowserWindow, event: HostEvent): void {
  if (!window.isDestroyed()) window.webContents.send(CHANNEL, event);
}
