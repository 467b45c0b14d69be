import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import type { IsoInstant } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import {
  type CommandNote,
  type Connection,
  createLogFolder,
  foldingAt,
  keepingStatements,
  type OpenWorkspace,
  pagesAStep,
  programActor,
  type SlicedConnection,
  WorkspaceClosed,
} from '../db/index.ts';
import { createSlicer } from '../jobs/index.ts';
import {
  CannotReverse,
  type ChangesHash,
  createJournalWriter,
  type EntryRow,
  hashChanges,
  headOf,
  type Reversible,
  reverseEntry,
  reversible,
  startCapture,
} from '../journal/index.ts';

/** What a session needs of the vault that opened it. */
export interface SessionHost {
  now(): IsoInstant;
  /** How to ask a connection, again and again, who works here. */
  person(db: Database.Database): () => { readonly name: string; readonly initials: string };
  /** A second connection that reads the last committed state. */
  openReader(): Database.Database;
  /** False once another computer has taken the folder over. */
  stillOurs(): boolean;
  /** Called after each commit the user would miss. */
  committed(at: IsoInstant): void;
}

export interface SessionFacts {
  readonly id: string;
  readonly demo: boolean;
  readonly readOnly: OpenWorkspace['readOnly'];
  /** Newest journal entry when the workspace was opened: undo goes back to here. */
  readonly undoFloor: number;
}

interface Info {
  readonly name: string;
  readonly color: OpenWorkspace['color'];
  readonly kind: OpenWorkspace['kind'];
}

type Work<T> = () => Reply<T>;
type LongWork<T> = (tx: SlicedConnection) => Promise<Reply<T>>;
type JournalKind = { readonly kind: 'do' } | { readonly kind: 'undo' | 'redo'; readonly reverses: number };

/** An open workspace with the parts that only the core's own rooms use. */
export interface Session extends OpenWorkspace {
  /** Where undo stops: the newest entry when the workspace was opened, or when this was last asked for. */
  readonly undoFloor: number;
  startUndoHere(): void;
  reversible(): Reversible;
  /** Undoes or redoes one entry, as a journal entry of its own. */
  reverse(direction: 'undo' | 'redo'): Promise<Reply<{ readonly seq: number; readonly method: string; readonly params: string }>>;
  journalSeq(): number;
  close(): void;
}

