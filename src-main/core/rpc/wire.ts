import type { AppError, HostEvent, Reply } from '../../../src-shared/contract/kernel.ts';
import type { FilePurpose } from '../ports.ts';

/**
 * Messages between the shell thread (Electron) and the core thread. Plain data only: each crosses `postMessage`.
 * The shell starts the worker with `CoreStartup` as workerData, waits for `ready`, and sends `close` before it quits.
 */

/** What the core thread must know from its first line. */
export interface CoreStartup {
  readonly paths: {
    readonly resources: string;
    readonly userData: string;
    readonly temp: string;
    readonly logs: string;
    readonly documents: string;
    /** Folder of the built worker entries; `pool` and `reader` are beside the core's own. */
    readonly workers: string;
    /** `.js` for a build, `.ts` straight from source. */
    readonly workerExtension: '.js' | '.cjs' | '.mjs' | '.ts';
  };
  readonly app: { readonly version: string; readonly packaged: boolean; readonly machine: string };
  /** A workspace folder named on the command line; it is chosen, and stays locked. */
  readonly openFolder?: string;
  /** Only an unpackaged app passes these. */
  readonly test?: {
    /** Clock stands at this instant, or starts there when `running`. */
    readonly now?: string;
    readonly running?: boolean;
  };
}

/** Things that happen around the core and are not calls of a screen. */
export type HostSignal =
  /** Somebody used keyboard or mouse. At most once a second. */
  | { readonly type: 'activity' }
  | { readonly type: 'lock'; readonly because: 'asked' | 'sleep' | 'screenLock' | 'quit' }
  /** Sent every few seconds: idle lock and scheduled snapshots hang on it. */
  | { readonly type: 'tick' }
  /** The window is gone: its file handles end. */
  | { readonly type: 'windowClosed' }
  /** A file was dropped on the window or named by a second start. */
  | { readonly type: 'fileOffered'; readonly path: string; readonly purpose: FilePurpose }
  /** A workspace folder was double-clicked or named by a second start. */
  | { readonly type: 'folderOffered'; readonly path: string }
  /** A menu entry or shortcut that the renderer runs; passed on as a `command` event. */
  | { readonly type: 'menu'; readonly id: string };

export type ToCore =
  | { readonly type: 'call'; readonly id: number; readonly method: string; readonly payload: unknown }
  | { readonly type: 'signal'; readonly signal: HostSignal }
  | { readonly type: 'portReply'; readonly id: number; readonly outcome: PortOutcome }
  | { readonly type: 'close' };

export type FromCore =
  | { readonly type: 'ready' }
  | { readonly type: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly type: 'event'; readonly event: HostEvent }
  | PortCall
  /** The workspace is locked, files are closed; the shell may end the thread. */
  | { readonly type: 'closed' }
  /** The core could not start at all. */
  | { readonly type: 'failed'; readonly incidentId: string; readonly error?: AppError };

/** Names of the functions the shell thread serves: `port.function` of HostPorts, arguments as declared there. */
export type PortName =
  | 'dialogs.pickFile'
  | 'dialogs.pickFiles'
  | 'dialogs.pickFolder'
  | 'dialogs.saveFile'
  | 'secretStore.status'
  | 'secretStore.seal'
  | 'secretStore.unseal'
  | 'printer.htmlToPdf'
  | 'printer.print'
  | 'shell.openExternal'
  | 'shell.showInFolder'
  | 'shell.copySecret';

export interface PortCall {
  readonly type: 'port';
  readonly id: number;
  readonly port: PortName;
  readonly args: readonly unknown[];
}

export type PortOutcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };
