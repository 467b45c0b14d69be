import { createHash, hash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { CommandNote } from '../db/index.ts';

export const genesisHash = '0'.repeat(64);

export interface EntryRow {
  readonly seq: number;
  readonly at: string;
  readonly person: string;
  readonly initials: string;
  readonly method: string;
  readonly params: string;
  readonly kind: 'do' | 'undo' | 'redo';
  readonly reverses: number | null;
  readonly entity: string | null;
  readonly record: string | null;
  readonly packs: string;
  readonly undoable: number;
  readonly changed_rows: number;
  readonly changes_hash: string;
  readonly previous_hash: string;
  readonly hash: string;
}

export interface ChangeRow {
  readonly id: number;
  readonly entry: number;
  readonly table_name: string;
  readonly operation: 'insert' | 'update' | 'delete';
  readonly record: string | null;
  readonly row_before: number | null;
  readonly row_after: number | null;
  readonly before: string | null;
  readonly after: string | null;
}

export interface EntryFacts {
  readonly at: string;
  readonly person: { readonly name: string; readonly initials: string };
  readonly note: CommandNote;
  readonly kind: 'do' | 'undo' | 'redo';
  readonly reverses: number | null;
}

export function headOf(db: Database.Database): Head {
  return readHead(db.prepare<[], Head>(selectHead));
}

const selectHead = 'SELECT seq, hash FROM journal_head WHERE one = 1';

interface Head {
  readonly seq: number;
  readonly hash: string;
}

function readHead(statement: Database.Statement<[], Head>): Head {
  const head = statement.get();
  if (head === undefined) throw new Error('The journal has no head');
  return head;
}

/** Writes journal entries on one connection, with statements prepared once. */
export interface JournalWriter {
  /** Number the next entry will have. */
  nextSeq(): number;
  /**
   * Writes the entry of the running transaction: its captured changes are already there under `seq`. Many of them are hashed
   * beforehand, in slices, with `hashChanges`.
   */
  append(seq: number, facts: EntryFacts, hashed?: ChangesHash): EntryRow;
}

export function createJournalWriter(db: Database.Database): JournalWriter {
  const head = db.prepare<[], Head>(selectHead);
  const changesOf = db.prepare<[number]>(selectChanges).raw();
  const insert = db.prepare<[EntryRow]>(
    `INSERT INTO journal_entries VALUES
     (@seq, @at, @person, @initials, @method, @params, @kind, @reverses, @entity, @record, @packs, @undoable, @changed_rows, @changes_hash, @previous_hash, @hash)`,
  );
  const moveHead = db.prepare<[number, string]>('UPDATE journal_head SET seq = ?, hash = ? WHERE one = 1');
  return {
    nextSeq: () => readHead(head).seq + 1,
    append(seq, { at, person, note, kind, reverses }, hashed) {
      const before = readHead(head);
      if (seq !== before.seq + 1) throw new Error(`Journal entry ${seq} does not follow ${before.seq}`);
      const changes = hashed ?? hashRows(changesOf.iterate(seq));
      const unsigned: Omit<EntryRow, 'hash'> = {
        seq,
        at,
        person: person.name,
        initials: person.initials,
        method: note.method,
        params: JSON.stringify(note.params ?? {}),
        kind,
        reverses,
        entity: note.subject?.entity ?? null,
        record: note.subject?.id ?? null,
        packs: JSON.stringify(note.packs ?? []),
        undoable: note.undoable === false ? 0 : 1,
        changed_rows: changes.count,
        changes_hash: changes.hash,
        previous_hash: before.hash,
      };
      const entry: EntryRow = { ...unsigned, hash: hashEntry(unsigned) };
      insert.run(entry);
      moveHead.run(seq, entry.hash);
      return entry;
    },
  };
}

/** What an entry says, in the order it is hashed: another order gives every stored chain another hash. */
const hashedFields = [
  'seq',
  'at',
  'person',
  'initials',
  'method',
  'params',
  'kind',
  'reverses',
  'entity',
  'record',
  'packs',
  'undoable',
  'changed_rows',
  'changes_hash',
  'previous_hash',
] as const satisfies ReadonlyArray<keyof EntryRow>;

/** SHA-256 over everything an entry says, the hash of its changes and the hash before it. */
export function hashEntry(entry: Omit<EntryRow, 'hash'>): string {
  return sha256(JSON.stringify(hashedFields.map((field) => entry[field])));
}

const pageRows = 200;
const selectChangesPage = `SELECT id, table_name, operation, record, row_before, row_after, before, after FROM journal_changes WHERE entry = ? AND id > ? ORDER BY id LIMIT ${pageRows}`;
const selectChanges =
  'SELECT table_name, operation, record, row_before, row_after, before, after FROM journal_changes WHERE entry = ? ORDER BY id';

/**
 * SHA-256 over the rows an entry changed, in the order it changed them. Reads them in pages: a query left open over a pause
 * would keep everybody else from writing.
 */
export const hashChanges = (db: Database.Database, seq: number, pause: () => Promise<void>): Promise<ChangesHash> =>
  createChangesHasher(db)(seq, pause);

/** The same for many entries one after the other, with a statement prepared once. */
export function createChangesHasher(db: Database.Database): (seq: number, pause: () => Promise<void>) => Promise<ChangesHash> {
  const page = db.prepare<[number, number], readonly unknown[]>(selectChangesPage).raw();
  return async (seq, pause) => {
    const sum = createHash('sha256');
    let count = 0;
    for (let rows = page.all(seq, 0); rows.length > 0; rows = page.all(seq, Number(rows.at(-1)?.[0]))) {
      for (const row of rows) sum.update(`${JSON.stringify(row.slice(1))}\n`);
      count += rows.length;
      await pause();
      if (rows.length < pageRows) break;
    }
    return { count, hash: sum.digest('hex') };
  };
}

export interface ChangesHash {
  readonly count: number;
  readonly hash: string;
}

/** Hashes of the changes of consecutive entries, read in one go: for entries that changed few rows. Entries without a change are left out. */
export function createPageHasher(db: Database.Database): (first: number, last: number) => ReadonlyMap<number, ChangesHash> {
  const page = db
    .prepare<[number, number], readonly unknown[]>(
      'SELECT entry, table_name, operation, record, row_before, row_after, before, after FROM journal_changes WHERE entry BETWEEN ? AND ? ORDER BY entry, id',
    )
    .raw();
  return (first, last) => {
    const hashes = new Map<number, ChangesHash>();
    let entry = -1;
    let text = '';
    let count = 0;
    const settle = () => {
      if (count > 0) hashes.set(entry, { count, hash: sha256(text) });
      text = '';
      count = 0;
    };
    for (const [of, ...row] of page.all(first, last)) {
      if (of !== entry) settle();
      entry = Number(of);
      text += `${JSON.stringify(row)}\n`;
      count += 1;
    }
    settle();
    return hashes;
  };
}

/** What an entry without changes has. */
export const noChanges: ChangesHash = { count: 0, hash: sha256('') };

function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}

function hashRows(rows: Iterable<unknown>): ChangesHash {
  const sum = createHash('sha256');
  let count = 0;
  for (const row of rows) {
    sum.update(`${JSON.stringify(row)}\n`);
    count += 1;
  }
  return { count, hash: sum.digest('hex') };
}
