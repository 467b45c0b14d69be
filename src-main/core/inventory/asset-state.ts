import type { AssetKind, Facts } from '../../../src-shared/model/asset-fields.ts';
import { completenessOf } from '../../../src-shared/model/asset-fields.ts';
import type { FindingDigest } from '../../../src-shared/model/finding-digest.ts';
import { recordCompleteness } from '../../../src-shared/model/open-question.ts';
import { foldForSearch } from './fold.ts';

/** What a finding adds to an asset's line in the lists. */
export interface Assessment {
  readonly findingId: string;
  readonly judgedOn: string;
  readonly packsKey: string;
  readonly digest: FindingDigest;
  readonly compute: { readonly low: number; readonly likely: number; readonly high: number } | null;
  readonly openQuestions: number;
  /** Largest effect that an answer to one of them could have. */
  readonly topEffect: number;
}

export interface StateInput {
  readonly assetId: string;
  readonly versionId: string;
  readonly kind: AssetKind;
  readonly name: string;
  readonly versionLabel: string;
  readonly ownerName: string;
  /** Life-cycle stage. */
  readonly stage: string;
  readonly externalId: string;
  readonly siteName: string;
  readonly facts: Facts;
  /** Null where the version was not classified. */
  readonly assessment: Assessment | null;
  readonly decidedUntil: string;
}

const roleField: Readonly<Record<AssetKind, string>> = {
  model: 'originType',
  dataset: 'datasetRole',
  chip: 'chipRole',
  computer: 'computerRole',
  software: 'softwareRole',
  service: 'serviceRole',
  technology: 'technologyRole',
};

/** A fact's text when it is known text, else an empty string. */
export function knownText(facts: Facts, field: string): string {
  const fact = facts[field];
  return fact?.state === 'known' && typeof fact.value === 'string' ? fact.value : '';
}

/** Works out an asset's line in the lists from its facts and its finding. Pure. */
export function stateOf(input: StateInput) {
  const { facts, kind, assessment } = input;
  const digest = assessment?.digest;
  return {
    assetId: input.assetId,
    versionId: input.versionId,
    findingId: assessment?.findingId ?? null,
    judgedOn: assessment?.judgedOn ?? '',
    packsKey: assessment?.packsKey ?? '',
    role: knownText(facts, roleField[kind]),
    purpose: knownText(facts, 'purpose').slice(0, 300),
    computeLow: assessment?.compute?.low ?? null,
    computeLikely: assessment?.compute?.likely ?? null,
    computeHigh: assessment?.compute?.high ?? null,
    weights: kind === 'model' ? publishedState(facts) : ('notApplicable' as const),
    tpp: kind === 'chip' ? (digest?.tpp ?? null) : null,
    performanceDensity: kind === 'chip' ? (digest?.performanceDensity ?? null) : null,
    dataCentre: kind === 'chip' ? yesNoState(facts, 'dataCentreMarketed') : ('notApplicable' as const),
    classification: digest?.classification ?? '',
    openEntry: digest?.openEntry ?? '',
    standing: digest?.standing ?? ('unassessed' as const),
    completeness: recordCompleteness(completenessOf(kind, facts).share, input),
    openQuestions: assessment?.openQuestions ?? 0,
    topEffect: assessment?.topEffect ?? 0,
    nearLimit: digest?.nearLimit ?? false,
    decidedUntil: input.decidedUntil,
    searchText: foldForSearch(
      [
        input.name,
        input.versionLabel,
        input.ownerName,
        input.externalId,
        input.siteName,
        knownText(facts, 'purpose'),
        knownText(facts, 'manufacturer'),
        knownText(facts, 'intendedUse'),
      ].join(' '),
    ).slice(0, 2000),
  };
}

export type AssetState = ReturnType<typeof stateOf>;

function publishedState(facts: Facts): 'published' | 'closed' | 'unknown' {
  const state = yesNoState(facts, 'weightsPublished');
  return state === 'yes' ? 'published' : state === 'no' ? 'closed' : 'unknown';
}

function yesNoState(facts: Facts, field: string): 'yes' | 'no' | 'unknown' {
  const text = knownText(facts, field);
  return text === 'yes' || text === 'no' ? text : 'unknown';
}
