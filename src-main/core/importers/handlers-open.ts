import { basename } from 'node:path';
import { type ImportSession, type importMethods, TableChoice } from '../../../src-shared/contract/imports.ts';
import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { TargetSchema } from '../../../src-shared/formats/import-target.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { fileRefused, type ImportContext } from './context.ts';
import { candidateSheets, proposeHeader, sampledRows, sheetScore, withHeader } from './session/layout.ts';
import { applyProfile, profileFor, rememberedValues } from './session/profiles.ts';
import { clearRows, firstRows, stageBatch } from './session/rows.ts';
import { readSample, rowsOfBatches, startStaging } from './session/staging.ts';
import type { SessionState } from './session/state.ts';
import { deleteSession, forgetOldSessions, insertSession, listSessions, saveState } from './session/store.ts';
import { previewRows } from './session/view.ts';
import type { ImportTarget } from './target.ts';

type Opening = Pick<
  HandlersFor<typeof importMethods>,
  | 'imports.targets'
  | 'imports.chooseFile'
  | 'imports.start'
  | 'imports.sessions'
  | 'imports.session'
  | 'imports.discard'
  | 'imports.preview'
  | 'imports.setTable'
>;

/** From the file to the table: steps one and two of the frame. */
export function createOpeningHandlers(context: ImportContext): Opening {
  const { deps } = context;
  return {
    'imports.targets': () =>
      ok(
        context.targets.flatMap((target) =>
          target.variants.map((variant) => ({ target: target.id, variant, label: target.schema(variant).label })),
        ),
      ),
    'imports.chooseFile': async ({ purpose }) => {
      const table = purpose === 'table';
      const picked = table
        ? await deps.ports.dialogs.pickFile('import', [
            { nameKey: 'imports.files.tables', extensions: ['xlsx', 'xls', 'ods', 'csv', 'tsv', 'txt', 'xlsm', 'xlsb'] },
          ])
        : await deps.ports.dialogs.pickFiles('modelConfig', [{ nameKey: 'imports.files.model', extensions: ['json', 'md'] }]);
      const list = picked === null ? [] : 'handle' in picked ? [picked] : picked;
      return ok(list.slice(0, 20).map(({ handle, name, sizeBytes }) => ({ handle, name, bytes: sizeBytes })));
    },
    'imports.start': ({ target: targetId, variant, handle }) => start(context, targetId, variant, handle),
    'imports.sessions': () =>
      ok(
        listSessions(context.workspace()).flatMap((session) => {
          const target = context.target(session.target, session.variant);
          return target.ok ? [context.view(session, target.value)] : [];
        }),
      ),
    'imports.session': ({ id }) => {
      const opened = context.open(id);
      return opened.ok ? ok(context.view(opened.value.session, opened.value.target)) : opened;
    },
    'imports.discard': ({ id, revision }) =>
      context.inTurn(id, async () => {
        const opened = context.open(id, revision);
        if (!opened.ok) return opened;
        const job = context.jobs.get(id);
        if (job !== undefined) deps.jobs.cancel(job.jobId);
        deleteSession(context.workspace(), id);
        context.paths.delete(id);
        return ok({});
      }),
    'imports.preview': ({ id }) => {
      const opened = context.open(id);
      if (!opened.ok) return opened;
      const rows = firstRows(context.workspace(), id, 201);
      return ok({
        rows: previewRows(opened.value.session.state, rows.slice(0, 200), opened.value.target.schema(opened.value.session.variant)),
        more: rows.length > 200,
      });
    },
    'imports.setTable': ({ id, revision, table }) => context.inTurn(id, () => setTable(context, id, revision, table)),
  };
}

async function start(context: ImportContext, targetId: string, variant: string, handle: string): Promise<Reply<ImportSession>> {
  const target = context.target(targetId, variant);
  if (!target.ok) return target;
  const path = context.deps.ports.files.resolve(handle, 'import');
  if (!path.ok) return path;
  const sniffed = await context.reader.sniff(path.value);
  if (sniffed === 'cancelled') return err({ code: 'cancelled' });
  if (!sniffed.ok) return err(fileRefused(sniffed.error));
  const { format, sheets } = sniffed.value.sniff;
  if (format === 'json' || format === 'ndjson' || format === 'markdown')
    return err(fileRefused({ reason: 'notATable', place: format, limit: null }));
  const state: SessionState = {
    sniffed: sniffed.value,
    table: {
      sheet: candidateSheets(sheets)[0]?.name ?? '',
      headerRow: null,
      headerRows: 1,
      encoding: null,
      delimiter: null,
      dateOrder: null,
      decimalSign: null,
      zone: null,
    },
    tableReason: null,
    staged: { rows: 0, complete: false, notices: [] },
    titles: [],
    guesses: [],
    mapping: [],
    values: rememberedValues(context.workspace(), targetId, variant),
    actions: {},
    profile: null,
    checked: null,
  };
  const now = context.deps.ports.clock.now();
  forgetOldSessions(context.workspace(), new Date(Date.parse(now) - keptDays * 86_400_000).toISOString());
  const id = context.deps.ports.ids.next();
  const chosen = await bestSheet(context, path.value, state, target.value.schema(variant));
  const read = await readTable(context, path.value, chosen, target.value, variant);
  if (!read.ok) return read;
  const session = insertSession(context.workspace(), {
    id,
    target: targetId,
    variant,
    fileName: basename(path.value).slice(0, 300),
    createdAt: context.deps.ports.clock.now(),
    state: read.value.state,
  });
  context.paths.set(id, path.value);
  await stage(context, id, path.value, read.value);
  return ok(context.view(session, target.value));
}

