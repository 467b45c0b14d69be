import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { TextEncodingName } from '../../../../src-shared/formats/import-file.ts';
import type { ReadLimits } from './limits.ts';
import { Refusal } from './refuse.ts';

const chunkBytes = 256 * 1024;

export interface TextSource {
  readonly path: string;
  readonly encoding: TextEncodingName;
  readonly gzip: boolean;
  readonly limits: ReadLimits;
  /** Called with every piece of the file as it lies on disk, for hashing and progress. */
  readonly onBytes?: (piece: Buffer) => void;
}

/**
 * The text of a file, piece by piece, with line ends evened out to `\n`: one export glued from two systems mixes them. Inflated bytes are counted
 * as they come, whatever the archive claims. Throws a `Refusal` when limits are passed and lets errors of the file system through.
 */
export function textChunks(source: TextSource): AsyncGenerator<string> {
  return decodedText(fileBytes(source), source.encoding);
}

/** Bytes as text, line ends evened out to `\n`. */
export async function* decodedText(source: AsyncIterable<Buffer>, encoding: TextEncodingName): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: false });
  let heldReturn = false;
  const tidy = (piece: string, last: boolean): string => {
    let text = heldReturn ? `\r${piece}` : piece;
    heldReturn = !last && text.endsWith('\r');
    if (heldReturn) text = text.slice(0, -1);
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  };
  for await (const bytes of source) {
    const text = tidy(decoder.decode(bytes, { stream: true }), false);
    if (text !== '') yield text;
  }
  const rest = tidy(decoder.decode(), true);
  if (rest !== '') yield rest;
}

/** The bytes of a file, unpacked where it is gzip. */
export async function* fileBytes(source: Omit<TextSource, 'encoding'>): AsyncGenerator<Buffer> {
  const file = createReadStream(source.path, { highWaterMark: chunkBytes });
  if (!source.gzip) {
    for await (const piece of file as AsyncIterable<Buffer>) {
      source.onBytes?.(piece);
      yield piece;
    }
    return;
  }
  const { limits } = source;
  let packed = 0;
  let unpacked = 0;
  const gunzip = createGunzip({ chunkSize: chunkBytes });
  file.on('data', (piece) => {
    packed += piece.length;
    source.onBytes?.(piece as Buffer);
  });
  file.on('error', (cause) => gunzip.destroy(cause));
  file.pipe(gunzip);
  try {
    for await (const piece of gunzip as AsyncIterable<Buffer>) {
      unpacked += piece.length;
      if (unpacked > limits.unpackedBytes) throw new Refusal('limitUnpacked', null, limits.unpackedBytes);
      if (unpacked > limits.ratioFloorBytes && unpacked > packed * limits.ratio) throw new Refusal('limitRatio', null, limits.ratio);
      yield piece;
    }
  } finally {
    file.destroy();
    gunzip.destroy();
  }
}
