import { Progress } from '../ui/index.ts';
import { callHost } from './bridge.ts';
import type { useLastJob } from './use-last-job.ts';

interface JobProgressProps {
  /** What the work is on; it says which job runs now. */
  readonly session: { readonly job: { readonly jobId: string } | null };
  readonly job: ReturnType<typeof useLastJob>;
  readonly label: string;
  readonly total?: number | null;
}

/** How far the work on a session is, with a way to stop it. A stopped import has written nothing. */
export function JobProgress({ session, job, label, total = null }: JobProgressProps) {
  const id = session.job?.jobId;
  const cancel = id === undefined ? undefined : () => void callHost('jobs.cancel', { id });
  return <Progress label={label} done={job?.done ?? 0} total={job?.total ?? total} onCancel={cancel} />;
}
