import type { AppError } from '../../../../src-shared/contract/kernel.ts';
import { err, type Result } from '../../../../src-shared/model/result.ts';
import type { OpenWorkspace } from '../../db/index.ts';

const busy = new WeakSet<OpenWorkspace>();

/**
 * Runs work that adds to the events or takes some away; one at a time in a workspace, since each relies on what the others left. Error:
 * `import.notReady` at step `busy`.
 */
export async function inItsTurn<T>(workspace: OpenWorkspace, work: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
  if (busy.has(workspace)) return err({ code: 'import.notReady', step: 'busy', detail: workspace.name.slice(0, 300) });
  if (workspace.readOnly !== null) return err({ code: 'workspace.readOnly', reason: workspace.readOnly });
  busy.add(workspace);
  try {
    return await work();
  } finally {
    busy.delete(workspace);
  }
}
