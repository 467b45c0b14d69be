import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';

/** What a text file is written in, by its first bytes: UTF-8 unless a byte order mark says UTF-16, as spreadsheets and Windows programs write it. */
const encodingOf = (first: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' =>
  first[0] === 0xff && first[1] === 0xfe ? 'utf-16le' : first[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : 'utf-8';

/** The text of a file that is held whole, without its byte order mark. */
export const textIn = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes)).decode(bytes);

/** The lines of a text file, however they end, one after another; memory holds one. Throws what the file system says. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  const encoding = await firstBytes(file).then(encodingOf);
  const decoder = new TextDecoder(encoding);
  const decoded = Readable.from(
    (async function* () {
      for await (const chunk of createReadStream(file)) yield decoder.decode(chunk as Buffer, { stream: true });
      yield decoder.decode();
    })(),
  );
  yield* createInterface({ input: decoded, crlfDelay: Number.POSITIVE_INFINITY });
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
