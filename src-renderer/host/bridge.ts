import { topics } from 'virtual:method-topics';
import type { z } from 'zod';
import type { contract, Method } from '../../src-shared/contract/index.ts';
import { HostEvent, type Reply } from '../../src-shared/contract/kernel.ts';
import type { WindowMethod, windowMethods } from '../../src-shared/contract/window.ts';

/** Every method the page may call: the core's and the shell thread's. */
export type HostMethod = Method | WindowMethod;

type SpecOf<M extends HostMethod> = M extends Method ? (typeof contract)[M] : M extends WindowMethod ? (typeof windowMethods)[M] : never;

export type InputOf<M extends HostMethod> = z.input<SpecOf<M>['input']>;
export type OutputOf<M extends HostMethod> = z.output<SpecOf<M>['output']>;
export type QueryMethod = { [M in HostMethod]: SpecOf<M>['kind'] extends 'query' ? M : never }[HostMethod];
export type CommandMethod = { [M in HostMethod]: SpecOf<M>['kind'] extends 'command' ? M : never }[HostMethod];

/** The one narrow door the preload opens. */
export interface HostBridge {
  readonly call: (method: string, input: unknown) => Promise<unknown>;
  readonly on: (listener: (event: unknown) => void) => () => void;
}

declare global {
  interface Window {
    readonly host: HostBridge;
  }
}

/** The topics a method reads or writes. */
export function topicsOf(method: HostMethod): readonly string[] {
  return topics[method] ?? [];
}

/**
 * Calls a method of the core or the shell. Expected failures come back as values; a door that does not answer at all is a
 * defect and becomes `unexpected`, so that screens have one way to fail.
 */
export async function callHost<M extends HostMethod>(method: M, input: InputOf<M>): Promise<Reply<OutputOf<M>>> {
  try {
    // Both sides share the contract and the core has parsed its answer by the output schema, so it is not parsed twice.
    return (await window.host.call(method, input)) as Reply<OutputOf<M>>;
  } catch {
    return { ok: false, error: { code: 'unexpected', incidentId: 'no-answer' } };
  }
}

/** Listens to unasked messages from the core. What does not parse is ignored: it is from a newer core than this page. */
export function onHostEvent(listener: (event: HostEvent) => void): () => void {
  return window.host.on((raw) => {
    const event = HostEvent.safeParse(raw);
    if (event.success) listener(event.data);
  });
}
