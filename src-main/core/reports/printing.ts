import type { Reply } from '../../../src-shared/contract/kernel.ts';
import { contentsOf } from '../../../src-shared/model/report-contents.ts';
import type { Paper, ReportPage } from '../../../src-shared/model/report-page.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { FeatureDeps } from '../feature.ts';
import { placeName } from './page-html.ts';
import { pdfPlaces } from './pdf-places.ts';
import { type PrintDocument, type PrintStyle, printDocument, readPrintStyle } from './print-document.ts';

export interface PrintedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** Lays pages out with the product's print style, for a file or a printer. */
export interface Printing {
  document(page: ReportPage, paper: Paper): Promise<PrintDocument>;
  /** The page as the bytes of a file. Errors: `print.failed`. */
  file(page: ReportPage, as: 'pdf' | 'html', paper: Paper): Promise<Reply<Uint8Array>>;
  /** The page as a tagged PDF with its contents numbered, and how many pages it has. Errors: `print.failed`. */
  pdf(page: ReportPage, paper: Paper): Promise<Reply<PrintedPdf>>;
  /** Sends what was laid out to a printer the person picks. Errors: `print.failed`. */
  send(document: PrintDocument, paper: Paper): Promise<Reply<'printed' | 'cancelled'>>;
}

/** The style is read once, when the first page is laid out. */
export function createPrinting({ ports }: FeatureDeps): Printing {
  let style: Promise<PrintStyle> | undefined;
  const printStyle = () => (style ??= readPrintStyle(ports.paths.resources));
  const document = async (page: ReportPage, paper: Paper) => printDocument(page, paper, await printStyle());
  const settings = ({ headerHtml, footerHtml }: PrintDocument, paper: Paper) => ({ paper, headerHtml, footerHtml });
  const pdf = async (page: ReportPage, paper: Paper): Promise<Reply<PrintedPdf>> => {
    const numbers = page.blocks.some(({ kind }) => kind === 'contents') ? await countedPages(page, paper) : ok(new Map<number, number>());
    if (!numbers.ok) return numbers;
    const laidOut = printDocument(page, paper, await printStyle(), numbers.value);
    const printed = await rendered(() => ports.printer.htmlToPdf(laidOut.html, settings(laidOut, paper)));
    return printed.ok ? ok({ bytes: printed.value, pages: pdfPlaces(printed.value).pages }) : printed;
  };
  /** Chromium cannot say a page number in the text, so the document is printed once only to see where its parts come to lie. */
  const countedPages = async (page: ReportPage, paper: Paper): Promise<Reply<ReadonlyMap<number, number>>> => {
    const entries = contentsOf(page.blocks);
    // Any number takes the place, so that the second print breaks where the first did.
    const guess = printDocument(page, paper, await printStyle(), new Map(entries.map(({ block }) => [block, 888])));
    const draft = await rendered(() => ports.printer.htmlToPdf(guess.html, { ...settings(guess, paper), draft: true }));
    if (!draft.ok) return draft;
    const { places } = pdfPlaces(draft.value);
    return ok(
      new Map(
        entries.flatMap(({ block }) => {
          const at = places.get(placeName(block));
          return at === undefined ? [] : [[block, at] as const];
        }),
      ),
    );
  };
  return {
    document,
    pdf,
    async file(page, as, paper) {
      if (as === 'html') return ok(Buffer.from((await document(page, paper)).html, 'utf8'));
      const printed = await pdf(page, paper);
      return printed.ok ? ok(printed.value.bytes) : printed;
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
