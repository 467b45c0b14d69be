import type { TokenRole } from '../../../../src-shared/model/screening.ts';
import type { NameReading } from '../names/index.ts';

export type NameKind = NameReading['kind'];

interface RoleRule {
  /** Share of a full word's weight. */
  readonly weight: number;
  /** Share of its weight it costs when ours has it and theirs has not, and the other way round. */
  readonly extra: number;
  readonly missing: number;
  /** How much a rare word weighs more than a common one, 0 to 1. */
  readonly spread: number;
}

const person: Readonly<Record<TokenRole, RoleRule>> = {
  given: { weight: 1, extra: 0.4, missing: 0.3, spread: 0.35 },
  family: { weight: 1, extra: 0.4, missing: 0.3, spread: 0.35 },
  word: { weight: 1, extra: 0.4, missing: 0.3, spread: 0.35 },
  patronymic: { weight: 0.6, extra: 0.25, missing: 0.14, spread: 0.3 },
  particle: { weight: 0.06, extra: 0.2, missing: 0.2, spread: 0 },
  initial: { weight: 0.15, extra: 0.3, missing: 0.2, spread: 0 },
  honorific: { weight: 0.06, extra: 0.1, missing: 0.1, spread: 0 },
  legalForm: { weight: 0.2, extra: 1, missing: 1, spread: 0 },
  tradeWord: { weight: 0.9, extra: 0.5, missing: 0.4, spread: 0.3 },
  place: { weight: 0.9, extra: 0.45, missing: 0.3, spread: 0.3 },
  number: { weight: 0.5, extra: 0.5, missing: 0.5, spread: 0 },
  branch: { weight: 0.5, extra: 0.5, missing: 0.5, spread: 0 },
};

const org: Readonly<Record<TokenRole, RoleRule>> = {
  given: { weight: 1, extra: 0.9, missing: 0.6, spread: 0.6 },
  family: { weight: 1, extra: 0.9, missing: 0.6, spread: 0.6 },
  word: { weight: 1, extra: 0.9, missing: 0.6, spread: 0.6 },
  patronymic: { weight: 0.9, extra: 0.8, missing: 0.6, spread: 0.5 },
  particle: { weight: 0.04, extra: 0.2, missing: 0.2, spread: 0 },
  initial: { weight: 0.3, extra: 0.6, missing: 0.3, spread: 0 },
  honorific: { weight: 0.3, extra: 0.4, missing: 0.4, spread: 0 },
  legalForm: { weight: 0.03, extra: 0.3, missing: 0.2, spread: 0 },
  tradeWord: { weight: 0.5, extra: 0.75, missing: 0.6, spread: 0.3 },
  place: { weight: 0.55, extra: 0.7, missing: 0.6, spread: 0.3 },
  number: { weight: 0.7, extra: 0.7, missing: 0.7, spread: 0 },
  branch: { weight: 0.15, extra: 0.2, missing: 0.4, spread: 0 },
};

const rules: Readonly<Record<NameKind, Readonly<Record<TokenRole, RoleRule>>>> = { person, org, vessel: org, aircraft: org };

export const ruleOf = (kind: NameKind, role: TokenRole): RoleRule => rules[kind][role];

/** Bits from which a word weighs its full weight. */
const FULL_BITS = 14;

export function weightOf(kind: NameKind, role: TokenRole, bits: number): number {
  const { weight, spread } = rules[kind][role];
  return weight * (1 - spread + (spread * Math.min(bits, FULL_BITS)) / FULL_BITS);
}

/** Roles that carry a name; the others only dress it. */
const tellingRoles: Readonly<Record<'person' | 'org', ReadonlySet<TokenRole>>> = {
  person: new Set<TokenRole>(['given', 'family', 'word', 'place', 'tradeWord']),
  org: new Set<TokenRole>(['given', 'family', 'word', 'patronymic']),
};
export const isTelling = (kind: NameKind, role: TokenRole): boolean => tellingRoles[kind === 'person' ? 'person' : 'org'].has(role);

/** What a pair contributes of its weight: likeness below 1 counts faster than it falls, since half a likeness is none. */
export const worthOf = (similarity: number): number => Math.max(0, 1 - 1.65 * (1 - similarity));
