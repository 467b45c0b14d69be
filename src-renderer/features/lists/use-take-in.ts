import { useCallback } from 'react';
import type { AppError } from '../../../src-shared/contract/kernel.ts';
import { useDroppedFiles, useHostCommand } from '../../host/index.ts';
import { useGoOn } from '../../ui/index.ts';

interface TakeIn {
  /** Asks for files, or for a folder, and leads to the screen that shows what they hold. */
  readonly pick: (what: 'files' | 'folder') => Promise<void>;
  readonly pending: boolean;
  readonly error: AppError | null;
}

const mostFiles = 200;

/** Lists come in by a dialog or by letting files go on the window; both lead to the screen where the person says yes. */
export function useTakeIn(): TakeIn {
  const goOn = useGoOn();
  const { run, pending, error } = useHostCommand('lists.open');
  const begin = useCallback(
    async (handles: string[] | null, folder: boolean) => {
      const reply = await run({ handles, folder });
      if (reply.ok && reply.value !== null) goOn(`/lists/take-in/${reply.value.token}?job=${reply.value.jobId}`);
    },
    [run, goOn],
  );
  useDroppedFiles((handles) => void begin(handles.slice(0, mostFiles), false));
  const pick = useCallback((what: 'files' | 'folder') => begin(null, what === 'folder'), [begin]);
  return { pick, pending, error: error?.code === 'cancelled' ? null : error };
}
