import type { IsoDate } from './dates.ts';

/** How an owner holds: `shares` count towards a percentage; the others are control without one. */
export const holdingKinds = ['shares', 'votingRights', 'boardMajority', 'rightToAppoint', 'actualControl', 'beneficial'] as const;
export type HoldingKind = (typeof holdingKinds)[number];

/** One holding of one owner in one company, as evidence has it. */
export interface Holding {
  readonly ownerId: string;
  readonly ownedId: string;
  readonly kind: HoldingKind;
  /** Percent, 0 to 100; null: an owner whose share nobody knows. */
  readonly percent: number | null;
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
  readonly evidence: string;
}

/** A party of the register as the ownership engine sees it. */
export interface OwnershipNode {
  readonly id: string;
  readonly name: string;
  /** `noneFurther`: somebody looked and there is nobody above; `unknown`: nobody knows, which is a question and never a clear. */
  readonly ownersKnown: 'complete' | 'partial' | 'noneFurther' | 'unknown';
  /** ISO 3166-1 alpha-2 of headquarters; null unknown. */
  readonly headquarters: string | null;
  /** Confirmed true matches: which lists, with what programmes and footnotes. */
  readonly listed: readonly { readonly list: string; readonly entryId: string; readonly programmes: readonly string[] }[];
}

export const ownershipTests = ['ofac50', 'bisAffiliates', 'eu50OrControl', 'ukMoreThan50OrControl', 'headquarters'] as const;
export type OwnershipTest = (typeof ownershipTests)[number];

/** `met`: the rule reaches the party; `question`: what is known does not settle it. Only `notMet` with complete owners is an answer. */
export type OwnershipOutcome = 'met' | 'notMet' | 'question';

export interface OwnershipStep {
  readonly ownedId: string;
  readonly ownerId: string;
  readonly percent: number | null;
  readonly text: string;
}

export interface OwnershipFinding {
  readonly test: OwnershipTest;
  readonly outcome: OwnershipOutcome;
  /** False where the rule's standing on the day is not confirmed; then `met` and `notMet` both carry a question. */
  readonly confirmed: boolean;
  readonly citations: readonly string[];
  /** Tier by tier, nearest first. */
  readonly steps: readonly OwnershipStep[];
  /** Sum of the counted direct shares, percent; null where no sum was made. */
  readonly aggregate: number | null;
  readonly why: readonly string[];
  readonly questions: readonly string[];
}
