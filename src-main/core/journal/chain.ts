import { createHash } from 'node:crypto';
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

/** Number the next entry will have. */
export function nextSeq(db: Database.Database): number {
  return headOf(db).seq + 1;
}

export function headOf(db: Database.Database): { readonly seq: number; readonly hash: string } {
  const head = db.prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM journal_head WHERE one = 1').get();
  if (head === undefined) throw new Error('The journal has no head');
  return head;
}

/** Writes the entry of the running transaction: its captured changes are already there under `seq`. */
export function appendEntry(db: Database.Database, seq: number, facts: EntryFacts): EntryRow {
  const head = headOf(db);
  if (seq !== head.seq + 1) throw new Error(`Journal entry ${seq} does not follow ${head.seq}`);
  const changes = hashChanges(db, seq);
  const { note } = facts;
  const unsigned: Omit<EntryRow, 'hash'> = {
    seq,
    at: facts.at,
    person: facts.person.name,
    initials: facts.person.initials,
    method: note.method,
    params: JSON.stringify(note.params ?? {}),
    kind: facts.kind,
    reverses: facts.reverses,
    entity: note.subject?.entity ?? null,
    record: note.subject?.id ?? null,
    packs: JSON.stringify(note.packs ?? []),
    undoable: note.undoable === false ? 0 : 1,
    changed_rows: changes.count,
    changes_hash: changes.hash,
    previous_hash: head.hash,
  };
  const entry: EntryRow = { ...unsigned, hash: hashEntry(unsigned) };
  db.prepare(
    `INSERT INTO journal_entries VALUES
     (@seq, @at, @person, @initials, @method, @params, @kind, @reverses, @entity, @record, @packs, @undoable, @changed_rows, @changes_hash, @previous_hash, @hash)`,
  ).run(entry);
  db.prepare('UPDATE journal_head SET seq = ?, hash = ? WHERE one = 1').run(seq, entry.hash);
  return entry;
}

/** SHA-256 over everything an entry says, the hash of its changes and the hash before it. */
export function hashEntry(entry: Omit<EntryRow, 'hash'>): string {
  const {
    seq,
    at,
    person,
    initials,
    method,
    params,
    kind,
    reverses,
    entity,
    record,
    packs,
    undoable,
    changed_rows,
    changes_hash,
    previous_hash,
  } = entry;
  const said = [
    seq,
    at,
    person,
    initials,
    method,
    params,
    kind,
    reverses,
    entity,
    record,
    packs,
    undoable,
    changed_rows,
    changes_hash,
    previous_hash,
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

/** SHA-256 over the rows an entry changed, in the order it changed them. */
export function hashChanges(db: Database.Database, seq: number): { readonly count: number; readonly hash: string } {
  const hash = createHash('sha256');
  let count = 0;
  const rows = db
    .prepare<[number]>(
      'SELECT table_name, operation, record, row_before, row_after, before, after FROM journal_changes WHERE entry = ? ORDER BY id',
    )
    .raw()
    .iterate(seq);
  for (const row of rows) {
    hash.update(JSON.stringify(row));
    hash.update('\n');
    count += 1;
  }
  return { count, hash: hash.digest('hex') };
}
