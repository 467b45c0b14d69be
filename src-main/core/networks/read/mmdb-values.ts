import type { Buffer } from 'node:buffer';

/** A value of a MaxMind DB file. Objects have no prototype, so that no key of a foreign file can reach one. */
export type MmdbValue = string | number | bigint | boolean | null | readonly MmdbValue[] | { readonly [key: string]: MmdbValue };

/** What a foreign database may cost: records of address databases are small, so these are far above any real one. */
const maxDepth = 12;
const maxValues = 4_000;
const maxTextBytes = 4_096;

/** What the format adds to a pointer, and to a size, by the number of bytes it is written in. */
const pointerBase = [0, 2_048, 526_336];
const sizeBase = [29, 285, 65_821];

export class DamagedMmdb extends Error {}

/**
 * Reads one value of a MaxMind DB data section. Throws `DamagedMmdb` on anything that is not well formed or goes beyond the limits:
 * pointers that run in circles, sizes past the end, depth, number of values.
 *
 * Source: MaxMind DB file format 2.0, section "Output Data Section".
 */
export function readMmdbValue(bytes: Buffer, sectionStart: number, sectionEnd: number, offset: number): MmdbValue {
  let values = 0;

  const need = (at: number, count: number): number => {
    if (at < sectionStart || at + count > sectionEnd) throw new DamagedMmdb('A value lies outside the file');
    return at;
  };

  const unsigned = (at: number, size: number): number | bigint => {
    need(at, size);
    if (size <= 6) return size === 0 ? 0 : bytes.readUIntBE(at, size);
    let value = 0n;
    for (let place = 0; place < size; place += 1) value = (value << 8n) | BigInt(bytes[at + place] ?? 0);
    return value;
  };

  const read = (start: number, depth: number): { readonly value: MmdbValue; readonly next: number } => {
    values += 1;
    if (depth > maxDepth || values > maxValues) throw new DamagedMmdb('A record is nested too deep or too large');
    const control = bytes[need(start, 1)] ?? 0;
    let at = start + 1;
    let type = control >> 5;
    if (type === 1) {
      const width = (control >> 3) & 3;
      need(at, width + 1);
      const high = control & 7;
      const pointer =
        width === 3 ? bytes.readUInt32BE(at) : high * 256 ** (width + 1) + bytes.readUIntBE(at, width + 1) + (pointerBase[width] ?? 0);
      return { value: read(sectionStart + pointer, depth + 1).value, next: at + width + 1 };
    }
    if (type === 0) {
      type = (bytes[need(at, 1)] ?? 0) + 7;
      at += 1;
    }
    let size = control & 31;
    if (size >= 29) {
      const width = size - 28;
      need(at, width);
      size = bytes.readUIntBE(at, width) + (sizeBase[width - 1] ?? 0);
      at += width;
    }
    switch (type) {
      case 2: {
        if (size > maxTextBytes) throw new DamagedMmdb('A text is too long');
        need(at, size);
        return { value: bytes.toString('utf8', at, at + size), next: at + size };
      }
      case 3:
        return { value: bytes.readDoubleBE(need(at, 8)), next: at + 8 };
      case 4:
        need(at, size);
        return { value: null, next: at + size };
      case 5:
      case 6:
      case 9:
      case 10:
        if (size > 16) throw new DamagedMmdb('A number is too long');
        return { value: unsigned(at, size), next: at + size };
      case 7: {
        const map: Record<string, MmdbValue> = Object.create(null);
        for (let count = 0; count < size; count += 1) {
          const key = read(at, depth + 1);
          if (typeof key.value !== 'string') throw new DamagedMmdb('A key is no text');
          const entry = read(key.next, depth + 1);
          map[key.value] = entry.value;
          at = entry.next;
        }
        return { value: map, next: at };
      }
      case 8:
        if (size > 4) throw new DamagedMmdb('A number is too long');
        return { value: Number(unsigned(at, size)), next: at + size };
      case 11: {
        const list: MmdbValue[] = [];
        for (let count = 0; count < size; count += 1) {
          const entry = read(at, depth + 1);
          list.push(entry.value);
          at = entry.next;
        }
        return { value: list, next: at };
      }
      case 14:
        return { value: size !== 0, next: at };
      case 15:
        return { value: bytes.readFloatBE(need(at, 4)), next: at + 4 };
      default:
        throw new DamagedMmdb('A value has an unknown type');
    }
  };

  return read(offset, 0).value;
}
