import { eq } from 'drizzle-orm';
import { AssetFilter, AssetSort, type inventoryMethods, Safeguard, SavedView } from '../../../src-shared/contract/inventory.ts';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { atRevision, type OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { countAssets, type JudgedNow } from './list-query.ts';
import { safeguards, savedViews, sites } from './tables.ts';

type Handlers = HandlersFor<typeof inventoryMethods>;
type SideMethod = 'sites.list' | 'sites.save' | 'views.list' | 'views.save' | 'views.remove' | 'safeguards.list' | 'safeguards.save';

/** Safeguards recorded for an asset. */
export function listSafeguards({ orm }: OpenWorkspace, assetId: string): Safeguard[] {
  return orm
    .select()
    .from(safeguards)
    .where(eq(safeguards.assetId, assetId))
    .all()
    .map((row) => Safeguard.parse(row));
}

/** Sites, saved views, safeguards and the palette's record search. */
export function createSideHandlers(deps: FeatureDeps, now: (workspace: OpenWorkspace) => JudgedNow): Pick<Handlers, SideMethod> {
  const toView = (workspace: OpenWorkspace, row: typeof savedViews.$inferSelect): SavedView => {
    const filter = AssetFilter.parse(JSON.parse(row.filter));
    return SavedView.parse({
      id: row.id,
      name: row.name,
      screen: row.screen,
      filter,
      sort: row.sort === null ? null : AssetSort.parse(JSON.parse(row.sort)),
      columns: JSON.parse(row.columns),
      count: countAssets(workspace.db, filter, now(workspace)),
    });
  };

  return {
    'sites.list': () => ok(deps.session().orm.select().from(sites).orderBy(sites.name).all()),
    'sites.save': ({ id, revision, ...site }) => {
      const workspace = deps.session();
      return workspace.write({ method: 'sites.save', params: { name: site.name } }, () => {
        if (id === null)
          return ok(
            workspace.orm
              .insert(sites)
              .values({ id: deps.ports.ids.next(), ...site, revision: 0 })
              .returning()
              .get(),
          );
        const before = workspace.orm.select().from(sites).where(eq(sites.id, id)).get();
        const current = atRevision('site', id, revision, before);
        if (!current.ok) return current;
        return ok(
          workspace.orm
            .update(sites)
            .set({ ...site, revision: revision + 1 })
            .where(eq(sites.id, id))
            .returning()
            .get(),
        );
      });
    },

    'views.list': ({ screen }) => {
      const workspace = deps.session();
      return ok(
        workspace.orm
          .select()
          .from(savedViews)
          .where(eq(savedViews.screen, screen))
          .orderBy(savedViews.name)
          .all()
          .map((row) => toView(workspace, row)),
      );
    },
    'views.save': ({ id, ...view }) => {
      const workspace = deps.session();
      const row = {
        screen: view.screen,
        name: view.name,
        filter: JSON.stringify(view.filter),
        sort: view.sort === null ? null : JSON.stringify(view.sort),
        columns: JSON.stringify(view.columns),
      };
      return workspace.write({ method: 'views.save', params: { name: view.name } }, () => {
        const saved =
          id === null
            ? workspace.orm
                .insert(savedViews)
                .values({ id: deps.ports.ids.next(), ...row })
                .returning()
                .get()
            : workspace.orm.update(savedViews).set(row).where(eq(savedViews.id, id)).returning().get();
        return saved === undefined ? err({ code: 'record.notFound', entity: 'view', id: id ?? '' }) : ok(toView(workspace, saved));
      });
    },
    'views.remove': ({ id }) => {
      const workspace = deps.session();
      return workspace.write({ method: 'views.remove' }, () => {
        workspace.orm.delete(savedViews).where(eq(savedViews.id, id)).run();
        return ok({});
      });
    },

    'safeguards.list': ({ assetId }) => ok(listSafeguards(deps.session(), assetId)),
    'safeguards.save': ({ id, revision, ...safeguard }) => {
      const workspace = deps.session();
      return workspace.write(
        { method: 'safeguards.save', params: { kind: safeguard.kind }, subject: { entity: 'assets', id: safeguard.assetId } },
        () => {
          if (id === null)
            return ok(
              Safeguard.parse(
                workspace.orm
                  .insert(safeguards)
                  .values({ id: deps.ports.ids.next(), ...safeguard, revision: 0 })
                  .returning()
                  .get(),
              ),
            );
          const before = workspace.orm.select().from(safeguards).where(eq(safeguards.id, id)).get();
          const current = atRevision('safeguard', id, revision, before);
          if (!current.ok) return current;
          return ok(
            Safeguard.parse(
              workspace.orm
                .update(safeguards)
                .set({ ...safeguard, revision: revision + 1 })
                .where(eq(safeguards.id, id))
                .returning()
                .get(),
            ),
          );
        },
      );
    },
  };
}