/** Days that the rows of a committed import stay at hand for its rejected-rows file. */
const keptDays = 30;
const triedSheets = 6;
const triedRows = 60;

/** Starts on the sheet that looks most like the table: workbooks often open with a cover or notes. */
async function bestSheet(context: ImportContext, path: string, state: SessionState, schema: TargetSchema): Promise<SessionState> {
  const candidates = candidateSheets(state.sniffed.sniff.sheets).slice(0, triedSheets);
  if (candidates.length < 2) return state;
  let best = { score: -1, state };
  for (const sheet of candidates) {
    const one = { ...state, table: { ...state.table, sheet: sheet.name } };
    const sample = await readSample(context, path, one, triedRows);
    const score = sample.ok ? sheetScore(rowsOfBatches(sample.value.batches), schema) : -1;
    if (score > best.score) best = { score, state: one };
  }
  return best.state;
}

type ReadTable = { readonly state: SessionState; readonly batches: Parameters<typeof rowsOfBatches>[0] };

/** Reads the sample of the chosen table, proposes its header, and lays a fitting profile over it. */
async function readTable(
  context: ImportContext,
  path: string,
  before: SessionState,
  target: ImportTarget,
  variant: string,
): Promise<Reply<ReadTable>> {
  const sample = await readSample(context, path, before);
  if (!sample.ok) return sample;
  const { summary, batches } = sample.value;
  await context.pause()();
  const staged = { rows: summary.rows, complete: summary.complete, notices: summary.complete ? [...summary.notices] : [] };
  const proposed = proposeHeader({ ...before, staged }, rowsOfBatches(batches), target.schema(variant));
  const profile = profileFor(context.workspace(), target.id, variant, proposed.titles);
  if (profile === null) return ok({ state: proposed, batches });
  const applied = applyProfile(context.workspace(), profile.id, proposed);
  return ok({ state: applied.ok ? applied.value : proposed, batches });
}

/** Stages the sample now and, where the table goes on, the rest in a job. Whole-file formats are read once more: they are small. */
async function stage(context: ImportContext, id: string, path: string, { state, batches }: ReadTable): Promise<void> {
  const pause = context.pause();
  for (const batch of batches) {
    stageBatch(context.workspace(), id, batch);
    await pause();
  }
  if (!state.staged.complete) startStaging(context, id, path, state);
}

async function setTable(
  context: ImportContext,
  id: string,
  revision: number,
  change: { readonly [K in keyof TableChoice]?: TableChoice[K] | undefined },
): Promise<Reply<ImportSession>> {
  const opened = context.open(id, revision);
  if (!opened.ok) return opened;
  const { session, target } = opened.value;
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const table = TableChoice.parse({ ...session.state.table, ...Object.fromEntries(given) });
  const state: SessionState = { ...session.state, table, checked: null };
  const reread =
    table.sheet !== session.state.table.sheet ||
    table.encoding !== session.state.table.encoding ||
    table.delimiter !== session.state.table.delimiter;
  if (reread) {
    const path = context.paths.get(id);
    if (path === undefined) return err({ code: 'file.handleExpired' });
    if (!state.sniffed.sniff.sheets.some((sheet) => sheet.name === table.sheet))
      return err({ code: 'record.notFound', entity: 'sheet', id: table.sheet.slice(0, 80) || '-' });
    const job = context.jobs.get(id);
    if (job !== undefined) context.deps.jobs.cancel(job.jobId);
    const read = await readTable(context, path, { ...state, actions: {} }, target, session.variant);
    if (!read.ok) return read;
    clearRows(context.workspace(), id);
    const saved = saveState(context.workspace(), session, read.value.state, context.deps.ports.clock.now());
    await stage(context, id, path, read.value);
    return ok(context.view(saved, target));
  }
  const headerChanged = table.headerRow !== session.state.table.headerRow || table.headerRows !== session.state.table.headerRows;
  const next = headerChanged
    ? withHeader({ ...state, tableReason: null }, firstRows(context.workspace(), id, sampledRows), target.schema(session.variant))
    : state;
  return ok(context.view(saveState(context.workspace(), session, next, context.deps.ports.clock.now()), target));
}
