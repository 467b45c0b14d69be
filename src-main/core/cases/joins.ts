import type { PartyOverall } from '../../../src-shared/contract/parties.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import type { Judging, JudgingFor } from '../classification/index.ts';
import type { Connection, OpenWorkspace } from '../db/index.ts';
import type { JobContext } from '../jobs/index.ts';
import type { Records } from '../records/index.ts';

/** A party with where it is, and what lists, owners and places come to together. */
export interface PartyHere {
  readonly id: string;
  readonly name: string;
  readonly countries: readonly string[];
  readonly overall: PartyOverall;
  /** Signs of high severity that are known, not asked. */
  readonly redFlags: number;
}

/** A finding of the access audit, as far as it is compared. */
export interface AuditedFinding {
  readonly id: string;
  readonly title: string;
  readonly severity: string;
  readonly personId: string | null;
}

/** What the access audit says under some rules. */
export interface Audited {
  readonly findings: readonly AuditedFinding[];
  /** Position of each person, by id. */
  readonly positions: ReadonlyMap<string, string>;
}

export type Law = Pick<Judging, 'packs' | 'packsKey' | 'on'>;
export type Pausing = Pick<JobContext, 'signal' | 'pause'>;

/** What gates, incidents and the watch take from other features. */
export interface CaseJoins {
  readonly judging: JudgingFor;
  /** Every pack, switched on or not, with the company's changes. */
  readonly allPacks: (workspace: OpenWorkspace) => readonly RulePack[];
  readonly records: Records;
  /** Classifies models anew after their facts changed, in the same transaction. */
  readonly assess: (tx: Connection, assetIds: readonly string[]) => void;
  /** Parties with a tie to one of the countries. */
  readonly parties: (workspace: OpenWorkspace, countries: ReadonlySet<string>) => readonly PartyHere[];
  /** Parties with a tie to any country, read a part at a time. */
  readonly allParties: (session: () => OpenWorkspace, pause: () => Promise<void>) => Promise<readonly PartyHere[]>;
  /** Parties in use, by name. */
  readonly partyNames: (workspace: OpenWorkspace) => readonly { readonly id: string; readonly name: string }[];
  /** Runs the audit over everything under some rules, with assets classified as said. Writes nothing. */
  readonly audit: (
    law: Law,
    classified: ReadonlyMap<string, { readonly classification: string; readonly openEntry: string }>,
    job: Pausing,
  ) => Promise<Audited>;
  /** What would be said of parties under some rules: signs, owners, headquarters. Asked for party by party. */
  readonly partyWords: (workspace: OpenWorkspace, law: Pick<Law, 'packs' | 'on'>) => (partyId: string) => readonly string[];
}
