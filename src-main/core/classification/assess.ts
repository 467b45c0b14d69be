import type { ItemFinding } from '../../../src-shared/model/finding.ts';
import { classifyItem } from '../../engine/classification/index.ts';
import type { Connection } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import type { Assessor } from '../inventory/index.ts';
import { earlierOf, readLines, storeJudged } from './asset-lines.ts';
import type { ChipRates } from './facts/compute-inputs.ts';
import { type Item, type ItemInput, inputOf, maxSpread, noSurroundings } from './judge/item-input.ts';
import { itemOf } from './judge/judge-batch.ts';
import { judgeItem } from './judge/judge-item.ts';
import { judgeMany } from './judge-many.ts';
import type { Judging, JudgingFor } from './judging.ts';
import { linkParts } from './link-parts.ts';
import { dependentsOf, surroundings } from './surroundings.ts';

/** Turns register facts into what the engine reads, following links to parents and parts. Without a connection nothing is linked. */
export function itemInputOf(tx: Connection | null, item: Item, rates: ChipRates): ItemInput {
  return inputOf(item, tx === null ? noSurroundings : surroundings(tx, [item]), rates);
}

/** Classifies facts that need not be stored. */
export function findFor(
  tx: Connection | null,
  item: Item,
  judging: Pick<Judging, 'packs' | 'on'>,
  rates: ChipRates,
): { readonly input: ItemInput; readonly finding: ItemFinding } {
  const input = itemInputOf(tx, item, rates);
  return { input, finding: classifyItem(input.facts, judging.on, judging.packs) };
}

const few = 25;

/** Makes findings and list lines new after every change; the register calls it inside its transactions. */
export function createAssessor(deps: FeatureDeps, judgingFor: JudgingFor, rates: ChipRates): Assessor {
  const assess: Assessor['assess'] = (tx, assetIds) => {
    const judging = judgingFor(deps.session());
    const stamp = { newId: () => deps.ports.ids.next(), now: deps.ports.clock.now() };
    const done = new Set<string>();
    let wave = [...new Set(assetIds)];
    for (let spread = 0; spread <= maxSpread && wave.length > 0; spread += 1) {
      const lines = readLines(tx, wave);
      const items = lines.map(itemOf);
      linkParts(tx, deps, items);
      const around = surroundings(tx, items);
      for (const [index, line] of lines.entries()) {
        const item = items[index] ?? itemOf(line);
        storeJudged(tx, line, item.facts, judgeItem(item, around, judging, rates, earlierOf(line, judging)), judging, stamp);
      }
      for (const id of wave) done.add(id);
      wave = dependentsOf(tx, wave).filter((id) => !done.has(id));
    }
  };
  return {
    assess,
    async assessMany(tx, assetIds, job) {
      // A few are judged sooner than a thread of the pool has started.
      if (assetIds.length <= few) assess(tx, assetIds);
      else await judgeMany(tx, deps, judgingFor(deps.session()), assetIds, job);
    },
    judgedNow: (workspace) => {
      const { packsKey, lastRuleChange, today } = judgingFor(workspace);
      return { packsKey, lastRuleChange, today };
    },
  };
}
