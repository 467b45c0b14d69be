import type { EvidencePreview } from '../../../../src-shared/contract/evidence.ts';
import { guessEncoding, looksBinary } from '../../importers/read/text-encoding.ts';
import { type PreviewTask, textBytes } from './messages.ts';
import { drawFirstPage } from './pdf-page.ts';
import { pictureOf } from './picture.ts';

/** Bytes of a picture that is handed on as it is. */
const pictureBytes = 16 * 1024 * 1024;
/** Pixels of a picture once unpacked: four bytes each. */
const picturePixels = 50_000_000;

/** What can be shown of a file, told by its content: text, a picture, the first page of a PDF, or why nothing. Runs in the reader thread. */
export async function previewOf({ bytes, whole }: PreviewTask): Promise<EvidencePreview> {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (start.length === 0) return { kind: 'none', because: 'empty' };
  // The mark may stand a little way in: other programs read such files, so a person may be shown one.
  if (start.subarray(0, 1024).includes('%PDF-')) return whole ? drawFirstPage(bytes) : { kind: 'none', because: 'tooLarge' };
  const picture = pictureOf(start);
  if (picture !== undefined) {
    const { type, width, height } = picture;
    if (width < 1 || height < 1) return { kind: 'none', because: 'damaged' };
    if (!whole || start.length > pictureBytes || width * height > picturePixels) return { kind: 'none', because: 'tooLarge' };
    return { kind: 'image', source: `data:${type};base64,${start.toString('base64')}`, width, height };
  }
  return textOf(start, whole);
}

function textOf(bytes: Buffer, whole: boolean): EvidencePreview {
  const cut = !whole || bytes.length > textBytes;
  const start = bytes.subarray(0, textBytes);
  const { encoding } = guessEncoding(start, !cut);
  const text = new TextDecoder(encoding).decode(start, { stream: cut });
  if (looksBinary(text)) return { kind: 'none', because: 'unknownType' };
  return { kind: 'text', text, cut };
}
