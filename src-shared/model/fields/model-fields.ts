import type { AssetField } from './types.ts';

const kinds = ['model'] as const;

/** Capabilities to ask about whatever the compute (guides' list: weapons, surveillance, code, ...). */
export const capabilityIds = [
  'weaponisation',
  'surveillance',
  'codeGeneration',
  'vulnerabilityDiscovery',
  'autonomousDecisions',
  'drones',
  'criticalInfrastructure',
  'nuclearSimulation',
  'encryption',
] as const;

/** Field id of a capability question: `capDrones`. */
export const capabilityField = (id: (typeof capabilityIds)[number]) => `cap${id.charAt(0).toUpperCase()}${id.slice(1)}`;

const capabilities: readonly AssetField[] = capabilityIds.map((id) => ({
  id: capabilityField(id),
  kinds: ['model', 'software', 'service', 'technology'] as const,
  group: 'capability',
  type: 'yesNo',
  weight: 1,
  aliases: [id.toLowerCase()],
}));

export const modelFields: readonly AssetField[] = [
  { id: 'originType', kinds, group: 'identity', type: 'choice', weight: 2, options: ['trained', 'fineTuned', 'distilled', 'merged', 'bought', 'openWeights', 'apiOnly'], aliases: ['origin', 'model origin', 'provenance', 'how obtained', 'source of model'] },
  { id: 'modalities', kinds, group: 'identity', type: 'multiChoice', weight: 1, options: ['language', 'vision', 'audio', 'video', 'imageGeneration', 'videoGeneration', 'action', 'biology', 'tabular', 'other'], aliases: ['modality', 'domain', 'task', 'input type'] },
  { id: 'architecture', kinds, group: 'compute', type: 'choice', weight: 2, options: ['denseTransformer', 'mixtureOfExperts', 'encoderDecoder', 'diffusion', 'convolutional', 'recurrent', 'stateSpace', 'classical', 'other'], aliases: ['arch', 'model type', 'model architecture', 'network type'] },
  { id: 'parametersTotal', kinds, group: 'compute', type: 'number', unit: 'parameters', min: 1, weight: 3, aliases: ['parameters', 'params', 'parameter count', 'total parameters', '# params', 'model size', 'size', 'n params', 'parameters total'] },
  { id: 'parametersActive', kinds, group: 'compute', type: 'number', unit: 'parameters', min: 1, weight: 2, when: { field: 'architecture', is: ['mixtureOfExperts'] }, aliases: ['active parameters', 'active params', 'activated parameters', 'active', 'params active'] },
  { id: 'trainingTokens', kinds, group: 'compute', type: 'number', unit: 'tokens', min: 1, weight: 3, aliases: ['tokens', 'training tokens', 'dataset size', 'dataset tokens', 'tokens seen', 'training data size', 'num tokens', 'tokens trained'] },
  { id: 'epochs', kinds, group: 'compute', type: 'number', unit: 'passes', min: 0, weight: 0, aliases: ['epoch', 'epochs', 'passes'] },
  { id: 'trainingOperations', kinds, group: 'compute', type: 'number', unit: 'operations', min: 0, weight: 2, aliases: ['training compute', 'compute', 'flop', 'flops', 'training flop', 'training flops', 'training operations', 'total flops', 'training compute (flop)', 'ops'] },
  { id: 'ownTrainingOperations', kinds, group: 'compute', type: 'number', unit: 'operations', min: 0, weight: 1, when: { field: 'originType', is: ['fineTuned', 'distilled', 'merged'] }, aliases: ['fine-tune compute', 'finetune flop', 'own compute', 'added operations', 'fine-tuning flop'] },
  { id: 'baseModelOperations', kinds, group: 'compute', type: 'number', unit: 'operations', min: 0, weight: 1, when: { field: 'originType', is: ['fineTuned', 'distilled', 'merged'] }, aliases: ['base compute', 'base model flop', 'parent compute'] },
  { id: 'baseModelName', kinds, group: 'identity', type: 'text', weight: 1, when: { field: 'originType', is: ['fineTuned', 'distilled', 'merged', 'openWeights'] }, aliases: ['base model', 'parent', 'parent model', 'derived from', 'base'] },
  { id: 'baseWeightsPublished', kinds, group: 'release', type: 'yesNo', weight: 1, when: { field: 'originType', is: ['fineTuned', 'distilled', 'merged', 'openWeights'] }, aliases: ['base open', 'base weights published', 'base model open'] },
  { id: 'fineTuneMethod', kinds, group: 'compute', type: 'choice', options: ['full', 'adapter', 'headOnly', 'reinforcement', 'other'], weight: 0, when: { field: 'originType', is: ['fineTuned'] }, aliases: ['fine-tune method', 'fine tuning method', 'peft', 'lora'] },
  { id: 'hardware', kinds, group: 'compute', type: 'text', weight: 2, aliases: ['gpu', 'gpus', 'accelerator', 'training hardware', 'chips', 'gpu type', 'hardware type', 'chip'] },
  { id: 'hardwareCount', kinds, group: 'compute', type: 'number', unit: 'chips', min: 1, weight: 1, aliases: ['gpu count', 'number of gpus', '# gpus', 'num gpus', 'hardware quantity', 'chip count', 'quantity of chips'] },
  { id: 'trainingHours', kinds, group: 'compute', type: 'number', unit: 'hours', min: 0, weight: 1, aliases: ['hours', 'training time', 'training hours', 'wall hours', 'training time (h)', 'duration hours'] },
  { id: 'utilisation', kinds, group: 'compute', type: 'number', unit: 'share', min: 0, max: 1, weight: 0, aliases: ['mfu', 'utilisation', 'utilization', 'model flops utilisation'] },
  { id: 'numericalFormat', kinds, group: 'compute', type: 'text', weight: 0, aliases: ['precision', 'number format', 'numerical format', 'dtype', 'format'] },
  { id: 'energyKwh', kinds, group: 'compute', type: 'number', unit: 'kWh', min: 0, weight: 0, aliases: ['energy', 'kwh', 'training energy'] },
  { id: 'syntheticShare', kinds, group: 'compute', type: 'number', unit: 'share', min: 0, max: 1, weight: 1, aliases: ['synthetic share', 'synthetic data share', 'share of synthetic data'] },
  { id: 'syntheticDataPublished', kinds, group: 'compute', type: 'yesNo', weight: 0, aliases: ['synthetic data published'] },
  { id: 'generatorWeightsPublished', kinds, group: 'compute', type: 'yesNo', weight: 0, aliases: ['generator weights published', 'teacher open'] },
  { id: 'generatorTrainingOperations', kinds, group: 'compute', type: 'number', unit: 'operations', min: 0, weight: 0, aliases: ['generator compute', 'teacher compute', 'teacher flop'] },
  { id: 'generationOperations', kinds, group: 'compute', type: 'number', unit: 'operations', min: 0, weight: 0, aliases: ['generation compute', 'synthetic data compute'] },
  { id: 'trainedIn', kinds, group: 'origin', type: 'country', weight: 2, aliases: ['training country', 'country', 'trained in', 'training location', 'location', 'where trained'] },
  { id: 'trainingSite', kinds, group: 'origin', type: 'text', weight: 1, aliases: ['training site', 'data centre', 'data center', 'region', 'site of training'] },
  { id: 'cloudProvider', kinds: ['model', 'service', 'computer'], group: 'origin', type: 'text', weight: 1, aliases: ['cloud', 'cloud provider', 'csp', 'provider'] },
  { id: 'cloudProviderCountry', kinds: ['model', 'service', 'computer'], group: 'origin', type: 'country', weight: 1, aliases: ['cloud country', 'provider country', 'cloud provider country'] },
  { id: 'dataOriginUs', kinds: ['model', 'dataset'], group: 'origin', type: 'yesNo', weight: 1, aliases: ['us data', 'us-origin data', 'us training data', 'data from us', 'us origin training data'] },
  { id: 'dataOriginEvidence', kinds: ['model', 'dataset'], group: 'origin', type: 'text', weight: 0, aliases: ['data evidence', 'data provenance', 'evidence of data origin', 'training data'] },
  { id: 'hardwareOrigin', kinds, group: 'origin', type: 'country', weight: 0, aliases: ['hardware origin', 'chip origin', 'hardware country of origin'] },
  { id: 'hardwareOriginEvidence', kinds, group: 'origin', type: 'text', weight: 0, aliases: ['hardware evidence', 'evidence of hardware origin'] },
  { id: 'intendedUse', kinds, group: 'capability', type: 'longText', weight: 2, aliases: ['intended use', 'use case', 'use', 'application', 'intended purpose'] },
  { id: 'conceivableMisuse', kinds, group: 'capability', type: 'multiChoice', options: capabilityIds, weight: 1, aliases: ['misuse', 'risks', 'potential misuse', 'dual use', 'dual-use risks'] },
  { id: 'militaryEndUse', kinds: ['model', 'software', 'service', 'technology', 'chip', 'computer'], group: 'capability', type: 'yesNo', weight: 2, aliases: ['military', 'military end use', 'defence', 'defense use'] },
  ...capabilities,
  { id: 'weightsPublished', kinds, group: 'release', type: 'yesNo', weight: 3, aliases: ['open weights', 'weights published', 'open source', 'weights open', 'open', 'published', 'public weights'] },
  { id: 'publishedWhere', kinds: ['model', 'software', 'technology', 'dataset'], group: 'release', type: 'text', weight: 1, when: { field: 'weightsPublished', is: ['yes'] }, aliases: ['published where', 'repository', 'repo', 'url', 'hf repo', 'model url'] },
  { id: 'redistributionFree', kinds: ['model', 'software', 'technology'], group: 'release', type: 'yesNo', weight: 1, when: { field: 'weightsPublished', is: ['yes'] }, aliases: ['free to redistribute', 'anyone may pass on', 'unrestricted'] },
  { id: 'distribution', kinds: ['model', 'software', 'technology'], group: 'release', type: 'text', weight: 0, aliases: ['distribution', 'licence', 'license', 'terms', 'release terms'] },
  { id: 'placedOnEuMarket', kinds, group: 'release', type: 'yesNo', weight: 2, aliases: ['eu market', 'placed on eu market', 'available in eu', 'eu'] },
  { id: 'waysIn', kinds: ['model', 'service', 'computer', 'dataset', 'technology', 'software'], group: 'reach', type: 'multiChoice', options: ['portal', 'api', 'weights', 'notebook', 'remoteLogin', 'repository', 'onSite'], weight: 2, aliases: ['access', 'access routes', 'ways in', 'how accessed', 'access method', 'interface'] },
  { id: 'reachTeams', kinds: ['model', 'service', 'computer', 'dataset', 'technology', 'software'], group: 'reach', type: 'text', weight: 1, aliases: ['teams', 'who has access', 'access teams', 'users', 'access list', 'groups'] },
  { id: 'reachCountries', kinds: ['model', 'service', 'computer', 'dataset', 'technology', 'software'], group: 'reach', type: 'countries', weight: 2, aliases: ['access countries', 'accessed from', 'countries with access', 'user countries', 'locations with access'] },
  { id: 'reachPeopleCount', kinds: ['model', 'service', 'computer', 'dataset', 'technology', 'software'], group: 'reach', type: 'number', unit: 'people', min: 0, weight: 0, aliases: ['people with access', 'headcount', 'number of users', 'users count'] },
  { id: 'reachForeignNationals', kinds: ['model', 'service', 'computer', 'dataset', 'technology', 'software'], group: 'reach', type: 'yesNo', weight: 1, aliases: ['foreign nationals', 'foreign national access', 'non-us persons'] },
];
