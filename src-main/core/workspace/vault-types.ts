import type { HostEvent, Reply } from '../../../src-shared/contract/kernel.ts';
import type { IsoInstant } from '../../../src-shared/model/dates.ts';
import type { Kdf } from '../crypto/index.ts';
import type { Migration } from '../db/index.ts';
import type { JobsControl } from '../jobs/index.ts';
import type { Log } from '../log/index.ts';
import type { Ports } from '../ports.ts';
import type { WorkspaceHeader } from './header.ts';
import type { MachineMemory } from './machine.ts';
import type { Selected } from './place.ts';
import type { Session } from './session.ts';

export type LockBecause = Extract<HostEvent, { type: 'lock' }>['because'];

export interface VaultDeps {
  readonly ports: Ports;
  readonly kdf: Kdf;
  readonly migrations: readonly Migration[];
  readonly jobs: JobsControl;
  readonly log: Log;
  emit(event: HostEvent): void;
}

export interface LockInfo {
  readonly because: LockBecause;
  readonly at: IsoInstant;
  readonly idleMinutes: number | null;
}

export interface UnlockChoice {
  readonly takeOver: boolean;
  readonly readOnly: boolean;
}

/** Keeper of the one workspace that is chosen, its key while it is open, and the lock. */
export interface Vault {
  readonly memory: MachineMemory;
  selected(): Selected | null;
  lockInfo(): LockInfo | null;
  isOpen(): boolean;
  /** Runs work that may use only the session that is open now, also after each `await`. */
  bind<T>(work: () => T): T;
  /** Rises each time the lock falls: a call that began under another number belongs to a closed session. */
  epoch(): number;
  session(): Session;
  /** The key of the open workspace, for rewrapping and snapshots. Never kept by the caller. */
  dataKey(): Buffer;
  select(folder: string): Reply<Selected>;
  deselect(): void;
  /** Opens the chosen workspace with its data key, which the vault then owns and zeroes. */
  open(dataKey: Buffer, choice: UnlockChoice): Reply<Session>;
  lock(because: LockBecause, idleMinutes?: number): void;
  replaceHeader(header: WorkspaceHeader): void;
  /** Closes the database, lets `work` replace files, and opens it again with the same key or the one given. */
  reopenAround(work: () => void, newKey?: Buffer): Reply<Session>;
  rememberOpened(): void;
  unsavedChanges(): number;
  /** Everything up to this journal entry is in a snapshot. */
  markSnapshot(journalSeq: number): void;
}
