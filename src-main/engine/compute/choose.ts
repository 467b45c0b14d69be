import type { ComputeMessage, MethodResult, OpsRange } from '../../../src-shared/model/compute.ts';
import type { ModelDomain } from '../../../src-shared/model/compute-inputs.ts';
import { type MethodRefusal, note, warning } from './method.ts';
import { cover } from './range.ts';

/** What the methods that answered add up to. */
export interface Choice {
  readonly chosen: MethodResult;
  readonly range: OpsRange;
  /** Methods in the order given, with the ones that were set aside marked. */
  readonly methods: readonly MethodResult[];
  readonly ratio: number | undefined;
  readonly warnings: readonly ComputeMessage[];
}

/** Utilisation behind the hardware figure, to judge whether the operation count fits the machines. */
export interface HardwareBasis {
  readonly utilisation: number;
  readonly isReported: boolean;
  /** Factor by which chip-hours may be larger than said. */
  readonly chipTimeUp: number;
}

/** Point value first: what the maker measured, then counting, then hardware, then the indirect routes. */
const order = ['measured', 'reportedOwn', 'adapter', 'operationCount', 'hardwareTime', 'energy', 'cost'] as const;
const disagreement = 3;
/** No published run keeps more than three quarters of peak; a count that needs more counts parameters or data that did not take part. */
const highestUtilisation = 0.75;
/** A quarter of the low end of the usual range: below it the data figure leaves out epochs, or counts something other than tokens. */
const lowestUtilisation = 0.05;
/** A hundred times under the usual: the two figures cannot be about the same quantity, so the count does not widen the range. */
const unrelatedUtilisation = 0.0035;

/**
 * Takes the point value and the range from the methods that answered.
 *
 * Counting gives the point where counting and hardware both exist, since utilisation is uncertain; the range covers both.
 * Hardware gives it instead where the count cannot be true of the machines: it would need more than 75 % of peak, less
 * than 5 %, or is three times off a reported utilisation.
 * Source: estimation notes, section 1.3.
 */
export function choose(results: readonly MethodResult[], basis: HardwareBasis | undefined): Choice | undefined {
  const judged = judgeCount(results, basis);
  const usable = judged.methods.filter((method) => !method.excluded);
  const chosen = order.map((name) => usable.find((method) => method.method === name)).find((method) => method !== undefined);
  if (chosen === undefined) return undefined;

  const point = judged.preferHardware ? (usable.find((method) => method.method === 'hardwareTime') ?? chosen) : chosen;
  const ratio = ratioOf(usable);
  const warnings = [...judged.warnings];
  const far = ratio !== undefined && ratio > disagreement && judged.warnings.length === 0;
  if (far) warnings.push(warning('methodsDisagree', { ratio, methods: usable.map((method) => method.method).join(', ') }));
  return { chosen: point, range: cover(usable, point.likely), methods: judged.methods, ratio: ratioOf(judged.methods), warnings };
}

interface Judgement {
  readonly methods: readonly MethodResult[];
  readonly preferHardware: boolean;
  readonly warnings: readonly ComputeMessage[];
}

function judgeCount(results: readonly MethodResult[], basis: HardwareBasis | undefined): Judgement {
  const count = results.find((one) => one.method === 'operationCount');
  const hardware = results.find((one) => one.method === 'hardwareTime');
  const asGiven = { methods: results, preferHardware: false, warnings: [] };
  if (count === undefined || hardware === undefined || basis === undefined || hardware.likely <= 0) return asGiven;

  const ratio = count.likely / hardware.likely;
  const implied = basis.utilisation * ratio;
  const params = { implied, count: count.likely, hardware: hardware.likely };
  const without = (code: string): readonly MethodResult[] =>
    results.map((one) => (one === count ? { ...one, excluded: true, excludedBecause: code } : one));

  if (implied > highestUtilisation * basis.chipTimeUp)
    return { methods: without('countExceedsHardware'), preferHardware: true, warnings: [warning('countExceedsHardware', params)] };
  if (implied < unrelatedUtilisation)
    return { methods: without('countUnrelatedToHardware'), preferHardware: true, warnings: [warning('countUnrelatedToHardware', params)] };
  if (implied < lowestUtilisation) return { methods: results, preferHardware: true, warnings: [warning('countFarBelowHardware', params)] };
  const isFar = Math.max(ratio, 1 / ratio) > disagreement;
  if (isFar && basis.isReported)
    return {
      methods: results,
      preferHardware: true,
      warnings: [warning('countOffReportedUtilisation', { ...params, ratio: Math.max(ratio, 1 / ratio) })],
    };
  return asGiven;
}

function ratioOf(methods: readonly MethodResult[]): number | undefined {
  const likely = methods.filter((method) => method.method !== 'reportedOwn' && method.likely > 0).map((method) => method.likely);
  return likely.length < 2 ? undefined : Math.max(...likely) / Math.min(...likely);
}

/**
 * Sets aside the hardware route for agents trained in games when nobody reported a utilisation: simulators and rollouts keep
 * the chips waiting, so chip-hours say little about operations.
 *
 * Source: estimation notes, section 1.5.
 */
export function isMostlySimulation(domains: readonly ModelDomain[], basis: HardwareBasis | undefined): boolean {
  return domains.includes('games') && !domains.includes('language') && basis?.isReported !== true;
}

/** Note that a method was tried and could not answer, so that its silence is visible. */
export const methodRefused = (method: string, refusal: MethodRefusal): ComputeMessage =>
  note('methodRefused', { ...refusal.params, method, reason: refusal.code });
