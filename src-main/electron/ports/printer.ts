import type { BrowserWindow } from 'electron';
import type { PrintOptions } from '../../core/ports.ts';

export interface PrintRoom {
  /** A hidden window with scripts switched off, made for one print. */
  readonly open: () => BrowserWindow;
  /** Publishes a document under an address of the app until it is withdrawn. */
  readonly publish: (html: string) => { readonly address: string; readonly withdraw: () => void };
}

const loadWithinMs = 60_000;
const emptyTemplate = '<span></span>';

/**
 * Turns a complete document into a tagged PDF with an outline. Margins come from the document's own `@page` rule; running
 * heads and page numbers from the templates.
 */
export async function htmlToPdf(room: PrintRoom, html: string, options: PrintOptions): Promise<Uint8Array> {
  return withDocument(room, html, async (window) => {
    const furniture = options.draft !== true && (options.headerHtml !== undefined || options.footerHtml !== undefined);
    const pdf = await window.webContents.printToPDF({
      printBackground: true,
      preferCSSPageSize: true,
      pageSize: options.paper,
      landscape: options.landscape ?? false,
      generateTaggedPDF: options.draft !== true,
      generateDocumentOutline: options.draft !== true,
      displayHeaderFooter: furniture,
      ...(furniture ? { headerTemplate: options.headerHtml ?? emptyTemplate, footerTemplate: options.footerHtml ?? emptyTemplate } : {}),
    });
    return new Uint8Array(pdf);
  });
}

/** Sends a document to a printer through the system's own dialog. */
export async function printHtml(room: PrintRoom, html: string, options: PrintOptions): Promise<'printed' | 'cancelled'> {
  return withDocument(room, html, (window) => {
    return new Promise((resolve, reject) => {
      window.webContents.print(
        { silent: false, printBackground: true, pageSize: options.paper, landscape: options.landscape ?? false },
        (printed, reason) => {
          if (printed) resolve('printed');
          else if (/cancel/i.test(reason)) resolve('cancelled');
          else reject(new Error(reason === '' ? 'The system reported no reason' : reason));
        },
      );
    });
  });
}

async function withDocument<T>(room: PrintRoom, html: string, work: (window: BrowserWindow) => Promise<T>): Promise<T> {
  const page = room.publish(html);
  const window = room.open();
  try {
    await withinTime(window.loadURL(page.address));
    return await work(window);
  } finally {
    page.withdraw();
    window.destroy();
  }
}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`The document did not load within ${loadWithinMs / 1000} seconds`)), loadWithinMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
