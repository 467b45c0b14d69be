import type { AssetKind, Facts } from '../../../src-shared/model/asset-fields.ts';
import type { IsoDate, IsoInstant } from '../../../src-shared/model/dates.ts';
import type { ItemFinding } from '../../../src-shared/model/finding.ts';
import type { MemoDecision, MemoEvidence, MemoRemark, MemoReview, MemoRuling } from '../../../src-shared/model/report.ts';

/** Everything a memo is built from, as plain values. Whoever has the database fills it; the builder reads nothing else. */
export interface MemoInput {
  readonly workspace: { readonly name: string; readonly kind: 'live' | 'exercise'; readonly department?: string };
  /** Number the memo carries, and who prepares it when. */
  readonly prepared: { readonly number: string; readonly at: IsoInstant; readonly by: string };
  readonly asset: {
    readonly id: string;
    readonly kind: AssetKind;
    readonly name: string;
    readonly version?: string;
    readonly owner?: string;
  };
  readonly facts: Facts;
  /** The day judged is `finding.on`. */
  readonly finding: ItemFinding;
  /** Compute estimates by method, beside the numbers in the finding. Units: operations. */
  readonly estimates: readonly MemoEstimate[];
  /** Who cares for an open question, by fact id. */
  readonly questionCare: Readonly<Record<string, { readonly owner?: string; readonly due?: IsoDate }>>;
  readonly decisions: readonly MemoDecision[];
  readonly reviews: readonly MemoReview[];
  readonly rulings: readonly MemoRuling[];
  /** Those the reader may have; whoever fills this leaves the rest out. */
  readonly remarks: readonly MemoRemark[];
  /** Files kept with the asset. */
  readonly evidence: readonly MemoEvidence[];
  /** In the order the memo shall show them. A pack of the finding that is missing here is shown by its id. */
  readonly packs: readonly MemoPackInput[];
}

/** A worked estimate of training compute. */
export interface MemoEstimate {
  /** Method or added stage, named through `compute.method.<id>` or `compute.part.<id>`. */
  readonly method: string;
  readonly arithmetic: string;
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** What a memo says about a rule pack. */
export interface MemoPackInput {
  readonly id: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly lastChecked?: IsoDate;
  readonly sources: readonly MemoSourceInput[];
}

export interface MemoSourceInput {
  readonly id: string;
  readonly title: string;
  /** Issue or date of the text that was read, as the pack gives it. */
  readonly asOf?: string;
}
