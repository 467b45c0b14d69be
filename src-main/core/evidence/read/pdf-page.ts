import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { EvidencePreview } from '../../../../src-shared/contract/evidence.ts';
import { encodePng } from './png.ts';

/** What the drawing program may use of memory, in bytes: a file that wants more is not shown. */
const memoryBytes = 384 * 1024 * 1024;
/** Longer side of the drawn page, in pixels. */
const sidePixels = 1400;
/** Points of the longer side of a page at most, as the format has it. */
const sidePoints = 14_400;

/**
 * Draws the first page of a PDF. PDFium runs as WebAssembly here: its memory is an array of its own with an end, and it is given no file, no clock of ours
 * and no network, so that a page built to break it breaks nothing but this thread's answer. Its build has no JavaScript of documents.
 */
export async function drawFirstPage(bytes: Uint8Array): Promise<EvidencePreview> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const program = await WebAssembly.compile(await readFile(wasmFile()));
  const library = await PDFiumLibrary.init({
    // The declared answer is that of an older convention; what counts is the call.
    instantiateWasm: (imports, done) => {
      const instance = new WebAssembly.Instance(program, withinMemory(imports, memoryBytes));
      (done as (instance: WebAssembly.Instance, module: WebAssembly.Module) => void)(instance, program);
      return instance.exports;
    },
  });
  try {
    const document = await library.loadDocument(bytes);
    const pages = document.getPageCount();
    if (pages < 1) return { kind: 'none', because: 'damaged' };
    const page = document.getPage(0);
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const longer = Math.max(originalWidth, originalHeight);
    if (!(Math.min(originalWidth, originalHeight) > 0 && longer <= sidePoints)) return { kind: 'none', because: 'damaged' };
    const scale = sidePixels / longer;
    const drawn = await page.render({
      width: Math.max(1, Math.round(originalWidth * scale)),
      height: Math.max(1, Math.round(originalHeight * scale)),
      render: 'bitmap',
    });
    const png = encodePng(drawn.width, drawn.height, drawn.data);
    return { kind: 'page', source: `data:image/png;base64,${png.toString('base64')}`, width: drawn.width, height: drawn.height, pages };
  } catch (cause) {
    // Whatever it stumbles over is the file's doing: there is nothing else it was given.
    return { kind: 'none', because: /password|security/i.test(String(cause)) ? 'encrypted' : 'damaged' };
  }
}

/** Refuses memory beyond a limit, where the program would ask for up to two gigabytes. */
function withinMemory(imports: WebAssembly.Imports, limit: number): WebAssembly.Imports {
  const { env } = imports;
  const grow = env?.['emscripten_resize_heap'];
  if (env === undefined || typeof grow !== 'function') throw new Error('The drawing program grows its memory in another way than expected');
  return { ...imports, env: { ...env, emscripten_resize_heap: (bytes: number) => bytes >>> 0 <= limit && Boolean(grow(bytes)) } };
}

/** The program beside the built thread, or in its package when run from source. */
function wasmFile(from: string = import.meta.url): string {
  const beside = fileURLToPath(new URL(['.', 'pdfium.wasm'].join('/'), from));
  return existsSync(beside) ? beside : createRequire(from).resolve('@hyzyla/pdfium/pdfium.wasm');
}
