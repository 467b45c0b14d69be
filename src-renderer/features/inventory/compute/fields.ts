import type { Facts, FieldValue, SourceKind } from '../../../../src-shared/model/asset-fields.ts';
import type { ComputeEstimate, ComputeMethod } from '../../../../src-shared/model/compute.ts';

/** A figure of a method: the register's field, the estimator's input that it fills, and how it is written. */
export interface ComputeField {
  readonly id: string;
  readonly input: string;
  /** Shown inside the field. */
  readonly unit: string;
  readonly min?: number;
  readonly max?: number;
  /** A plausible figure, shown while the field is empty. */
  readonly example?: string;
}

const sideFields = [
  { id: 'encoderParameters', input: 'count.encoder.parameters', unit: '', example: '220M' },
  { id: 'encoderTokens', input: 'count.encoder.units', unit: '', example: '800B' },
  { id: 'decoderParameters', input: 'count.decoder.parameters', unit: '', example: '220M' },
  { id: 'decoderTokens', input: 'count.decoder.units', unit: '', example: '200B' },
] as const satisfies readonly ComputeField[];

const parameterFields = [
  { id: 'parametersTotal', input: 'count.parameters', unit: '', example: '70B' },
  { id: 'parametersActive', input: 'count.activeParameters', unit: '', example: '37B' },
] as const satisfies readonly ComputeField[];

const forwardField = { id: 'forwardOperations', input: 'count.forwardOpsPerUnit', unit: 'FLOP', example: '4e9' } as const;
const tokensField = { id: 'trainingTokens', input: 'count.dataset', unit: '', example: '15T' } as const;
const otherDataFields = [
  { id: 'trainingExamples', input: 'count.dataset', unit: '', example: '400M' },
  { id: 'unitsPerExample', input: 'count.unitsPerExample', unit: '', example: '256' },
] as const satisfies readonly ComputeField[];
const epochsField = { id: 'epochs', input: 'count.epochs', unit: '', example: '1' } as const;

const reusesWeights: ReadonlySet<string> = new Set(['convolutional', 'diffusion']);
/** Units that stand for many tokens or patches each. */
const holdsSeveral: ReadonlySet<string> = new Set(['images', 'examples', 'pixels']);

/** Whether the data is likely counted in something other than tokens. */
export function wantsOtherUnits(facts: Facts): boolean {
  if (reusesWeights.has(textOf(facts, 'architecture') ?? '')) return true;
  const modalities = facts['modalities']?.state === 'known' ? facts['modalities'].value : [];
  const isElse = Array.isArray(modalities) && modalities.length > 0 && !modalities.some((one) => one === 'language');
  return isElse || facts['trainingExamples'] !== undefined;
}

/** The figures of the operation count that this network needs. */
export function countFieldsFor(facts: Facts): readonly ComputeField[] {
  const architecture = textOf(facts, 'architecture') ?? '';
  if (architecture === 'encoderDecoder') return [...sideFields, epochsField];
  const [total, active] = parameterFields;
  const several = holdsSeveral.has(textOf(facts, 'trainingUnit') ?? '') || facts['unitsPerExample'] !== undefined;
  const [examples, each] = otherDataFields;
  return [
    total,
    ...(wantsActive(facts) ? [active] : []),
    ...(reusesWeights.has(architecture) || facts['forwardOperations'] !== undefined ? [forwardField] : []),
    tokensField,
    ...(wantsOtherUnits(facts) ? [examples, ...(several ? [each] : [])] : []),
    epochsField,
  ];
}

export const countFieldIds: readonly string[] = [
  ...[...sideFields, ...parameterFields, forwardField, tokensField, ...otherDataFields, epochsField].map((field) => field.id),
  'trainingUnit',
];

export const hardwareFields = [
  { id: 'hardwareCount', input: 'hardware.chips', unit: '', example: '4,096' },
  { id: 'trainingHours', input: 'hardware.hours', unit: 'h', example: '1,980' },
  { id: 'utilisation', input: 'hardware.utilisation', unit: '', max: 1, example: '0.35' },
] as const satisfies readonly ComputeField[];

/** Totals that replace or add to the methods: stated by the maker, or the parts of a derived model. */
export const totalFields = [
  { id: 'trainingOperations', input: 'measured', unit: 'FLOP', example: '3.8e25' },
  { id: 'baseModelOperations', input: 'lineage.ancestors', unit: 'FLOP', example: '3.8e25' },
  { id: 'ownTrainingOperations', input: 'lineage.ownReported', unit: 'FLOP', example: '2e21' },
] as const satisfies readonly ComputeField[];

export const formats = ['bf16', 'fp16', 'fp8', 'fp4', 'tf32', 'fp32'] as const;

export const numberOf = (facts: Facts, id: string): number | null => {
  const fact = facts[id];
  return fact?.state === 'known' && typeof fact.value === 'object' && !Array.isArray(fact.value) ? fact.value.value : null;
};

export const textOf = (facts: Facts, id: string): string | null => {
  const fact = facts[id];
  return fact?.state === 'known' && typeof fact.value === 'string' && fact.value !== '' ? fact.value : null;
};

/** A value that somebody typed; it keeps the source the field had, since most edits correct a digit. */
export function typedFact(value: number | string, before: FieldValue | undefined, sourceKind: SourceKind = 'stated'): FieldValue {
  const kept =
    before?.state === 'known'
      ? { sourceKind: before.sourceKind ?? sourceKind, ...(before.source === undefined ? {} : { source: before.source }) }
      : { sourceKind };
  return { state: 'known', value: typeof value === 'number' ? { value } : value, ...kept };
}

/** Factor that an input brings to its method; `undefined` when it is exact, or was not entered. */
export function factorOf(estimate: ComputeEstimate | undefined, input: string): number | undefined {
  const figure = estimate?.figures.find((one) => one.input === input);
  return figure === undefined || figure.factor < 1.005 ? undefined : figure.factor;
}

export const methodOf = (estimate: ComputeEstimate | undefined, method: ComputeMethod) =>
  estimate?.methods.find((one) => one.method === method);

/** Whether total parameters are asked for or the active ones as well. */
export function wantsActive(facts: Facts): boolean {
  return textOf(facts, 'architecture') === 'mixtureOfExperts' || facts['parametersActive'] !== undefined;
}

export const isDerived = (facts: Facts): boolean => ['fineTuned', 'distilled', 'merged'].includes(textOf(facts, 'originType') ?? '');
