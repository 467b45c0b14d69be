import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { AddressDatabaseView, DatabaseRole, networkMethods } from '../../../src-shared/contract/networks.ts';
import { IsoDate } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { Connection } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import type { NetworkFiles } from './reading.ts';
import { addPieces, databaseRows, dropDatabase, putDatabase } from './store.ts';
import { databaseViews } from './views.ts';

type Handlers = Pick<HandlersFor<typeof networkMethods>, 'networks.replaceDatabase' | 'networks.useShipped'>;

/** Puts a newer address database in place of the shipped one, and back. */
export function createDatabaseHandlers(deps: FeatureDeps, files: NetworkFiles): Handlers {
  const viewOf = (connection: Connection, role: DatabaseRole): AddressDatabaseView => {
    const found = databaseViews(connection, deps.ports.paths.resources, deps.ports.clock.today()).find((view) => view.role === role);
    if (found === undefined) throw new Error(`There is no ${role} database`);
    return found;
  };

  return {
    'networks.replaceDatabase': async ({ role }): Promise<Reply<AddressDatabaseView>> => {
      const file = await files.pick('networks.files.database', ['mmdb']);
      if (!file.ok) return file;
      const read = await files.database(file.value);
      if (!read.ok) return read;
      const { kind, type, ranges, sha256, packed } = read.value;
      if (kind !== (role === 'operator' ? 'operator' : 'country'))
        return err({ code: 'file.refused', reason: `networks.databaseOf.${kind}`, place: null, limit: null });
      const day = IsoDate.safeParse(read.value.day);
      if (!day.success || day.data > deps.ports.clock.today())
        return err({ code: 'file.refused', reason: 'networks.databaseDay', place: read.value.day, limit: null });
      const workspace = deps.session();
      const row = {
        ...{ role, ranges, sha256 },
        name: type,
        day: day.data,
        fileName: file.value.name,
        addedBy: readWorkspaceSettings(workspace.db).person.name,
        addedAt: deps.ports.clock.now(),
      };
      return workspace.writeInSlices(
        { method: 'networks.replaceDatabase', params: { file: file.value.name, day: day.data, sha256 } },
        async (tx) => {
          await addPieces(tx, sha256, packed);
          putDatabase(tx, row);
          return ok(viewOf(tx, role));
        },
      );
    },

    'networks.useShipped': ({ role }) => {
      const workspace = deps.session();
      const own = databaseRows(workspace).find((row) => row.role === role);
      if (own === undefined) return ok(viewOf(workspace, role));
      return workspace.write({ method: 'networks.useShipped', params: { file: own.fileName } }, () => {
        dropDatabase(workspace, role);
        return ok(viewOf(workspace, role));
      });
    },
  };
}
