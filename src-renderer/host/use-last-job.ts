import { useState } from 'react';
import { useJob } from './use-job.ts';

/** The work on a session now or, once it ended, how it ended: the session itself forgets its job at that moment. */
export function useLastJob(
  session: { readonly job: { readonly jobId: string } | null },
  onEnd?: Parameters<typeof useJob>[1],
): ReturnType<typeof useJob> {
  const [last, setLast] = useState<string | null>(session.job?.jobId ?? null);
  const now = session.job?.jobId ?? null;
  if (now !== null && now !== last) setLast(now);
  return useJob(now ?? last, onEnd);
}
