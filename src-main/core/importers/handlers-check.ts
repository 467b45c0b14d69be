import type { FixAction, ImportSession, importMethods } from '../../../src-shared/contract/imports.ts';
import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import type { ImportContext } from './context.ts';
import { withValues } from './handlers-map.ts';
import { valueKey } from './map/read-value.ts';
import { checkRows, checkSession } from './session/check.ts';
import { problemGroups } from './session/problems-view.ts';
import { rememberValues } from './session/profiles.ts';
import { groupRowPage, rowPage, rowView } from './session/row-view.ts';
import { setEdit, setExcluded } from './session/rows.ts';
import type { SessionState } from './session/state.ts';
import { loadSession, type StoredSession, saveFindings, saveState } from './session/store.ts';
import { missingFields } from './session/view.ts';
import type { ImportTarget } from './target.ts';

type Checking = Pick<
  HandlersFor<typeof importMethods>,
  | 'imports.check'
  | 'imports.problems'
  | 'imports.problemRows'
  | 'imports.fix'
  | 'imports.unfix'
  | 'imports.rows'
  | 'imports.editCell'
  | 'imports.exclude'
>;

const noCounts = { total: 0, ready: 0, blocked: 0, skipped: 0, warned: 0 };

/** Step five: problems grouped by what fixes them, and the fixes. */
export function createCheckHandlers(context: ImportContext): Checking {
  const { deps } = context;
  return {
    'imports.check': ({ id, revision }) => {
      const opened = readyToCheck(context, id, revision);
      if (!opened.ok) return opened;
      const { session, target } = opened.value;
      const jobId = deps.jobs.start({ kind: 'imports.check', touches: ['imports'] }, (job) =>
        context.inTurn(id, async () => {
          try {
            const total = session.state.staged.rows;
            const checked = await checkSession(
              context.workspace,
              session,
              target,
              context.pause(() => job.pause()),
              (done) => job.progress(done, total),
            );
            const now = loadSession(context.workspace(), id, revision);
            if (!now.ok) return now;
            saveFindings(context.workspace(), id, { checked });
            return ok(null);
          } finally {
            context.jobs.delete(id);
          }
        }),
      );
      context.jobs.set(id, { jobId, kind: 'check' });
      return ok({ jobId });
    },
    'imports.problems': ({ id }) => {
      const opened = context.open(id);
      if (!opened.ok) return opened;
      const { session, target } = opened.value;
      return ok({
        counts: session.state.checked?.counts ?? noCounts,
        groups: problemGroups(context.workspace(), session, target.schema(session.variant)),
      });
    },
    'imports.problemRows': ({ id, groupId, offset, limit }) => {
      const opened = context.open(id);
      return opened.ok
        ? ok(groupRowPage(context.workspace(), opened.value.session, groupId, offset, limit, schemaOf(opened.value)))
        : opened;
    },
    'imports.rows': ({ id, filter, offset, limit }) => {
      const opened = context.open(id);
      return opened.ok ? ok(rowPage(context.workspace(), opened.value.session, filter, offset, limit, schemaOf(opened.value))) : opened;
    },
    'imports.fix': ({ id, revision, groupId, action }) => context.inTurn(id, () => fix(context, id, revision, groupId, action)),
    'imports.unfix': ({ id, revision, groupId }) =>
      context.inTurn(id, async () => {
        const opened = readyToCheck(context, id, revision);
        if (!opened.ok) return opened;
        const { session, target } = opened.value;
        const { [groupId]: _, ...actions } = session.state.actions;
        const kind = groupId.split(':')[0];
        const table = {
          ...session.state.table,
          ...(kind === 'dateOrder' ? { dateOrder: null } : {}),
          ...(kind === 'decimalSign' ? { decimalSign: null } : {}),
        };
        return ok(context.view(await saveAndCheck(context, session, target, { ...session.state, actions, table }), target));
      }),
    'imports.editCell': ({ id, revision, row, column, text }) =>
      context.inTurn(id, async () => {
        const opened = context.open(id, revision);
        if (!opened.ok) return opened;
        if (rowView(context.workspace(), opened.value.session, row, schemaOf(opened.value)) === null)
          return err({ code: 'record.notFound', entity: 'importRow', id: String(row) });
        setEdit(context.workspace(), id, row, column, text);
        const session = await recheckRows(context, opened.value.session, opened.value.target, [row]);
        const view = rowView(context.workspace(), session, row, schemaOf(opened.value));
        if (view === null) return err({ code: 'record.notFound', entity: 'importRow', id: String(row) });
        return ok({ session: context.view(session, opened.value.target), row: view });
      }),
    'imports.exclude': ({ id, revision, rows, excluded }) =>
      context.inTurn(id, async () => {
        const opened = context.open(id, revision);
        if (!opened.ok) return opened;
        setExcluded(context.workspace(), id, rows, excluded);
        return ok(context.view(await recheckRows(context, opened.value.session, opened.value.target, rows), opened.value.target));
      }),
  };
}

