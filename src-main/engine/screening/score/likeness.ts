import type { PairReason } from '../../../../src-shared/model/screening.ts';
import { slipsBetween } from './letters.ts';

/** A word as far as its likeness to another one is told. */
export interface ComparableWord {
  readonly norm: string;
  readonly fold: string;
}

/** Spellings of one sound brought together, vowels kept: `ou` and `oo` to `u`, `tch` to `ch`, `ph` to `f`, `w` to `v`, one letter for two. */
export function foldOf(norm: string): string {
  if (/^[0-9]*$/.test(norm)) return norm;
  return norm
    .replace(/dzh|dj|dsch/g, 'j')
    .replace(/shch|sch|chtch|shh/g, 'sh')
    .replace(/tsch|tch|tsh/g, 'ch')
    .replace(/ph/g, 'f')
    .replace(/kh|ch(?=[rlt])/g, 'h')
    .replace(/gh/g, 'g')
    .replace(/ou|oo|uo/g, 'u')
    .replace(/ee|ie$|ij$|iy$|yy$|ii$|yi/g, 'i')
    .replace(/ck|cq|q/g, 'k')
    .replace(/c(?=[aourltk]|$)/g, 'k')
    .replace(/tz|ts|cz/g, 'c')
    .replace(/x/g, 'ks')
    .replace(/w/g, 'v')
    .replace(/y(?=[aou])|j(?=[aou])|i(?=[aou])/g, 'i')
    .replace(/[yj]$/, 'i')
    .replace(/ye|je/g, 'e')
    .replace(/yo|jo/g, 'o')
    .replace(/(.)\1+/g, '$1');
}

export interface Likeness {
  readonly similarity: number;
  readonly reason: PairReason;
}

/** Below this two words have nothing to do with each other. */
export const LEAST = 0.7;

/**
 * How alike two different words are by their letters, 0 where not at all. Short words must be nearer: in a word of four letters
 * one slip is a quarter of it.
 */
export function likenessOf(one: ComparableWord, other: ComparableWord): Likeness | null {
  const longest = Math.max(one.norm.length, other.norm.length);
  if (longest < 3 || Math.abs(one.norm.length - other.norm.length) > 4) return null;
  const scale = longest <= 4 ? longest * 0.8 : longest;
  const most = (1 - LEAST) * scale;
  const slips = slipsBetween(one.norm, other.norm, most + 0.001);
  const folded = one.fold === other.fold ? 0.3 : 0.3 + slipsBetween(one.fold, other.fold, most);
  const cost = Math.min(slips, folded);
  if (cost > most) return null;
  return { similarity: 1 - cost / scale, reason: folded <= slips || slips <= 0.5 ? 'sound' : 'slip' };
}
