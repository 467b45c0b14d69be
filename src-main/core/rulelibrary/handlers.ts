import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { PackSummary, RuleKind, ruleLibraryMethods } from '../../../src-shared/contract/rulelibrary.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { english } from '../../../src-shared/text/en/index.ts';
import { createText } from '../../../src-shared/text/format.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { readWorkspaceSettings, writeWorkspaceSettings } from '../settings/index.ts';
import { countryTable } from './countries.ts';
import type { RuleLibrary } from './library.ts';
import { searchRules } from './rule-search.ts';
import { createThresholdHandlers } from './threshold-handlers.ts';
import { ruleChanges } from './timeline.ts';
import { entryView, packSummary, parameterView, sourceList } from './views.ts';

type Handlers = HandlersFor<typeof ruleLibraryMethods>;

/** Answers the rule library: what the packs say, on the day in force, with the source of each statement. */
export function createRuleLibraryHandlers(deps: FeatureDeps, library: RuleLibrary): Handlers {
  const text = createText<Record<string, string>>('en', english);
  const dayOf = (workspace: OpenWorkspace): IsoDate => readWorkspaceSettings(workspace.db).judgedOn ?? deps.ports.clock.today();
  const summaries = (workspace: OpenWorkspace): PackSummary[] =>
    library.allPacks(workspace).map((pack) => packSummary(pack, library.isEnabled(workspace, pack.manifest.id)));
  const packOf = (workspace: OpenWorkspace, id: string): Reply<RulePack> => {
    const pack = library.allPacks(workspace).find(({ manifest }) => manifest.id === id);
    return pack === undefined ? err({ code: 'record.notFound', entity: 'rulePack', id }) : ok(pack);
  };

  return {
    'rulepacks.list': () => ok(summaries(deps.session())),

    'rulepacks.search': ({ offset, limit, ...query }) => {
      const workspace = deps.session();
      const on = dayOf(workspace);
      const { kinds, ...everyKind } = query;
      const all = searchRules(library.allPacks(workspace), everyKind, on);
      const byKind: Partial<Record<RuleKind, number>> = {};
      for (const { kind } of all) byKind[kind] = (byKind[kind] ?? 0) + 1;
      const hits = kinds === undefined ? all : all.filter(({ kind }) => kinds.includes(kind));
      return ok({ on, total: hits.length, byKind, hits: hits.slice(offset, offset + limit) });
    },

    'rulepacks.entry': ({ pack: packId, id }) => {
      const workspace = deps.session();
      const pack = packOf(workspace, packId);
      if (!pack.ok) return pack;
      const entry = pack.value.entries.find((each) => each.id === id);
      return entry === undefined ? notFound('ruleEntry', id) : ok(entryView(pack.value, entry, dayOf(workspace), text));
    },

    'rulepacks.parameter': ({ pack: packId, id }) => {
      const workspace = deps.session();
      const pack = packOf(workspace, packId);
      if (!pack.ok) return pack;
      const parameter = pack.value.parameters.find((each) => each.id === id);
      return parameter === undefined ? notFound('ruleParameter', id) : ok(parameterView(pack.value, parameter, dayOf(workspace)));
    },

    'rulepacks.sources': ({ pack: packId }) => {
      const pack = packOf(deps.session(), packId);
      return pack.ok ? ok(sourceList(pack.value)) : pack;
    },

    'rulepacks.timeline': ({ pack }) => {
      const workspace = deps.session();
      const packs = library.allPacks(workspace).filter(({ manifest }) => pack === undefined || manifest.id === pack);
      return ok({ on: dayOf(workspace), changes: ruleChanges(packs) });
    },

    'rulepacks.countries': () => ok(library.allPacks(deps.session()).flatMap((pack) => countryTable(pack, text.locale) ?? [])),

    'rulepacks.setEnabled': ({ pack: packId, enabled }) => {
      const workspace = deps.session();
      const pack = library.shipped().find(({ manifest }) => manifest.id === packId);
      if (pack === undefined) return notFound('rulePack', packId);
      return workspace.write(
        {
          method: 'rulepacks.setEnabled',
          params: { pack: pack.manifest.title, enabled: enabled ? 'on' : 'off' },
          subject: { entity: 'rulePacks', id: packId },
        },
        () => {
          const wanted = library
            .shipped()
            .map(({ manifest }) => manifest.id)
            .filter((id) => (id === packId ? enabled : library.isEnabled(workspace, id)));
          // Null means "all", so that a pack shipped later is on without anybody having to ask for it.
          writeWorkspaceSettings(workspace.db, { packs: wanted.length === library.shipped().length ? null : wanted });
          return ok(summaries(workspace));
        },
      );
    },

    ...createThresholdHandlers(deps, library),
  };
}

function notFound(entity: string, id: string): Reply<never> {
  return err({ code: 'record.notFound', entity, id: id.slice(0, 80) });
}
