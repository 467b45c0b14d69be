import type { LimitOrigin } from '../../../src-shared/contract/compute.ts';
import type { ComputeThreshold } from '../../../src-shared/model/compute.ts';
import type { ChipLimit, ChipQuantity, ChipTier } from '../../../src-shared/model/compute-chip.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { Compare, Expression } from '../../../src-shared/model/rule-expression.ts';
import type { PackEntry, RulePack } from '../../../src-shared/model/rule-pack.ts';
import { enforcementOn, statusOn } from '../../engine/classification/status.ts';
import { valueOn, versionOn } from '../../engine/rules/dated.ts';

type Sourced<T> = T & { readonly origin: LimitOrigin };

export interface PackLimits {
  readonly thresholds: readonly Sourced<ComputeThreshold>[];
  readonly limits: readonly Sourced<ChipLimit>[];
  readonly tiers: readonly Sourced<ChipTier>[];
}

/** Facts of the rules that are a model's whole training compute. */
const trainingFacts: ReadonlySet<string> = new Set([
  'countedOperations',
  'totalOperations',
  'operationsWithGenerator',
  'trainingOperations',
]);

/** Facts of the rules that the chip calculator works out. */
const chipFacts: Readonly<Record<string, ChipQuantity>> = {
  tpp: 'tpp',
  performanceDensity: 'performanceDensity',
  memoryBandwidthDensity: 'memoryBandwidthDensity',
  opsPerSecondPerWatt: 'opsPerSecondPerWatt',
  peakTeraOps: 'peakTeraOps',
  memoryBandwidthGbS: 'memoryBandwidth',
  interconnectBidirectionalGbS: 'interconnect',
};

/**
 * Numbers of the packs that stand on a day and that the estimator and the chip calculator can be held against: training
 * compute, single chip limits, and paragraphs made of chip limits alone. A paragraph that asks for anything else as well is
 * left to the classification, which reads all its conditions.
 */
export function limitsOn(packs: readonly RulePack[], on: IsoDate): PackLimits {
  const thresholds: Sourced<ComputeThreshold>[] = [];
  const limits: Sourced<ChipLimit>[] = [];
  const tiers: Sourced<ChipTier>[] = [];
  for (const pack of packs) {
    for (const entry of pack.entries) {
      const version = versionOn(entry.versions, on);
      const status = statusOn(entry, pack.manifest.coverage, on);
      if (version === undefined || status.kind === 'notApplied') continue;
      for (const limb of version.limbs) {
        const id = `${pack.manifest.id}:${entry.id}:${limb.id}`;
        const origin = originOf(pack, entry, limb, status.textStatus, on);
        const compared = comparisonsIn(limb.when).flatMap((leaf) => boundsOf(leaf, pack, on));
        thresholds.push(...compared.flatMap((bound, index) => thresholdOf(bound, index === 0 ? id : `${id}:${index}`, origin)));
        const leaves = conjunction(limb.when);
        if (leaves === undefined) continue;
        const bounds = leaves.flatMap((leaf) => boundsOf(leaf, pack, on));
        const chip = bounds.flatMap((bound) => chipBound(bound));
        if (chip.length === 0 || chip.length !== bounds.length || leaves.some((leaf) => chipFacts[leaf.fact] === undefined)) continue;
        tiers.push({ id, origin, conditions: conditionsOf(chip) });
        limits.push(
          ...chip.map(({ quantity, bound }, index) => ({ id: `${id}:${bound.edge}${index}`, quantity, limit: bound.value, origin })),
        );
      }
    }
  }
  return { thresholds, limits, tiers };
}

interface Bound {
  readonly fact: string;
  readonly edge: 'atLeast' | 'above' | 'below';
  readonly value: number;
  readonly unit: string;
}

/** Comparisons that must all hold; `undefined` where the limb is anything else. */
function conjunction(when: Expression): readonly Compare[] | undefined {
  const parts = 'all' in when ? when.all : [when];
  const leaves = parts.filter(isCompare);
  return leaves.length === parts.length ? leaves : undefined;
}

/** Every comparison that speaks for the limb, whatever else it asks; what stands under `not` does not. */
function comparisonsIn(when: Expression): readonly Compare[] {
  if (isCompare(when)) return [when];
  if ('all' in when) return when.all.flatMap(comparisonsIn);
  return 'any' in when ? when.any.flatMap(comparisonsIn) : [];
}

function isCompare(part: Expression): part is Compare {
  return 'fact' in part && ('atLeast' in part || 'above' in part || 'below' in part || 'atMost' in part);
}

function boundsOf(leaf: Compare, pack: RulePack, on: IsoDate): readonly Bound[] {
  const edges = [
    ['atLeast', leaf.atLeast],
    ['above', leaf.above],
    ['below', leaf.below],
  ] as const;
  return edges.flatMap(([edge, name]): Bound[] => {
    const parameter = name === undefined ? undefined : pack.parameters.find((one) => one.id === name);
    const value = parameter === undefined ? undefined : valueOn(parameter.id, parameter.history, on);
    return parameter === undefined || value?.ok !== true ? [] : [{ fact: leaf.fact, edge, value: value.value.value, unit: parameter.unit }];
  });
}

function thresholdOf(bound: Bound, id: string, origin: LimitOrigin): readonly Sourced<ComputeThreshold>[] {
  if (!trainingFacts.has(bound.fact) || bound.edge === 'below') return [];
  return [{ id, ops: bound.value, edge: bound.edge === 'above' ? 'above' : 'atOrAbove', origin }];
}

function chipBound(bound: Bound): readonly { readonly quantity: ChipQuantity; readonly bound: Bound }[] {
  const quantity = chipFacts[bound.fact];
  return quantity === undefined ? [] : [{ quantity, bound }];
}

/** Bounds of one quantity together, so that "from … to below …" stays one condition. */
function conditionsOf(chip: ReturnType<typeof chipBound>): ChipTier['conditions'] {
  const merged = new Map<ChipQuantity, ChipTier['conditions'][number]>();
  for (const { quantity, bound } of chip) merged.set(quantity, { ...(merged.get(quantity) ?? { quantity }), [bound.edge]: bound.value });
  return [...merged.values()];
}

function originOf(
  pack: RulePack,
  entry: PackEntry,
  limb: { readonly id: string; readonly citation: LimitOrigin['citation'] },
  textStatus: LimitOrigin['textStatus'],
  on: IsoDate,
): LimitOrigin {
  return {
    pack: pack.manifest.id,
    packTitle: pack.manifest.title,
    entry: entry.id,
    limb: limb.id,
    title: entry.title,
    isLaw: entry.isLaw,
    isExportControl: entry.isExportControl,
    textStatus,
    enforcement: enforcementOn(entry.id, entry.enforcement, on).value,
    citation: limb.citation,
  };
}
