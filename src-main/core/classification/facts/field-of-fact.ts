import { type AssetKind, assetField, capabilityField, capabilityIds } from '../../../../src-shared/model/asset-fields.ts';

/** Engine facts whose register field has another name. The rest share their name or have no field. */
const fieldByFact: Readonly<Record<string, string>> = {
  peakDense: 'peakDense',
  applicableDieAreaMm2: 'applicableDieArea',
  designedOrMarketedForDatacenter: 'dataCentreMarketed',
  memoryBandwidthGbS: 'memoryBandwidth',
  packageAreaMm2: 'memoryPackageArea',
  interconnectBidirectionalGbS: 'interconnect',
  tdpW: 'thermalDesignPower',
  nonPlanarTransistors: 'nonPlanarProcess',
  hbmInPackage: 'copackagedMemory',
  processNodeNm: 'processNode',
  contains: 'containedParts',
  hostEntries: 'otherEntries',
  appWt: 'adjustedPeakPerformance',
  origin: 'originCountry',
  earBasis: 'subjectToEarBasis',
  strongCryptography: 'performsCryptography',
  informationSecurityFunction: 'cryptographyPrimary',
  algorithms: 'cryptographyAlgorithms',
  emailNoticeSent: 'encryptionNotice',
  intrusionPurpose: 'intrusionSoftware',
  servesStages: 'activity',
  servesEntries: 'targetItem',
  form: 'codeForm',
  handsOverItem: 'transfersTechnology',
  technicalDataForListedItems: 'technicalData',
  trainsOnGeospatialImagery: 'geospatialTraining',
  graphicalInterface: 'geospatialInterface',
  matchesObjects: 'geospatialMatching',
  trainsDetector: 'geospatialMatching',
  generalPurpose: 'modalities',
  generatesLanguageOrMedia: 'modalities',
  derivedFrom: 'baseModelOperations',
  syntheticData: 'syntheticShare',
  syntheticShareOfOperations: 'syntheticShare',
  baseTrainingOperations: 'baseModelOperations',
  publicationUnrestricted: 'redistributionFree',
  pixelNormalisation: 'geospatialNormalisation',
  brochure: 'brochureRate',
};

/** Register field that answers an engine fact for this kind of asset, or `null` where the answer is stored on its own. */
export function fieldOfFact(kind: AssetKind, factId: string): string | null {
  const [head = factId, id] = factId.split(/[.[:]/);
  // The engine asks for `capability:drones`; a trace reads `capabilities.drones`.
  if (head === 'capability' || head === 'capabilities') {
    const capability = capabilityIds.find((known) => known === id);
    if (capability !== undefined) return capabilityField(capability);
    return id === 'militaryEndUse' ? 'militaryEndUse' : null;
  }
  if (head === 'answers') return null;
  const field = assetField(fieldByFact[head] ?? head);
  return field?.kinds.includes(kind) === true ? field.id : null;
}
