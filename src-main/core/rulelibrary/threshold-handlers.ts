import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { GuideThreshold, ruleLibraryMethods } from '../../../src-shared/contract/rulelibrary.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { PackEntry, RulePack } from '../../../src-shared/model/rule-pack.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { cited } from './cited.ts';
import { guideParameter, OWN_PACK, unitOf } from './company-packs.ts';
import { comparesOf } from './expression-parts.ts';
import type { RuleLibrary } from './library.ts';
import { type GuideChange, guideChanges, ownThresholds, removeOwnThreshold, saveGuideChange, saveOwnThreshold } from './threshold-store.ts';
import { valueOnDay } from './views.ts';

type Method = 'rulepacks.guideThresholds' | 'rulepacks.saveGuideThreshold' | 'rulepacks.removeGuideThreshold';
type Handlers = Pick<HandlersFor<typeof ruleLibraryMethods>, Method>;

/** Numbers that are not law: the guides' and the company's own. They can be switched and changed; law cannot. */
export function createThresholdHandlers(deps: FeatureDeps, library: RuleLibrary): Handlers {
  const thresholds = (workspace: OpenWorkspace): GuideThreshold[] => {
    const on = readWorkspaceSettings(workspace.db).judgedOn ?? deps.ports.clock.today();
    const changes = new Map(guideChanges(workspace).map((change) => [change.id, change]));
    return [
      ...guideEntries(library).map(({ pack, entry, id }) => shippedThreshold(pack, entry, changes.get(id), on)),
      ...ownThresholds(workspace).map(ownThreshold),
    ];
  };

  return {
    'rulepacks.guideThresholds': () => ok(thresholds(deps.session())),

    'rulepacks.saveGuideThreshold': (input) => {
      const workspace = deps.session();
      const changedOn = deps.ports.clock.today();
      if (input.origin === 'shipped') {
        const guide = guideEntries(library).find(({ id }) => id === input.id);
        if (guide === undefined) return notFound(input.id);
        if (input.value !== null && guideParameter(guide.pack, guide.entry) === undefined) {
          return err({ code: 'policy.refused', detail: 'This guide has no number that can be changed.' });
        }
        const before = guideChanges(workspace).find(({ id }) => id === input.id);
        const stale = staleness(input.id, input.revision, before?.revision ?? 0);
        if (stale !== undefined) return stale;
        return workspace.write({ method: 'rulepacks.saveGuideThreshold', params: { title: guide.entry.title } }, () => {
          const { pack, entry, id } = guide;
          saveGuideChange(workspace, {
            id,
            pack: pack.manifest.id,
            entry: entry.id,
            enabled: input.enabled,
            value: input.value,
            reason: input.reason,
            revision: input.revision + 1,
            changedOn,
          });
          return ok(thresholds(workspace));
        });
      }
      const id = input.id ?? deps.ports.ids.next();
      const before = ownThresholds(workspace).find((each) => each.id === id);
      if (input.id !== null && before === undefined) return notFound(input.id);
      const stale = staleness(id, input.revision, before?.revision ?? 0);
      if (stale !== undefined) return stale;
      return workspace.write({ method: 'rulepacks.saveGuideThreshold', params: { title: input.title } }, () => {
        const { title, quantity, value, enabled, reason } = input;
        saveOwnThreshold(workspace, { id, title, quantity, value, enabled, reason, revision: input.revision + 1, changedOn });
        return ok(thresholds(workspace));
      });
    },

    'rulepacks.removeGuideThreshold': ({ id, revision }) => {
      const workspace = deps.session();
      const before = ownThresholds(workspace).find((each) => each.id === id);
      if (before === undefined) return notFound(id);
      const stale = staleness(id, revision, before.revision);
      if (stale !== undefined) return stale;
      return workspace.write({ method: 'rulepacks.removeGuideThreshold', params: { title: before.title } }, () => {
        removeOwnThreshold(workspace, id);
        return ok(thresholds(workspace));
      });
    },
  };
}

interface GuideEntry {
  readonly id: string;
  readonly pack: RulePack;
  readonly entry: PackEntry;
}

function guideEntries({ shipped }: RuleLibrary): GuideEntry[] {
  return shipped().flatMap((pack) =>
    pack.entries.filter(({ isLaw }) => !isLaw).map((entry) => ({ id: `${pack.manifest.id}:${entry.id}`, pack, entry })),
  );
}

function shippedThreshold(pack: RulePack, entry: PackEntry, change: GuideChange | undefined, on: IsoDate): GuideThreshold {
  const parameter = guideParameter(pack, entry);
  const shippedValue = parameter === undefined ? null : valueOnDay(parameter, on);
  const [citation] = entry.citations;
  return {
    origin: 'shipped',
    id: `${pack.manifest.id}:${entry.id}`,
    pack: pack.manifest.id,
    title: entry.title,
    // What was found about the claim belongs beside its number, not a page away.
    explanation: [entry.summary, ...(entry.notes ?? []).map(({ text }) => text)].join(' '),
    use: entry.guide ?? 'compare',
    quantity: comparesOf(entry)[0]?.fact ?? null,
    value: change?.value ?? shippedValue,
    shippedValue,
    unit: parameter?.unit ?? null,
    enabled: change?.enabled ?? true,
    reason: change?.reason ?? '',
    source: citation === undefined ? null : cited(pack, citation),
    revision: change?.revision ?? 0,
  };
}

function ownThreshold(own: ReturnType<typeof ownThresholds>[number]): GuideThreshold {
  const { id, title, quantity, value, enabled, reason, revision } = own;
  return {
    origin: 'own',
    id,
    pack: OWN_PACK,
    title,
    explanation: reason,
    use: 'compare',
    quantity,
    value,
    shippedValue: null,
    unit: unitOf[quantity],
    enabled,
    reason,
    source: null,
    revision,
  };
}

function staleness(id: string, yours: number, current: number): Reply<never> | undefined {
  return yours === current ? undefined : err({ code: 'record.stale', entity: 'guideThreshold', id: id.slice(0, 80), yours, current });
}

function notFound(id: string): Reply<never> {
  return err({ code: 'record.notFound', entity: 'guideThreshold', id: id.slice(0, 80) });
}
