import { randomBytes } from 'node:crypto';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';

/** Crockford's alphabet: no I, L, O, U, so nothing reads two ways. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groupCount = 8;
const signsPerGroup = 4;
const recoveryKeyBytes = 20;

/** 160 random bits. */
export function newRecoveryKey(): Buffer {
  return randomBytes(recoveryKeyBytes);
}

/** Eight groups of four signs and a check sign. */
export function formatRecoveryKey(key: Uint8Array): readonly string[] {
  const signs = toSigns(key);
  return Array.from({ length: groupCount }, (_, group) => {
    const own = signs.slice(group * signsPerGroup, (group + 1) * signsPerGroup);
    return [...own, checkSign(own, group)].map((value) => alphabet.charAt(value)).join('');
  });
}

/** What is wrong with a typed key: the first group (from 0) whose check fails, or null when its length is wrong. */
export interface BadRecoveryKey {
  readonly badGroup: number | null;
}

/** Reads a typed key: case, spaces and hyphens do not matter, O counts as 0, I and L as 1. */
export function parseRecoveryKey(typed: string): Result<Buffer, BadRecoveryKey> {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―.,]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const values = [...text].map((sign) => alphabet.indexOf(sign));
  const groupLength = signsPerGroup + 1;
  for (let group = 0; group < groupCount; group += 1) {
    const own = values.slice(group * groupLength, (group + 1) * groupLength);
    if (own.length < groupLength) return err({ badGroup: own.length === 0 ? null : group });
    if (own.includes(-1) || checkSign(own.slice(0, signsPerGroup), group) !== own[signsPerGroup]) return err({ badGroup: group });
  }
  if (values.length !== groupCount * groupLength) return err({ badGroup: null });
  return ok(fromSigns(values.filter((_, place) => place % groupLength !== signsPerGroup)));
}

function toSigns(key: Uint8Array): number[] {
  let bits = 0n;
  for (const byte of key) bits = (bits << 8n) | BigInt(byte);
  return Array.from({ length: groupCount * signsPerGroup }, (_, place) =>
    Number((bits >> BigInt(5 * (groupCount * signsPerGroup - 1 - place))) & 31n),
  );
}

function fromSigns(signs: readonly number[]): Buffer {
  let bits = 0n;
  for (const sign of signs) bits = (bits << 5n) | BigInt(sign);
  return Buffer.from(bits.toString(16).padStart(recoveryKeyBytes * 2, '0'), 'hex');
}

/**
 * Sum of the signs weighted by powers of a generator of GF(32). It catches every single wrong sign and every swap within a
 * group; the group's number is added, so two groups in the wrong order are caught too.
 */
function checkSign(signs: readonly number[], group: number): number {
  let sum = group + 1;
  let weight = 2;
  for (const sign of signs) {
    sum ^= multiply(sign, weight);
    weight = multiply(weight, 2);
  }
  return sum & 31;
}

/** Product in GF(32) with x^5 + x^2 + 1. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 0; bit < 5; bit += 1) if (((b >> bit) & 1) === 1) product ^= a << bit;
  for (let bit = 8; bit >= 5; bit -= 1) if (((product >> bit) & 1) === 1) product ^= 0b100101 << (bit - 5);
  return product;
}
