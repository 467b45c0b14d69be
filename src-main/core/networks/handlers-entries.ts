import { eq } from 'drizzle-orm';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { AllowedNetworkView, networkMethods, OpenedExits } from '../../../src-shared/contract/networks.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { atRevision } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { readNetwork } from './network-text.ts';
import { maxExits, type ReadExits } from './read/exits.ts';
import { writeRange } from './read/ranges.ts';
import type { NetworkFiles, PickedNetworkFile } from './reading.ts';
import { type AllowedRow, allowedRows, type ExitRow, exitRows, findAllowed, findExit } from './store.ts';
import { networkAllowed, networkExits } from './tables.ts';
import { allowedView, exitView } from './views.ts';
import { createWaiting } from './waiting.ts';
import { workspaceNetworks } from './workspace-networks.ts';

type Handlers = Pick<
  HandlersFor<typeof networkMethods>,
  | 'networks.allowed'
  | 'networks.allow'
  | 'networks.disallow'
  | 'networks.exits'
  | 'networks.addExit'
  | 'networks.removeExit'
  | 'networks.openExits'
  | 'networks.addExits'
>;

const mostAllowed = 2_000;
const shownProblems = 20;

/** The company's own exits, and the networks it accepts. */
export function createEntryHandlers(deps: FeatureDeps, files: NetworkFiles): Handlers {
  const waiting = createWaiting<{ readonly file: PickedNetworkFile; readonly read: ReadExits }>(deps);
  const added = () => ({ addedBy: readWorkspaceSettings(deps.session().db).person.name, addedAt: deps.ports.clock.now(), revision: 0 });

  /** Names of the operators whose numbers are allowed. One pass over the table serves them all. */
  const withOperators = (rows: readonly AllowedRow[]): AllowedNetworkView[] => {
    const wanted = new Map<number, string | null>(
      rows.flatMap(({ network }) => (network.startsWith('AS') ? [[Number(network.slice(2)), null] as const] : [])),
    );
    if (wanted.size > 0) {
      const table = workspaceNetworks(deps.session(), deps.ports.paths.resources).data.databases.operator.table.get();
      for (let place = 1; place < table.labelCount; place += 1) {
        const asn = table.number(place);
        if (wanted.has(asn)) wanted.set(asn, table.label(place).slice(0, 200) || null);
      }
    }
    return rows.map((row) => allowedView(row, wanted.get(Number(row.network.slice(2))) ?? null));
  };

  return {
    'networks.allowed': () => ok(withOperators(allowedRows(deps.session()))),

    'networks.allow': ({ network, reason }) => {
      const workspace = deps.session();
      const read = readNetwork(network);
      if (read === null) return err({ code: 'request.invalid', issues: [`network: ${network} is no network`] });
      const there = allowedRows(workspace);
      if (there.some((row) => row.network === read.written))
        return err({ code: 'record.conflict', entity: 'allowedNetwork', detail: read.written });
      if (there.length >= mostAllowed) return err({ code: 'policy.refused', detail: `The allow list holds up to ${mostAllowed} networks` });
      const row: AllowedRow = { id: deps.ports.ids.next(), network: read.written, reason, ...added() };
      const reply = workspace.write({ method: 'networks.allow', params: { network: read.written } }, () => {
        workspace.orm.insert(networkAllowed).values(row).run();
        return ok(row);
      });
      return reply.ok ? ok(withOperators([row])[0] ?? allowedView(row, null)) : reply;
    },

    'networks.disallow': ({ id, revision }) => {
      const workspace = deps.session();
      const found = atRevision('allowedNetwork', id, revision, findAllowed(workspace, id));
      if (!found.ok) return found;
      return workspace.write({ method: 'networks.disallow', params: { network: found.value.network } }, () => {
        workspace.orm.delete(networkAllowed).where(eq(networkAllowed.id, id)).run();
        return ok({});
      });
    },

    'networks.exits': () => ok(exitRows(deps.session()).map(exitView)),

    'networks.addExit': ({ label, network, from, until }) => {
      const workspace = deps.session();
      const read = readNetwork(network);
      if (read === null || 'asn' in read.network)
        return err({ code: 'request.invalid', issues: [`network: ${network} is no address or prefix`] });
      if (from !== null && until !== null && until < from) return err({ code: 'request.invalid', issues: ['until: before the first day'] });
      const there = exitRows(workspace);
      if (there.length >= maxExits) return err({ code: 'policy.refused', detail: `A workspace holds up to ${maxExits} exits` });
      const row: ExitRow = { id: deps.ports.ids.next(), label, network: read.written, fromDay: from, untilDay: until, ...added() };
      if (there.some((one) => sameExit(one) === sameExit(row)))
        return err({ code: 'record.conflict', entity: 'corporateExit', detail: read.written });
      return workspace.write({ method: 'networks.addExit', params: { label, network: read.written } }, () => {
        workspace.orm.insert(networkExits).values(row).run();
        return ok(exitView(row));
      });
    },

    'networks.removeExit': ({ id, revision }) => {
      const workspace = deps.session();
      const found = atRevision('corporateExit', id, revision, findExit(workspace, id));
      if (!found.ok) return found;
      const { label, network } = found.value;
      return workspace.write({ method: 'networks.removeExit', params: { label, network } }, () => {
        workspace.orm.delete(networkExits).where(eq(networkExits.id, id)).run();
        return ok({});
      });
    },

    'networks.openExits': async ({ token, dateOrder }) => {
      const before = token === null ? null : waiting.find(token);
      if (before !== null && !before.ok) return before;
      const file =
        before === null
          ? await files.pick('networks.files.exits', ['csv', 'tsv', 'txt', 'json', 'xlsx', 'xls', 'ods'])
          : ok(before.value.file);
      if (!file.ok) return file;
      const read = await files.exits(file.value, dateOrder);
      if (!read.ok) return read;
      if (token !== null) waiting.forget(token);
      return ok(openedView(waiting.keep({ file: file.value, read: read.value }), file.value, read.value));
    },

    'networks.addExits': async ({ token }) => {
      const opened = waiting.find(token);
      if (!opened.ok) return opened;
      const workspace = deps.session();
      const { file, read } = opened.value;
      const there = exitRows(workspace);
      const known = new Set(there.map(sameExit));
      const rows = read.exits
        .map(
          ({ label, range, from, until }): ExitRow => ({
            id: deps.ports.ids.next(),
            label,
            network: writeRange(range),
            fromDay: from,
            untilDay: until,
            ...added(),
          }),
        )
        .filter((row) => {
          const isNew = !known.has(sameExit(row));
          known.add(sameExit(row));
          return isNew;
        });
      if (there.length + rows.length > maxExits)
        return err({ code: 'policy.refused', detail: `A workspace holds up to ${maxExits} exits` });
      const counts = { added: rows.length, alreadyThere: read.exits.length - rows.length };
      const reply = await workspace.writeInSlices(
        { method: 'networks.addExits', params: { added: rows.length, file: file.name } },
        async (tx) => {
          for (const row of rows) {
            tx.orm.insert(networkExits).values(row).run();
            await tx.pause();
          }
          return ok(counts);
        },
      );
      if (reply.ok) waiting.forget(token);
      return reply;
    },
  };
}

const sameExit = ({ label, network, fromDay, untilDay }: ExitRow): string => JSON.stringify([label, network, fromDay, untilDay]);

function openedView(token: string, { name }: PickedNetworkFile, { exits, problems }: ReadExits): OpenedExits {
  return {
    token,
    fileName: name,
    exits: exits.length,
    sample: exits.slice(0, 5).map(({ label, range, from, until }) => ({ label, network: writeRange(range), from, until })),
    problems: problems.slice(0, shownProblems).map(({ row, text, reason }) => ({ row, text, reason })),
    problemCount: problems.length,
    asksDateOrder: problems.some(({ reason }) => reason === 'dateTwoWays'),
  };
}
