import { useState } from 'react';
import type { HostEvent } from '../../src-shared/contract/kernel.ts';
import { useHostEvent } from './HostProvider.tsx';

type JobEvent = Extract<HostEvent, { type: 'job' }>;

/** Progress of one long piece of work, by the id its command returned; null before the first message. */
export function useJob(jobId: string | null, onEnd?: (event: JobEvent) => void): JobEvent | null {
  const [latest, setLatest] = useState<JobEvent | null>(null);
  useHostEvent((event) => {
    if (event.type !== 'job' || event.jobId !== jobId) return;
    setLatest(event);
    if (event.state !== 'running') onEnd?.(event);
  });
  return latest?.jobId === jobId ? latest : null;
}

/** The newest work of a kind that runs now, for a command that only answers when the work is done; null while none does. */
export function useRunningJob(kind: string): JobEvent | null {
  const [latest, setLatest] = useState<JobEvent | null>(null);
  useHostEvent((event) => {
    if (event.type === 'job' && event.kind === kind) setLatest(event.state === 'running' ? event : null);
  });
  return latest;
}
