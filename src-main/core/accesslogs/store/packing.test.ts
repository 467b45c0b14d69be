import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPacked, packColumns } from './packing.ts';

const unpacked = (packed: Uint8Array, columns: number, length: number): number[][] => {
  const opened = openPacked(packed, columns, length);
  return Array.from({ length: columns }, (_, column) => {
    const target = new Float64Array(length);
    opened.unpack(column, target);
    return [...target];
  });
};

describe('packColumns', () => {
  it('gives every number back, whatever its size', () => {
    const number = fc.oneof(
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: -300, max: 70_000 }),
      fc.maxSafeInteger(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
    );
    const table = fc
      .integer({ min: 0, max: 40 })
      .chain((length) => fc.array(fc.array(number, { minLength: length, maxLength: length }), { minLength: 1, maxLength: 12 }));
    fc.assert(
      fc.property(table, (columns) => {
        const length = columns[0]?.length ?? 0;
        expect(unpacked(packColumns(columns, length), columns.length, length)).toEqual(columns);
      }),
    );
  });

  it('takes no room for a column of one value or of numbers that run on, and one byte where values lie close', () => {
    const ids = Array.from({ length: 1000 }, (_, place) => 5_000_000_000 + place);
    const times = Array.from({ length: 1000 }, (_, place) => 1_767_225_600_000 + ((place * 7) % 200));
    const ones = new Array<number>(1000).fill(1);
    const head = 32;
    expect(packColumns([ids, ones], 1000).length).toBe(24);
    expect(packColumns([ids, ones, times], 1000).length).toBe(head + 1000);
    expect(unpacked(packColumns([ids, ones, times], 1000), 3, 1000)).toEqual([ids, ones, times]);
  });

  it('writes a column where it is wanted in a longer array', () => {
    const target = new Uint32Array(6).fill(9);
    openPacked(packColumns([[3, 70_000]], 2), 1, 2).unpack(0, target, 2);
    expect([...target]).toEqual([9, 9, 3, 70_000, 9, 9]);
  });

  it('is read from bytes that begin anywhere', () => {
    const packed = packColumns([[1, 500, 2]], 3);
    const shifted = new Uint8Array(packed.length + 3);
    shifted.set(packed, 3);
    expect(unpacked(shifted.subarray(3), 1, 3)).toEqual([[1, 500, 2]]);
  });

  it('refuses a piece that is shorter than it says', () => {
    const packed = packColumns([[1, 500, 2]], 3);
    expect(() => openPacked(packed.subarray(0, packed.length - 8), 1, 3)).toThrow('shorter');
  });
});
