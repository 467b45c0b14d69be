import { app } from 'electron';
import type { PrintAnswer, PrintJob, PrintOptions } from '../core/ports.ts';
import type { PageSource } from './policy.ts';
import { htmlToPdf } from './ports/printer.ts';
import { createPrintPages, servePages } from './protocol.ts';
import { hardenedSession } from './session.ts';
import { createWindow } from './window.ts';

export interface UnseenPrinterOptions {
  readonly pages: PageSource;
  readonly developmentBuild: boolean;
  /** Folder of built pages: served, though a print never asks for one. */
  readonly renderer: string;
}

type ToPdf = (html: string, options: PrintOptions) => Promise<Uint8Array>;

/**
 * A printer for the command line: windows that only exist in memory, so that it works without a display.
 * The scheme must be registered before `ready`.
 */
export function createUnseenPrinter({ pages, developmentBuild, renderer }: UnseenPrinterOptions): ToPdf {
  const printPages = createPrintPages();
  app.on('window-all-closed', () => undefined);
  const started = app.whenReady().then(() => {
    const session = hardenedSession(developmentBuild, pages);
    servePages(session, renderer, printPages);
    return session;
  });
  return async (html, options) => {
    const session = await started;
    const open = () => createWindow({ session, preload: '', pages, developmentBuild, placeFile: '' }, 'printUnseen');
    return htmlToPdf({ open, publish: printPages.publish }, html, options);
  };
}

/** Prints for the process that started this one, until it goes. Documents come through its pipe and never touch the disk. */
export function servePrints(toPdf: ToPdf): void {
  const answer = (message: PrintAnswer) => process.send?.(message);
  process.on('message', (message) => {
    const { id, html, options } = message as PrintJob;
    toPdf(html, options).then(
      (pdf) => answer({ id, pdf: Buffer.from(pdf).toString('base64') }),
      (cause: unknown) => answer({ id, failed: cause instanceof Error ? cause.message : String(cause) }),
    );
  });
  process.on('disconnect', () => app.exit(0));
}
