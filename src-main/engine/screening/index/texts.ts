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
  for (const [at, text] of texts.entries()) {
    starts[at] = length;
    length += text.length;
  }
  starts[texts.length] = length;
  const units = sharedUint16(length);
  let place = 0;
  for (const text of texts) for (let at = 0; at < text.length; at += 1) units[place++] = text.charCodeAt(at);
  return { starts, units };
}

/** Texts of several packs, one pack after the other. */
export function joinTexts(packs: readonly Texts[]): Texts {
  const [only] = packs;
  if (packs.length === 1 && only !== undefined) return only;
  const starts = sharedUint32(packs.reduce((sum, pack) => sum + pack.starts.length - 1, 1));
  const units = sharedUint16(packs.reduce((sum, pack) => sum + pack.units.length, 0));
  let [text, unit] = [0, 0];
  for (const pack of packs) {
    units.set(pack.units, unit);
    for (let at = 0; at + 1 < pack.starts.length; at += 1) starts[text++] = (pack.starts[at] as number) + unit;
    unit += pack.units.length;
  }
  starts[text] = unit;
  return { starts, units };
}

export const textsIn = ({ starts }: Texts): number => starts.length - 1;

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
