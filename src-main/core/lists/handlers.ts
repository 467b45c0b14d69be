import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { ListVersionView, listMethods, OpenedLists } from '../../../src-shared/contract/lists.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { safeFileName, writeFileAtomically } from '../files/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { trainingList } from './catalogue.ts';
import { type Opened, openLists, type WaitingVersion } from './opening.ts';
import { rejectsAsCsv } from './rejects.ts';
import { countDifferences, readDifferences } from './store/diff.ts';
import { findEntries, readEntry } from './store/entries.ts';
import { listChoices, listVersions } from './store/tables.ts';
import { currentVersions, findVersion, forgetUnnamed, listsOff, versionsOf } from './store/versions.ts';
import { trainingPath } from './training.ts';
import { entryChange, entryDetail, entryLine, listView, listViews, versionView } from './views.ts';

/** What other features do when lists change: screening looks at what is new. */
export interface ListJoins {
  changed(): void;
}

const mostWaiting = 5;

/** Answers the list methods. Versions never change once kept; taking one in is one command, undone as one. */
export function createListHandlers(deps: FeatureDeps, joins: ListJoins): HandlersFor<typeof listMethods> {
  const { ports, jobs } = deps;
  const today = () => ports.clock.today();
  // Of the workspace that is open; its lock forgets them, and the next opening sweeps their rows away.
  const waitingIn = new WeakMap<object, Map<string, Opened | null>>();
  const waiting = () => {
    const workspace = deps.session();
    const found = waitingIn.get(workspace) ?? new Map<string, Opened | null>();
    waitingIn.set(workspace, found);
    return found;
  };
  const sweep = () => {
    const held = [...waiting().values()];
    // While something is being read its rows have no name yet, so nothing may be swept.
    if (held.some((one) => one === null)) return;
    forgetUnnamed(deps.session(), new Set(held.flatMap((one) => one?.versions.map(({ id }) => id) ?? [])));
  };

  const begin = (
    paths: readonly string[],
    dateOrder: OpenedLists['dateOrder'] = null,
  ): { readonly jobId: string; readonly token: string } => {
    sweep();
    const token = ports.ids.next();
    const held = waiting();
    for (const old of [...held.keys()].slice(0, Math.max(0, held.size - mostWaiting + 1))) if (held.get(old) !== null) held.delete(old);
    held.set(token, null);
    const jobId = jobs.start({ kind: 'lists.open', touches: ['lists'] }, async (job) => {
      try {
        const opened = await openLists(deps, token, paths, job, dateOrder);
        if (!opened.ok) return opened;
        held.set(token, opened.value);
        return ok(null);
      } finally {
        if (held.get(token) === null) held.delete(token);
      }
    });
    return { jobId, token };
  };

  const keep = (method: 'lists.keep' | 'lists.addTraining', chosen: readonly WaitingVersion[], token: string): Reply<ListVersionView[]> => {
    const workspace = deps.session();
    const by = readWorkspaceSettings(workspace.db).person.name;
    const at = ports.clock.now();
    const rows = chosen.map(({ id, list, format, fileName, sha256, published, parties, names, rejects, byType }) => ({
      ...{ id, list, format, fileName, sha256, published, parties, names, rejects },
      importedAt: at,
      importedBy: by,
      byType: JSON.stringify(byType),
    }));
    const lists = [...new Set(chosen.map(({ list }) => list))].join(', ');
    const file = [...new Set(chosen.map(({ fileName }) => fileName))].join(', ').slice(0, 300);
    const [only, ...others] = new Set(chosen.map(({ list }) => list));
    const subject = only === undefined || others.length > 0 ? {} : { subject: { entity: 'lists', id: only } };
    const reply = workspace.write({ method, params: { lists, file }, ...subject }, () => {
      for (const row of rows) workspace.orm.insert(listVersions).values(row).run();
      const current = currentVersions(workspace);
      return ok(rows.map((row) => versionView(row, current.get(row.list)?.id === row.id)));
    });
    if (reply.ok) {
      waiting().delete(token);
      joins.changed();
    }
    return reply;
  };

  const opened = (token: string): Reply<Opened> => {
    const found = waiting().get(token);
    return found === undefined || found === null ? err({ code: 'file.handleExpired' }) : ok(found);
  };

  /** A version that is kept, or one that waits: what it would change is looked at before it is taken in. */
  const version = (workspace: OpenWorkspace, id: string) => {
    const found: { readonly list: string } | undefined =
      findVersion(workspace, id) ?? [...waiting().values()].flatMap((one) => one?.versions ?? []).find((one) => one.id === id);
    return found === undefined ? err({ code: 'record.notFound' as const, entity: 'listVersion', id }) : ok(found);
  };

  return {
    'lists.all': () => ok(listViews(deps.session(), today())),

    'lists.versions': ({ list }) => {
      const current = currentVersions(deps.session()).get(list)?.id;
      return ok(versionsOf(deps.session(), list).map((row) => versionView(row, row.id === current)));
    },

    'lists.open': async ({ handles, folder }) => {
      const paths: string[] = [];
      if (handles === null) {
        const picked = folder
          ? [await ports.dialogs.pickFolder('import')]
          : await ports.dialogs.pickFiles('import', [{ nameKey: 'lists.files', extensions: listExtensions }]);
        for (const one of picked) {
          if (one === null) continue;
          const path = ports.files.resolve(one.handle, 'import');
          if (!path.ok) return path;
          paths.push(path.value);
        }
        if (paths.length === 0) return ok(null);
      } else {
        for (const handle of handles) {
          const path = ports.files.resolve(handle, 'import');
          if (!path.ok) return path;
          paths.push(path.value);
        }
      }
      return ok(begin(paths));
    },

    'lists.reopen': ({ token, dateOrder }) => {
      const found = opened(token);
      if (!found.ok) return found;
      waiting().delete(token);
      return ok(begin(found.value.paths, dateOrder));
    },

    'lists.opened': ({ token }) => {
      const found = opened(token);
      return found.ok ? ok(found.value.view) : found;
    },

    'lists.keep': ({ token, versions, days }) => {
      const found = opened(token);
      if (!found.ok) return found;
      const chosen = found.value.versions.filter(({ id }) => versions.includes(id));
      if (chosen.length !== versions.length)
        return err({ code: 'record.notFound', entity: 'listVersion', id: versions.join(' ').slice(0, 80) });
      const ahead = Object.values(days).find((day) => day > today());
      if (ahead !== undefined) return err({ code: 'request.invalid', issues: [`days: ${ahead} has not come yet`] });
      return keep(
        'lists.keep',
        chosen.map((one) => ({ ...one, published: one.published ?? days[one.id] ?? null })),
        token,
      );
    },

    'lists.discard': ({ token }) => {
      const discarded = waiting().delete(token);
      sweep();
      return ok({ discarded });
    },

    'lists.addTraining': async () => {
      sweep();
      const token = ports.ids.next();
      const done = await jobs.run({ kind: 'lists.open', touches: ['lists'] }, (job) =>
        openLists(deps, token, [trainingPath(ports.paths.resources)], job),
      );
      if (!done.ok) return done;
      const chosen = done.value.versions.filter(({ list }) => list === trainingList);
      const kept = keep('lists.addTraining', chosen, token);
      if (!kept.ok) return kept;
      const [only] = kept.value;
      return only === undefined ? err({ code: 'record.notFound', entity: 'list', id: trainingList }) : ok(only);
    },

    'lists.setOff': ({ list, off }) => {
      const workspace = deps.session();
      const current = currentVersions(workspace).get(list);
      if (current === undefined) return err({ code: 'record.notFound', entity: 'list', id: list });
      const reply = workspace.write(
        { method: 'lists.setOff', params: { list, off: String(off) }, subject: { entity: 'lists', id: list } },
        () => {
          workspace.orm
            .insert(listChoices)
            .values({ list, off, title: '' })
            .onConflictDoUpdate({ target: listChoices.list, set: { off } })
            .run();
          return ok(listView(list, current, { versions: versionsOf(workspace, list).length, off }, today()));
        },
      );
      if (reply.ok) joins.changed();
      return reply;
    },

    'lists.entries': ({ list, text, type, offset, limit }) => {
      const workspace = deps.session();
      const current = currentVersions(workspace);
      const off = listsOff(workspace);
      const ids = [...current.values()].filter((row) => (list === null ? !off.has(row.list) : row.list === list)).map(({ id }) => id);
      const { total, rows } = findEntries(workspace, ids, { text, type, offset, limit });
      return ok({ total, rows: rows.map(entryLine) });
    },

    'lists.entry': ({ list, id, versionId }) => {
      const workspace = deps.session();
      const from = versionId ?? currentVersions(workspace).get(list)?.id;
      const found = from === undefined ? undefined : readEntry(workspace, from, id);
      if (from === undefined || found === undefined) return err({ code: 'record.notFound', entity: 'listEntry', id: id.slice(0, 80) });
      return ok(entryDetail(from, found.body, found));
    },

    'lists.diff': ({ from, to, kind, offset, limit }) => {
      const workspace = deps.session();
      for (const id of [from, to]) {
        const found = version(workspace, id);
        if (!found.ok) return found;
      }
      return ok({
        ...countDifferences(workspace, from, to),
        rows: readDifferences(workspace, from, to, { kind, offset, limit }).map(entryChange),
      });
    },

    'lists.saveRejects': async ({ versionId }) => {
      const found = version(deps.session(), versionId);
      if (!found.ok) return found;
      const name = `${safeFileName(`${found.value.list} rejected rows`, 'rejected rows')}.csv`;
      const picked = await ports.dialogs.saveFile('exportTarget', name, [{ nameKey: 'report.fileType.csv', extensions: ['csv'] }]);
      if (picked === null) return ok(null);
      const path = ports.files.resolve(picked.handle, 'exportTarget');
      if (!path.ok) return path;
      writeFileAtomically(path.value, rejectsAsCsv(deps.session(), versionId));
      return ok({ fileName: picked.name });
    },
  };
}

const listExtensions = ['csv', 'xml', 'json', 'jsonl', 'txt', 'tsv', 'pip', 'del', 'ff', 'gz', 'zip', 'xlsx', 'xls', 'ods'];
