import type { ComputeEstimate, ComputePart, OpsRange } from '../../../../src-shared/model/compute.ts';
import type { ComputeInputs } from '../../../../src-shared/model/compute-inputs.ts';
import { addRanges } from '../../../engine/compute/index.ts';

/** What the estimator adds to the rules' own count of parameters and tokens. Ranges are operations, without any base model. */
export interface OwnStages {
  /** The training run itself; `null` when no method answered. */
  readonly run: OpsRange | null;
  /** The rules' own count covers the run: no correction is on, and all weights were trained. */
  readonly isPlainCount: boolean;
  /** Later training of the same weights; `null` where none was entered. */
  readonly reinforcement: OpsRange | null;
  /** Inference of other models that made the training data, which some rules count and others do not. */
  readonly generation: OpsRange | null;
  /** A stage was entered without all its figures, so that the whole has no upper end. */
  readonly isIncomplete: boolean;
}

/** Takes the stages of a version apart. Pure. */
export function ownStagesOf(inputs: ComputeInputs, estimate: ComputeEstimate): OwnStages {
  const parts = estimate.parts.filter((part) => part.excludedBecause === undefined);
  const of = (...ids: readonly ComputePart['id'][]) =>
    parts.filter((part) => ids.includes(part.id)).flatMap((part) => (part.range === null ? [] : [part.range]));
  const run = of('own')[0] ?? null;
  const reinforcement = of('reinforcement')[0] ?? null;
  const generation = of('syntheticData', 'teacher');
  const isReinforcedOnly = run === null && reinforcement !== null && inputs.lineage !== undefined && !hasRun(inputs);
  return {
    run: isReinforcedOnly ? addRanges([]) : run,
    isPlainCount: inputs.adapter === undefined && inputs.count?.attention?.on !== true && inputs.count?.embedding?.on !== true,
    reinforcement,
    generation: generation.length === 0 ? null : addRanges(generation),
    isIncomplete: parts.some((part) => part.refusal !== undefined),
  };
}

const hasRun = ({ measured, count, hardware, energy, cost, adapter, lineage }: ComputeInputs): boolean =>
  [measured, count, hardware, energy, cost, adapter, lineage?.ownReported].some((section) => section !== undefined);

/** Whether the version says anything that the rules' own count would leave out. */
export const hasFurtherStages = (stages: OwnStages): boolean =>
  !stages.isPlainCount || stages.isIncomplete || stages.reinforcement !== null || stages.generation !== null;

/**
 * Run and further stages together. Generation counts at the likely value and the high end only: whether it belongs to the
 * training differs from rule to rule, and the range holds both readings.
 */
export function addStages(run: OpsRange, { reinforcement, generation }: OwnStages): OpsRange {
  const whole = addRanges([run, ...(reinforcement === null ? [] : [reinforcement])]);
  return generation === null ? whole : { ...addRanges([whole, generation]), low: whole.low };
}
