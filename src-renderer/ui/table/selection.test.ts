import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allSelected, isSelected, nothingSelected, selectedCount, withSelected } from './selection.ts';

describe('selection', () => {
  it('keeps everything but a few without naming the rest', () => {
    const most = withSelected(allSelected, ['b', 'c'], false);
    expect(selectedCount(most, 10_000)).toBe(9_998);
    expect(isSelected(most, 'a')).toBe(true);
    expect(isSelected(most, 'b')).toBe(false);
    expect(selectedCount(withSelected(most, ['b'], true), 10_000)).toBe(9_999);
  });

  it('behaves like a plain set of keys', () => {
    const keys = ['a', 'b', 'c', 'd', 'e'];
    const steps = fc.array(fc.record({ keys: fc.subarray(keys), on: fc.boolean() }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.boolean(), steps, (all, changes) => {
        const plain = new Set(all ? keys : []);
        let selection = all ? allSelected : nothingSelected;
        for (const change of changes) {
          selection = withSelected(selection, change.keys, change.on);
          for (const key of change.keys) change.on ? plain.add(key) : plain.delete(key);
        }
        expect(keys.filter((key) => isSelected(selection, key))).toEqual(keys.filter((key) => plain.has(key)));
        expect(selectedCount(selection, keys.length)).toBe(plain.size);
      }),
    );
  });
});
