import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { EntryFinding, ItemFinding } from '../../../src-shared/model/finding.ts';
import type { ItemFacts } from '../../../src-shared/model/item-facts.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { classifyItem, ENGINE_VERSION } from './classify.ts';

/** What differs between two findings of the same item. Words and numbers as text; empty where a side has none. */
export interface FindingChange {
  what: 'verdict' | 'textStatus' | 'enforcement' | 'classification' | 'entryAdded' | 'entryRemoved' | 'limb' | 'computed';
  pack: string;
  entry: string;
  before: string;
  after: string;
}

/** Says what changed between two findings for the same item: the conclusion first, then entries as the newer one lists them. */
export function explainChange(before: ItemFinding, after: ItemFinding): readonly FindingChange[] {
  const changes: FindingChange[] = [];
  const conclusion = (finding: ItemFinding) => finding.classification;
  if (conclusion(before) !== conclusion(after))
    changes.push({ what: 'classification', pack: '', entry: '', before: conclusion(before), after: conclusion(after) });
  const earlier = new Map(before.entries.map((entry) => [keyOf(entry), entry]));
  for (const entry of after.entries) {
    const was = earlier.get(keyOf(entry));
    earlier.delete(keyOf(entry));
    if (was === undefined) changes.push({ what: 'entryAdded', pack: entry.pack, entry: entry.entry, before: '', after: entry.verdict });
    else changes.push(...compareEntry(was, entry));
  }
  for (const entry of earlier.values())
    changes.push({ what: 'entryRemoved', pack: entry.pack, entry: entry.entry, before: entry.verdict, after: '' });
  for (const name of [...new Set([...Object.keys(before.computed), ...Object.keys(after.computed)])].sort()) {
    const [was, is] = [before.computed[name], after.computed[name]];
    if (was !== is)
      changes.push({
        what: 'computed',
        pack: '',
        entry: name,
        before: was === undefined ? '' : String(was),
        after: is === undefined ? '' : String(is),
      });
  }
  return changes;
}

const keyOf = (entry: EntryFinding): string => `${entry.pack}:${entry.entry}`;

function compareEntry(before: EntryFinding, after: EntryFinding): FindingChange[] {
  return (['verdict', 'limb', 'textStatus', 'enforcement'] as const)
    .filter((what) => before[what] !== after[what])
    .map((what) => ({ what, pack: after.pack, entry: after.entry, before: before[what] ?? '', after: after[what] ?? '' }));
}

export type ReplayError =
  | { readonly code: 'replay.packMissing'; readonly packs: readonly string[] }
  | { readonly code: 'replay.engineChanged'; readonly was: string; readonly is: string };

/**
 * Works a stored finding out again from its facts and packs. `same` is true when every byte agrees.
 *
 * Errors: `replay.packMissing` when a pack of that version and hash is not at hand; `replay.engineChanged` when the reasoning
 * itself was changed since, so agreement cannot be promised.
 */
export function replay(
  finding: ItemFinding,
  facts: ItemFacts,
  packs: readonly RulePack[],
): Result<{ readonly same: boolean; readonly finding: ItemFinding }, ReplayError> {
  if (finding.engineVersion !== ENGINE_VERSION)
    return err({ code: 'replay.engineChanged', was: finding.engineVersion, is: ENGINE_VERSION });
  const used = finding.packs.map((wanted) => packs.find(({ manifest }) => manifest.id === wanted.id && manifest.hash === wanted.hash));
  const present = used.filter((pack) => pack !== undefined);
  if (present.length < used.length) {
    return err({
      code: 'replay.packMissing',
      packs: finding.packs.filter((_wanted, place) => used[place] === undefined).map((wanted) => `${wanted.id} ${wanted.version}`),
    });
  }
  const again = classifyItem(facts, finding.on as IsoDate, present);
  return ok({ same: JSON.stringify(again) === JSON.stringify(finding), finding: again });
}
