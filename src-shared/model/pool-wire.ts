/** Message from the core to a pool thread: a task, or the wish that it ends once it has answered what came before. */
export type PoolMessage = PoolRequest | 'end';

export interface PoolRequest {
  readonly id: number;
  readonly task: string;
  readonly input: unknown;
}

/** Answer of a pool thread. */
export type PoolAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string };
