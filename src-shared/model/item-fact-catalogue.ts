import type { ItemType } from './item-facts.ts';

/** What kind of answer a fact takes. `computed` is worked out from others and cannot be answered itself. */
export type FactKind = 'number' | 'yesNo' | 'word' | 'list' | 'rates' | 'computed' | 'computedYesNo';

/** A fact the engine can read or ask for. Ids are those of `ItemFacts`, where the fact is a field of it. */
export interface ItemFactInfo {
  readonly id: string;
  readonly kind: FactKind;
  readonly unit?: string;
  readonly itemTypes: readonly ItemType[];
}

const chips = ['chip'] as const;
const chipsAndMemory = ['chip', 'memory'] as const;
const computers = ['assembly', 'server', 'cluster'] as const;
const models = ['model'] as const;
const code = ['software', 'technology', 'encryptionItem', 'geospatialSoftware', 'intrusionSoftware'] as const;
const hardware = [...chipsAndMemory, ...computers] as const;
const every = [...hardware, ...models, ...code, 'dataset', 'service'] as const;

const number = (itemTypes: readonly ItemType[], unit: string, ...ids: readonly string[]): ItemFactInfo[] =>
  ids.map((id) => ({ id, kind: 'number', unit, itemTypes }));
const of = (kind: Exclude<FactKind, 'number'>, itemTypes: readonly ItemType[], ...ids: readonly string[]): ItemFactInfo[] =>
  ids.map((id) => ({ id, kind, itemTypes }));

/** Every fact the engine knows. A pack that names another one does not load. */
export const itemFactCatalogue: readonly ItemFactInfo[] = [
  ...of('word', every, 'type', 'earBasis', 'origin', 'locatedIn', 'exporterRole', 'declaredClassification'),
  ...of('list', every, 'hostEntries'),
  ...of('yesNo', every, 'published', 'fundamentalResearch', 'foreignDirectProduct', 'destinationUnderEmbargo'),
  ...number(every, '%', 'usContentPercent'),
  ...of('rates', chips, 'peakDense', 'brochure'),
  ...of('yesNo', chips, 'nonPlanarTransistors', 'designedOrMarketedForDatacenter', 'hbmInPackage'),
  ...of('yesNo', chipsAndMemory, 'copackagedWithProcessingLogic'),
  ...of('word', chipsAndMemory, 'dominantFunction', 'packagingSite', 'packagedBy'),
  ...of('word', chips, 'designerAttestation', 'designerStanding'),
  ...number(chips, 'mm²', 'applicableDieAreaMm2'),
  ...number(chipsAndMemory, 'mm²', 'packageAreaMm2'),
  ...number(chipsAndMemory, 'GB/s', 'memoryBandwidthGbS'),
  ...number(chips, 'GB/s', 'interconnectBidirectionalGbS'),
  ...number(chips, 'nm', 'processNodeNm'),
  ...number(chips, 'W', 'tdpW'),
  ...number(chips, 'transistors', 'transistorCount'),
  ...number(chips, 'GFLOPS', 'processorGflops'),
  ...number(chips, 'bits', 'aluBits'),
  ...of('computed', chips, 'tpp', 'peakTeraOps', 'performanceDensity', 'opsPerSecondPerWatt'),
  ...of('computed', chipsAndMemory, 'memoryBandwidthDensity'),
  ...of('word', computers, 'encryptionClassification'),
  ...of('list', computers, 'contains'),
  ...number(computers, 'WT', 'appWt'),
  ...number(computers, 'GB/s per link', 'interconnectPerLinkGbS'),
  ...number(
    models,
    'operations',
    'trainingOperations',
    'ownTrainingOperations',
    'baseTrainingOperations',
    'generatorTrainingOperations',
    'generationOperations',
  ),
  ...number(models, 'parameters', 'parametersTotal', 'parametersActive'),
  ...number(models, 'tokens', 'trainingTokens'),
  ...number(models, 'day', 'euMarketSince'),
  ...number(models, 'share', 'syntheticShareOfOperations'),
  ...of('word', models, 'architecture', 'trainedIn', 'derivedFrom'),
  ...of(
    'yesNo',
    models,
    'weightsPublished',
    'publicationUnrestricted',
    'baseWeightsPublished',
    'generatorWeightsPublished',
    'syntheticDataPublished',
    'generalPurpose',
    'generatesLanguageOrMedia',
    'placedOnEuMarket',
    'trainedOnControlledChips',
    'weakerThanBestPublished',
  ),
  ...of(
    'computed',
    models,
    'totalOperations',
    'baseOperations',
    'extraOperations',
    'extraShareOfBase',
    'extraShareOfTotal',
    'operationsWithGenerator',
  ),
  ...of('word', code, 'form'),
  ...of('list', code, 'servesStages', 'servesEntries', 'algorithms'),
  ...of(
    'yesNo',
    code,
    'speciallyDesigned',
    'vulnerabilityDisclosure',
    'strongCryptography',
    'standardCryptography',
    'informationSecurityFunction',
    'massMarket',
    'selfClassifiedOrClassified',
    'emailNoticeSent',
    'matchingSourcePublished',
    'defeatsInformationSecurity',
    'intrusionPurpose',
    'authorisedUpdatesOnly',
  ),
  ...of(
    'yesNo',
    ['geospatialSoftware', 'software'],
    'trainsOnGeospatialImagery',
    'graphicalInterface',
    'pixelNormalisation',
    'trainsDetector',
    'matchesObjects',
  ),
  ...number(code, 'WT', 'servedAppWt'),
  ...number(['technology'], 'bits', 'coreBits'),
  ...number(['technology'], 'results per cycle', 'vectorCalculationsAtOnce', 'fp64ResultsPerCycle', 'mac16ResultsPerCycle'),
  ...of('yesNo', ['dataset'], 'technicalDataForListedItems'),
  ...of('yesNo', ['service'], 'handsOverItem'),
  ...of(
    'yesNo',
    every,
    'euEndUseOfConcern',
    'euCyberSurveillance',
    'euNationalListOfOther',
    'euInformedByAuthority',
    'interceptionOrMonitoring',
  ),
];

const byId = new Map(itemFactCatalogue.map((info) => [info.id, info]));

/** The fact of that id, or `undefined`. `contains:…` and `capability:…` are families worked out by the engine. */
export const itemFact = (id: string): ItemFactInfo | undefined => byId.get(id);

/** Questions the engine can ask: facts a person can answer, with the kind of answer. */
export const questionsCatalogue: readonly ItemFactInfo[] = itemFactCatalogue.filter(
  (info) => info.kind !== 'computed' && info.kind !== 'computedYesNo',
);
