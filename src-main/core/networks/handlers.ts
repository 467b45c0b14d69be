import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { networkMethods } from '../../../src-shared/contract/networks.ts';
import { ok } from '../../../src-shared/model/result.ts';
import type { FeatureDeps } from '../feature.ts';
import { explainAddress } from './explain.ts';
import { createDatabaseHandlers } from './handlers-databases.ts';
import { createEntryHandlers } from './handlers-entries.ts';
import { createListHandlers } from './handlers-lists.ts';
import { createNetworkFiles } from './reading.ts';
import { shippedNetworks } from './shipped.ts';
import { listRows } from './store.ts';
import { databaseViews, listView, shippedListView } from './views.ts';
import { workspaceNetworks } from './workspace-networks.ts';

/**
 * What is known about addresses, and what the company adds: lists, its own exits, networks it accepts, newer databases.
 * Facts of addresses that were located before are made anew by whoever keeps them, when `Networks.basis` is another.
 */
export function createNetworkHandlers(deps: FeatureDeps): HandlersFor<typeof networkMethods> {
  const { resources } = deps.ports.paths;
  const files = createNetworkFiles(deps);
  return {
    'networks.overview': () => {
      const workspace = deps.session();
      const today = deps.ports.clock.today();
      const shipped = shippedNetworks(resources).lists.map((list) => shippedListView(list, today));
      const own = listRows(workspace).map((row) => listView(row, today));
      return ok({ databases: databaseViews(workspace, resources, today), lists: [...own, ...shipped] });
    },
    'networks.lookUp': ({ address }) => ok(explainAddress(workspaceNetworks(deps.session(), resources), address)),
    ...createListHandlers(deps, files),
    ...createEntryHandlers(deps, files),
    ...createDatabaseHandlers(deps, files),
  };
}
