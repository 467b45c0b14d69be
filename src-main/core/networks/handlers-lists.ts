import { eq } from 'drizzle-orm';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { networkMethods } from '../../../src-shared/contract/networks.ts';
import { IsoDate } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { atRevision } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import type { ListRead } from './read/tasks.ts';
import type { NetworkFiles, PickedNetworkFile } from './reading.ts';
import { addPieces, findList, type ListRow, listRows } from './store.ts';
import { networkLists } from './tables.ts';
import { listView } from './views.ts';
import { createWaiting } from './waiting.ts';

type Handlers = Pick<
  HandlersFor<typeof networkMethods>,
  'networks.openList' | 'networks.addList' | 'networks.changeList' | 'networks.removeList'
>;

/** More lists than anybody keeps apart. */
const mostLists = 100;
const shownProblems = 20;

/** Loading, naming and taking away lists of networks. */
export function createListHandlers(deps: FeatureDeps, files: NetworkFiles): Handlers {
  const waiting = createWaiting<{ readonly file: PickedNetworkFile; readonly list: ListRead }>(deps);
  const today = () => deps.ports.clock.today();

  return {
    'networks.openList': async ({ handle, fileName }) => {
      const file =
        handle !== null
          ? files.dropped(handle, fileName)
          : await files.pick('networks.files.list', ['csv', 'txt', 'tsv', 'lst', 'list', 'json', 'netset', 'ipset', 'xlsx', 'xls', 'ods']);
      if (!file.ok) return file;
      const list = await files.list(file.value);
      if (!list.ok) return list;
      const { networks, ranges, tag, problems, problemCount } = list.value;
      const day = IsoDate.safeParse(list.value.day);
      return ok({
        token: waiting.keep({ file: file.value, list: list.value }),
        fileName: file.value.name,
        ...{ networks, ranges, tag, problemCount },
        day: day.success && day.data <= today() ? day.data : null,
        problems: problems.slice(0, shownProblems).map(({ row, text, reason }) => ({ row, text, reason })),
      });
    },

    'networks.addList': async ({ token, name, tag, day }) => {
      const opened = waiting.find(token);
      if (!opened.ok) return opened;
      const workspace = deps.session();
      if (listRows(workspace).length >= mostLists)
        return err({ code: 'policy.refused', detail: `A workspace holds up to ${mostLists} lists of networks` });
      const { file, list } = opened.value;
      const row: ListRow = {
        id: deps.ports.ids.next(),
        ...{ name, tag, day },
        networks: list.networks,
        ranges: list.ranges,
        sha256: list.sha256,
        fileName: file.name,
        addedBy: readWorkspaceSettings(workspace.db).person.name,
        addedAt: deps.ports.clock.now(),
        revision: 0,
      };
      const reply = await workspace.writeInSlices(
        { method: 'networks.addList', params: { name, entries: list.networks + list.ranges, file: file.name } },
        async (tx) => {
          await addPieces(tx, list.sha256, list.packed);
          tx.orm.insert(networkLists).values(row).run();
          return ok(listView(row, today()));
        },
      );
      if (reply.ok) waiting.forget(token);
      return reply;
    },

    'networks.changeList': ({ id, revision, name, tag, day }) => {
      const workspace = deps.session();
      const found = atRevision('networkList', id, revision, findList(workspace, id));
      if (!found.ok) return found;
      const changed: ListRow = { ...found.value, name, tag, day, revision: revision + 1 };
      return workspace.write({ method: 'networks.changeList', params: { name } }, () => {
        workspace.orm.update(networkLists).set(changed).where(eq(networkLists.id, id)).run();
        return ok(listView(changed, today()));
      });
    },

    'networks.removeList': ({ id, revision }) => {
      const workspace = deps.session();
      const found = atRevision('networkList', id, revision, findList(workspace, id));
      if (!found.ok) return found;
      return workspace.write({ method: 'networks.removeList', params: { name: found.value.name } }, () => {
        workspace.orm.delete(networkLists).where(eq(networkLists.id, id)).run();
        return ok({});
      });
    },
  };
}
