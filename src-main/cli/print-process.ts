import { spawn } from 'node:child_process';
import type { PrintAnswer } from '../core/ports.ts';
import type { CliPrinter } from './io.ts';

/** Longest wait for one document, in milliseconds: three hundred pages take a tenth of it on a slow machine. */
const withinMs = 180_000;

/**
 * A printer in a process of its own, for the command line of a checkout, which runs in Node and has no Chromium. Documents go through a pipe.
 * `runtime` is the Electron to start, `args` what it needs, `app` the folder of the app.
 */
export function startPrintProcess(runtime: string, args: readonly string[], app: string): CliPrinter {
  const headless = process.platform === 'linux' ? ['--ozone-platform=headless', '--disable-gpu'] : [];
  const child = spawn(runtime, [...args, ...headless, app, '--print-host'], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const waiting = new Map<number, { readonly done: (pdf: Uint8Array) => void; readonly failed: (cause: Error) => void }>();
  let next = 0;
  let gone: Error | undefined;
  const end = (cause: Error) => {
    gone ??= cause;
    for (const { failed } of waiting.values()) failed(gone);
    waiting.clear();
  };
  child.on('message', (message) => {
    const answer = message as PrintAnswer;
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('pdf' in answer) asked?.done(Buffer.from(answer.pdf, 'base64'));
    else asked?.failed(new Error(answer.failed));
  });
  child.on('error', end);
  child.on('exit', (code) => end(new Error(`The program that makes PDFs ended with code ${code ?? 'unknown'}`)));
  return {
    toPdf: (html, options) =>
      new Promise((resolve, reject) => {
        if (gone !== undefined) {
          reject(gone);
          return;
        }
        next += 1;
        const id = next;
        const late = setTimeout(() => end(new Error(`A document was not printed within ${withinMs / 1000} seconds`)), withinMs);
        const settle =
          <T>(then: (value: T) => void) =>
          (value: T) => {
            clearTimeout(late);
            then(value);
          };
        waiting.set(id, { done: settle(resolve), failed: settle(reject) });
        child.send({ id, html, options });
      }),
    close: () => {
      child.removeAllListeners('exit');
      child.kill();
    },
  };
}
