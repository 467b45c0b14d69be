import type { AssetField } from './types.ts';

const every = ['model', 'dataset', 'chip', 'computer', 'software', 'service', 'technology'] as const;
const codeAndKnowHow = ['software', 'technology'] as const;

/** Fields that every kind of asset has. Name, version, owner, stage and site are columns of the register, not facts. */
export const commonFields: readonly AssetField[] = [
  { id: 'purpose', kinds: every, group: 'identity', type: 'longText', weight: 2, aliases: ['purpose', 'description', 'summary', 'notes', 'what it does'] },
  { id: 'originCountry', kinds: every, group: 'origin', type: 'country', weight: 2, aliases: ['country of origin', 'origin country', 'made in', 'developed in', 'coo'] },
  { id: 'usContentPercent', kinds: every, group: 'origin', type: 'number', unit: '%', min: 0, max: 100, weight: 1, aliases: ['us content', 'us content %', 'us controlled content', 'de minimis %'] },
  { id: 'subjectToEarBasis', kinds: every, group: 'origin', type: 'choice', options: ['usOrigin', 'inUs', 'usContent', 'foreignDirectProduct', 'none'], weight: 1, aliases: ['ear basis', 'subject to ear', 'subject to the ear'] },
  { id: 'datasheet', kinds: every, group: 'identity', type: 'text', weight: 0, aliases: ['datasheet', 'data sheet', 'documentation', 'doc link', 'link'] },
];

