import { AppError, type HostEvent, type MethodSpec, type Reply } from '../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { WorkspaceClosed } from '../db/index.ts';
import { isDamage, storageErrorOf } from '../files/index.ts';
import { JobCancelled } from '../jobs/index.ts';
import type { Log } from '../log/index.ts';
import { checkPayload, type PayloadFault } from './check.ts';

const maxInFlight = 64;

/** A method with the function that answers it. Input has passed the schema when it is called. */
export interface Route {
  readonly spec: MethodSpec;
  readonly handle: (input: unknown) => unknown;
}

export interface DispatchHost {
  readonly log: Log;
  monotonicMs(): number;
  emit(event: HostEvent): void;
  isOpen(): boolean;
  epoch(): number;
  /** Ties a call and all it starts to the present session: in a later one it finds no workspace. */
  bind<T>(work: () => T): T;
  /** Settles when no long command is writing. */
  idle(): Promise<void>;
  /** The answer to a removal that the guard of a held record stopped; undefined for any other failure. */
  heldFailure(cause: unknown): AppError | undefined;
  /** Newest snapshot that can replace a damaged database. */
  newestGoodSnapshot(): string | null;
}

export type Dispatch = (name: string, payload: unknown) => Promise<Reply<unknown>>;

/** Turns an untrusted message into a checked call. Never throws, never leaks a stack, a path or SQL. */
export function createDispatch(routes: ReadonlyMap<string, Route>, host: DispatchHost): Dispatch {
  let inFlight = 0;
  return async (name, payload) => {
    const startedAt = host.monotonicMs();
    const route = typeof name === 'string' ? routes.get(name) : undefined;
    const refused = refusal(route, payload, inFlight);
    if (refused !== null || route === undefined) {
      const error = refused ?? unknownMethod;
      // A name we do not know is somebody else's words: it is not kept.
      host.log.write({ event: 'refused', code: error.code, ...(route === undefined ? {} : { method: name }) });
      return err(error);
    }
    inFlight += 1;
    try {
      const reply = await answer(name, route, payload, host);
      host.log.write({ event: 'call', method: name, code: reply.ok ? 'ok' : reply.error.code, ms: host.monotonicMs() - startedAt });
      return reply;
    } finally {
      inFlight -= 1;
    }
  };
}

const unknownMethod: AppError = { code: 'request.invalid', issues: ['unknown method'] };

function refusal(route: Route | undefined, payload: unknown, inFlight: number): AppError | null {
  if (route === undefined) return unknownMethod;
  if (inFlight >= maxInFlight) return { code: 'request.tooMany' };
  const shape = checkPayload(payload);
  return shape.ok ? null : faultError(shape.error);
}

function faultError(fault: PayloadFault): AppError {
  return fault === 'tooLarge' ? { code: 'request.tooLarge' } : { code: 'request.invalid', issues: [fault] };
}

async function answer(name: string, { spec, handle }: Route, payload: unknown, host: DispatchHost): Promise<Reply<unknown>> {
  const needsOpen = spec.gate === 'unlocked';
  if (needsOpen && !host.isOpen()) return locked;
  const epoch = host.epoch();
  const fell = () => needsOpen && (!host.isOpen() || host.epoch() !== epoch);
  try {
    const input = spec.input.safeParse(payload);
    if (!input.success)
      return err({
        code: 'request.invalid',
        issues: input.error.issues.slice(0, 50).map((issue) => `${issue.path.join('.')}: ${issue.message}`.slice(0, 400)),
      });
    // Cancelling is how a long command is stopped: it must not wait for it.
    if (needsOpen && spec.kind === 'command' && !name.endsWith('.cancel')) {
      await host.idle();
      if (fell()) return locked;
    }
    const reply = (await (needsOpen ? host.bind(() => handle(input.data)) : handle(input.data))) as Reply<unknown>;
    if (fell()) return locked;
    if (!reply.ok) return err(AppError.parse(reply.error));
    const value: unknown = spec.output.parse(reply.value);
    if (spec.kind === 'command' && spec.touches.length > 0) host.emit({ type: 'touched', topics: [...spec.touches] });
    return ok(value);
  } catch (cause) {
    return err(fell() ? { code: 'workspace.locked' } : failureOf(name, cause, host));
  }
}

const locked: Reply<never> = { ok: false, error: { code: 'workspace.locked' } };

function failureOf(name: string, cause: unknown, host: DispatchHost): AppError {
  if (cause instanceof WorkspaceClosed) return { code: 'workspace.locked' };
  if (cause instanceof JobCancelled) return { code: 'cancelled' };
  if (isDamage(cause)) return { code: 'workspace.damaged', newestGoodSnapshot: host.newestGoodSnapshot() };
  return host.heldFailure(cause) ?? storageErrorOf(cause) ?? { code: 'unexpected', incidentId: host.log.defect(name, cause) };
}