/** Makes a session over a database that is open, migrated and keyed. */
export function createSession(writer: Database.Database, facts: SessionFacts, host: SessionHost): Session {
  const connection: Connection = { db: writer, orm: drizzle(keepingStatements(writer)) };
  let reader: Connection | undefined;
  let entryInProgress: number | undefined;
  let long: Promise<void> | undefined;
  let closed = false;
  let readOnly = facts.readOnly;
  let undoFloor = facts.undoFloor;

  const tables = startCapture(writer, () => {
    if (entryInProgress === undefined) throw new Error('A tracked table was written outside a command');
    return entryInProgress;
  });

  const journal = createJournalWriter(writer);
  const person = host.person(writer);
  const logFolder = createLogFolder(writer);
  const beginImmediate = writer.prepare('BEGIN IMMEDIATE');
  const commit = writer.prepare('COMMIT');

  const current = (): Connection => {
    if (closed) throw new WorkspaceClosed();
    if (long === undefined || entryInProgress === undefined) return connection;
    if (reader === undefined) {
      const db = host.openReader();
      reader = { db, orm: drizzle(keepingStatements(db)) };
    }
    return reader;
  };

  const refusal = (): Reply<never> | null => {
    if (closed) throw new WorkspaceClosed();
    if (readOnly === null && !host.stillOurs()) readOnly = 'lockTaken';
    if (readOnly !== null) return err({ code: 'workspace.readOnly', reason: readOnly });
    return long === undefined ? null : err({ code: 'request.tooMany' });
  };

  const begin = () => {
    if (writer.inTransaction) throw new Error('A command was started inside another');
    beginImmediate.run();
    entryInProgress = journal.nextSeq();
    return entryInProgress;
  };

  /** Reversed rows return one at a time, so references are checked at the end. The pragma has no effect in a transaction. */
  const beginWithoutReferences = () => {
    if (!writer.inTransaction) writer.pragma('foreign_keys = OFF');
    return begin();
  };

  const rollBack = () => {
    entryInProgress = undefined;
    // SQLite itself has rolled back after some failures, a full disk among them.
    if (writer.open && writer.inTransaction) writer.exec('ROLLBACK');
  };

  const finish = (seq: number, note: CommandNote, how: JournalKind, hashed?: ChangesHash) => {
    const at = host.now();
    const reverses = how.kind === 'do' ? null : how.reverses;
    journal.append(seq, { at, person: note.byItself === true ? programActor : person(), note, kind: how.kind, reverses }, hashed);
    commit.run();
    entryInProgress = undefined;
    host.committed(at);
  };

  const writeAs = <T>(note: CommandNote, how: JournalKind, work: Work<T>): Reply<T> => {
    const refused = refusal();
    if (refused !== null) return refused;
    const seq = begin();
    try {
      const reply = work();
      if (reply.ok) finish(seq, note, how);
      return reply;
    } finally {
      rollBack();
    }
  };

  const writeLong = async <T>(note: CommandNote, how: JournalKind, work: LongWork<T>, signal?: AbortSignal): Promise<Reply<T>> => {
    while (long !== undefined) await long;
    const refused = refusal();
    if (refused !== null) return refused;
    const seq = how.kind === 'do' ? begin() : beginWithoutReferences();
    let release = () => {};
    long = new Promise((resolve) => {
      release = resolve;
    });
    const slicer = createSlicer(signal);
    const pause = async () => {
      await slicer.pause();
      if (closed) throw new WorkspaceClosed();
    };
    try {
      const reply = await work({ ...connection, pause });
      if (closed) throw new WorkspaceClosed();
      if (reply.ok) {
        const hashed = await hashChanges(writer, seq, pause);
        logFolder.later(() => finish(seq, note, how, hashed));
      }
      return reply;
    } finally {
      rollBack();
      if (writer.open) writer.pragma('foreign_keys = ON');
      long = undefined;
      release();
    }
  };

  return {
    id: facts.id,
    demo: facts.demo,
    get undoFloor() {
      return undoFloor;
    },
    startUndoHere() {
      undoFloor = headOf(current().db).seq;
    },
    get readOnly() {
      return readOnly;
    },
    get name() {
      return info(current().db).name;
    },
    get color() {
      return info(current().db).color;
    },
    get kind() {
      return info(current().db).kind;
    },
    get db() {
      return current().db;
    },
    get orm() {
      return current().orm;
    },
    write: (note, work) => writeAs(note, { kind: 'do' }, work),

    writeInSlices: (note, work, signal) => writeLong(note, { kind: 'do' }, work, signal),

    writeUntracked(work, onDisk = 'atOnce') {
      if (closed) throw new WorkspaceClosed();
      if (long !== undefined) throw new Error('Untracked tables cannot be written while a long command runs; await idle() first');
      if (writer.inTransaction) return work();
      if (onDisk === 'atOnce') return writer.transaction(work).immediate();
      // The log is written in order: the next commit that waits for the disk takes these with it.
      writer.pragma('synchronous = NORMAL');
      try {
        return foldingAt(writer, pagesAStep, () => writer.transaction(work).immediate());
      } finally {
        if (writer.open) writer.pragma('synchronous = FULL');
      }
    },

    async idle() {
      while (long !== undefined) await long;
    },

    reversible: () => reversible(current().db, undoFloor),

    async reverse(direction) {
      while (long !== undefined) await long;
      const refused = refusal();
      if (refused !== null) return refused;
      const state = reversible(writer, undoFloor);
      const entry = state[direction];
      if (entry === null) {
        return direction === 'undo' && state.barrier !== null
          ? err({ code: 'undo.blocked', detail: state.barrier.method })
          : err({ code: 'undo.nothing' });
      }
      try {
        return await writeLong(noteOf(entry), { kind: direction, reverses: entry.seq }, async (tx) => {
          await reverseEntry(tx.db, entry.seq, tables, tx.pause);
          return ok({ seq: entry.seq, method: entry.method, params: entry.params });
        });
      } catch (cause) {
        if (cause instanceof CannotReverse) return err({ code: 'undo.blocked', detail: cause.table });
        throw cause;
      }
    },

    journalSeq: () => headOf(current().db).seq,

    close() {
      if (closed) return;
      closed = true;
      logFolder.stop();
      rollBack();
      reader?.db.close();
      writer.close();
    },
  };
}

function info(db: Database.Database): Info {
  const row = db.prepare<[], Info>('SELECT name, color, kind FROM workspace_info WHERE one = 1').get();
  if (row === undefined) throw new Error('The workspace has no name');
  return row;
}

/** An undo says in the journal what it took back. */
function noteOf(entry: EntryRow): CommandNote {
  return {
    method: entry.method,
    params: JSON.parse(entry.params) as Record<string, string | number>,
    ...(entry.entity === null || entry.record === null ? {} : { subject: { entity: entry.entity, id: entry.record } }),
    packs: JSON.parse(entry.packs) as string[],
  };
}
