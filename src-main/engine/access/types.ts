import type { AccessFindingType, AuditInput, AuditPerson, KnownTravel } from '../../../src-shared/model/access-audit.ts';
import type { ActionKind } from '../../../src-shared/model/access-events.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { ReleaseAnswer, ReleaseFacts, ReleaseTest } from '../../../src-shared/model/release.ts';
import type { AccessSettings } from './settings.ts';

export type FindingLevel = 'high' | 'medium' | 'low';

/** Something whose answer would clear or confirm a finding. */
export interface AuditQuestion {
  /** Stable within the finding: `person.protected`, `asset.published`, `finding.travel`. */
  readonly id: string;
  readonly ask: string;
  readonly about: 'person' | 'asset' | 'finding';
  /** Fact of the person or asset that the answer is; null where it settles this finding only. */
  readonly field: string | null;
  /** Answer that makes the finding harmless; null where no answer does so by itself. */
  readonly clearedBy: 'yes' | 'no' | null;
}

/** One line of the short, ranked list. */
export interface AuditFinding {
  /** The same in every run for the same kind, person or account, asset and network, place or window. */
  readonly id: string;
  readonly type: AccessFindingType;
  readonly title: string;
  readonly summary: string;
  readonly severity: FindingLevel;
  readonly confidence: FindingLevel;
  /** Ids of the events it rests on, oldest first. */
  readonly events: Float64Array;
  readonly firstTs: number | null;
  readonly lastTs: number | null;
  readonly personId: string | null;
  /** As the log writes it. */
  readonly account: string | null;
  /** The asset it is about; of several the one with the most events. */
  readonly assetId: string | null;
  /** All assets it is about, most events first. */
  readonly assetIds: readonly string[];
  readonly actionKind: ActionKind | null;
  /** ISO 3166-1 alpha-2 of the places it names, most telling first. */
  readonly countries: readonly string[];
  readonly why: readonly string[];
  readonly citations: readonly string[];
  readonly questions: readonly AuditQuestion[];
  readonly exclusions: readonly ReleaseTest[];
  /** Day of the oldest address data it rests on; null where no address counted. */
  readonly dataDay: IsoDate | null;
  /** What the finding rests on, name by name, so that two runs can say what moved. */
  readonly ground: Readonly<Record<string, string>>;
  /** Hash over `ground`. */
  readonly fingerprint: string;
}

/** The law and the places the rules need, handed in so that the engine reads no file. */
export interface AuditLaw {
  /** Judges one act of access as of a day. Called once for each person, asset, place and kind of access in a stretch of the law. */
  readonly judge: (facts: ReleaseFacts, on: IsoDate) => ReleaseAnswer;
  /** Days from which another answer may follow, ascending; empty where the law stood still. */
  readonly changeDays: readonly IsoDate[];
  /** ISO 3166-1 alpha-2 of places under a comprehensive embargo, with what says so. */
  readonly embargoed: ReadonlyMap<string, string>;
}

/** Who an event belongs to: a person, a registered service account, or an account that nobody has linked. */
export interface Subject {
  readonly kind: 'person' | 'service' | 'unknown';
  readonly person: AuditPerson | null;
  /** As the log writes it; the first spelling where there are several. */
  readonly account: string;
}

/** What every rule is given. */
export interface RuleContext {
  readonly input: AuditInput;
  readonly settings: AccessSettings;
  readonly law: AuditLaw;
  /** Positions of events that have a time, by time and then id. */
  readonly order: Uint32Array;
  /** The same, and after them the events whose time the log withholds, by id: for rules that need no time. */
  readonly whole: Uint32Array;
  readonly subjects: readonly Subject[];
  /** For each account of the dictionary: position in `subjects`, or -1 where the log names nobody. */
  readonly subjectOf: Int32Array;
  /** 1 for each event that went through, or whose log does not say while the settings count that. */
  readonly done: Uint8Array;
  /** Trips by person id. */
  readonly travel: ReadonlyMap<string, readonly KnownTravel[]>;
}
