import { z } from 'zod';

/** A figure: exact, a range, or not known (`null` or absent). Bounds are ordered; `likely` is shown, never used to decide. */
export const FactRange = z
  .strictObject({ low: z.number().nonnegative(), likely: z.number().nonnegative().optional(), high: z.number().nonnegative() })
  .refine((range) => range.low <= range.high, 'The low end lies above the high end');
export type FactRange = z.infer<typeof FactRange>;

export const NumberFact = z.union([z.number().nonnegative(), FactRange]).nullable().optional();
export type NumberFact = z.infer<typeof NumberFact>;

/** `yes`, `no`, or not known (`null` or absent). Not known never counts as no. */
export const YesNoFact = z.enum(['yes', 'no']).nullable().optional();
export type YesNoFact = z.infer<typeof YesNoFact>;

const TextFact = z.string().max(4000).nullable().optional();
/** ISO 3166-1 alpha-2 code. */
const CountryFact = z.string().max(8).nullable().optional();
const ListFact = z.array(z.string().max(200)).max(100).nullable().optional();

export const ItemType = z.enum([
  'chip',
  'assembly',
  'server',
  'cluster',
  'memory',
  'model',
  'software',
  'technology',
  'encryptionItem',
  'geospatialSoftware',
  'intrusionSoftware',
  'dataset',
  'service',
]);
export type ItemType = z.infer<typeof ItemType>;

/** Peak rate of one number format, dense, in 10^12 operations a second; a multiply-accumulate counts as two. */
export const PeakRate = z.strictObject({
  format: z.string().max(40),
  /** Largest width of the inputs to the multiply, in bits; never of the accumulator. */
  bitLength: z.number().positive().max(1024).nullable(),
  denseTeraOpsPerS: NumberFact,
  /** `true`: the figure is said to count skipped zeros; it is shown and never used. */
  sparse: z.boolean().optional(),
});
export type PeakRate = z.infer<typeof PeakRate>;

/** Advertised rate. `sparsity` not known: it may count skipped zeros, so it can only be an upper bound. */
export const BrochureRate = z.strictObject({
  format: z.string().max(40),
  bitLength: z.number().positive().max(1024).nullable().optional(),
  teraOpsPerS: z.number().nonnegative(),
  sparsity: z.boolean().nullable().optional(),
});
export type BrochureRate = z.infer<typeof BrochureRate>;

export const Die = z.strictObject({
  count: z.int().positive().max(10_000).optional(),
  peakDense: z.array(PeakRate).max(40).optional(),
  applicableDieAreaMm2: NumberFact,
  nonPlanarTransistors: YesNoFact,
});
export type Die = z.infer<typeof Die>;

/** Showing by the circuit's designer that it is not a 3A090.a circuit. */
export const DesignerAttestation = z.strictObject({
  given: z.enum(['yes', 'no']),
  /** Standing of the designer; `unknown` where it was not looked up. */
  by: z.enum(['approved', 'authorised', 'applied', 'other', 'unknown']),
});
export type DesignerAttestation = z.infer<typeof DesignerAttestation>;

/** Model whose training or output went into this one. */
export const RelatedModel = z.strictObject({
  name: z.string().max(300).optional(),
  weightsPublished: YesNoFact,
  trainingOperations: NumberFact,
});
export type RelatedModel = z.infer<typeof RelatedModel>;

export const SyntheticGenerator = RelatedModel.extend({ generationOperations: NumberFact });
export type SyntheticGenerator = z.infer<typeof SyntheticGenerator>;

export const SyntheticData = z.strictObject({
  /** Share of the training operations spent on unpublished synthetic data, 0 to 1. */
  shareOfOperations: NumberFact,
  dataPublished: YesNoFact,
  generators: z.array(SyntheticGenerator).max(50),
});
export type SyntheticData = z.infer<typeof SyntheticData>;

const common = {
  type: ItemType,
  id: z.string().max(200).optional(),
  name: z.string().max(300).optional(),
  /** Why the item is or is not subject to the EAR, where somebody has said so. */
  earBasis: z.enum(['usOrigin', 'inUnitedStates', 'foreignDirectProduct', 'deMinimisExceeded', 'notSubject']).nullable().optional(),
  origin: CountryFact,
  locatedIn: CountryFact,
  /** Share of US controlled content by value, in percent. */
  usContentPercent: NumberFact,
  published: YesNoFact,
  fundamentalResearch: YesNoFact,
  /** What the exporter does in the trade of this item. */
  exporterRole: z
    .enum(['frontEndFabricator', 'packagingHouse', 'designer', 'equipmentMaker', 'distributor', 'endUser', 'other'])
    .nullable()
    .optional(),
  /** Classification somebody already gave this item, for example `3A090.a`; used for parts whose figures are not at hand. */
  declaredClassification: TextFact,
  /** Other entries that describe the item apart from its computing power, for example `3A001.a.7`, `5A992.c`: hosts of `.z`. */
  hostEntries: ListFact,
  /** Answers to pack questions that are no field of their own, by fact id. */
  answers: z.record(z.string().max(120), z.union([z.string().max(2000), z.number(), z.null()])).optional(),
  /** Capabilities that matter whatever the compute, by capability id. */
  capabilities: z.record(z.string().max(60), YesNoFact).optional(),
};

