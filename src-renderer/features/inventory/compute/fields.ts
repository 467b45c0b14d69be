import type { Facts, FieldValue, SourceKind } from '../../../../src-shared/model/asset-fields.ts';
import type { ComputeEstimate, ComputeMethod } from '../../../../src-shared/model/compute.ts';

/** A figure of a method: the register's field, the estimator's input that it fills, and the unit it is given in. */
export interface ComputeField {
  readonly id: string;
  readonly input: string;
  readonly unit: string;
  readonly max?: number;
}

export const countFields = [
  { id: 'parametersTotal', input: 'count.parameters', unit: '' },
  { id: 'parametersActive', input: 'count.activeParameters', unit: '' },
  { id: 'trainingTokens', input: 'count.dataset', unit: '' },
  { id: 'epochs', input: 'count.epochs', unit: '' },
] as const satisfies readonly ComputeField[];

export const hardwareFields = [
  { id: 'hardwareCount', input: 'hardware.chips', unit: '' },
  { id: 'trainingHours', input: 'hardware.hours', unit: 'h' },
  { id: 'utilisation', input: 'hardware.utilisation', unit: '', max: 1 },
] as const satisfies readonly ComputeField[];

/** Totals that replace or add to the methods: stated by the maker, or the parts of a derived model. */
export const totalFields = [
  { id: 'trainingOperations', input: 'measured', unit: 'FLOP' },
  { id: 'baseModelOperations', input: 'lineage.ancestors', unit: 'FLOP' },
  { id: 'ownTrainingOperations', input: 'lineage.ownReported', unit: 'FLOP' },
] as const satisfies readonly ComputeField[];

export type ComputeFieldId =
  | (typeof countFields)[number]['id']
  | (typeof hardwareFields)[number]['id']
  | (typeof totalFields)[number]['id'];

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

/** Lines that stand for a figure itself; the others carry what the formula adds. */
const figureLines: ReadonlySet<string> = new Set([
  'parametersTakingPart',
  'unitsSeen',
  'chipHours',
  'utilisationDefault',
  'utilisationMfu',
  'utilisationHfu',
  'stated',
]);

/** Factor that an input brings to its method, from the worked lines; `undefined` when it brings none. */
export function factorOf(estimate: ComputeEstimate | undefined, input: string): number | undefined {
  const own = (estimate?.methods ?? [])
    .flatMap((method) => method.lines)
    .find((line) => figureLines.has(line.id) && line.inputs.includes(input));
  return own === undefined || own.factor < 1.005 ? undefined : own.factor;
}

export const methodOf = (estimate: ComputeEstimate | undefined, method: ComputeMethod) =>
  estimate?.methods.find((one) => one.method === method);

/** Whether total parameters are asked for or the active ones as well. */
export function wantsActive(facts: Facts): boolean {
  return textOf(facts, 'architecture') === 'mixtureOfExperts' || facts['parametersActive'] !== undefined;
}

export const isDerived = (facts: Facts): boolean => ['fineTuned', 'distilled', 'merged'].includes(textOf(facts, 'originType') ?? '');
