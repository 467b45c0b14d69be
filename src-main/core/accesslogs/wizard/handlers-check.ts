import type { accessLogMethods } from '../../../../src-shared/contract/access-logs.ts';
import type { HandlersFor, Reply } from '../../../../src-shared/contract/kernel.ts';
import type { LogCheck } from '../../../../src-shared/formats/access-log.ts';
import { err, ok } from '../../../../src-shared/model/result.ts';
import type { JobContext } from '../../jobs/index.ts';
import { refused, type WizardContext } from './context.ts';
import { problemViews } from './problems.ts';
import { checkOf, loadOpen, type OpenSession, saveCheck, saveFact, saveState } from './store.ts';
import { missingFields } from './view.ts';

type Checking = Pick<HandlersFor<typeof accessLogMethods>, 'accessLogs.check' | 'accessLogs.problems' | 'accessLogs.leaveOut'>;

/** Step five: the whole file is read without writing anything; what stops it is grouped by what settles it. */
export function createCheckHandlers(context: WizardContext): Checking {
  const { deps } = context;
  return {
    'accessLogs.check': ({ id }) => {
      const ready = readyToRead(context, id);
      if (!ready.ok) return ready;
      const running = context.jobs.get(id);
      if (running?.kind === 'check') return ok({ jobId: running.jobId });
      if (running !== undefined) return err({ code: 'import.notReady', step: 'busy', detail: ready.value.fileName });
      const { revision } = ready.value;
      const jobId = deps.jobs.start({ kind: 'accessLogs.check', touches: ['accessLogs'] }, async (job) => {
        try {
          const checked = await checkFile(context, ready.value, job);
          if (!checked.ok) return checked;
          const now = loadOpen(context.workspace(), id, revision);
          // Something was changed meanwhile: this check is of other answers and is asked for anew.
          if (!now.ok) return now.error.code === 'record.stale' ? ok(null) : now;
          keepCheck(context, now.value, checked.value);
          return ok(null);
        } finally {
          context.jobs.delete(id);
        }
      });
      context.jobs.set(id, { jobId, kind: 'check' });
      return ok({ jobId });
    },
    'accessLogs.problems': ({ id }) => {
      const opened = loadOpen(context.workspace(), id);
      if (!opened.ok) return opened;
      const kept = checkOf(context.workspace(), id);
      return ok(kept === null ? [] : [...problemViews(kept.check, opened.value.state.leftOut)]);
    },
    'accessLogs.leaveOut': ({ id, revision, problemId, leftOut }) =>
      context.inTurn(id, async () => {
        const opened = loadOpen(context.workspace(), id, revision);
        if (!opened.ok) return opened;
        const { state } = opened.value;
        const without = state.leftOut.filter((one) => one !== problemId);
        const next = { ...state, leftOut: leftOut ? [...without, problemId] : without };
        return ok(context.view(saveState(context.workspace(), opened.value, next, context.now(), 'keep')));
      }),
  };
}

/** A draft whose file is at hand and whose required fields have a column. */
export function readyToRead(context: WizardContext, id: string): Reply<OpenSession> {
  const opened = loadOpen(context.workspace(), id);
  if (!opened.ok) return opened;
  if (!context.paths.has(id)) return err({ code: 'file.handleExpired' });
  const missing = missingFields(opened.value.state);
  return missing.length === 0 ? opened : err({ code: 'import.notReady', step: 'columns', detail: missing.join(', ') });
}

/** Reads the whole file of a draft; progress is in bytes. */
export async function checkFile(
  context: WizardContext,
  session: OpenSession,
  job: Pick<JobContext, 'signal' | 'progress'>,
): Promise<Reply<LogCheck>> {
  const path = context.paths.get(session.id);
  if (path === undefined) return err({ code: 'file.handleExpired' });
  const end = await context.reader.check(
    path,
    session.state.reading,
    Date.parse(context.now()),
    ({ readBytes }) => job.progress(Math.min(readBytes, session.bytes), session.bytes),
    job.signal,
  );
  if (end === 'cancelled') return err({ code: 'cancelled' });
  if (!end.ok) return refused(end.error);
  if (session.sha256 !== null && end.value.sha256 !== session.sha256)
    return err({ code: 'record.conflict', entity: 'logImport', detail: session.fileName });
  await context.workspace().idle();
  return ok(end.value);
}

/** Keeps a check, and the order of day and month that the values themselves decided. */
function keepCheck(context: WizardContext, session: OpenSession, check: LogCheck): void {
  const workspace = context.workspace();
  if (session.sha256 === null) saveFact(workspace, session.id, { sha256: check.sha256 });
  const { state } = session;
  saveCheck(workspace, session.id, check, { ...state, reading: { ...state.reading, answers: check.answers } });
}
