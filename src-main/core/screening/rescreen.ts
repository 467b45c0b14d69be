import type { FeatureDeps } from '../feature.ts';
import { JobCancelled } from '../jobs/index.ts';
import { screenedLists } from '../lists/index.ts';
import type { IndexHolder } from './index-holder.ts';
import { runScreening } from './run.ts';
import type { SubjectSource } from './subjects.ts';

/** Screens by itself whatever changed: a new list version against everybody, a changed party against everything. */
export interface Rescreening {
  /** Something changed; safe to call often. Several changes while one run goes on become one more run. */
  changed(): void;
}

export function createRescreening(deps: FeatureDeps, subjects: SubjectSource, holder: IndexHolder): Rescreening {
  let running = false;
  let again = false;
  const start = () => {
    const workspace = deps.session();
    if (workspace.readOnly !== null) return;
    // Nothing to compare with, and nothing was compared before: nobody is called screened.
    const compared = workspace.db.prepare('SELECT 1 FROM screening_bases LIMIT 1').get() !== undefined;
    if (!compared && screenedLists(workspace).length === 0) return;
    running = true;
    deps.jobs.start({ kind: 'screening.rescreen', touches: ['screening', 'parties'] }, async (job) => {
      try {
        return await runScreening(deps, subjects, holder, { cause: 'changes', ids: null }, job);
      } catch (cause) {
        // The lock fell or somebody cancelled: the next change, or the next run by hand, catches up.
        if (cause instanceof JobCancelled) again = false;
        throw cause;
      } finally {
        running = false;
        if (again && !job.signal.aborted) {
          again = false;
          start();
        }
      }
    });
  };
  return {
    changed() {
      if (running) again = true;
      else start();
    },
  };
}
