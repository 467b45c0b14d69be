import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { AppError, HostEvent, Reply } from '../../src-shared/contract/kernel.ts';
import { err } from '../../src-shared/model/result.ts';
import type { CoreStartup, FromCore, HostSignal, PortCall, PortOutcome, ToCore } from '../core/rpc/wire.ts';
import { logLine } from './log.ts';

export interface CoreThreadOptions {
  readonly entry: string;
  readonly startup: CoreStartup;
  readonly servePort: (call: PortCall) => Promise<unknown>;
  readonly onEvent: (event: HostEvent) => void;
  /** The thread ended without being asked. Its keys are gone with it; everything confirmed is on disk. */
  readonly onDeath: (outcome: 'restarted' | 'givenUp') => void;
}

export interface CoreThread {
  call(method: string, payload: unknown): Promise<Reply<unknown>>;
  signal(signal: HostSignal): void;
  /** Locks, closes files and ends the thread; resolves in any case after a short while. */
  close(): Promise<void>;
}

const restartsAMinute = 3;
const closeWithinMs = 5000;

/** Runs the core in its own thread and starts it again when it dies, a few times a minute at most. */
export function startCoreThread(options: CoreThreadOptions): CoreThread {
  const waiting = new Map<number, (reply: Reply<unknown>) => void>();
  let deaths: readonly number[] = [];
  let closing: (() => void) | undefined;
  let nextId = 1;
  let worker = start();

  function start(): Worker {
    // Switches of the shell process (a debugger's, say) are none of the core's business.
    const fresh = new Worker(options.entry, { workerData: options.startup, execArgv: [], stdout: false, stderr: false });
    fresh.on('message', (message: FromCore) => receive(fresh, message));
    fresh.on('error', (cause) =>
      logLine(`the core thread failed: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`),
    );
    fresh.on('exit', (code) => ended(fresh, code));
    return fresh;
  }

  function post(target: Worker, message: ToCore): void {
    target.postMessage(message);
  }

  function receive(from: Worker, message: FromCore): void {
    switch (message.type) {
      case 'reply':
        waiting.get(message.id)?.(message.reply);
        waiting.delete(message.id);
        return;
      case 'event':
        options.onEvent(message.event);
        return;
      case 'port':
        void serve(message).then((outcome) => post(from, { type: 'portReply', id: message.id, outcome }));
        return;
      case 'closed':
        closing?.();
        return;
      case 'failed':
        logLine(`the core could not start (incident ${message.incidentId})`);
        void from.terminate();
        return;
      case 'ready':
    }
  }

  async function serve(call: PortCall): Promise<PortOutcome> {
    try {
      return { ok: true, value: await options.servePort(call) };
    } catch (cause) {
      return { ok: false, message: cause instanceof Error ? cause.message : String(cause) };
    }
  }

  function ended(which: Worker, code: number): void {
    if (which !== worker) return;
    const incident: AppError = { code: 'unexpected', incidentId: `core-${randomUUID().slice(0, 8)}` };
    for (const answer of waiting.values()) answer(err(incident));
    waiting.clear();
    if (closing !== undefined) {
      closing();
      return;
    }
    logLine(`the core thread ended with code ${code} (incident ${incident.incidentId})`);
    const now = performance.now();
    deaths = [...deaths.filter((at) => now - at < 60_000), now];
    if (deaths.length >= restartsAMinute) {
      options.onDeath('givenUp');
      return;
    }
    worker = start();
    options.onDeath('restarted');
  }

  return {
    call: (method, payload) =>
      new Promise((resolve) => {
        const id = nextId;
        nextId += 1;
        waiting.set(id, resolve);
        post(worker, { type: 'call', id, method, payload });
      }),
    signal: (signal) => post(worker, { type: 'signal', signal }),
    close: async () => {
      const closed = new Promise<void>((resolve) => {
        closing = resolve;
        setTimeout(resolve, closeWithinMs).unref();
      });
      post(worker, { type: 'close' });
      await closed;
      await worker.terminate();
    },
  };
}
