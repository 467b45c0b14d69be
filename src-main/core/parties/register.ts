import type { HoldingView, PartyDetail, PartyFilter, PartyRow } from '../../../src-shared/contract/parties.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { Redaction } from '../../../src-shared/model/redaction.ts';
import type { VettingKind, VettingResult, VettingStanding } from '../../../src-shared/model/vetting.ts';
import type { PartyRecord } from './store.ts';

/** A party with all that an export says of it. */
export interface RegisteredParty {
  readonly row: PartyRow;
  readonly record: PartyRecord;
  readonly signs: PartyDetail['signs'];
  readonly ultimateParents: PartyDetail['ultimateParents'];
  readonly owners: readonly HoldingView[];
  /** Checks and undertakings: where each stands, and those on record, the newest first. */
  readonly standings: readonly VettingStanding[];
  readonly vettings: readonly RegisteredVetting[];
}

/** A check or undertaking of a party, as an export says it. */
export interface RegisteredVetting {
  readonly kind: VettingKind;
  readonly doneOn: IsoDate;
  readonly doneBy: string;
  readonly nextOn: IsoDate | null;
  readonly result: VettingResult;
  readonly matter: string;
  readonly conditions: string;
}

/** The parties a filter found, with the lists they were compared with. */
export interface PartyRegister {
  /** Day rules were judged as of. */
  readonly on: IsoDate;
  readonly filter: PartyFilter;
  readonly parties: readonly RegisteredParty[];
  readonly lists: readonly {
    readonly title: string;
    readonly version: string;
    readonly day: IsoDate;
    readonly ageDays: number;
    readonly training: boolean;
  }[];
}

export interface RegisterHead {
  readonly number: string;
  readonly hash: string;
  readonly workspace: string;
  readonly exercise: boolean;
  readonly redaction: Redaction;
}
