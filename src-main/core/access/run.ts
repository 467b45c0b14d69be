import type { Reply } from '../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { FeatureDeps } from '../feature.ts';
import { createTurns, type JobContext } from '../jobs/index.ts';
import { withExitDays } from './exit-days.ts';
import type { AuditAnswer, AuditRequest } from './judge/audit-task.ts';
import { type Judged, keepFindings } from './keep.ts';
import { surroundingsNow } from './picture.ts';
import { type AccessJoins, auditInputOf, basisOf, peopleBasisOf } from './sources.ts';

/** Two runs that end at the same time would give the same number to different findings. */
const inTurn = createTurns();

export interface AuditRun {
  readonly events: number;
  readonly findings: number;
  /** Findings that are new, differ, or are gone. */
  readonly changed: number;
}

type AuditJob = Pick<JobContext, 'signal' | 'progress' | 'pause'>;

/**
 * Runs the audit over everything that counts and keeps what it finds: the core reads, a pool thread judges, the core writes. Findings that
 * are alike stay untouched; those that somebody decided stay even where they are found no more.
 *
 * Where people change while it runs it starts again: somebody may have been erased, and what was read before would bring the name back.
 */
export async function runAudit(deps: FeatureDeps, joins: AccessJoins, job: AuditJob): Promise<Reply<AuditRun>> {
  const { readOnly } = deps.session();
  if (readOnly !== null) return err({ code: 'workspace.readOnly', reason: readOnly });
  const changed = new Set<string>();
  for (;;) {
    const judged = await judge(deps, joins, job);
    if (await inTurn('keep', () => keepFindings(deps, joins, judged, changed)))
      return ok({ events: judged.events, findings: judged.answer.findings.length, changed: changed.size });
  }
}

async function judge(deps: FeatureDeps, joins: AccessJoins, job: AuditJob): Promise<Judged> {
  const opened = deps.session();
  const around = await surroundingsNow(deps.session, joins, job.pause);
  const basis = JSON.stringify(await basisOf(opened, around, job.pause));
  const peopleBasis = peopleBasisOf(around.people);
  job.progress(0, 3);
  await job.pause();
  const { input: read } = await auditInputOf(opened, around, {}, job.pause);
  const input = withExitDays(read, joins.exits(deps.session()));
  job.progress(1, 3);
  const { task, transfer } = requestOf({ input, settings: around.settings, packs: around.judging.packs });
  const count = input.events.length;
  const answer = (await deps.jobs.pool({ task: 'access.audit', input: task, transfer }, job.signal)) as AuditAnswer;
  job.progress(2, 3);
  return { around, answer, events: count, basis, peopleBasis };
}

/** A request to a pool thread. The columns of events are handed over, not copied: they are gone here afterwards. */
export function requestOf(task: AuditRequest): { readonly task: AuditRequest; readonly transfer: ArrayBuffer[] } {
  const { events } = task.input;
  const transfer = [
    events.id,
    events.ts,
    events.account,
    events.address,
    events.resource,
    events.action,
    events.loggedCountry,
    events.outcome,
    events.count,
    events.tokens,
    events.bytes,
  ]
    .map(({ buffer }) => buffer)
    .filter((buffer) => buffer instanceof ArrayBuffer);
  return { task, transfer: [...new Set(transfer)] };
}
