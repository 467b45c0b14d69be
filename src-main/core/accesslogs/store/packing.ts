/**
 * Columns of whole numbers packed into one piece of bytes, each as narrow as its values allow: a head with base and width for each column, then
 * the columns one after the other, each on a multiple of 8 bytes. Little-endian, like every machine we run on.
 */

type Numbers = ArrayLike<number>;
/** Where an unpacked column goes. */
export type NumberArray = Float64Array | Uint32Array | Uint16Array | Uint8Array | Int32Array;

/** One after the other: the base and nothing else. */
const sequence = 255;
/** As they are, 8 bytes each. */
const plain = 8;

const padded = (bytes: number): number => (bytes + 7) & ~7;
const headBytes = (columns: number): number => padded(columns * 9);
const bytesOf = (width: number, length: number): number => (width === sequence ? 0 : padded(width * length));

/** Packs columns of the same length. Values are safe integers, or any numbers at 8 bytes each. */
export function packColumns(columns: readonly Numbers[], length: number): Buffer {
  const shapes = columns.map((column) => shapeOf(column, length));
  const head = headBytes(columns.length);
  const total = shapes.reduce((sum, { width }) => sum + bytesOf(width, length), head);
  const buffer = new ArrayBuffer(total);
  const bases = new Float64Array(buffer, 0, columns.length);
  const widths = new Uint8Array(buffer, columns.length * 8, columns.length);
  let at = head;
  shapes.forEach(({ base, width }, place) => {
    bases[place] = base;
    widths[place] = width;
    const column = columns[place] ?? [];
    if (width !== 0 && width !== sequence) {
      const target = viewOf(buffer, at, width, length);
      const from = width === plain ? 0 : base;
      for (let index = 0; index < length; index += 1) target[index] = (column[index] ?? 0) - from;
    }
    at += bytesOf(width, length);
  });
  return Buffer.from(buffer);
}

/** Columns of a packed piece, to be unpacked one by one. */
export interface PackedColumns {
  /** Writes a column into `target` from position `at` on. */
  unpack(column: number, target: NumberArray, at?: number): void;
}

/** Opens a packed piece. Throws when it is too short for what it says, which is damage. */
export function openPacked(bytes: Uint8Array, columns: number, length: number): PackedColumns {
  // A view of 8-byte numbers must begin on a multiple of 8.
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : Uint8Array.from(bytes);
  const { buffer, byteOffset } = aligned;
  const bases = new Float64Array(buffer, byteOffset, columns);
  const widths = new Uint8Array(buffer, byteOffset + columns * 8, columns);
  const starts: number[] = [];
  let at = headBytes(columns);
  for (let place = 0; place < columns; place += 1) {
    starts.push(at);
    at += bytesOf(widths[place] ?? 0, length);
  }
  if (at > aligned.byteLength) throw new Error('A block of columns is shorter than it says');
  return {
    unpack(column, target, first = 0) {
      const base = bases[column] ?? 0;
      const width = widths[column] ?? 0;
      if (width === 0) target.fill(base, first, first + length);
      else if (width === sequence) for (let index = 0; index < length; index += 1) target[first + index] = base + index;
      else if (width === plain) target.set(new Float64Array(buffer, byteOffset + (starts[column] ?? 0), length), first);
      else {
        const source = viewOf(buffer, byteOffset + (starts[column] ?? 0), width, length);
        if (base === 0) target.set(source, first);
        else for (let index = 0; index < length; index += 1) target[first + index] = base + (source[index] ?? 0);
      }
    },
  };
}

function viewOf(buffer: ArrayBufferLike, at: number, width: number, length: number): NumberArray {
  if (width === 1) return new Uint8Array(buffer, at, length);
  if (width === 2) return new Uint16Array(buffer, at, length);
  return width === 4 ? new Uint32Array(buffer, at, length) : new Float64Array(buffer, at, length);
}

function shapeOf(column: Numbers, length: number): { readonly base: number; readonly width: number } {
  const first = column[0] ?? 0;
  let low = first;
  let high = first;
  let isWhole = true;
  let isSequence = length > 1;
  for (let index = 0; index < length; index += 1) {
    const value = column[index] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
    if (isWhole && !Number.isSafeInteger(value)) isWhole = false;
    if (isSequence && value !== first + index) isSequence = false;
  }
  if (!isWhole) return { base: 0, width: plain };
  const range = high - low;
  if (range === 0) return { base: low, width: 0 };
  if (isSequence) return { base: first, width: sequence };
  return { base: low, width: range < 0x100 ? 1 : range < 0x1_0000 ? 2 : range < 0x1_0000_0000 ? 4 : plain };
}
