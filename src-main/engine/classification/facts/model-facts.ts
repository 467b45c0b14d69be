import type { ItemFacts, RelatedModel, SyntheticGenerator } from '../../../../src-shared/model/item-facts.ts';
import { type FactValue, notApplicable, showNumber, unknownFact, wordFact } from '../../rules/fact-value.ts';
import { add, divide, type Interval, intervalOf, isExact, larger, multiply, scale, toFact } from './interval.ts';

interface Worked {
  readonly value: Interval;
  readonly arithmetic?: string;
}

const open = (...missing: readonly string[]): Interval => ({ low: 0, high: Number.POSITIVE_INFINITY, missing, read: missing });
const known = (fact: ItemFacts['trainingTokens']): boolean => fact !== null && fact !== undefined;

/**
 * Operations of all training stages of the model, those of the models it was built on included.
 *
 * Unit: operations. A stated total wins; else own plus base; else six times parameters times tokens, with the active
 * parameters of a mixture of experts. What is not known leaves a range, never a guess.
 */
export function totalOperations(item: ItemFacts): FactValue {
  const worked = total(item);
  return toFact(worked.value, worked.arithmetic);
}

function total(item: ItemFacts): Worked {
  if (known(item.trainingOperations)) return { value: intervalOf(item.trainingOperations, 'trainingOperations') };
  const bases = item.derivedFrom ?? [];
  const own = ownStages(item);
  if (bases.length === 0) return own;
  const base = baseOperationsOf(bases);
  const value = add(own.value, base);
  return isExact(value)
    ? { value, arithmetic: `${showNumber(own.value.low)} + ${showNumber(base.low)} = ${showNumber(value.low)}` }
    : { value };
}

function ownStages(item: ItemFacts): Worked {
  if (known(item.ownTrainingOperations)) return { value: intervalOf(item.ownTrainingOperations, 'ownTrainingOperations') };
  const size = parametersAtWork(item);
  if (size === undefined) return { value: open('trainingOperations') };
  const tokens = intervalOf(item.trainingTokens, 'trainingTokens');
  if (!known(item.trainingTokens))
    return {
      value: open(
        'trainingTokens',
        'trainingOperations',
        ...(known(item.parametersTotal) || known(item.parametersActive) ? [] : ['parametersTotal']),
      ),
    };
  if (!Number.isFinite(size.high)) return { value: open(...size.missing, 'trainingOperations') };
  const value = scale(multiply(size, tokens), 6);
  return isExact(value)
    ? { value, arithmetic: `6 × ${showNumber(size.low)} × ${showNumber(tokens.low)} = ${showNumber(value.low)}` }
    : { value };
}

/** Parameters that take part in each token. `undefined` where the count of operations does not follow from size and tokens. */
function parametersAtWork(item: ItemFacts): Interval | undefined {
  if (item.architecture === 'other') return undefined;
  if (known(item.parametersActive)) return intervalOf(item.parametersActive, 'parametersActive');
  const all = intervalOf(item.parametersTotal, 'parametersTotal');
  if (item.architecture === 'dense') return all;
  const asked = item.architecture === 'mixtureOfExperts' ? 'parametersActive' : 'architecture';
  return {
    low: 0,
    high: all.high,
    missing: Number.isFinite(all.high) ? [asked] : ['parametersTotal', asked],
    read: ['parametersTotal', asked],
  };
}

const baseOperationsOf = (bases: readonly RelatedModel[]): Interval =>
  bases.map((base) => intervalOf(base.trainingOperations, 'baseTrainingOperations')).reduce(add);

/** Operations of the models this one was built on. */
export const baseOperations = (item: ItemFacts): FactValue => {
  const bases = item.derivedFrom ?? [];
  return bases.length === 0 ? notApplicable('derivedFrom') : toFact(baseOperationsOf(bases));
};

/** Operations added on top of the base models. */
export const extraOperations = (item: ItemFacts): FactValue => {
  const extra = extraOf(item);
  return extra === undefined ? notApplicable('derivedFrom') : toFact(extra);
};

function extraOf(item: ItemFacts): Interval | undefined {
  const bases = item.derivedFrom ?? [];
  if (bases.length === 0) return undefined;
  if (known(item.ownTrainingOperations)) return intervalOf(item.ownTrainingOperations, 'ownTrainingOperations');
  const base = baseOperationsOf(bases);
  if (!known(item.trainingOperations)) return ownStages(item).value;
  const whole = intervalOf(item.trainingOperations, 'trainingOperations');
  if (!Number.isFinite(base.high))
    return { low: 0, high: whole.high, missing: ['ownTrainingOperations'], read: ['trainingOperations', 'ownTrainingOperations'] };
  return {
    low: Math.max(0, whole.low - base.high),
    high: Math.max(0, whole.high - base.low),
    missing: [],
    read: ['trainingOperations', 'baseTrainingOperations'],
  };
}

