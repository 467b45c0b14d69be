import type Database from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import type { WorkspaceColor, WorkspaceKind } from '../../../src-shared/contract/workspace.ts';

/**
 * One step of the schema, forward only, run in a transaction of its own.
 *
 * Numbers have gaps and a range per feature: workspace 0-99, journal 100-199, inventory 200-299 (operation 250-269, evidence 270-289 and 960-969),
 * classification 300-399, imports 400-499, settings 500-599, reports 600-649,
 * people 700-719. A released migration is never edited.
 * Tables are `STRICT`.
 */
export interface Migration {
  readonly id: number;
  readonly name: string;
  readonly sql: string;
  /**
   * Tables made here whose rows are neither journalled nor undone: staging, caches, search indexes, events by the million.
   * Every other table is tracked: it can be written only inside `OpenWorkspace.write`, and each change is kept
   * before and after. A feature's own triggers may write to untracked tables only.
   */
  readonly untracked?: readonly string[];
}

/** What a command says about itself in the journal. */
export interface CommandNote {
  /** The method's name; the journal's words are the text `journal.<method>`. */
  readonly method: string;
  /** Fills the gaps of that text, as `{ name: 'Aurora 7B' }`. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** The record it is about, for the record's own history. */
  readonly subject?: { readonly entity: string; readonly id: string };
  /** Rule packs it relied on, as `us-ear@2026.3`. */
  readonly packs?: readonly string[];
  /** False keeps the command out of undo, and stops undo from going past it. Default true. */
  readonly undoable?: boolean;
  /** True where nobody asked for it: the journal names the program, not the person who works here. */
  readonly byItself?: boolean;
}

/** Who the journal names where the program did something by itself. It is nobody's name: nothing hides it. */
export const programActor = { name: 'Gatehouse', initials: 'GH' } as const;

/** The connection that a piece of work must use. */
export interface Connection {
  readonly db: Database.Database;
  readonly orm: BetterSQLite3Database;
}

/** The writing connection of a command in slices: `pause` lets other requests through once a slice is used up. */
export interface SlicedConnection extends Connection {
  pause(): Promise<void>;
}

/** An unlocked workspace. It ends when the lock falls: ask for it anew after each `await`. */
export interface OpenWorkspace extends Connection {
  readonly id: string;
  readonly name: string;
  readonly color: WorkspaceColor;
  readonly kind: WorkspaceKind;
  readonly demo: boolean;
  /** Why nothing can be saved; null when it can. */
  readonly readOnly: 'newerFormat' | 'folder' | 'lockTaken' | null;

  /**
   * Runs a command: one IMMEDIATE transaction holding its changes and its journal entry, or neither.
   * An error reply or a throw rolls everything back. The work is synchronous and must not nest.
   */
  write<T>(note: CommandNote, work: () => Reply<T>): Reply<T>;

  /**
   * A command too long for one slice (thousands of rows). The work gets the writing connection, and calls `await tx.pause()`
   * often: it yields to other requests once a slice is used up. Meanwhile `db` and `orm` of the workspace answer from the
   * last committed state, and other commands wait. Ends like `write`: all or nothing; a lock or cancel rolls it back.
   */
  writeInSlices<T>(note: CommandNote, work: (tx: SlicedConnection) => Promise<Reply<T>>, signal?: AbortSignal): Promise<Reply<T>>;

  /**
   * Writes to untracked tables: drafts, staging, caches. A transaction of its own, no journal entry. A job awaits `idle()` first.
   * `withNext`: it need not have reached the disk when this returns, but only when the next command has: for one of many steps of a job that
   * can go on where it stopped. A crash of the program loses nothing even so, a power cut perhaps the last steps.
   */
  writeUntracked<T>(work: () => T, onDisk?: 'atOnce' | 'withNext'): T;

  /** Settles when no `writeInSlices` is running. Commands need not ask: the dispatcher holds them. */
  idle(): Promise<void>;
}

/** Thrown when the lock fell under a running call. The dispatcher answers `workspace.locked`. */
export class WorkspaceClosed extends Error {
  constructor() {
    super('No workspace is open');
    this.name = 'WorkspaceClosed';
  }
}
