import type { HostEvent, Reply } from '../../src-shared/contract/kernel.ts';
import { err } from '../../src-shared/model/result.ts';
import type { DemoSeeder, Feature } from './feature.ts';
import type { HostPorts } from './ports.ts';
import type { HostSignal } from './rpc/wire.ts';

/** The whole product without a window. */
export interface App {
  /** Answers one call of a screen. Never throws and never rejects. */
  dispatch(name: string, payload: unknown): Promise<Reply<unknown>>;
  /** Tells of things around the app: idle, sleep, dropped files. */
  signal(signal: HostSignal): void;
  subscribe(listener: (event: HostEvent) => void): () => void;
  /** Locks, ends jobs and pool threads, closes files. */
  close(): Promise<void>;
}

export interface AppOptions {
  /** Business features; the product's own list unless a test brings another. */
  readonly features?: readonly Feature[];
  readonly seedDemo?: DemoSeeder | null;
}

/** Composition root: everything is made here and nowhere else. */
export function createApp(_ports: HostPorts, _options: AppOptions = {}): App {
  return {
    dispatch: async () => err({ code: 'workspace.locked' }),
    signal: () => undefined,
    subscribe: () => () => undefined,
    close: async () => undefined,
  };
}
