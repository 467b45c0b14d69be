import { useState } from 'react';
import { callHost, useHostCommand, useJob, useRunningJob } from '../../host/index.ts';

/** Starts the audit and follows it, whoever started it. `job` is null while none runs. */
export function useAuditRun() {
  const run = useHostCommand('access.run');
  const [jobId, setJobId] = useState<string | null>(null);
  const own = useJob(jobId);
  const anyones = useRunningJob('access.audit');
  const job = anyones ?? (own?.state === 'running' ? own : null);
  return {
    start: async () => {
      const reply = await run.run({});
      if (reply.ok) setJobId(reply.value.jobId);
    },
    cancel: () => {
      if (job !== null) void callHost('jobs.cancel', { id: job.jobId });
    },
    busy: run.pending || job !== null,
    job,
    /** How it could not be started, or how it failed. */
    error: run.error ?? (own?.state === 'failed' ? (own.error ?? null) : null),
  };
}
