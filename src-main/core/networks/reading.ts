import { pathToFileURL } from 'node:url';
import type { AppError, Reply } from '../../../src-shared/contract/kernel.ts';
import type { ReadProblem } from '../../../src-shared/formats/import-file.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { FeatureDeps } from '../feature.ts';
import { createFileReader, type FileReader, readLimits } from '../importers/index.ts';
import { JobCancelled } from '../jobs/index.ts';
import type { HandleMeta } from '../ports.ts';
import type { ReadExits } from './read/exits.ts';
import type { DatabaseRead, FileTaskInput, ListRead } from './read/tasks.ts';
import { rowsOfWorkbook } from './sheet-rows.ts';

/** Seconds after which the reading of one file is given up. */
const readingSeconds = 60;
/** What a pool thread may use, as the pool sets it. */
const poolMiB = 768;

export interface PickedNetworkFile {
  readonly path: string;
  readonly name: string;
}

/** Reads foreign files of address data in other threads, with limits of size and time. */
export interface NetworkFiles {
  /** Shows the system's dialog. Errors: `cancelled`. */
  pick(nameKey: string, extensions: readonly string[]): Promise<Reply<PickedNetworkFile>>;
  /** A file that was let go on the window. Errors: `file.handleExpired`. */
  dropped(handle: string, name: string): Reply<PickedNetworkFile>;
  list(file: PickedNetworkFile): Promise<Reply<ListRead>>;
  exits(file: PickedNetworkFile, dateOrder: FileTaskInput['dateOrder']): Promise<Reply<ReadExits>>;
  database(file: PickedNetworkFile): Promise<Reply<DatabaseRead>>;
}

type Refused = { readonly refused: string; readonly detail?: string };

export function createNetworkFiles(deps: FeatureDeps): NetworkFiles {
  const reader: FileReader = createFileReader(readLimits, pathToFileURL(deps.ports.paths.worker('reader')));

  const inPool = async <T extends object>(task: string, input: unknown): Promise<Reply<T>> => {
    const signal = AbortSignal.timeout(readingSeconds * 1000);
    try {
      const answer = (await deps.jobs.pool({ task, input }, signal)) as T | Refused;
      return 'refused' in answer ? err(refusalOf(answer)) : ok(answer);
    } catch (cause) {
      // A thread that ran out of memory is gone, and another is hired for the next task.
      if (isOutOfMemory(cause)) return err({ code: 'file.refused', reason: 'memory', place: null, limit: poolMiB });
      if (!(cause instanceof JobCancelled)) throw cause;
      return err(signal.aborted ? { code: 'file.refused', reason: 'time', place: null, limit: readingSeconds } : { code: 'cancelled' });
    }
  };

  const table = async <T extends object>(
    task: string,
    { path, name }: PickedNetworkFile,
    dateOrder: FileTaskInput['dateOrder'],
  ): Promise<Reply<T>> => {
    const rows = await rowsOfWorkbook(path, reader);
    if (rows === 'cancelled') return err({ code: 'cancelled' });
    if (!rows.ok) return err(problemOf(rows.error));
    return inPool<T>(task, { path, name, rows: rows.value, dateOrder } satisfies FileTaskInput);
  };

  return {
    async pick(nameKey, extensions) {
      const picked: HandleMeta | null = await deps.ports.dialogs.pickFile('import', [{ nameKey, extensions }]);
      if (picked === null) return err({ code: 'cancelled' });
      const path = deps.ports.files.resolve(picked.handle, 'import');
      return path.ok ? ok({ path: path.value, name: picked.name }) : path;
    },
    dropped(handle, name) {
      const path = deps.ports.files.resolve(handle, 'import');
      return path.ok ? ok({ path: path.value, name }) : path;
    },
    list: (file) => table<ListRead>('networks.list', file, null),
    exits: (file, dateOrder) => table<ReadExits>('networks.exits', file, dateOrder),
    database: ({ path }) => inPool<DatabaseRead>('networks.database', { path }),
  };
}

const isOutOfMemory = (cause: unknown) => cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';

const problemOf = ({ reason, place, limit }: ReadProblem): AppError => ({ code: 'file.refused', reason, place, limit });

/** Reasons of ours that the file reader has words for, and those that have words of their own. */
const knownReasons: Readonly<Record<string, string>> = { notText: 'unknownType', cannotRead: 'cannotRead', damaged: 'damaged' };

const refusalOf = ({ refused, detail }: Refused): AppError => ({
  code: 'file.refused',
  reason: knownReasons[refused] ?? `networks.${refused}`,
  place: detail === undefined || detail === '' ? null : detail.slice(0, 300),
  limit: null,
});
