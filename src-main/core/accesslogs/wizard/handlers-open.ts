import { stat } from 'node:fs/promises';
import { basename, relative } from 'node:path';
import type { accessLogMethods, LogPreviewRow, LogSession } from '../../../../src-shared/contract/access-logs.ts';
import type { AppError, HandlersFor, Reply } from '../../../../src-shared/contract/kernel.ts';
import { LogTable } from '../../../../src-shared/formats/access-log.ts';
import { err, ok, type Result } from '../../../../src-shared/model/result.ts';
import { hashFile } from '../store/import-file.ts';
import { findLogImport } from '../store/imports.ts';
import { discardLogImport } from '../store/remove.ts';
import type { WizardContext } from './context.ts';
import { logFilesBelow } from './folder.ts';
import { lookInto } from './look.ts';
import type { KeptPreview, WizardState } from './state.ts';
import { deleteSession, forgetOldSessions, insertSession, listSessions, loadOpen, loadSession, previewOf, saveFact } from './store.ts';

type Opening = Pick<
  HandlersFor<typeof accessLogMethods>,
  | 'accessLogs.chooseFiles'
  | 'accessLogs.start'
  | 'accessLogs.sessions'
  | 'accessLogs.session'
  | 'accessLogs.open'
  | 'accessLogs.discard'
  | 'accessLogs.preview'
  | 'accessLogs.setTable'
  | 'accessLogs.answer'
>;

/** Days that the draft of a committed import stays at hand. */
const keptDays = 30;

/** From the files to the table: steps one and two of the wizard. */
export function createOpeningHandlers(context: WizardContext): Opening {
  const { deps } = context;
  return {
    'accessLogs.chooseFiles': async ({ folder }) => (folder ? chooseFolder(context) : chooseFiles(context)),
    'accessLogs.start': ({ handles }) => start(context, handles),
    'accessLogs.sessions': () => {
      // Whoever looks at the list of drafts is about to choose a file.
      context.reader.prepare();
      return ok(listSessions(context.workspace()).map((session) => context.view(session)));
    },
    'accessLogs.session': ({ id }) => viewed(context, loadSession(context.workspace(), id)),
    'accessLogs.open': ({ id, handle }) => context.inTurn(id, () => open(context, id, handle)),
    'accessLogs.discard': ({ id }) =>
      context.inTurn(id, async () => {
        const session = loadSession(context.workspace(), id);
        if (!session.ok) return session;
        const job = context.jobs.get(id);
        if (job !== undefined) deps.jobs.cancel(job.jobId);
        const { importId } = session.value;
        const begun = importId === null ? undefined : findLogImport(context.workspace(), importId);
        if (begun?.state === 'reading') {
          const gone = await discardLogImport(context.workspace(), begun.id, { now: context.now, pause: context.pause() });
          if (!gone.ok) return gone;
        }
        deleteSession(context.workspace(), id);
        context.paths.delete(id);
        return ok({});
      }),
    'accessLogs.preview': ({ id }) => {
      const opened = loadOpen(context.workspace(), id);
      if (!opened.ok) return opened;
      const { state } = opened.value;
      const preview = previewOf(context.workspace(), id);
      return ok({ rows: previewRows(state, preview), more: preview.more, times: timeSamples(state) });
    },
    'accessLogs.setTable': ({ id, revision, table: change, preset }) =>
      context.inTurn(id, async () => {
        const opened = loadOpen(context.workspace(), id, revision);
        if (!opened.ok) return opened;
        const { reading } = opened.value.state;
        const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
        const table = LogTable.parse({ ...reading.table, ...given });
        const otherSheet = table.sheet !== reading.table.sheet;
        if (otherSheet && !reading.file.sheets.some((sheet) => sheet.name === table.sheet))
          return err({ code: 'record.notFound', entity: 'sheet', id: (table.sheet ?? '-').slice(0, 80) });
        const looked = await lookInto(context, id, {
          // Another sheet has another header; the reader proposes it.
          table: otherSheet ? { ...table, headerRow: null, headerRows: 1 } : table,
          preset: preset === undefined ? undefined : preset,
          answers: otherSheet || preset !== undefined ? undefined : reading.answers,
        });
        return looked.ok ? viewed(context, loadSession(context.workspace(), id)) : looked;
      }),
    'accessLogs.answer': ({ id, revision, answers }) =>
      context.inTurn(id, async () => {
        const opened = loadOpen(context.workspace(), id, revision);
        if (!opened.ok) return opened;
        const { state } = opened.value;
        const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
        const reading = { ...state.reading, answers: { ...state.reading.answers, ...given } };
        return ok(context.view(context.saveReading(opened.value, state, reading, 'stale')));
      }),
  };
}

