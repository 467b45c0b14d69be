import type { TextEncodingName } from '../../../../src-shared/formats/import-file.ts';

export interface EncodingGuess {
  readonly encoding: TextEncodingName;
  readonly hasBom: boolean;
  /** True when the text is neither marked nor valid UTF-8, so that a person should look at it. */
  readonly guessed: boolean;
}

/**
 * Tells the encoding from the first bytes of a file: byte-order mark, then zero bytes at one side of each pair (UTF-16 without a mark), then
 * strict UTF-8, else Windows-1252, which western spreadsheets still write. `whole` says that `start` is the whole file; otherwise a character cut at its end is forgiven.
 */
export function guessEncoding(start: Buffer, whole: boolean): EncodingGuess {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return { encoding: 'utf-8', hasBom: true, guessed: false };
  if (start[0] === 0xff && start[1] === 0xfe) return { encoding: 'utf-16le', hasBom: true, guessed: false };
  if (start[0] === 0xfe && start[1] === 0xff) return { encoding: 'utf-16be', hasBom: true, guessed: false };

  const pairs = Math.min(start.length, 4096) & ~1;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let at = 0; at < pairs; at += 2) {
    if (start[at] === 0) evenZeros += 1;
    if (start[at + 1] === 0) oddZeros += 1;
  }
  if (oddZeros > pairs / 8 && evenZeros < pairs / 64) return { encoding: 'utf-16le', hasBom: false, guessed: true };
  if (evenZeros > pairs / 8 && oddZeros < pairs / 64) return { encoding: 'utf-16be', hasBom: false, guessed: true };

  try {
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: !whole });
    return { encoding: 'utf-8', hasBom: false, guessed: false };
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return { encoding: 'windows-1252', hasBom: false, guessed: true };
  }
}

/** True for content that no text file has: control characters other than tab, line ends, form feed and the DOS end mark. */
export function looksBinary(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  const odd = text.match(/[\u0000-\u0008\u000b\u000e-\u0019\u001b-\u001f]/g);
  return odd !== null && odd.length > Math.max(2, text.length / 500);
}