/** Added operations as a share of the base models' operations. */
export function extraShareOfBase(item: ItemFacts): FactValue {
  const extra = extraOf(item);
  if (extra === undefined) return notApplicable('derivedFrom');
  const base = baseOperationsOf(item.derivedFrom ?? []);
  return shareFact(extra, base, divide(extra, base));
}

/** Added operations as a share of all operations, the added ones included. */
export function extraShareOfTotal(item: ItemFacts): FactValue {
  const extra = extraOf(item);
  if (extra === undefined) return notApplicable('derivedFrom');
  if (known(item.trainingOperations)) {
    const whole = intervalOf(item.trainingOperations, 'trainingOperations');
    return shareFact(extra, whole, divide(extra, whole));
  }
  const base = baseOperationsOf(item.derivedFrom ?? []);
  const share = (part: number, rest: number) => (part === 0 ? 0 : Number.isFinite(part) ? part / (part + rest) : 1);
  const value: Interval = { ...add(extra, base), likely: undefined, low: share(extra.low, base.high), high: share(extra.high, base.low) };
  return shareFact(extra, add(extra, base), value);
}

const shareFact = (part: Interval, whole: Interval, share: Interval): FactValue =>
  toFact(
    share,
    isExact(part) && isExact(whole) ? `${showNumber(part.low)} ÷ ${showNumber(whole.low)} = ${showNumber(share.low)}` : undefined,
  );

/** Whether every model this one was built on has published weights. "No" where it was built on none. */
export function baseWeightsPublished(item: ItemFacts): FactValue {
  const bases = item.derivedFrom ?? [];
  if (bases.length === 0) return wordFact('no', 'derivedFrom');
  if (bases.some((base) => base.weightsPublished === 'no')) return wordFact('no', 'baseWeightsPublished');
  return bases.every((base) => base.weightsPublished === 'yes')
    ? wordFact('yes', 'baseWeightsPublished')
    : unknownFact('baseWeightsPublished');
}

/** Own and base operations plus the work of the model that generated synthetic data; only the largest generator counts. */
export function operationsWithGenerator(item: ItemFacts): FactValue {
  const own = total(item);
  const generators = item.syntheticData?.generators ?? [];
  if (item.syntheticData === null || item.syntheticData === undefined) return toFact(own.value, own.arithmetic);
  const contribution = generators.length === 0 ? open('generationOperations') : generators.map(contributionOf).reduce(larger);
  const value = add(own.value, contribution);
  return toFact(
    value,
    isExact(value) ? `${showNumber(own.value.low)} + ${showNumber(contribution.low)} = ${showNumber(value.low)}` : undefined,
  );
}

/** Its generation work, and its own training too unless its weights are published. */
function contributionOf(generator: SyntheticGenerator): Interval {
  const generation = intervalOf(generator.generationOperations, 'generationOperations');
  if (generator.weightsPublished === 'yes') return generation;
  const training = intervalOf(generator.trainingOperations, 'generatorTrainingOperations');
  if (generator.weightsPublished === 'no') return add(generation, training);
  const asked = ['generatorWeightsPublished', ...training.missing];
  return add(generation, { ...training, low: 0, likely: undefined, missing: asked, read: [...training.read, 'generatorWeightsPublished'] });
}

/** Share of the training operations spent on data another model generated. */
export const syntheticShare = (item: ItemFacts): FactValue =>
  item.syntheticData === null || item.syntheticData === undefined
    ? notApplicable('syntheticShareOfOperations')
    : toFact(intervalOf(item.syntheticData.shareOfOperations, 'syntheticShareOfOperations'));

export const syntheticDataPublished = (item: ItemFacts): FactValue => {
  if (item.syntheticData === null || item.syntheticData === undefined) return notApplicable('syntheticDataPublished');
  const published = item.syntheticData.dataPublished;
  return published === null || published === undefined
    ? unknownFact('syntheticDataPublished')
    : wordFact(published, 'syntheticDataPublished');
};

/** Published in the sense of the law: open to the public, and free to pass on. */
export function modelPublished(item: ItemFacts): FactValue {
  const stated = item.weightsPublished ?? item.published;
  if (item.publicationUnrestricted === 'no') return wordFact('no', 'weightsPublished', 'publicationUnrestricted');
  return stated === null || stated === undefined ? unknownFact('weightsPublished') : wordFact(stated, 'weightsPublished');
}
