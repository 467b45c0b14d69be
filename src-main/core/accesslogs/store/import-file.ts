import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { AppError } from '../../../../src-shared/contract/kernel.ts';
import type { LogReading } from '../../../../src-shared/formats/access-log.ts';
import { err, ok, type Result } from '../../../../src-shared/model/result.ts';
import { type OpenWorkspace, prepared } from '../../db/index.ts';
import type { LogReader } from '../log-reader.ts';
import { findLogImport, importsOfFile, type LogImport, raiseRevision, readingKey, readingOf, unfinishedImport } from './imports.ts';
import { loadKeys, type Pause } from './keys.ts';
import { type AddressSource, relocateAddresses } from './relocate.ts';
import { finishRemovals } from './remove.ts';
import { makeRollUp } from './roll-up.ts';
import { createProgress, learnTexts, storeBatch } from './store-batch.ts';
import { inItsTurn, writeStep } from './turns.ts';

/** What an import works with. */
export interface LogImportTools {
  readonly reader: Pick<LogReader, 'readEvents'>;
  networks(): AddressSource;
  /** UTC instant, ISO 8601. */
  now(): string;
  newId(): string;
  readonly pause: Pause;
  /** In bytes of the file. */
  progress(done: number, total: number): void;
  readonly signal?: AbortSignal;
}

export interface LogFileToImport {
  readonly path: string;
  /** Name without folder. */
  readonly name: string;
  /** Hash of its bytes where it is known already. */
  readonly sha256?: string;
  /** System its accounts belong to; the preset where not given. */
  readonly system?: string;
  /** Name and version of the saved profile. */
  readonly profile?: string;
}

/** `already`: the same file was read in the same way before, and nothing was added. */
export type LogImportEnd = { readonly kind: 'imported' | 'already'; readonly import: LogImport };

type Reply<T> = Result<T, AppError>;

/**
 * Reads a log file into the workspace and lets its events count: what the import wizard and the command line do. Events that are there already,
 * from an earlier or an overlapping file, are not added again. A cancel or crash leaves the import begun: `resumeLogImport` goes on with it,
 * `discardLogImport` takes it away.
 *
 * Errors: `import.notReady` (step `unfinished`: another import waits for one of the two; step `busy`), `file.refused`, `cancelled`,
 * `workspace.readOnly`.
 */
export async function importLogFile(
  workspace: OpenWorkspace,
  file: LogFileToImport,
  reading: LogReading,
  tools: LogImportTools,
): Promise<Reply<LogImportEnd>> {
  const read = await readLogFile(workspace, file, reading, tools);
  if (!read.ok || read.value.kind === 'already') return read;
  const committed = await commitLogImport(workspace, read.value.import.id, tools);
  return committed.ok ? ok({ kind: 'imported', import: committed.value }) : committed;
}

/** The same without letting the events count yet: for a review before `commitLogImport`. */
export function readLogFile(
  workspace: OpenWorkspace,
  file: LogFileToImport,
  reading: LogReading,
  tools: LogImportTools,
): Promise<Reply<LogImportEnd>> {
  return inItsTurn(workspace, async () => {
    await finishRemovals(workspace, tools.pause);
    const fileSha256 = file.sha256 ?? (await hashFile(file.path));
    const key = readingKey(reading);
    const same = importsOfFile(workspace, fileSha256).find((one) => one.state === 'committed' && one.readingKey === key);
    if (same !== undefined) return ok({ kind: 'already', import: same });
    const unfinished = unfinishedImport(workspace);
    if (unfinished !== undefined) return err({ code: 'import.notReady', step: 'unfinished', detail: unfinished.fileName });
    await workspace.idle();
    const id = tools.newId();
    workspace.writeUntracked(() =>
      prepared(
        workspace.db,
        "INSERT INTO log_imports (id, file_name, file_sha256, sheet, preset, system, reading, reading_key, profile, state, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'reading', ?)",
      ).run(
        id,
        file.name,
        fileSha256,
        reading.table.sheet,
        reading.preset,
        file.system ?? reading.preset ?? '',
        JSON.stringify(reading),
        key,
        file.profile ?? null,
        tools.now(),
      ),
    );
    return goOn(workspace, id, file.path, tools);
  });
}

/**
 * Goes on with an import that was cancelled or broke off, where it stopped; then `commitLogImport`. The file must be the same, byte for byte.
 * Errors as `readLogFile`; `record.notFound` when there is no such import, `record.conflict` when the file is another.
 */
