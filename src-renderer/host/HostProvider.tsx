import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { HostEvent } from '../../src-shared/contract/kernel.ts';
import { onHostEvent } from './bridge.ts';
import { createQueryClient, refetchTouched } from './query-client.ts';

/** Keeps the query cache in step with the core for everything below it. */
export function HostProvider({ children }: { readonly children: ReactNode }) {
  const [client] = useState(createQueryClient);
  useHostEvent((event) => {
    if (event.type === 'touched') void refetchTouched(client, event.topics);
    if (event.type === 'job') void refetchTouched(client, ['jobs']);
  });
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

/** Calls back on each message of the core while mounted. */
export function useHostEvent(listener: (event: HostEvent) => void): void {
  const [latest] = useState({ listener });
  latest.listener = listener;
  useEffect(() => onHostEvent((event) => latest.listener(event)), [latest]);
}

/** Files that are let go together come one by one; after so long without another they count as one drop. */
const dropEndsMs = 80;

/** Calls back once for all files that are let go on the window together, with the handles that stand for them. */
export function useDroppedFiles(onFiles: (handles: readonly string[]) => void): void {
  const [gathered] = useState<{ handles: string[]; timer: ReturnType<typeof setTimeout> | undefined }>({ handles: [], timer: undefined });
  useDroppedFile(({ handle }) => {
    gathered.handles.push(handle);
    clearTimeout(gathered.timer);
    gathered.timer = setTimeout(() => onFiles(gathered.handles.splice(0)), dropEndsMs);
  });
  useEffect(() => () => clearTimeout(gathered.timer), [gathered]);
}

/** Calls back when a file is let go on the window, with the handle that stands for it. */
export function useDroppedFile(
  onFile: (file: { readonly handle: string; readonly name: string; readonly sizeBytes: number }) => void,
): void {
  useHostEvent((event) => {
    if (event.type === 'fileDropped') onFile({ handle: event.handle, name: event.name, sizeBytes: event.sizeBytes });
  });
}
