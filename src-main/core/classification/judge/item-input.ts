import { type AssetKind, ContainedPart, type Facts } from '../../../../src-shared/model/asset-fields.ts';
import type { ComputeEstimate } from '../../../../src-shared/model/compute.ts';
import type { ItemFacts } from '../../../../src-shared/model/item-facts.ts';
import { estimateCompute } from '../../../engine/compute/index.ts';
import { withAnswers } from '../facts/answers.ts';
import { type ChipRates, computeInputsOf } from '../facts/compute-inputs.ts';
import { chipFacts, computerFacts, type PartFacts } from '../facts/hardware.ts';
import { modelFacts, type ParentModel } from '../facts/model.ts';
import { otherFacts } from '../facts/other.ts';
import { ownStagesOf } from '../facts/own-stages.ts';

/** Depth to which parts of parts are read, and containers of containers made new when a part changes. */
export const maxSpread = 4;

/** An asset with the facts of one version. Without `id` it is not in the register yet. */
export interface Item {
  readonly id?: string;
  readonly kind: AssetKind;
  readonly name: string;
  readonly facts: Facts;
}

export interface ItemInput {
  readonly facts: ItemFacts;
  readonly estimate: ComputeEstimate | null;
}

/** The assets an item's answer rests on. */
export interface Surroundings {
  /** Models it was derived, distilled or merged from. */
  parents(id: string): readonly ParentModel[];
  /** An asset named as a part, in its current version. */
  part(id: string): Item | undefined;
}

/** Nothing is linked: for items that are not in the register. */
export const noSurroundings: Surroundings = { parents: () => [], part: () => undefined };

/** Turns register facts into what the engine reads, following links to parents and parts. Pure. */
export function inputOf(item: Item, around: Surroundings, rates: ChipRates, depth = 0): ItemInput {
  const input = registerInput(item, around, rates, depth);
  return { ...input, facts: withAnswers(input.facts, item.facts) };
}

function registerInput(item: Item, around: Surroundings, rates: ChipRates, depth: number): ItemInput {
  switch (item.kind) {
    case 'model': {
      const inputs = computeInputsOf(item.facts, rates);
      const estimate = estimateCompute(inputs);
      const whole = estimate.status === 'estimated' ? { low: estimate.low, likely: estimate.likely, high: estimate.high } : null;
      const worked = { whole, stages: ownStagesOf(inputs, estimate) };
      const parents = item.id === undefined ? [] : around.parents(item.id);
      return { facts: modelFacts(item.name, item.facts, [...parents], worked), estimate };
    }
    case 'chip':
      return { facts: chipFacts(item.name, item.facts), estimate: null };
    case 'computer':
      return { facts: computerFacts(item.name, item.facts, partsOf(item.facts, around, rates, depth)), estimate: null };
    default:
      return { facts: otherFacts(item.kind, item.name, item.facts), estimate: null };
  }
}

/** The parts a computer's facts name. */
export function containedParts(facts: Facts): readonly ContainedPart[] {
  const fact = facts['containedParts'];
  const parts = fact?.state === 'known' ? ContainedPart.array().safeParse(fact.value) : undefined;
  return parts?.success === true ? parts.data : [];
}

function partsOf(facts: Facts, around: Surroundings, rates: ChipRates, depth: number): PartFacts[] {
  return containedParts(facts).map((part) => {
    const asset = part.assetId === undefined || depth > maxSpread ? undefined : around.part(part.assetId);
    return { part, item: asset === undefined ? null : inputOf(asset, around, rates, depth + 1).facts };
  });
}
