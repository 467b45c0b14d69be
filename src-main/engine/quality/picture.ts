/**
 * What the checks look at: the whole workspace in plain rows, days as `YYYY-MM-DD`. An empty text means that nothing was said;
 * archived and erased records are not part of it.
 */
export interface QualityPicture {
  /** The day it is. */
  readonly on: string;
  readonly assets: readonly QualityAsset[];
  readonly people: readonly QualityPerson[];
  readonly authorisations: readonly QualityAuthorisation[];
  /** Accounts that are given to somebody. */
  readonly accounts: readonly QualityAccount[];
  readonly parties: readonly QualityParty[];
  readonly holdings: readonly QualityHolding[];
  /** Parties with red flags that were seen and are not resolved: how many, and since when. */
  readonly flagged: readonly { readonly id: string; readonly name: string; readonly count: number; readonly since: string }[];
  /** Checks and undertakings that wait, one line for each kind of somebody; of staff never how one came out. */
  readonly vettings: readonly QualityVetting[];
  readonly findings: readonly QualityFinding[];
  /** Screening decisions that no longer stand, by hit. */
  readonly lapsedHits: readonly { readonly id: string; readonly name: string; readonly list: string }[];
  /** Lists that screening uses. */
  readonly lists: readonly { readonly code: string; readonly title: string; readonly ageDays: number; readonly training: boolean }[];
  /** Open incidents with a last day: of their disclosure, or of a corrective action. */
  readonly incidents: readonly QualityIncident[];
  /** What the programme repeats and is due again: since when. */
  readonly programmeDue: readonly {
    readonly kind: 'assessment' | 'riskAssessment';
    readonly id: string;
    readonly name: string;
    readonly since: string;
  }[];
  /** People with training whose day has passed: the course that is due longest, since when, and how many there are. */
  readonly trainingDue: readonly {
    readonly id: string;
    readonly name: string;
    readonly course: string;
    readonly since: string;
    readonly count: number;
  }[];
  /** Gates that wait, by model: the first of each, and the day since when nothing about the model moved. */
  readonly waitingGates: readonly { readonly assetId: string; readonly name: string; readonly gate: string; readonly since: string }[];
  /** Transfers that went without a clearance, or whose day passed while they wait. */
  readonly transfers: readonly QualityTransfer[];
  /** Transfers whose clearance no longer rests on what it rested on. */
  readonly lapsedTransfers: readonly Omit<QualityTransfer, 'what'>[];
  /** Items to be confirmed on which an entry or an ownership rule hangs, with where they stand. */
  readonly watched: readonly QualityWatched[];
  /** Parties that an ownership rule reaches, a line for each rule. */
  readonly reached: readonly QualityReached[];
  /** Items to be confirmed that wait, with the day they were due. */
  readonly looksDue: readonly { readonly id: string; readonly name: string; readonly since: string }[];
  /** Packs in use that nobody looked through in time, with the day they were due. */
  readonly packsDue: readonly { readonly id: string; readonly title: string; readonly since: string }[];
}

export interface QualityAsset {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly version: string;
  /** Name and version brought to one form, so that spelling does not hide a double. */
  readonly key: string;
  readonly ownerName: string;
  readonly stage: string;
  readonly standing: string;
  readonly classification: string;
  /** Training operations are on record. */
  readonly hasCompute: boolean;
  /** Weights published: as the model's own facts have it, and as its access record has it; null where not said. */
  readonly weightsPublished: boolean | null;
  readonly accessPublished: boolean | null;
  /** Somebody said under which names its logs speak of it, or who may reach it. */
  readonly watched: boolean;
  /** Entries its finding says are met, as far as an item to be confirmed names them. */
  readonly watchedEntries: readonly string[];
  /** Judged under other packs, or before the last rule change. */
  readonly judgedBefore: boolean;
  readonly decision: { readonly until: string; readonly overtaken: boolean } | null;
  /** Day since when nobody looked through its map, where that is too long; else null. */
  readonly mapOldSince: string | null;
}

export interface QualityPerson {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly externalKey: string;
  readonly team: string;
  readonly startOn: string;
  readonly lastDay: string;
}

export interface QualityAuthorisation {
  readonly id: string;
  readonly personId: string;
  readonly number: string;
  readonly assetIds: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly valid: boolean;
}

export interface QualityAccount {
  readonly key: string;
  readonly account: string;
  readonly system: string;
  readonly personId: string;
}

export interface QualityParty {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly country: string;
  /** Kind, country and value of each identifier in one form. */
  readonly identifiers: readonly string[];
  readonly organisation: boolean;
  readonly ownersKnown: string;
  readonly screening: string;
}

export interface QualityHolding {
  readonly id: string;
  readonly ownerId: string;
  readonly ownedId: string;
  readonly percent: number | null;
  readonly from: string;
  readonly until: string;
  /** A share of the capital, not another kind of control. */
  readonly share: boolean;
}

export interface QualityVetting {
  readonly subject: { readonly kind: 'party' | 'person'; readonly id: string };
  readonly name: string;
  readonly kind: string;
  readonly state: string;
  /** The day it had to be done again; null where there is none. */
  readonly dueOn: string | null;
}

export interface QualityFinding {
  readonly id: string;
  readonly title: string;
  /** State of the newest decision. */
  readonly state: string;
  readonly reviewOn: string;
  /** The finding changed or is gone since it was decided. */
  readonly moved: boolean;
}

export interface QualityWatched {
  readonly id: string;
  readonly name: string;
  /** `due`: nobody confirmed it; `differs`: it was found not to be as the pack says. */
  readonly state: 'due' | 'differs' | 'settled';
  readonly entries: readonly string[];
  readonly ownership: string | null;
}

export interface QualityReached {
  readonly partyId: string;
  readonly name: string;
  readonly test: string;
  /** The rule and its standing on the day are confirmed. */
  readonly confirmed: boolean;
}

export interface QualityTransfer {
  readonly id: string;
  /** Number, and what goes. */
  readonly name: string;
  readonly what: 'uncleared' | 'late';
  /** The day it went, or was to go; empty where nobody said. */
  readonly day: string;
}

export interface QualityIncident {
  readonly id: string;
  /** Number and title. */
  readonly name: string;
  readonly due: string;
  /** `narrative`, `upgrade` or `action`: what is due. */
  readonly dueFor: string;
}
