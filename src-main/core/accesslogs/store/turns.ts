import type { AppError } from '../../../../src-shared/contract/kernel.ts';
import { err, type Result } from '../../../../src-shared/model/result.ts';
import { type OpenWorkspace, prepared } from '../../db/index.ts';
import { JobCancelled } from '../../jobs/index.ts';
import type { Pause } from './keys.ts';

const busy = new WeakSet<OpenWorkspace>();

/**
 * Runs work that adds to the events or takes some away; one at a time in a workspace, since each relies on what the others left. Errors:
 * `import.notReady` at step `busy`, `workspace.readOnly`, `cancelled`.
 */
export async function inItsTurn<T>(workspace: OpenWorkspace, work: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
  if (busy.has(workspace)) return err({ code: 'import.notReady', step: 'busy', detail: workspace.name.slice(0, 300) });
  if (workspace.readOnly !== null) return err({ code: 'workspace.readOnly', reason: workspace.readOnly });
  busy.add(workspace);
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof JobCancelled) return err({ code: 'cancelled' });
    throw cause;
  } finally {
    busy.delete(workspace);
  }
}

/**
 * Writes one of many steps of a job that can go on where it stopped. Waits for long commands of other features first, and lets other requests
 * through after: a step with its share of the folding fills a slice by itself.
 */
export async function writeStep<T>(workspace: OpenWorkspace, work: () => T): Promise<T> {
  await workspace.idle();
  const written = workspace.writeUntracked(work, 'withNext');
  await new Promise((resolve) => setImmediate(resolve));
  return written;
}

/** Deletes what `sql` names, a step at a time: it takes the number of an import and how many rows to delete at most. */
export async function deleteInSteps(
  workspace: OpenWorkspace,
  sql: string,
  importNumber: number,
  rowsAStep: number,
  pause: Pause,
): Promise<void> {
  for (let deleted = rowsAStep; deleted === rowsAStep; ) {
    deleted = await writeStep(workspace, () => prepared(workspace.db, sql).run(importNumber, rowsAStep).changes);
    await pause();
  }
}

/** Parts of a roll-up hold half a megabyte each. */
export const deleteRollUp = 'DELETE FROM log_days WHERE id IN (SELECT id FROM log_days WHERE import = ? LIMIT ?)';