export function resumeLogImport(workspace: OpenWorkspace, id: string, path: string, tools: LogImportTools): Promise<Reply<LogImportEnd>> {
  return inItsTurn(workspace, async () => {
    const begun = findLogImport(workspace, id);
    if (begun === undefined || begun.state !== 'reading') return err({ code: 'record.notFound', entity: 'logImport', id });
    if ((await hashFile(path)) !== begun.fileSha256)
      return err({ code: 'record.conflict', entity: 'logImport', detail: begun.fileName.slice(0, 300) });
    await finishRemovals(workspace, tools.pause);
    return begun.complete ? ok({ kind: 'imported', import: begun }) : goOn(workspace, id, path, tools);
  });
}

async function goOn(workspace: OpenWorkspace, id: string, path: string, tools: LogImportTools): Promise<Reply<LogImportEnd>> {
  const { pause, signal } = tools;
  const begun = known(workspace, id);
  const reading = readingOf(workspace, id);
  const total = Math.max(1, reading.file.bytes);
  await relocateAddresses(workspace, tools.networks, pause);
  const keys = await loadKeys(workspace, begun.number, 0, pause);
  const progress = createProgress(begun.number, begun.system, keys);
  const end = await tools.reader.readEvents(
    path,
    reading,
    { afterRow: begun.lastRow, now: Date.parse(begun.createdAt) },
    async (batch) => {
      await learnTexts(workspace, batch, progress, tools.networks, pause);
      await writeStep(workspace, () => storeBatch(workspace.db, batch, progress));
      tools.progress(Math.min(batch.readBytes, total), total);
      await pause();
    },
    signal,
  );
  if (end === 'cancelled' || !end.ok) {
    await workspace.idle();
    dropIfEmpty(workspace, id);
    return err(end === 'cancelled' ? { code: 'cancelled' } : { code: 'file.refused', ...end.error });
  }
  if (end.value.sha256 !== begun.fileSha256)
    return err({ code: 'record.conflict', entity: 'logImport', detail: begun.fileName.slice(0, 300) });
  await makeRollUp(workspace, begun.number, pause);
  await writeStep(workspace, () =>
    prepared(workspace.db, 'UPDATE log_imports SET complete = 1, rows_read = ?, read_bytes = ? WHERE number = ?').run(
      end.value.rows,
      total,
      begun.number,
    ),
  );
  tools.progress(total, total);
  return ok({ kind: 'imported', import: known(workspace, id) });
}

/** An import of which nothing was stored has nothing to go on with. */
function dropIfEmpty(workspace: OpenWorkspace, id: string): void {
  workspace.writeUntracked(() => prepared(workspace.db, 'DELETE FROM log_imports WHERE id = ? AND last_row = 0').run(id));
}

/**
 * Lets the events of an import count: flips its state, as one entry of the journal with the file's hash and the counts. Nothing is copied.
 * Errors: `record.notFound`, `import.notReady` (step `read`: not read to its end).
 */
export async function commitLogImport(
  workspace: OpenWorkspace,
  id: string,
  { now }: Pick<LogImportTools, 'now'>,
): Promise<Reply<LogImport>> {
  await workspace.idle();
  const found = findLogImport(workspace, id);
  if (found === undefined || found.state !== 'reading') return err({ code: 'record.notFound', entity: 'logImport', id });
  if (!found.complete) return err({ code: 'import.notReady', step: 'read', detail: found.fileName });
  const written = workspace.write(
    {
      method: 'accessLogs.commit',
      params: {
        file: found.fileName,
        sha256: found.fileSha256,
        reading: found.readingKey,
        rows: found.rowsRead,
        events: found.events,
        duplicates: found.duplicates,
        rejected: found.rejected,
      },
      subject: { entity: 'logImports', id },
    },
    () => {
      prepared(workspace.db, "UPDATE log_imports SET state = 'committed', committed_at = ? WHERE number = ?").run(now(), found.number);
      raiseRevision(workspace.db);
      return ok(null);
    },
  );
  return written.ok ? ok(known(workspace, id)) : written;
}

function known(workspace: OpenWorkspace, id: string): LogImport {
  const found = findLogImport(workspace, id);
  if (found === undefined) throw new Error(`There is no import ${id}`);
  return found;
}

/** SHA-256 of a file's bytes, hex. Throws what the file system said. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
