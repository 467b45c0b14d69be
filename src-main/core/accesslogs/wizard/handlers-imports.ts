import type { accessLogMethods, LogImportLine } from '../../../../src-shared/contract/access-logs.ts';
import type { HandlersFor, Reply } from '../../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../../src-shared/model/result.ts';
import { english } from '../../../../src-shared/text/en/index.ts';
import { type ExportSheet, writeXlsx } from '../../exports/index.ts';
import { saveWhereChosen } from '../../files/index.ts';
import { peopleBehind } from '../../journal/index.ts';
import { hashFile, resumeLogImport } from '../store/import-file.ts';
import { findLogImport, type LogImport, listLogImports } from '../store/imports.ts';
import { discardLogImport, undoLogImport } from '../store/remove.ts';
import type { WizardContext } from './context.ts';
import { bytesOf, rejectedOfDraft, rejectedOfImport } from './rejected.ts';
import { loadOpen, loadSession, saveFact, sessionOfImport } from './store.ts';

type Imports = Pick<
  HandlersFor<typeof accessLogMethods>,
  | 'accessLogs.imports'
  | 'accessLogs.resumeImport'
  | 'accessLogs.discardImport'
  | 'accessLogs.undoImport'
  | 'accessLogs.importRejected'
  | 'accessLogs.rejectedRows'
  | 'accessLogs.template'
>;

/** The list of imports, what can be done with each, and the files the wizard writes. */
export function createImportListHandlers(context: WizardContext): Imports {
  const { deps } = context;
  return {
    'accessLogs.imports': () => ok([...importLines(context)]),
    'accessLogs.resumeImport': ({ importId, handle }) => resume(context, importId, handle),
    'accessLogs.discardImport': ({ importId }) => takeAway(context, importId, 'reading'),
    'accessLogs.undoImport': ({ importId }) => takeAway(context, importId, 'committed'),
    'accessLogs.importRejected': async ({ importId, as }) => {
      const found = findLogImport(context.workspace(), importId);
      if (found === undefined) return err({ code: 'record.notFound', entity: 'logImport', id: importId });
      return save(context, found.fileName, as, await rejectedOfImport(context.workspace, found, context.pause()));
    },
    'accessLogs.rejectedRows': ({ id, as }) =>
      deps.jobs.run({ kind: 'accessLogs.rejected', touches: [] }, async (job) => {
        const opened = loadOpen(context.workspace(), id);
        if (!opened.ok) return opened;
        const sheet = await rejectedOfDraft(context, opened.value, job.signal);
        return sheet.ok ? save(context, opened.value.fileName, as, sheet.value) : sheet;
      }),
    'accessLogs.template': async () => {
      const name = english['accessLogs.wizard.template.name'];
      return saveWhereChosen(deps.ports, `${name}.xlsx`, 'xlsx', await writeXlsx([templateSheet()]));
    },
  };
}

async function save(context: WizardContext, fileName: string, as: 'csv' | 'xlsx', sheet: ExportSheet) {
  const stem = fileName.replace(/(\.[^.]{1,6}){1,2}$/, '').slice(0, 120);
  return saveWhereChosen(context.deps.ports, `${stem} rejected.${as}`, as, await bytesOf(sheet, as));
}

function importLines(context: WizardContext): readonly LogImportLine[] {
  const workspace = context.workspace();
  const imports = listLogImports(workspace).slice(0, 5000);
  const people = peopleBehind(workspace.db, 'logImports', 'accessLogs.commit');
  const beingRead = new Set([...context.jobs].flatMap(([id, job]) => (job.kind === 'write' ? [id] : [])));
  return imports.map((one) => {
    const sessionId = sessionOfImport(workspace, one.id);
    return {
      id: one.id,
      fileName: one.fileName,
      sha256: one.fileSha256,
      preset: one.preset,
      state: stateOf(one, sessionId !== null && beingRead.has(sessionId)),
      rows: one.rowsRead,
      events: one.events,
      alreadyThere: one.duplicates,
      rejected: one.rejected,
      firstAt: one.firstAt,
      lastAt: one.lastAt,
      profile: one.profile,
      by: people.get(one.id) ?? null,
      startedAt: one.createdAt,
      committedAt: one.committedAt,
      sessionId,
    };
  });
}

