import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatRecoveryKey,
  judgePassphrase,
  newKey,
  newRecoveryKey,
  newSalt,
  parseRecoveryKey,
  productKdf,
  unwrapKey,
  wrapKey,
  zero,
} from './index.ts';

describe('key derivation', () => {
  it('[C2] uses scrypt with N = 2^17, r = 8, p = 1 and a fresh 16-byte salt, and takes its time', async () => {
    const parameters = productKdf.fresh();
    expect(parameters).toMatchObject({ name: 'scrypt', N: 131_072, r: 8, p: 1 });
    expect(Buffer.from(parameters.salt, 'base64')).toHaveLength(16);
    expect(productKdf.fresh().salt).not.toBe(parameters.salt);
    const key = await productKdf.derive('seven lanterns', parameters);
    expect(key).toHaveLength(32);
  });

  it('[C2] gives the same key for a passphrase however its accents are typed', async () => {
    const parameters = productKdf.fresh();
    const composed = await productKdf.derive('caf\u00e9 on the quay', parameters);
    const combined = await productKdf.derive('cafe\u0301 on the quay', parameters);
    expect(combined.equals(composed)).toBe(true);
  });

  it.each([
    { N: 2 ** 16, r: 8, p: 1 },
    { N: 2 ** 17, r: 4, p: 1 },
    { N: 2, r: 1, p: 1 },
  ])('[C2] refuses weaker parameters %o', (weaker) => {
    expect(productKdf.accepts({ name: 'scrypt', ...weaker, salt: newSalt() })).toBe(false);
  });
});

describe('wrapping', () => {
  it('[C1] [C3] gives the key back only under the same key, bytes and bound text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.string(), fc.nat(), (key, bound, where) => {
        const wrapping = newKey();
        const wrapped = wrapKey(wrapping, key, bound);
        expect(unwrapKey(wrapping, wrapped, bound)?.equals(key)).toBe(true);
        expect(unwrapKey(newKey(), wrapped, bound)).toBeNull();
        expect(unwrapKey(wrapping, wrapped, `${bound} `)).toBeNull();
        const bytes = Buffer.from(wrapped.sealed, 'base64');
        bytes.writeUInt8(bytes.readUInt8(where % bytes.length) ^ 1, where % bytes.length);
        expect(unwrapKey(wrapping, { ...wrapped, sealed: bytes.toString('base64') }, bound)).toBeNull();
      }),
    );
  });

  it('[C3] uses a fresh nonce each time and refuses a shortened tag', () => {
    const wrapping = newKey();
    const key = newKey();
    const first = wrapKey(wrapping, key, 'x');
    expect(wrapKey(wrapping, key, 'x').nonce).not.toBe(first.nonce);
    const short = Buffer.from(first.tag, 'base64').subarray(0, 4).toString('base64');
    expect(unwrapKey(wrapping, { ...first, tag: short }, 'x')).toBeNull();
  });

  it('[C14] zeroes buffers in place', () => {
    const key = newKey();
    zero(key, null, undefined);
    expect(key.every((byte) => byte === 0)).toBe(true);
  });
});

describe('recovery key', () => {
  const groups = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => formatRecoveryKey(bytes));

  it('[C4] has 160 random bits in eight checked groups', () => {
    expect(newRecoveryKey()).toHaveLength(20);
    expect(formatRecoveryKey(newRecoveryKey())).toHaveLength(8);
    expect(newRecoveryKey().equals(newRecoveryKey())).toBe(false);
  });

  it('[C4] is read back whatever the case, spaces and hyphens, and with O for 0 and l for 1', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), fc.constantFrom(' ', '-', '', ' – ', '\n'), (bytes, between) => {
        const typed = formatRecoveryKey(bytes).join(between).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
        expect(parseRecoveryKey(typed)).toMatchObject({ ok: true });
        const parsed = parseRecoveryKey(typed);
        expect(parsed.ok && parsed.value.equals(bytes)).toBe(true);
      }),
    );
  });

  it('[C4] names the group with a wrong sign, with two signs swapped, and groups in the wrong order', () => {
    const sign = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ');
    fc.assert(
      fc.property(groups, fc.nat({ max: 7 }), fc.nat({ max: 4 }), sign, (right, group, place, wrong) => {
        const old = right[group] ?? '';
        fc.pre(old[place] !== wrong);
        const typed = right.map((text, at) => (at === group ? `${text.slice(0, place)}${wrong}${text.slice(place + 1)}` : text));
        expect(parseRecoveryKey(typed.join('-'))).toEqual({ ok: false, error: { badGroup: group } });
      }),
    );
    fc.assert(
      fc.property(groups, fc.nat({ max: 7 }), fc.nat({ max: 2 }), (right, group, place) => {
        const old = right[group] ?? '';
        fc.pre(old[place] !== old[place + 1]);
        const swapped = `${old.slice(0, place)}${old[place + 1]}${old[place]}${old.slice(place + 2)}`;
        expect(parseRecoveryKey(right.map((text, at) => (at === group ? swapped : text)).join(''))).toEqual({
          ok: false,
          error: { badGroup: group },
        });
      }),
    );
    fc.assert(
      fc.property(groups, fc.nat({ max: 6 }), (right, group) => {
        const moved = right.map((text, at) => (at === group ? right[group + 1] : at === group + 1 ? right[group] : text));
        fc.pre(right[group] !== right[group + 1]);
        expect(parseRecoveryKey(moved.join('')).ok).toBe(false);
      }),
    );
  });

  it.each(['', '     ', 'ABCDE', 'U'.repeat(40), 'A'.repeat(41), '😀'.repeat(40), 'A'.repeat(10_000)])('[C4] refuses %j', (typed) => {
    expect(parseRecoveryKey(typed).ok).toBe(false);
  });
});

describe('passphrase', () => {
  it.each([
    ['', 'short'],
    ['eleven char', 'short'],
    ['a b c d e f', 'short'],
    ['unbelievable', 'common'],
    ['123456789012', 'common'],
    ['aaaaaaaaaaaaaaaa', 'guessable'],
    ['password1234', 'guessable'],
    ['qwertyuiop1234', 'guessable'],
  ] as const)('[C5] refuses %j as %s', async (passphrase, reason) => {
    expect(await judgePassphrase(passphrase)).toMatchObject({ acceptable: false, reason });
  });

  it.each(['harbour lantern seven maps', 'zq7 kd9 wm2 xj4', 'пять слов ради одного замка', 'we go to sea on ice'])(
    '[C5] accepts %j with no rule about its signs',
    async (passphrase) => {
      expect(await judgePassphrase(passphrase)).toMatchObject({ acceptable: true, reason: null });
    },
  );

  it('[C5] counts the workspace’s own name as known to an attacker', async () => {
    const known = await judgePassphrase('Halden Robotics', ['Halden Robotics']);
    expect(known.acceptable).toBe(false);
    expect(known.guessesLog10).toBeLessThan((await judgePassphrase('Halden Robotics')).guessesLog10);
  });
});
