import type { PlaceSign } from '../../../src-shared/model/place-sign.ts';
import type { AuthorityKind, TransferKind, TransferRole } from '../../../src-shared/model/transfer.ts';
import type { VettingStanding } from '../../../src-shared/model/vetting.ts';

/** What is known of an asset that goes. */
export interface TransferAsset {
  readonly id: string;
  /** With the label of its version. */
  readonly name: string;
  readonly archived: boolean;
  readonly versionId: string;
  readonly classification: string;
  readonly standing: 'clear' | 'clearOnClaimedRules' | 'review' | 'restricted' | 'unassessed';
  /** Judged under other packs, or before the last change of a rule. */
  readonly stale: boolean;
  readonly openQuestions: number;
  /** Last day of the decision on its finding; empty where nobody decided, or a new finding overtook it. */
  readonly decidedUntil: string;
  /** What that decision calls it; empty without one. */
  readonly decidedAs: string;
  /** Incidents that halt it. */
  readonly halts: readonly TransferHalt[];
  /** Grave findings of the access audit about it that nobody decided. */
  readonly openFindings: number;
  readonly firstFinding: string | null;
  /** Of a model: its release gates by country, and gates held before any release. Null for what has no gates. */
  readonly gates: TransferGates | null;
}

export interface TransferGates {
  /** State of the release to each country it was judged for. */
  readonly releases: ReadonlyMap<string, { readonly state: string; readonly missing: number }>;
  /** The gate at the end of the training is held. */
  readonly trainingHeld: boolean;
}

export interface TransferHalt {
  readonly incidentId: string;
  readonly number: string;
}

/** What is known of a party to a transfer. */
export interface TransferPartyFacts {
  readonly id: string;
  readonly name: string;
  readonly archived: boolean;
  readonly tier: 'low' | 'medium' | 'high' | 'prohibited' | null;
  readonly screening: 'notScreened' | 'noMatch' | 'open' | 'trueMatch' | 'needFacts' | 'escalated' | 'stale';
  readonly openHits: number;
  /** Roles on the party's own record. */
  readonly roles: readonly string[];
  /** How many rules of ownership reach it, or cannot be answered for want of owners. */
  readonly ownership: { readonly questions: number };
  readonly signs: readonly Pick<PlaceSign, 'kind' | 'severity' | 'title' | 'question'>[];
  readonly halts: readonly TransferHalt[];
  /** Checks and undertakings that are expected of it. */
  readonly vettings: readonly Pick<VettingStanding, 'kind' | 'state'>[];
}

/** A transfer with all that the workspace knows about it. Countries are ISO 3166-1 alpha-2; days are `YYYY-MM-DD`. */
export interface TransferFacts {
  readonly kind: TransferKind;
  /** `asset` is null where the line names nothing of the register. */
  readonly items: readonly { readonly name: string; readonly quantity: string; readonly asset: TransferAsset | null }[];
  readonly parties: readonly { readonly name: string; readonly role: TransferRole; readonly party: TransferPartyFacts | null }[];
  readonly destination: string | null;
  readonly transits: readonly string[];
  /** How it goes: carrier, portal, tenant. */
  readonly means: string;
  readonly endUse: string;
  readonly authority: { readonly kind: AuthorityKind; readonly reference: string; readonly basis: string } | null;
  /** Signs about the destination and the places on the way. */
  readonly signs: readonly Pick<PlaceSign, 'kind' | 'severity' | 'title' | 'question' | 'citations'>[];
  /** Whether a pack in use speaks of country groups, and whether all that do were read in the primary text. */
  readonly placeRules: 'none' | 'claimed' | 'verified';
  /** Lists that screening uses; old ones are those above the age at which a list is called old. */
  readonly lists: { readonly official: number; readonly old: number; readonly oldest: string };
  readonly today: string;
}
