import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardMessage } from './message-guard.ts';

function nested(levels: number): unknown {
  let value: unknown = 'leaf';
  for (let level = 1; level < levels; level += 1) value = { value };
  return value;
}

describe('[B3] messages before anybody reads them', () => {
  it('lets plain values through', () => {
    expect(guardMessage(['models.rename', { id: 'a', revision: 3, tags: ['x', null, true], note: undefined }])).toEqual({
      ok: true,
      value: undefined,
    });
  });

  it('refuses more than a mebibyte, also when it is spread over many small values', () => {
    expect(guardMessage('x'.repeat(1024 * 1024 + 1))).toMatchObject({ ok: false, error: { code: 'request.tooLarge' } });
    expect(guardMessage(Array.from({ length: 300_000 }, () => 1))).toMatchObject({ ok: false, error: { code: 'request.tooLarge' } });
    expect(guardMessage({ ['k'.repeat(1024 * 1024)]: 1 })).toMatchObject({ ok: false, error: { code: 'request.tooLarge' } });
  });

  it('refuses what nests deeper than twenty levels', () => {
    expect(guardMessage(nested(20)).ok).toBe(true);
    expect(guardMessage(nested(21))).toMatchObject({ ok: false, error: { code: 'request.invalid' } });
  });

  it('ends on a value that contains itself', () => {
    const knot: Record<string, unknown> = {};
    knot['self'] = knot;
    expect(guardMessage(knot).ok).toBe(false);
  });

  it.each([
    ['a map', new Map([['a', 1]])],
    ['bytes', new Uint8Array(3)],
    ['a date', new Date(0)],
    ['a large integer', 1n],
    ['a key that would change a prototype', JSON.parse('{"__proto__":{"admin":true}}')],
  ])('refuses %s', (_name, value) => {
    expect(guardMessage({ value })).toMatchObject({ ok: false, error: { code: 'request.invalid' } });
  });

  it('never throws, whatever arrives', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withMap: true, withSet: true, withTypedArray: true, withDate: true }), (value) => {
        expect(typeof guardMessage(value).ok).toBe('boolean');
      }),
    );
  });
});