/** A session whose rows are all staged and whose required fields have a column. */
export function readyToCheck(
  context: ImportContext,
  id: string,
  revision: number,
): Result<{ session: StoredSession; target: ImportTarget }, Extract<Reply<never>, { ok: false }>['error']> {
  const opened = context.open(id, revision);
  if (!opened.ok) return opened;
  const { session, target } = opened.value;
  if (session.state.forgotten === true) return err({ code: 'import.notReady', step: 'forgotten', detail: session.fileName });
  if (!session.state.staged.complete) return err({ code: 'import.notReady', step: 'table', detail: session.fileName });
  const missing = missingFields(session.state, target.schema(session.variant));
  if (missing.length > 0)
    return err({
      code: 'import.notReady',
      step: 'columns',
      detail: missing
        .map((field) => field.label)
        .join(', ')
        .slice(0, 300),
    });
  return opened;
}

async function fix(
  context: ImportContext,
  id: string,
  revision: number,
  groupId: string,
  action: FixAction,
): Promise<Reply<{ session: ImportSession; settled: number }>> {
  const opened = readyToCheck(context, id, revision);
  if (!opened.ok) return opened;
  const { session, target } = opened.value;
  const groups = () => problemGroups(context.workspace(), session, target.schema(session.variant));
  const before = groups().find((group) => group.id === groupId);
  if (before === undefined) return err({ code: 'record.notFound', entity: 'importProblem', id: groupId });
  const next = withAction(context, session, target, before.fieldId, groupId, action);
  if (next === null) return err({ code: 'request.invalid', issues: [`${groupId}: not fixed by ${action.kind}`] });
  const saved = await saveAndCheck(context, session, target, next);
  const after = groups().find((group) => group.id === groupId);
  const left = after === undefined || after.severity === 'settled' ? 0 : after.cells;
  return ok({ session: context.view(saved, target), settled: Math.max(0, before.cells - left) });
}

function withAction(
  context: ImportContext,
  session: StoredSession,
  target: ImportTarget,
  fieldId: string | null,
  groupId: string,
  action: FixAction,
): SessionState | null {
  const { state } = session;
  switch (action.kind) {
    case 'chooseDateOrder':
      return { ...state, table: { ...state.table, dateOrder: action.order }, checked: null };
    case 'chooseDecimalSign':
      return { ...state, table: { ...state.table, decimalSign: action.sign }, checked: null };
    case 'mapValue': {
      if (fieldId === null) return null;
      if (action.remember) {
        const meanings = action.values.map(({ from, target: meaning }) => [valueKey(from), meaning] as const);
        context.workspace().writeUntracked(() => rememberValues(context.workspace(), session.target, session.variant, fieldId, meanings));
      }
      return withValues(state, target.schema(session.variant), fieldId, action.values);
    }
    default:
      return { ...state, actions: { ...state.actions, [groupId]: action }, checked: null };
  }
}

async function saveAndCheck(
  context: ImportContext,
  session: StoredSession,
  target: ImportTarget,
  state: SessionState,
): Promise<StoredSession> {
  const saved = saveState(context.workspace(), session, { ...state, checked: null }, context.deps.ports.clock.now());
  const pause = context.pause();
  const checked = await checkSession(context.workspace, saved, target, pause);
  saveFindings(context.workspace(), session.id, { checked });
  return { ...saved, state: { ...saved.state, checked } };
}

async function recheckRows(
  context: ImportContext,
  session: StoredSession,
  target: ImportTarget,
  rows: readonly number[],
): Promise<StoredSession> {
  const wasChecked = session.state.checked !== null;
  const saved = saveState(context.workspace(), session, session.state, context.deps.ports.clock.now());
  if (!wasChecked) return saved;
  const pause = context.pause();
  const checked = await checkRows(context.workspace, saved, target, rows, pause);
  saveFindings(context.workspace(), session.id, { checked });
  return { ...saved, state: { ...saved.state, checked } };
}

const schemaOf = ({ session, target }: { readonly session: StoredSession; readonly target: ImportTarget }) =>
  target.schema(session.variant);
