import { sharedUint16, sharedUint32 } from './hash-lists.ts';

/** Texts in shared memory, by number. */
export interface Texts {
  /** Start of each text in `units`; one longer than the number of texts. */
  readonly starts: Uint32Array;
  /** UTF-16 code units of all texts in a row. */
  readonly units: Uint16Array;
}

export function packTexts(texts: readonly string[]): Texts {
  const starts = sharedUint32(texts.length + 1);
  let length = 0;
  for (let at = 0; at < texts.length; at += 1) {
    starts[at] = length;
    length += (texts[at] as string).length;
  }
  starts[texts.length] = length;
  const units = sharedUint16(length);
  // A piece at a time: a call for each short text costs more than its letters, one text of everything is a second copy.
  const bytes = Buffer.from(units.buffer);
  for (let from = 0; from < texts.length; from += TOGETHER) {
    const piece = texts.slice(from, from + TOGETHER).join('');
    bytes.write(piece, (starts[from] as number) * 2, 'utf16le');
  }
  return { starts, units };
}

const TOGETHER = 1024;

/** Code units turned into a text in one call; more would overflow the stack. */
const PIECE = 8192;

export function textAt({ starts, units }: Texts, at: number): string {
  const start = starts[at] as number;
  const end = starts[at + 1] as number;
  if (end - start <= PIECE) return String.fromCharCode(...units.subarray(start, end));
  let text = '';
  for (let from = start; from < end; from += PIECE) text += String.fromCharCode(...units.subarray(from, Math.min(end, from + PIECE)));
  return text;
}

/** Whether the text at a place is this one, without making it. */
export function isTextAt({ starts, units }: Texts, at: number, text: string): boolean {
  const start = starts[at] as number;
  if ((starts[at + 1] as number) - start !== text.length) return false;
  for (let place = 0; place < text.length; place += 1) if (units[start + place] !== text.charCodeAt(place)) return false;
  return true;
}
