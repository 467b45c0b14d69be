import type { accessLogMethods } from '../../../../src-shared/contract/access-logs.ts';
import type { HandlersFor, Reply } from '../../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../../src-shared/model/result.ts';
import type { JobContext } from '../../jobs/index.ts';
import { findLogImport } from '../store/imports.ts';
import { accountCounts, accountsIn } from './accounts.ts';
import type { WizardContext } from './context.ts';
import { checkFile, readyToRead } from './handlers-check.ts';
import { viewed } from './handlers-open.ts';
import { lookInto } from './look.ts';
import { openProblems } from './problems.ts';
import { fingerprintOf } from './state.ts';
import { checkOf, loadOpen, loadSession, type OpenSession, queueOf, saveCheck } from './store.ts';
import { writtenCounts } from './view.ts';
import { commitSession, keepAnswers, writeFile } from './write.ts';

type Committing = Pick<
  HandlersFor<typeof accessLogMethods>,
  'accessLogs.write' | 'accessLogs.review' | 'accessLogs.commit' | 'accessLogs.importAlike'
>;

/** Review and commit: events are in the workspace, and count from the commit on. */
export function createCommitHandlers(context: WizardContext): Committing {
  const { deps } = context;
  return {
    'accessLogs.write': ({ id }) => {
      const ready = readyToRead(context, id);
      if (!ready.ok) return ready;
      const running = context.jobs.get(id);
      if (running?.kind === 'write') return ok({ jobId: running.jobId });
      const kept = checkOf(context.workspace(), id);
      if (running !== undefined || kept?.fresh !== true || openProblems(kept.check, ready.value.state.leftOut) > 0)
        return err({ code: 'import.notReady', step: 'check', detail: ready.value.fileName });
      const jobId = deps.jobs.start({ kind: 'accessLogs.write', touches: ['accessLogs'] }, async (job) => {
        try {
          return await writeFile(context, ready.value, job);
        } finally {
          context.jobs.delete(id);
        }
      });
      context.jobs.set(id, { jobId, kind: 'write' });
      return ok({ jobId });
    },
    'accessLogs.review': async ({ id }) => {
      const opened = loadOpen(context.workspace(), id);
      if (!opened.ok) return opened;
      return ok(await review(context, opened.value));
    },
    'accessLogs.commit': ({ id, revision, saveProfileAs }) =>
      context.inTurn(id, async () => {
        const opened = loadOpen(context.workspace(), id, revision);
        if (!opened.ok) return opened;
        const { importId, fileName } = opened.value;
        const begun = importId === null ? undefined : findLogImport(context.workspace(), importId);
        if (begun?.state !== 'reading' || !begun.complete) return err({ code: 'import.notReady', step: 'review', detail: fileName });
        const kept = keepAnswers(context, opened.value, saveProfileAs);
        if (!kept.ok) return kept;
        const committed = await commitSession(context, opened.value, begun.id);
        if (!committed.ok) return committed;
        context.joins.startAudit();
        return viewed(context, loadSession(context.workspace(), id));
      }),
    'accessLogs.importAlike': ({ id }) => {
      const opened = loadOpen(context.workspace(), id);
      if (!opened.ok) return opened;
      const jobId = deps.jobs.start({ kind: 'accessLogs.rest', touches: ['accessLogs', 'access'] }, (job) =>
        importAlike(context, opened.value, job),
      );
      return ok({ jobId });
    },
  };
}

/** Resources listed in a review. */
const namedAssets = 500;

async function review(context: WizardContext, session: OpenSession) {
  const workspace = context.workspace();
  const kept = checkOf(workspace, session.id);
  const begun = session.importId === null ? undefined : findLogImport(workspace, session.importId);
  const names = new Map(context.joins.assets(workspace).map(({ id, name }) => [id, name]));
  const resources = kept?.check.resources.top ?? [];
  const known = context.joins.assetsBehind(
    workspace,
    resources.map(({ value }) => value),
  );
  const events = new Map<string, number>();
  let unmatched = 0;
  for (const [at, { value, count }] of resources.entries()) {
    const chosen = Object.hasOwn(session.state.assets, value) ? session.state.assets[value] : undefined;
    const asset = chosen ?? known[at]?.id ?? '';
    if (asset === '') unmatched += 1;
    else events.set(asset, (events.get(asset) ?? 0) + count);
  }
  const { accounts } = await accountsIn(context, session);
  return {
    written: begun?.complete === true ? writtenCounts(begun) : null,
    accounts: accountCounts(accounts),
    assets: [...events]
      .map(([id, count]) => ({ id, name: names.get(id) ?? id, events: count }))
      .sort((a, b) => b.events - a.events)
      .slice(0, namedAssets),
    unmatchedResources: unmatched,
    withoutAddress: kept === null ? 0 : kept.check.events - kept.check.withAddress,
    profile: session.state.profile?.name ?? '',
    alike: waitingBehind(context, session).length,
  };
}

/** Files of the queue that nobody has gone through yet. */
function waitingBehind(context: WizardContext, session: OpenSession): readonly string[] {
  return queueOf(context.workspace(), session.queueId)
    .filter((one) => one.id !== session.id && (one.status === 'waiting' || one.status === 'open') && context.paths.has(one.id))
    .map((one) => one.id);
}

/**
 * Brings in the files of the queue that are laid out like one that was just gone through, with its answers. A file of another layout, or one with
 * a question or a kind of rejected row that nobody has seen, stays for the wizard. A cancel keeps the files that were committed.
 */
async function importAlike(context: WizardContext, like: OpenSession, job: JobContext): Promise<Reply<{ readonly imported: number }>> {
  const waiting = waitingBehind(context, like);
  const wanted = fingerprintOf(like.state.reading);
  let imported = 0;
  for (const [at, id] of waiting.entries()) {
    job.progress(at, waiting.length);
    await job.pause();
    if (await importOne(context, id, like, wanted, job)) imported += 1;
  }
  job.progress(waiting.length, waiting.length);
  if (imported > 0) context.joins.startAudit();
  return ok({ imported });
}

async function importOne(context: WizardContext, id: string, like: OpenSession, wanted: string, job: JobContext): Promise<boolean> {
  const quiet = { signal: job.signal, pause: () => job.pause(), progress: () => undefined };
  const looked = await lookInto(context, id);
  if (!looked.ok) return false;
  const opened = loadOpen(context.workspace(), id);
  if (!opened.ok || fingerprintOf(opened.value.state.reading) !== wanted) return false;
  const { mapping, outcome, explode, leaveOut, answers } = like.state.reading;
  const reading = { ...opened.value.state.reading, mapping, outcome, explode, leaveOut, answers };
  const { actions, assets, accounts, chosen, leftOut, profile } = like.state;
  const state = { ...opened.value.state, actions, assets, accounts, chosen, leftOut, profile };
  const session = context.saveReading(opened.value, state, reading, 'drop');
  const checked = await checkFile(context, session, quiet);
  if (!checked.ok) return false;
  saveCheck(context.workspace(), id, checked.value, { ...session.state, reading: { ...reading, answers: checked.value.answers } });
  if (openProblems(checked.value, leftOut) > 0) return false;
  const fresh = loadOpen(context.workspace(), id);
  if (!fresh.ok) return false;
  const written = await writeFile(context, fresh.value, quiet);
  if (!written.ok || written.value.state !== 'reading') return false;
  const committed = await commitSession(context, fresh.value, written.value.id);
  return committed.ok;
}
