import type { ItemFacts, RelatedModel, SyntheticData, SyntheticGenerator } from '../../../src-shared/model/item-facts.ts';
import type { FieldReader } from './values.ts';

/** Fields of a model. `trainingOperations` is the total of all stages; `ownTrainingOperations` leaves base models out. */
export function readModel(read: FieldReader): Record<string, unknown> {
  const bases = [...(read.rows('derivedFrom', 'base_model_facts') ?? []), ...(read.rows('mergedFrom') ?? [])];
  return {
    weightsPublished: read.yesNo('weightsPublished', 'weights_published', 'open_weights', 'published'),
    publicationUnrestricted: read.yesNo('publicationUnrestricted'),
    trainingOperations: read.number('trainingOperations', 'training_operations', 'training_compute_flop'),
    ownTrainingOperations: read.number('ownTrainingOperations', 'extraTrainingOperations', 'own_training_operations', 'finetune_flop'),
    parametersTotal: read.number('parametersTotal', 'parameters_total', 'parameters'),
    parametersActive: read.number('parametersActive', 'parameters_active', 'active_parameters'),
    trainingTokens: read.number('trainingTokens', 'training_tokens', 'tokens'),
    architecture: architectureOf(read.text('architecture')),
    derivedFrom: bases.map((base) => relatedOf(read.inside(base, 'derivedFrom'))),
    syntheticData: syntheticOf(read),
    generalPurpose: read.yesNo('generalPurpose', 'general_purpose'),
    generatesLanguageOrMedia: read.yesNo('generatesLanguageOrMedia'),
    placedOnEuMarket: read.yesNo('placedOnEuMarket', 'placed_on_eu_market'),
    euMarketSince: read.text('euMarketSince', 'placedOnEuMarketOn', 'placedOnEuMarketSince'),
    trainedIn: read.text('trainedIn', 'trained_in'),
    trainedOnControlledChips: read.yesNo('trainedOnControlledChips') ?? chipsOf(read.text('trainedOn', 'trainingHardware')),
    weakerThanBestPublished: read.yesNo('weakerThanBestPublished', 'weakerThanBestPublishedModel', 'weakerThanBestOpenModel'),
  };
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
  const data = read.rows('syntheticData', 'synthetic_data')?.[0];
  const teachers = read.rows('distilledFrom');
  if (data === undefined && teachers === null) return null;
  const inner = read.inside(data ?? {}, 'syntheticData');
  const generators = inner.rows('generators', 'generator') ?? teachers ?? [];
  return {
    shareOfOperations: inner.number('shareOfOperations', 'share') ?? null,
    dataPublished: inner.yesNo('dataPublished', 'published') ?? null,
    generators: generators.map((generator) => generatorOf(inner.inside(generator, 'generator'), inner)),
  };
}

function generatorOf(read: FieldReader, data: FieldReader): SyntheticGenerator {
  return { ...relatedOf(read), generationOperations: read.number('generationOperations') ?? data.number('generationOperations') ?? null };
}
