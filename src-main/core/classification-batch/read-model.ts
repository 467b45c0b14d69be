import type { ItemFacts, NumberFact, RelatedModel, SyntheticData, SyntheticGenerator } from '../../../src-shared/model/item-facts.ts';
import { readDistribution } from './describe.ts';
import { countryOf, type FieldReader } from './values.ts';

/** Fields of a model. `trainingOperations` is the total of all stages; `ownTrainingOperations` leaves base models out. */
export function readModel(read: FieldReader): Record<string, unknown> {
  const named = [...(read.namedRows('derivedFrom', 'base_model_facts') ?? []), ...(read.namedRows('mergedFrom') ?? [])];
  const total = read.number('trainingOperations', 'training_operations', 'training_compute_flop') ?? sumOfStages(read);
  const bases = named.length === 0 && total === null && leavesBaseOpen(read) ? [{}] : named;
  return {
    ...publicationOf(read),
    trainingOperations: total,
    ownTrainingOperations: read.number('ownTrainingOperations', 'extraTrainingOperations', 'own_training_operations', 'finetune_flop'),
    parametersTotal: read.number('parametersTotal', 'parameters_total', 'totalParameters', 'parameters'),
    parametersActive: read.number('parametersActive', 'parameters_active', 'activeParameters', 'active_parameters'),
    trainingTokens: tokensOf(read),
    architecture: architectureOf(read.text('architecture')),
    derivedFrom: bases.map((base) => relatedOf(read.inside(base, 'derivedFrom'))),
    syntheticData: syntheticOf(read),
    generalPurpose: read.yesNo('generalPurpose', 'general_purpose'),
    generatesLanguageOrMedia: read.yesNo('generatesLanguageOrMedia'),
    placedOnEuMarket: read.yesNo('placedOnEuMarket', 'placed_on_eu_market'),
    euMarketSince: /^\d{4}-\d{2}-\d{2}/.exec(read.text('euMarketSince', 'placedOnEuMarketOn', 'placedOnEuMarketSince') ?? '')?.[0] ?? null,
    trainedIn: countryOf(read.text('trainedIn', 'trained_in', 'trainingSite')),
    trainedOnControlledChips: read.yesNo('trainedOnControlledChips') ?? chipsOf(read.text('trainedOn', 'trainingHardware')),
    weakerThanBestPublished: read.yesNo('weakerThanBestPublished', 'weakerThanBestPublishedModel', 'weakerThanBestOpenModel'),
  };
}

/** Operations "extra" to something, or own operations beside a base given as not known: there is a base, and no more is said of it. */
function leavesBaseOpen(read: FieldReader): boolean {
  const isNull = (name: string) => read.has(name) && read.raw(name) === null;
  const extra = read.number('extraTrainingOperations', 'finetune_flop');
  return (
    (extra !== null && extra !== undefined) ||
    (isNull('derivedFrom') && read.raw('ownTrainingOperations', 'own_training_operations') !== null)
  );
}

const PUBLISHED_FIELDS = ['weightsPublished', 'weights_published', 'open_weights', 'published'] as const;

/** Publication as yes or no, or in words: "approved researchers only" is no publication, "anyone may download" is one. */
function publicationOf(read: FieldReader): Record<string, unknown> {
  const stated = read.text(...PUBLISHED_FIELDS) ?? '';
  const terms = /\s/.test(stated) ? readDistribution(stated).publicationUnrestricted : undefined;
  return {
    weightsPublished: terms ?? read.yesNo(...PUBLISHED_FIELDS),
    publicationUnrestricted: read.yesNo('publicationUnrestricted') ?? (terms === 'no' ? 'no' : null),
  };
}

/**
 * Tokens seen in training. With more than one pass it is not said whether the figure counts them, so it may be that many times
 * larger; a figure for the data themselves is multiplied.
 */
function tokensOf(read: FieldReader): NumberFact {
  const seen = read.number('trainingTokens', 'training_tokens', 'tokens');
  const passes = read.number('epochs', 'passes');
  if (seen !== null && seen !== undefined)
    return typeof seen === 'number' && typeof passes === 'number' && passes > 1 ? { low: seen, high: seen * passes } : seen;
  const data = read.number('uniqueTokens', 'datasetTokens', 'unique_tokens', 'dataset_tokens');
  if (typeof data !== 'number') return null;
  return typeof passes === 'number' ? data * Math.max(1, passes) : null;
}

const PRE_TRAINING = ['preTrainingOperations', 'pretrainingOperations', 'pre_training_operations'] as const;
const LATER = ['postTrainingOperations', 'post_training_operations', 'laterTrainingOperations'] as const;

/**
 * Total of stages given one by one: a list of all stages, or pre-training and what came later. A stage whose figure is not
 * known, or pre-training alone, gives no total.
 */
function sumOfStages(read: FieldReader): number | null {
  const stages = read.namedRows('trainingStages', 'stages', 'training_stages');
  const figures =
    stages !== null && stages.length > 0
      ? stages.map((stage) => read.inside(stage, 'stages').number('operations', 'trainingOperations', 'ops', 'flop'))
      : [read.number(...PRE_TRAINING), read.number(...LATER)];
  return figures.every((figure) => typeof figure === 'number') ? figures.reduce((sum, figure) => sum + figure, 0) : null;
}

const chipsOf = (text: string | null): 'yes' | null =>
  text !== null && /\b(?:3A090|4A090|\d[A-E]\d{3}\.z)\b/i.test(text) && !/\bnot?\b/i.test(text) ? 'yes' : null;

function architectureOf(text: string | null): ItemFacts['architecture'] {
  if (text === null) return null;
  if (/mixture|moe|sparse expert/i.test(text)) return 'mixtureOfExperts';
  if (/dense|transformer|decoder/i.test(text)) return 'dense';
  return 'other';
}

function relatedOf(read: FieldReader): RelatedModel {
  const name = read.text('name');
  return {
    ...(name === null ? {} : { name }),
    weightsPublished: read.yesNo('published', 'weightsPublished'),
    trainingOperations: read.number('trainingOperations', 'training_operations'),
  };
}

function syntheticOf(read: FieldReader): SyntheticData | null {
  const data = read.namedRows('syntheticData', 'synthetic_data')?.[0];
  const teachers = read.namedRows('distilledFrom');
  if (data === undefined && teachers === null) return null;
  const inner = read.inside(data ?? {}, 'syntheticData');
  const generators = inner.namedRows('generators', 'generator') ?? teachers ?? [];
  return {
    shareOfOperations: inner.number('shareOfOperations', 'share') ?? null,
    dataPublished: inner.yesNo('dataPublished', 'published') ?? null,
    generators: generators.map((generator) => generatorOf(inner.inside(generator, 'generator'), inner)),
  };
}

function generatorOf(read: FieldReader, data: FieldReader): SyntheticGenerator {
  return { ...relatedOf(read), generationOperations: read.number('generationOperations') ?? data.number('generationOperations') ?? null };
}