/** Fields of software, services, technology and data sets. */
export const otherFields: readonly AssetField[] = [
  { id: 'softwareRole', kinds: ['software'], group: 'identity', type: 'choice', options: ['trainingStack', 'inferenceStack', 'optimisation', 'encryption', 'intrusion', 'geospatial', 'chipDesign', 'application', 'other'], weight: 2, aliases: ['software type', 'category', 'type', 'kind'] },
  { id: 'serviceRole', kinds: ['service'], group: 'identity', type: 'choice', options: ['managedTraining', 'remoteInference', 'cloudRental', 'technicalAssistance', 'consulting', 'support', 'optimisation', 'other'], weight: 2, aliases: ['service type', 'category', 'type', 'kind'] },
  { id: 'technologyRole', kinds: ['technology'], group: 'identity', type: 'choice', options: ['architecture', 'trainingMethod', 'chipDesignFiles', 'fabricationProcess', 'encryptionSource', 'operatingKnowHow', 'other'], weight: 2, aliases: ['technology type', 'category', 'type', 'kind'] },
  { id: 'datasetRole', kinds: ['dataset'], group: 'identity', type: 'choice', options: ['pretraining', 'fineTuning', 'evaluation', 'synthetic', 'sensor', 'other'], weight: 1, aliases: ['dataset type', 'category', 'type', 'kind'] },
  { id: 'codeForm', kinds: codeAndKnowHow, group: 'figures', type: 'choice', options: ['sourceCode', 'objectCode', 'document', 'mixed'], weight: 2, aliases: ['form', 'code form', 'source or object code'] },
  { id: 'published', kinds: ['software', 'technology', 'dataset'], group: 'release', type: 'yesNo', weight: 3, aliases: ['published', 'open source', 'public', 'publicly available', 'open'] },
  { id: 'fundamentalResearch', kinds: ['technology'], group: 'release', type: 'yesNo', weight: 1, aliases: ['fundamental research', 'academic'] },
  { id: 'activity', kinds: codeAndKnowHow, group: 'figures', type: 'multiChoice', options: ['development', 'production', 'use', 'none'], weight: 2, aliases: ['activity', 'for development', 'stage of use', 'dev/prod/use'] },
  { id: 'targetItem', kinds: codeAndKnowHow, group: 'figures', type: 'choice', options: ['3A090.a', '3A090.b', '3A090.c', '4A090.a', '4A090.b', '3A001', '3A001.z', '4A003', '4A003.z', '4E091', '3B001', 'other', 'none'], weight: 2, aliases: ['target item', 'for item', 'target eccn', 'related item'] },
  { id: 'speciallyDesigned', kinds: ['software'], group: 'figures', type: 'yesNo', weight: 2, aliases: ['specially designed', 'special design'] },
  { id: 'performsCryptography', kinds: ['software', 'technology', 'computer', 'model'], group: 'figures', type: 'yesNo', weight: 2, aliases: ['encryption', 'uses encryption', 'cryptography', 'crypto', 'contains encryption'] },
  { id: 'cryptographyPrimary', kinds: ['software', 'technology'], group: 'figures', type: 'yesNo', weight: 1, when: { field: 'performsCryptography', is: ['yes'] }, aliases: ['information security primary', 'encryption primary function'] },
  { id: 'cryptographyAlgorithms', kinds: ['software', 'technology'], group: 'figures', type: 'text', weight: 0, when: { field: 'performsCryptography', is: ['yes'] }, aliases: ['algorithms', 'ciphers', 'cipher'] },
  { id: 'standardCryptography', kinds: ['software', 'technology'], group: 'figures', type: 'yesNo', weight: 1, when: { field: 'performsCryptography', is: ['yes'] }, aliases: ['standard cryptography', 'standard algorithms'] },
  { id: 'massMarket', kinds: ['software', 'computer'], group: 'figures', type: 'yesNo', weight: 1, when: { field: 'performsCryptography', is: ['yes'] }, aliases: ['mass market', 'retail'] },
  { id: 'encryptionNotice', kinds: ['software', 'technology'], group: 'release', type: 'yesNo', weight: 0, when: { field: 'standardCryptography', is: ['no'] }, aliases: ['email notice', 'bis notice', 'encryption notice'] },
  { id: 'intrusionSoftware', kinds: ['software', 'model', 'service'], group: 'figures', type: 'choice', options: ['none', 'generates', 'commandAndControl', 'delivers', 'authorisedUpdates', 'defensive'], weight: 1, aliases: ['intrusion', 'intrusion software', 'offensive security'] },
  { id: 'geospatialTraining', kinds: ['software'], group: 'figures', type: 'yesNo', weight: 0, when: { field: 'softwareRole', is: ['geospatial'] }, aliases: ['geospatial training', 'trains on geospatial imagery'] },
  { id: 'geospatialInterface', kinds: ['software'], group: 'figures', type: 'yesNo', weight: 0, when: { field: 'geospatialTraining', is: ['yes'] }, aliases: ['graphical interface'] },
  { id: 'geospatialNormalisation', kinds: ['software'], group: 'figures', type: 'yesNo', weight: 0, when: { field: 'geospatialTraining', is: ['yes'] }, aliases: ['pixel normalisation', 'pixel normalization'] },
  { id: 'geospatialMatching', kinds: ['software'], group: 'figures', type: 'yesNo', weight: 0, when: { field: 'geospatialTraining', is: ['yes'] }, aliases: ['matches objects'] },
  { id: 'transfersTechnology', kinds: ['service'], group: 'figures', type: 'yesNo', weight: 2, aliases: ['transfers technology', 'transfers weights', 'hands over code', 'technology transfer'] },
  { id: 'computePerUser', kinds: ['service'], group: 'figures', type: 'text', weight: 1, aliases: ['compute per user', 'compute level', 'quota', 'tier'] },
  { id: 'customerCountries', kinds: ['service', 'model'], group: 'reach', type: 'countries', weight: 1, aliases: ['customer countries', 'markets', 'sold to', 'destinations', 'available in'] },
  { id: 'dataSize', kinds: ['dataset'], group: 'figures', type: 'text', weight: 1, aliases: ['size', 'tokens', 'rows', 'dataset size'] },
  { id: 'technicalData', kinds: ['dataset'], group: 'figures', type: 'yesNo', weight: 2, aliases: ['technical data', 'contains technical data', 'controlled technical data'] },
];