function stateOf({ state, complete }: LogImport, beingRead: boolean): LogImportLine['state'] {
  if (state !== 'reading') return state;
  return complete ? 'ready' : beingRead ? 'reading' : 'broken';
}

/** Goes on with an import that broke off: the same file, byte for byte. */
async function resume(context: WizardContext, importId: string, handle: string): Promise<Reply<{ jobId: string; sessionId: string }>> {
  const found = findLogImport(context.workspace(), importId);
  const sessionId = found === undefined ? null : sessionOfImport(context.workspace(), importId);
  if (found?.state !== 'reading' || sessionId === null) return err({ code: 'record.notFound', entity: 'logImport', id: importId });
  if (context.jobs.has(sessionId)) return err({ code: 'import.notReady', step: 'busy', detail: found.fileName });
  const path = context.deps.ports.files.resolve(handle, 'import');
  if (!path.ok) return path;
  if ((await hashFile(path.value)) !== found.fileSha256)
    return err({ code: 'record.conflict', entity: 'logImport', detail: found.fileName });
  context.paths.set(sessionId, path.value);
  const jobId = context.deps.jobs.start({ kind: 'accessLogs.write', touches: ['accessLogs'] }, async (job) => {
    try {
      const tools = context.tools({ pause: () => job.pause(), signal: job.signal, progress: (done, total) => job.progress(done, total) });
      return await resumeLogImport(context.workspace(), importId, path.value, tools);
    } finally {
      context.jobs.delete(sessionId);
    }
  });
  context.jobs.set(sessionId, { jobId, kind: 'write' });
  return ok({ jobId, sessionId });
}

async function takeAway(context: WizardContext, importId: string, from: 'reading' | 'committed'): Promise<Reply<Record<string, never>>> {
  const sessionId = sessionOfImport(context.workspace(), importId);
  const job = sessionId === null ? undefined : context.jobs.get(sessionId);
  if (job !== undefined) return err({ code: 'import.notReady', step: 'busy', detail: '' });
  const tools = { now: context.now, pause: context.pause() };
  const gone =
    from === 'reading'
      ? await discardLogImport(context.workspace(), importId, tools)
      : await undoLogImport(context.workspace(), importId, tools);
  if (!gone.ok) return gone;
  const session = sessionId === null ? null : loadSession(context.workspace(), sessionId);
  if (session?.ok === true) {
    // A dropped reading leaves the draft; what was taken back is history.
    if (from === 'reading') saveFact(context.workspace(), session.value.id, { importId: null });
    else saveFact(context.workspace(), session.value.id, { status: 'undone' });
  }
  if (from === 'committed') context.joins.startAudit();
  return ok({});
}

function templateSheet(): ExportSheet {
  const word = (key: keyof typeof english) => english[key];
  return {
    name: word('accessLogs.wizard.template.name').slice(0, 31),
    columns: [
      { title: 'Time (UTC)', width: 22, note: word('accessLogs.wizard.fieldHelp.ts') },
      { title: 'Account', width: 30, note: word('accessLogs.wizard.fieldHelp.account') },
      { title: 'Action', width: 18, note: word('accessLogs.wizard.fieldHelp.action') },
      { title: 'Resource', width: 26, note: word('accessLogs.wizard.fieldHelp.resource') },
      { title: 'IP address', width: 18, note: word('accessLogs.wizard.fieldHelp.ip') },
      { title: 'Outcome', width: 12, choices: ['success', 'failure', 'denied'], note: word('accessLogs.wizard.fieldHelp.outcome') },
      { title: 'Country', width: 10, note: word('accessLogs.wizard.fieldHelp.country') },
      { title: 'Bytes', width: 14, note: word('accessLogs.wizard.fieldHelp.bytes') },
      { title: 'Event ID', width: 22, note: word('accessLogs.wizard.fieldHelp.eventKey') },
    ],
    rows: [
      [
        '2026-10-05T07:14:00Z',
        'ana.petrova@example.com',
        'git.clone',
        'atlas-weights',
        '192.0.2.14',
        'success',
        'NL',
        18_874_368,
        'ev-0001',
      ],
      [
        '2026-10-05T07:20:31Z',
        'svc-train@example.com',
        'artifact.read',
        'atlas-70b',
        '198.51.100.7',
        'success',
        'US',
        4_294_967_296,
        'ev-0002',
      ],
    ],
  };
}