const chip = {
  peakDense: z.array(PeakRate).max(60).nullable().optional(),
  brochure: z.array(BrochureRate).max(40).optional(),
  /** Dies of one packaged circuit. They are summed; packages on a board are not. */
  dies: z.array(Die).max(64).optional(),
  applicableDieAreaMm2: NumberFact,
  nonPlanarTransistors: YesNoFact,
  processNodeNm: NumberFact,
  designedOrMarketedForDatacenter: YesNoFact,
  memoryBandwidthGbS: NumberFact,
  /** Package or stack area of memory. */
  packageAreaMm2: NumberFact,
  /** All input and output to other circuits except volatile memory, both directions summed. */
  interconnectBidirectionalGbS: NumberFact,
  tdpW: NumberFact,
  dominantFunction: z.enum(['processing', 'memory', 'controlInterface', 'other']).nullable().optional(),
  copackagedWithProcessingLogic: YesNoFact,
  hbmInPackage: YesNoFact,
  transistorCount: NumberFact,
  designerAttestation: DesignerAttestation.nullable().optional(),
  packagingSite: CountryFact,
  packagedBy: z.enum(['frontEndFabricator', 'approvedPackagingHouse', 'otherPackagingHouse']).nullable().optional(),
  processorGflops: NumberFact,
  aluBits: NumberFact,
};

const model = {
  weightsPublished: YesNoFact,
  /** `no`: what is called published may not be passed on freely, so it is not published in the sense of the law. */
  publicationUnrestricted: YesNoFact,
  /** Operations of all stages of training, generators' work aside. */
  trainingOperations: NumberFact,
  architecture: z.enum(['dense', 'mixtureOfExperts', 'other']).nullable().optional(),
  parametersTotal: NumberFact,
  parametersActive: NumberFact,
  trainingTokens: NumberFact,
  /** Operations of this model's own stages, apart from the models it was built on. */
  ownTrainingOperations: NumberFact,
  derivedFrom: z.array(RelatedModel).max(50).optional(),
  syntheticData: SyntheticData.nullable().optional(),
  generalPurpose: YesNoFact,
  generatesLanguageOrMedia: YesNoFact,
  placedOnEuMarket: YesNoFact,
  /** First day on the EU market, `YYYY-MM-DD`. */
  euMarketSince: z.string().max(10).nullable().optional(),
  trainedIn: CountryFact,
  trainedOnControlledChips: YesNoFact,
  /** Shown to be weaker than the best model with published weights, in one of the ways the note accepts. */
  weakerThanBestPublished: YesNoFact,
};

const softwareAndTechnology = {
  form: z.enum(['sourceCode', 'objectCode', 'hardware', 'technology', 'weights', 'other']).nullable().optional(),
  /** What the software or technology serves, in the words of the entries. */
  servesStages: z
    .array(z.enum(['development', 'production', 'use']))
    .max(3)
    .nullable()
    .optional(),
  /** Entries of the items it serves, for example `4A090.a`; an empty list says: none of the list. */
  servesEntries: ListFact,
  speciallyDesigned: YesNoFact,
  /** Adjusted peak performance of the computer it serves, weighted teraFLOPS. */
  servedAppWt: NumberFact,
  vulnerabilityDisclosure: YesNoFact,
  technicalDataForListedItems: YesNoFact,
  vectorCalculationsAtOnce: NumberFact,
  fp64ResultsPerCycle: NumberFact,
  mac16ResultsPerCycle: NumberFact,
  coreBits: NumberFact,
};

const security = {
  algorithms: ListFact,
  strongCryptography: YesNoFact,
  standardCryptography: YesNoFact,
  informationSecurityFunction: YesNoFact,
  massMarket: YesNoFact,
  selfClassifiedOrClassified: YesNoFact,
  emailNoticeSent: YesNoFact,
  defeatsInformationSecurity: YesNoFact,
  intrusionPurpose: YesNoFact,
  authorisedUpdatesOnly: YesNoFact,
  trainsOnGeospatialImagery: YesNoFact,
  graphicalInterface: YesNoFact,
  pixelNormalisation: YesNoFact,
  trainsDetector: YesNoFact,
  matchesObjects: YesNoFact,
  handsOverItem: YesNoFact,
};

const computer = {
  /** Adjusted peak performance, weighted teraFLOPS. Another metric than TPP. */
  appWt: NumberFact,
  interconnectPerLinkGbS: NumberFact,
  encryptionClassification: TextFact,
};

/**
 * What is known about one item. Absent and `null` both mean "not known"; nothing is ever read as "no" for being absent.
 * One open shape for every type keeps the adapters plain; a pack reads only the facts that belong to the type it judges.
 */
const base = z.strictObject({ ...common, ...chip, ...model, ...softwareAndTechnology, ...security, ...computer });

export interface ContainedItem {
  readonly count: number;
  readonly item: ItemFacts;
}

export type ItemFacts = z.infer<typeof base> & { readonly contains?: readonly ContainedItem[] | null | undefined };

/** Checks facts from outside. Contained items nest; a depth of eight is refused by `MAX_NESTING` in the engine's reader. */
export const ItemFacts: z.ZodType<ItemFacts> = base.extend({
  get contains() {
    return z
      .array(z.strictObject({ count: z.int().positive().max(100_000_000), item: ItemFacts }))
      .max(2000)
      .nullable()
      .optional();
  },
});
