import { Buffer } from 'node:buffer';
import type { Steps } from './steps.ts';

/**
 * A database of ours: steps whose values point to labels. Country tables label with ISO 3166-1 alpha-2 codes; operator tables with the
 * operator's name, and beside each its number and the country it is run from.
 */
export interface AddressTable {
  readonly steps: Steps;
  /** Label 0 is empty. */
  readonly labelCount: number;
  label(place: number): string;
  /** Autonomous system number of a label; 0 in country tables. */
  number(place: number): number;
  /** Country an operator is run from, ISO 3166-1 alpha-2; null where the data do not say. */
  home(place: number): string | null;
}

export interface LabelledSteps {
  readonly steps: Steps;
  readonly labels: readonly string[];
  readonly numbers?: ArrayLike<number>;
  readonly homes?: readonly (string | null)[];
}

// Ends in a version: another layout gets another mark, and an old file is then made anew.
const mark = 'gatehouse-net-01';
const headerWords = 8;
const keptLabels = 1_000;

/** Writes a table as one block of bytes: mark, counts, then each array, little-endian. */
export function encodeTable({ steps, labels, numbers, homes }: LabelledSteps): Buffer {
  const texts = labels.map((label) => Buffer.from(label, 'utf8'));
  const offsets = new Uint32Array(labels.length + 1);
  texts.forEach((text, place) => {
    offsets[place + 1] = (offsets[place] as number) + text.length;
  });
  const header = new Uint32Array(headerWords);
  header.set([steps.starts4.length, steps.values6.length, labels.length, offsets[labels.length] as number]);
  const asWords = (read: (place: number) => number) => Uint32Array.from({ length: labels.length }, (_, place) => read(place));
  const parts = [
    header,
    steps.starts4,
    steps.values4,
    steps.starts6,
    steps.values6,
    offsets,
    asWords((place) => numbers?.[place] ?? 0),
    asWords((place) => packCountry(homes?.[place] ?? null)),
  ];
  return Buffer.concat([
    Buffer.from(mark, 'latin1'),
    ...parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)),
    ...texts,
  ]);
}

/** Reads what `encodeTable` wrote, without copying it. Throws when the bytes are something else or cut short. */
export function decodeTable(bytes: Buffer): AddressTable {
  if (bytes.length < mark.length + headerWords * 4 || bytes.toString('latin1', 0, mark.length) !== mark)
    throw new Error('This is no address table of ours');
  // Views need their start on a word; a buffer out of a shared pool may lie anywhere.
  const data = bytes.byteOffset % 4 === 0 ? bytes : Buffer.from(Uint8Array.from(bytes).buffer);
  let at = mark.length;
  const words = (count: number) => {
    if (at + count * 4 > data.length) throw new Error('An address table is cut short');
    const view = new Uint32Array(data.buffer, data.byteOffset + at, count);
    at += count * 4;
    return view;
  };
  const [count4 = 0, count6 = 0, labelCount = 0, textBytes = 0] = words(headerWords);
  const steps: Steps = { starts4: words(count4), values4: words(count4), starts6: words(count6 * 4), values6: words(count6) };
  const offsets = words(labelCount + 1);
  const numbers = words(labelCount);
  const homes = words(labelCount);
  const textStart = at;
  if (textStart + textBytes !== data.length) throw new Error('An address table has another length than it says');
  const readLabel = (place: number) => data.toString('utf8', textStart + (offsets[place] ?? 0), textStart + (offsets[place + 1] ?? 0));
  // Country codes are few and asked for with every address; operators' names are many and stay bytes.
  const codes = labelCount <= keptLabels ? Array.from({ length: labelCount }, (_, place) => readLabel(place)) : null;
  return {
    steps,
    labelCount,
    label: codes === null ? readLabel : (place) => codes[place] ?? '',
    number: (place) => numbers[place] ?? 0,
    home: (place) => unpackCountry(homes[place] ?? 0),
  };
}

const packCountry = (code: string | null): number => (code === null ? 0 : code.charCodeAt(0) * 256 + code.charCodeAt(1));
const unpackCountry = (packed: number): string | null => (packed === 0 ? null : String.fromCharCode(packed >> 8, packed & 255));
