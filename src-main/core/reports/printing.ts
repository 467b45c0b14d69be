import type { Reply } from '../../../src-shared/contract/kernel.ts';
import type { Paper, ReportPage } from '../../../src-shared/model/report-page.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { FeatureDeps } from '../feature.ts';
import { type PrintDocument, type PrintStyle, printDocument, readPrintStyle } from './print-document.ts';

/** Lays pages out with the product's print style, for a file or a printer. */
export interface Printing {
  document(page: ReportPage, paper: Paper): Promise<PrintDocument>;
  /** The page as the bytes of a file. Errors: `print.failed`. */
  file(page: ReportPage, as: 'pdf' | 'html', paper: Paper): Promise<Reply<Uint8Array>>;
  /** Sends what was laid out to a printer the person picks. Errors: `print.failed`. */
  send(document: PrintDocument, paper: Paper): Promise<Reply<'printed' | 'cancelled'>>;
}

/** The style is read once, when the first page is laid out. */
export function createPrinting({ ports }: FeatureDeps): Printing {
  let style: Promise<PrintStyle> | undefined;
  const printStyle = () => (style ??= readPrintStyle(ports.paths.resources));
  const document = async (page: ReportPage, paper: Paper) => printDocument(page, paper, await printStyle());
  const settings = ({ headerHtml, footerHtml }: PrintDocument, paper: Paper) => ({ paper, headerHtml, footerHtml });
  return {
    document,
    async file(page, as, paper) {
      const laidOut = await document(page, paper);
      if (as === 'html') return ok(Buffer.from(laidOut.html, 'utf8'));
      return rendered(() => ports.printer.htmlToPdf(laidOut.html, settings(laidOut, paper)));
    },
    send: (laidOut, paper) => rendered(() => ports.printer.print(laidOut.html, settings(laidOut, paper))),
  };
}

/** A printer that refuses is something the person can act on; its reason is shown, cut to what an error may carry. */
async function rendered<T>(work: () => Promise<T>): Promise<Reply<T>> {
  try {
    return ok(await work());
  } catch (cause) {
    return err({ code: 'print.failed', detail: (cause instanceof Error ? cause.message : String(cause)).slice(0, 300) });
  }
}
