import { join } from 'node:path';
import { type App, type AppOptions, createApp } from '../../src-main/core/app.ts';
import { deriveWithScrypt, type Kdf, newSalt } from '../../src-main/core/crypto/index.ts';
import type { AppError, HostEvent } from '../../src-shared/contract/kernel.ts';
import { createFakePorts, type FakePorts } from './ports.ts';

/** scrypt at a thousandth of the product's cost. Only tests use it; the product refuses such a header. */
export const cheapKdf: Kdf = {
  fresh: () => ({ name: 'scrypt', N: 128, r: 8, p: 1, salt: newSalt() }),
  accepts: (parameters) => parameters.N >= 128,
  derive: deriveWithScrypt,
};

export const testPassphrase = 'seven lanterns above the harbour';

export interface TestApp {
  readonly app: App;
  readonly ports: FakePorts;
  readonly events: HostEvent[];
  /** Calls a method and gives its value; a refusal fails the test with its code. */
  call<T = unknown>(method: string, input?: unknown): Promise<T>;
  /** Calls a method that must be refused, and gives the error. */
  refusal(method: string, input?: unknown): Promise<AppError>;
  /** Locks, closes and removes every file. */
  end(): Promise<void>;
}

export interface TestWorkspace extends TestApp {
  readonly folder: string;
  readonly recoveryKey: string;
  unlock(): Promise<void>;
}

/** The product's core over test ports and a cheap key derivation, on the start screen. */
export function startTestApp(options: AppOptions & { readonly ports?: FakePorts } = {}): TestApp {
  const { ports = createFakePorts(), ...appOptions } = options;
  const app = createApp(ports, { kdf: cheapKdf, ...appOptions });
  const events: HostEvent[] = [];
  app.subscribe((event) => events.push(event));
  return {
    app,
    ports,
    events,
    async call<T>(method: string, input: unknown = {}) {
      const reply = await app.dispatch(method, input);
      if (!reply.ok) throw new Error(`${method} was refused: ${JSON.stringify(reply.error)}`);
      return reply.value as T;
    },
    async refusal(method, input = {}) {
      const reply = await app.dispatch(method, input);
      if (reply.ok) throw new Error(`${method} was answered: ${JSON.stringify(reply.value)}`);
      return reply.error;
    },
    async end() {
      await app.close();
      ports.remove();
    },
  };
}

/** An unlocked workspace in a real encrypted file, made the way a user makes one. */
export async function openTestWorkspace(
  options: AppOptions & { readonly ports?: FakePorts; readonly name?: string; readonly kind?: 'live' | 'exercise' } = {},
): Promise<TestWorkspace> {
  const { name = 'Test company', kind = 'live', ...appOptions } = options;
  const started = startTestApp(appOptions);
  const draft = await started.call<{ draftId: string; groups: string[] }>('workspace.create', {
    parent: null,
    name,
    color: 'teal',
    kind,
    passphrase: testPassphrase,
    person: { name: 'Tess Tester', initials: 'TT' },
  });
  const recoveryKey = draft.groups.join('-');
  await started.call('workspace.confirmRecoveryKey', { draftId: draft.draftId, typed: recoveryKey });
  return {
    ...started,
    folder: join(started.ports.paths.documents, `${name}.gatehouse`),
    recoveryKey,
    async unlock() {
      await started.call('workspace.unlock', { passphrase: testPassphrase });
    },
  };
}
