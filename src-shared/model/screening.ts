import type { DateSpan, PartyIdentifier, PartyType } from './listed-party.ts';

/** Whom we ask about. Everything but the name may be empty; what is empty is never evidence. */
export interface ScreeningQuery {
  /** Names in any script; the first is the one shown. Each is tried and the best counts. */
  readonly names: readonly string[];
  readonly type: PartyType;
  /** ISO 3166-1 alpha-2: registration, headquarters, operation, nationality. */
  readonly countries: readonly string[];
  readonly births: readonly DateSpan[];
  readonly gender: 'male' | 'female' | null;
  readonly identifiers: readonly PartyIdentifier[];
  readonly cities: readonly string[];
  /** Street addresses, one line each: compared with entries that are an address and no party (15 CFR 744.16). */
  readonly addresses?: readonly string[];
}

/** Why two words count as one. Closed, each with a sentence in the catalogue of texts. */
export const pairReasons = [
  'equal',
  'spellingFamily',
  'slip',
  'sound',
  'otherScript',
  'skeleton',
  'initial',
  'abbreviation',
  'acronym',
  'joined',
  'split',
  'translation',
] as const;
export type PairReason = (typeof pairReasons)[number];

/** A word (or run of words) of ours beside a word of theirs. */
export interface NamePair {
  readonly query: string;
  readonly listed: string;
  readonly reason: PairReason;
  /** 0 to 1. */
  readonly similarity: number;
  /** Share of the name score this pair carries, 0 to 1. */
  readonly weight: number;
}

export const leftOverRoles = [
  'given',
  'family',
  'patronymic',
  'particle',
  'initial',
  'honorific',
  'legalForm',
  'tradeWord',
  'place',
  'number',
  'branch',
  'word',
] as const;
export type TokenRole = (typeof leftOverRoles)[number];

export interface LeftOver {
  readonly text: string;
  readonly role: TokenRole;
  /** What its absence on the other side cost, 0 or less. */
  readonly points: number;
}

/** Evidence beside the name. Points say which way it pulls; they never enter the name score. */
export const evidenceNames = ['identifier', 'birth', 'country', 'city', 'address', 'gender', 'type', 'weakName', 'expired'] as const;
export type EvidenceName = (typeof evidenceNames)[number];

export interface Feature {
  readonly name: EvidenceName;
  readonly points: number;
  /** Plain words with the values compared. */
  readonly why: string;
}

export type HitBand = 'strong' | 'review';

export interface ScreeningHit {
  readonly id: string;
  readonly list: string;
  readonly listVersion: string;
  /** 0 to below 1, what hits are ordered by: name and evidence together, ties broken, never saturated. */
  readonly score: number;
  /** 0 to 1, the name alone. */
  readonly nameScore: number;
  /** Sum of the features' points, about -100 to +100. */
  readonly evidenceScore: number;
  readonly band: HitBand;
  /** The query's name that matched. */
  readonly queryName: string;
  readonly matchedName: string;
  readonly pairs: readonly NamePair[];
  readonly unmatched: { readonly query: readonly LeftOver[]; readonly listed: readonly LeftOver[] };
  readonly features: readonly Feature[];
}

/** Thresholds on `score` for one list and type; the more exact key wins: `SDN/person`, `SDN`, `person`, `*`. */
export interface ScreeningProfile {
  readonly id: string;
  /** `wide` finds more and asks more; `strict` asks least. */
  readonly manner: 'default' | 'wide' | 'strict';
  readonly thresholds: Readonly<Record<string, { readonly review: number; readonly strong: number }>>;
}

/** Why an entry was not a hit, or was. */
export interface ScreeningExplanation {
  readonly outcome: 'hit' | 'belowReview' | 'notCandidate';
  readonly best: ScreeningHit | null;
  /** Every name of the entry with its score, best first. */
  readonly names: readonly { readonly text: string; readonly nameScore: number }[];
  readonly reviewAt: number;
  readonly strongAt: number;
}
