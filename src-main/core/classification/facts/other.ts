import type { AssetKind, Facts } from '../../../../src-shared/model/asset-fields.ts';
import type { ItemFacts, ItemType } from '../../../../src-shared/model/item-facts.ts';
import { commonFacts, hostEntries } from './common.ts';
import { intrusionAnswer } from './model.ts';
import { type FactReader, factReader } from './read.ts';

/** Facts of software, technology, services and data sets. */
export function otherFacts(kind: Exclude<AssetKind, 'model' | 'chip' | 'computer'>, name: string, facts: Facts): ItemFacts {
  const read = factReader(facts);
  const common = commonFacts(name, facts, read);
  switch (kind) {
    case 'dataset':
      return { ...common, type: 'dataset', technicalDataForListedItems: read.yesNo('technicalData') };
    case 'service':
      return { ...common, type: 'service', handsOverItem: read.yesNo('transfersTechnology'), intrusionPurpose: intrusionAnswer(read) };
    case 'software':
      return { ...common, ...codeFacts(read), ...hostEntries(read, read.text('encryptionClassification')), type: softwareType(read) };
    case 'technology':
      return { ...common, ...codeFacts(read), type: read.text('technologyRole') === 'encryptionSource' ? 'encryptionItem' : 'technology' };
  }
}

function softwareType(read: FactReader): ItemType {
  switch (read.text('softwareRole')) {
    case 'encryption':
      return 'encryptionItem';
    case 'geospatial':
      return 'geospatialSoftware';
    case 'intrusion':
      return 'intrusionSoftware';
    default:
      return 'software';
  }
}

const formOf: Readonly<Record<string, NonNullable<ItemFacts['form']>>> = {
  sourceCode: 'sourceCode',
  objectCode: 'objectCode',
  document: 'technology',
};
const stages = ['development', 'production', 'use'] as const;

function codeFacts(read: FactReader): Partial<ItemFacts> {
  const form = read.text('codeForm');
  const activity = read.list('activity');
  const target = read.text('targetItem');
  const algorithms = read.text('cryptographyAlgorithms');
  const trains = read.yesNo('geospatialTraining');
  const matching = read.yesNo('geospatialMatching');
  return {
    form: form === null ? null : (formOf[form] ?? 'other'),
    servesStages: activity === null ? null : stages.filter((stage) => activity.includes(stage)),
    servesEntries: target === null || target === 'other' ? null : target === 'none' ? [] : [target],
    speciallyDesigned: read.yesNo('speciallyDesigned'),
    algorithms:
      algorithms === null
        ? null
        : algorithms
            .split(/[,;]/)
            .map((part) => part.trim())
            .filter((part) => part !== ''),
    strongCryptography: read.yesNo('performsCryptography'),
    informationSecurityFunction: read.yesNo('cryptographyPrimary'),
    standardCryptography: read.yesNo('standardCryptography'),
    massMarket: read.yesNo('massMarket'),
    emailNoticeSent: read.yesNo('encryptionNotice'),
    intrusionPurpose: intrusionAnswer(read),
    authorisedUpdatesOnly: read.text('intrusionSoftware') === 'authorisedUpdates' ? 'yes' : null,
    trainsOnGeospatialImagery: trains,
    graphicalInterface: read.yesNo('geospatialInterface'),
    pixelNormalisation: read.yesNo('geospatialNormalisation'),
    trainsDetector: matching,
    matchesObjects: matching,
  };
}
