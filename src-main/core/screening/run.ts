import type { Reply } from '../../../src-shared/contract/kernel.ts';
import type { Run } from '../../../src-shared/contract/screening.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { ScreeningProfile } from '../../../src-shared/model/screening.ts';
import type { SubjectHit, SubjectTask } from '../../engine/screening/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import type { JobContext } from '../jobs/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { chunksOf } from './chunks.ts';
import { createHitWriter, forgetEntries, forgetSubjects } from './hit-writer.ts';
import type { HeldIndex, IndexHolder } from './index-holder.ts';
import { planOf } from './plan.ts';
import { keptFrom, profileOf, readProfile } from './profile.ts';
import { insertRun, standingHits } from './store.ts';
import type { ScreenedSubject, SubjectSource } from './subjects.ts';

const queriesAtOnce = 200;

const hasHits = ({ db }: OpenWorkspace): boolean => db.prepare('SELECT 1 FROM screening_hits WHERE gone = 0 LIMIT 1').get() !== undefined;

/**
 * Screens whoever must be looked at again and keeps what is found: the core reads, pool threads compare, the core writes. Lists that changed are
 * compared by their changed entries only, with everybody; subjects that changed with everything. Decisions are never touched.
 */
export async function runScreening(
  deps: FeatureDeps,
  source: SubjectSource,
  holder: IndexHolder,
  wanted: { readonly cause: 'all' | 'subjects' | 'changes'; readonly ids: ReadonlySet<string> | null },
  job: Pick<JobContext, 'signal' | 'progress' | 'pause'>,
): Promise<Reply<Run | null>> {
  const opened = deps.session();
  if (opened.readOnly !== null) return err({ code: 'workspace.readOnly', reason: opened.readOnly });
  const startedAt = deps.ports.clock.now();
  const profile = profileOf(readProfile(opened));
  // With nobody to compare there is nothing to lay an index out for.
  if (wanted.cause === 'changes' && source(opened).length === 0 && !hasHits(opened)) return ok(null);
  const index = await holder.current(job);
  const workspace = deps.session();
  const everybody = source(workspace);
  const plan = await planOf(() => deps.session(), everybody, index.lists, wanted, job.pause);
  if (plan.whole.length === 0 && !plan.listsMoved && wanted.cause === 'changes') return ok(null);

  const runId = deps.ports.ids.next();
  const before = lapsedHits(workspace, profile);
  const writer = createHitWriter(deps, profile, index.lists, source, { runId, at: startedAt });
  const total = plan.whole.length + plan.partly.length;
  let done = 0;
  const screenAll = async (subjects: readonly ScreenedSubject[], against: HeldIndex, only: ReadonlySet<string> | null) => {
    const chunks = chunksOf(subjects, queriesAtOnce);
    // Two at a time keep both threads busy while the core writes.
    for (let at = 0; at < chunks.length; at += poolWidth) {
      const some = chunks.slice(at, at + poolWidth);
      const answers = await Promise.all(some.map((chunk) => compare(deps, against, chunk, profile, job.signal)));
      for (const [place, chunk] of some.entries()) {
        await writer.keep(chunk, answers[place] ?? [], only, job.pause);
        done += chunk.length;
        job.progress(done, total);
      }
    }
  };
  if (plan.whole.length > 0) await screenAll(plan.whole, index, null);
  if (plan.partly.length > 0 && plan.changed.length > 0) {
    const small = await holder.over(
      plan.changed.map(({ entry }) => entry),
      index,
      job,
    );
    await screenAll(plan.partly, small, new Set(plan.changed.map(({ list, entry }) => `${list} ${entry.entryId}`)));
  }

  const last = deps.session();
  await last.idle();
  const run = last.writeUntracked(() => {
    const gone = writer.gone + forgetEntries(last, plan) + forgetSubjects(last, everybody);
    // A run over some subjects only leaves the others as they were against their older lists.
    if (wanted.ids === null) {
      last.db.prepare('DELETE FROM screening_bases').run();
      const base = last.db.prepare('INSERT INTO screening_bases VALUES (?, ?)');
      for (const { code, versionId } of index.lists) base.run(code, versionId);
    }
    const lapsed = [...lapsedHits(last, profile)].filter((id) => !before.has(id)).length;
    const finished: Run = {
      id: runId,
      startedAt,
      finishedAt: deps.ports.clock.now(),
      by: readWorkspaceSettings(last.db).person.name,
      cause: plan.cause,
      subjects: total,
      entries: plan.entries,
      newHits: writer.fresh,
      lapsed,
      gone,
      lists: index.lists.map(({ code, label, published }) => ({ code, version: label, published })),
      profile: profile.id,
    };
    insertRun(last, finished);
    return finished;
  });
  return ok(run);
}

const poolWidth = 2;

/** Ids of "not the same" decisions that no longer hold. */
function lapsedHits(workspace: OpenWorkspace, profile: ScreeningProfile): ReadonlySet<string> {
  const rows = workspace.db.prepare(`SELECT id FROM (${standingHits(profile)}) WHERE state = 'lapsed'`).all() as { id: string }[];
  return new Set(rows.map(({ id }) => id));
}

async function compare(
  deps: FeatureDeps,
  index: HeldIndex,
  subjects: readonly ScreenedSubject[],
  profile: ScreeningProfile,
  signal: AbortSignal,
): Promise<readonly (readonly SubjectHit[])[]> {
  const input: SubjectTask = {
    index: index.data,
    indexKey: index.key,
    queries: subjects.map(({ query }) => query),
    profile,
    options: { from: keptFrom(profile), on: deps.ports.clock.today() },
    namesFrom: Math.min(...Object.values(profile.thresholds).map(({ review }) => review)),
  };
  return (await deps.jobs.pool({ task: 'screening.subjects', input }, signal)) as readonly (readonly SubjectHit[])[];
}
