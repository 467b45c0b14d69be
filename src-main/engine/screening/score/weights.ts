import type { TokenRole } from '../../../../src-shared/model/screening.ts';
import { indexedRoles } from '../index/data.ts';
import type { NameToken } from '../names/index.ts';

/** Parties a small list is thought to be part of: rarities of a list of 15 entries and of 80,000 stay alike. */
const BACKGROUND = 20_000;

/** Share of all parties whose name has a word of this kind, before the lists are counted. */
export function commonness({ role, family, norm }: Pick<NameToken, 'role' | 'family' | 'norm'>): number {
  switch (role) {
    case 'legalForm':
      return 1 / 8;
    case 'particle':
    case 'honorific':
      return 1 / 40;
    case 'tradeWord':
    case 'branch':
      return 1 / 120;
    case 'place':
      return 1 / 250;
    case 'number':
      return 1 / 400;
    case 'initial':
      return 1 / 30;
    default:
      if (norm.length <= 2) return 1 / 400;
      return family >= 0 ? 1 / 700 : 1 / 20_000;
  }
}

/** What a word tells, in bits, when so many of the parties have it. */
export function bitsOf(having: number, parties: number, share: number): number {
  return -Math.log2((having + share * BACKGROUND) / (parties + BACKGROUND));
}

export const roleOf = (number: number): TokenRole => indexedRoles[number] as TokenRole;

/** Weight for the first ranking of candidates, whatever their kind. */
export function baseWeight(role: number, bits: number): number {
  return (firstFactors[role] as number) * (0.4 + (0.6 * Math.min(bits, 14)) / 14);
}
const factors: Readonly<Record<TokenRole, number>> = {
  given: 1,
  family: 1,
  patronymic: 0.5,
  particle: 0.05,
  initial: 0.1,
  honorific: 0.05,
  legalForm: 0.03,
  tradeWord: 0.4,
  place: 0.5,
  number: 0.7,
  branch: 0.15,
  word: 1,
};
const firstFactors = indexedRoles.map((role) => factors[role]);