async function chooseFiles({ deps, reader }: WizardContext) {
  reader.prepare();
  const picked = await deps.ports.dialogs.pickFiles('import', [
    { nameKey: 'accessLogs.wizard.files', extensions: ['csv', 'tsv', 'txt', 'log', 'xlsx', 'xls', 'ods', 'json', 'jsonl', 'ndjson', 'gz'] },
  ]);
  return ok(picked.slice(0, 2000).map(({ handle, name, sizeBytes }) => ({ handle, name, bytes: sizeBytes })));
}

async function chooseFolder({ deps, reader }: WizardContext) {
  reader.prepare();
  const { dialogs, files } = deps.ports;
  const folder = await dialogs.pickFolder('import');
  if (folder === null) return ok([]);
  const path = files.resolve(folder.handle, 'import');
  if (!path.ok) return path;
  const { paths } = await logFilesBelow(path.value);
  if (paths.length === 0) return err<AppError>({ code: 'file.refused', reason: 'emptyFolder', place: folder.name, limit: null });
  return ok(
    paths.map((file) => {
      const { handle, sizeBytes } = files.add(file, 'import');
      return { handle, name: relative(path.value, file).slice(0, 300), bytes: sizeBytes };
    }),
  );
}

const tried = 5;

/** Puts files into a queue and looks into the first one that can be read. Errors: those of the last file that was tried. */
async function start(context: WizardContext, handles: readonly string[]): Promise<Reply<LogSession>> {
  const { ids, files } = context.deps.ports;
  const resolved: string[] = [];
  for (const handle of handles) {
    const path = files.resolve(handle, 'import');
    if (!path.ok) return path;
    resolved.push(path.value);
  }
  const workspace = context.workspace();
  forgetOldSessions(workspace, new Date(Date.parse(context.now()) - keptDays * 86_400_000).toISOString());
  const queueId = ids.next();
  const queued: string[] = [];
  for (const [index, path] of resolved.entries()) {
    const id = ids.next();
    const bytes = await sizeOf(path);
    insertSession(context.workspace(), { id, queueId, position: index + 1, fileName: basename(path).slice(0, 300), bytes }, context.now());
    context.paths.set(id, path);
    queued.push(id);
  }
  let last: Reply<LogSession> = err({ code: 'file.handleExpired' });
  for (const id of queued.slice(0, tried)) {
    last = await open(context, id, null);
    if (last.ok) return last;
    // A file that cannot be read leaves no draft; the others of the queue stay.
    deleteSession(context.workspace(), id);
    context.paths.delete(id);
  }
  return last;
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true ? found.size : 0;
}

/** Looks into a file that waited, or takes the file of a draft again. */
async function open(context: WizardContext, id: string, handle: string | null): Promise<Reply<LogSession>> {
  const session = loadSession(context.workspace(), id);
  if (!session.ok) return session;
  if (handle !== null) {
    const path = context.deps.ports.files.resolve(handle, 'import');
    if (!path.ok) return path;
    const { sha256, bytes, fileName } = session.value;
    const same = sha256 === null ? (await sizeOf(path.value)) === bytes : (await hashFile(path.value)) === sha256;
    if (!same) return err({ code: 'record.conflict', entity: 'logImport', detail: fileName });
    context.paths.set(id, path.value);
  }
  if (session.value.state === null) {
    const looked = await lookInto(context, id);
    if (!looked.ok) return looked;
  }
  if (session.value.sha256 === null) startHash(context, id);
  return viewed(context, loadSession(context.workspace(), id));
}

/** Makes the file's hash aside, so that the same file is told on the first screen without a wait for it. */
function startHash(context: WizardContext, id: string): void {
  const path = context.paths.get(id);
  if (path === undefined) return;
  context.deps.jobs.start({ kind: 'accessLogs.hash', touches: ['accessLogs'] }, async () => {
    const sha256 = await hashFile(path);
    await context.workspace().idle();
    saveFact(context.workspace(), id, { sha256 });
    return ok(null);
  });
}

function previewRows({ reading: { table, shape } }: WizardState, { rows }: KeptPreview): LogPreviewRow[] {
  const { headerRow, headerRows } = table;
  return rows.map(({ row, cells }) => ({
    row,
    role: shape !== 'table' || headerRow === null || row >= headerRow + headerRows ? 'data' : row >= headerRow ? 'header' : 'banner',
    cells: [...cells],
  }));
}

function timeSamples({ fields, reading }: WizardState) {
  return fields
    .filter((field) => field.field === 'ts' && field.samples.length > 0)
    .map(({ samples }) => ({
      column: (reading.mapping.ts?.from ?? [])
        .map((source) => source.path)
        .join(reading.mapping.ts?.join === undefined ? ' / ' : ' + ')
        .slice(0, 400),
      samples: samples.map(({ from, to }) => ({ from, to: to === null ? null : to.slice(0, 40) })),
    }));
}

export function viewed(context: WizardContext, session: Result<Parameters<WizardContext['view']>[0], AppError>): Reply<LogSession> {
  return session.ok ? ok(context.view(session.value)) : session;
}
