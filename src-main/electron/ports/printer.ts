import type { BrowserWindow } from 'electron';
import type { PrintOptions } from '../../core/ports.ts';

export interface PrintRoom {
  /** A hidden window with scripts switched off, made for one print. */
  readonly open: () => BrowserWindow;
  /** Publishes a document under an address of the app until it is withdrawn. */
  readonly publish: (html: string) => { readonly address: string; readonly withdraw: () => void };
}

const printWithinMs = 60_000;
const emptyTemplate = '<span></span>';

/**
 * Turns a complete document into a tagged PDF with an outline. The paper size and margins come from the document's own
 * `@page` rule; running heads and page numbers from the templates.
 */
export async function htmlToPdf(room: PrintRoom, html: string, options: PrintOptions): Promise<Uint8Array> {
  const page = room.publish(html);
  const window = room.open();
  try {
    await withinTime(window.loadURL(page.address));
    const furniture = options.headerHtml !== undefined || options.footerHtml !== undefined;
    const pdf = await withinTime(
      window.webContents.printToPDF({
        printBackground: true,
        preferCSSPageSize: true,
        landscape: options.landscape ?? false,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
        displayHeaderFooter: furniture,
        ...(furniture ? { headerTemplate: options.headerHtml ?? emptyTemplate, footerTemplate: options.footerHtml ?? emptyTemplate } : {}),
      }),
    );
    return new Uint8Array(pdf);
  } finally {
    page.withdraw();
    window.destroy();
  }
}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Printing took longer than ${printWithinMs / 1000} seconds`)), printWithinMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
