import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import type { Connection, OpenWorkspace } from '../db/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { OWN_PACK, ownPack, withChanges } from './company-packs.ts';
import { type GuideChange, guideChanges, type OwnThreshold, ownThresholds } from './threshold-store.ts';

/** The packs of a workspace: what was shipped, what the company changed, and what is switched on. */
export interface RuleLibrary {
  /** As shipped, in judging order. */
  readonly shipped: () => readonly RulePack[];
  /** Every pack with the company's changes, its own thresholds last. Switched off or not. */
  readonly allPacks: (workspace: Connection) => readonly RulePack[];
  /** The packs to judge by. The same settings give the very same objects, so that look-up tables are kept. */
  readonly activePacks: (workspace: OpenWorkspace) => readonly RulePack[];
  readonly isEnabled: (workspace: OpenWorkspace, packId: string) => boolean;
}

/** Makes the library over the shipped packs, which are read when they are first asked for. */
export function createRuleLibrary(shipped: () => readonly RulePack[]): RuleLibrary {
  const changed = new Map<string, RulePack>();
  const own = new Map<string, RulePack | undefined>();
  const active = new Map<string, readonly RulePack[]>();

  const changedPack = (pack: RulePack, changes: readonly GuideChange[]): RulePack => {
    const mine = changes.filter((change) => change.pack === pack.manifest.id);
    return mine.length === 0 ? pack : kept(changed, `${pack.manifest.id} ${JSON.stringify(mine)}`, () => withChanges(pack, mine));
  };
  const ownThresholdPack = (thresholds: readonly OwnThreshold[]) => kept(own, JSON.stringify(thresholds), () => ownPack(thresholds));

  const allPacks = (workspace: Connection): readonly RulePack[] => {
    const changes = guideChanges(workspace);
    const company = ownThresholdPack(ownThresholds(workspace));
    const packs = shipped().map((pack) => changedPack(pack, changes));
    return company === undefined ? packs : [...packs, company];
  };

  const isEnabled = (workspace: OpenWorkspace, packId: string): boolean => {
    const { packs } = readWorkspaceSettings(workspace.db);
    return packs === null || packId === OWN_PACK || packs.includes(packId);
  };

  return {
    shipped,
    allPacks,
    isEnabled,
    activePacks: (workspace) => {
      const { packs } = readWorkspaceSettings(workspace.db);
      const chosen = allPacks(workspace).filter(({ manifest: { id } }) => packs === null || id === OWN_PACK || packs.includes(id));
      return kept(active, chosen.map(({ manifest }) => `${manifest.id}@${manifest.hash}`).join(' '), () => chosen);
    },
  };
}

/** Kept results of the last few settings; more than that is somebody trying values out. */
const KEPT = 20;

function kept<T>(store: Map<string, T>, key: string, make: () => T): T {
  const known = store.get(key);
  if (known !== undefined || store.has(key)) return known as T;
  const made = make();
  if (store.size >= KEPT) store.clear();
  store.set(key, made);
  return made;
}
