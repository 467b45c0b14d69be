import { useEffect, useRef } from 'react';
import type { LogSession } from '../../../src-shared/contract/access-logs.ts';
import { type HostCommand, useHostCommand, useLastJob } from '../../host/index.ts';

/** Reads the whole file whenever an answer changed, once for each revision; writes nothing. */
export function useCheck(session: LogSession): {
  readonly check: HostCommand<'accessLogs.check'>;
  readonly job: ReturnType<typeof useLastJob>;
  /** Ended without an outcome: it can be asked for again. */
  readonly stopped: boolean;
} {
  const check = useHostCommand('accessLogs.check');
  const job = useLastJob(session);
  const asked = useRef(-1);
  const { id, revision, fileAtHand } = session;
  const needed = session.checked === null && fileAtHand;
  const idle = session.job === null;
  const { run } = check;
  useEffect(() => {
    if (!needed || !idle || asked.current === revision) return;
    asked.current = revision;
    void run({ id });
  }, [needed, idle, run, id, revision]);
  const stopped = needed && idle && !check.pending && (job?.state === 'failed' || job?.state === 'cancelled' || check.error !== null);
  return { check, job, stopped };
}
