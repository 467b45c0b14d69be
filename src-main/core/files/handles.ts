import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { Dialogs, FileHandles, FilePurpose, HandleMeta, HostDialogs, Ids } from '../ports.ts';

/** Paths by handle, so that no path ever reaches a screen. */
export function createFileHandles(ids: Ids): FileHandles {
  const known = new Map<string, { readonly path: string; readonly purpose: FilePurpose }>();
  return {
    add(path, purpose): HandleMeta {
      const handle = ids.next();
      known.set(handle, { path, purpose });
      return { handle, name: basename(path).slice(0, 300), sizeBytes: sizeOf(path) };
    },
    resolve(handle, purpose) {
      const entry = known.get(handle);
      return entry === undefined || entry.purpose !== purpose ? err({ code: 'file.handleExpired' }) : ok(entry.path);
    },
    clear: () => known.clear(),
  };
}

/** Dialogs that answer with handles. */
export function createDialogs(host: HostDialogs, files: FileHandles): Dialogs {
  const wrap = (picked: { readonly path: string } | null, purpose: FilePurpose) =>
    picked === null ? null : files.add(picked.path, purpose);
  return {
    pickFile: async (purpose, filters) => wrap(await host.pickFile({ purpose, filters }), purpose),
    pickFiles: async (purpose, filters) => (await host.pickFiles({ purpose, filters })).map((picked) => files.add(picked.path, purpose)),
    pickFolder: async (purpose) => wrap(await host.pickFolder({ purpose }), purpose),
    saveFile: async (purpose, suggestedName, filters) => wrap(await host.saveFile({ purpose, suggestedName, filters }), purpose),
  };
}

/** 0 for a folder, and for a file that is yet to be written. */
function sizeOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true ? found.size : 0;
}
