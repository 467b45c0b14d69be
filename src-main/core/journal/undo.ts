import type Database from 'better-sqlite3';
import { identifier, type TrackedTable } from './capture.ts';
import type { ChangeRow, EntryRow } from './chain.ts';
import { splitLiterals } from './literals.ts';

export interface Reversible {
  readonly undo: EntryRow | null;
  readonly redo: EntryRow | null;
  /** Undo stops here: a command that cannot be taken back. */
  readonly barrier: EntryRow | null;
}

/**
 * What can be undone and redone now, read from the journal itself: commands after `floor` (the opening of the workspace),
 * less those undone, plus those redone. Commands that changed no row are passed over.
 */
export function reversible(db: Database.Database, floor: number): Reversible {
  const entries = db
    .prepare<[number], EntryRow>('SELECT * FROM journal_entries WHERE seq > ? AND (changed_rows > 0 OR undoable = 0) ORDER BY seq')
    .iterate(floor);
  let undo: EntryRow[] = [];
  let redo: EntryRow[] = [];
  let barrier: EntryRow | null = null;
  for (const entry of entries) {
    if (entry.undoable === 0) {
      undo = [];
      redo = [];
      barrier = entry;
    } else if (entry.kind === 'undo') {
      undo.pop();
      redo.push(entry);
    } else {
      if (entry.kind === 'redo') redo.pop();
      else redo = [];
      undo.push(entry);
    }
  }
  return { undo: undo.at(-1) ?? null, redo: redo.at(-1) ?? null, barrier };
}

/** Thrown when a row is not as the journal left it; the transaction must roll back. */
export class CannotReverse extends Error {
  readonly table: string;
  constructor(table: string) {
    super(`Rows of ${table} are not as the journal left them`);
    this.table = table;
  }
}

/**
 * Puts every row an entry changed back, exactly and in reverse order, pausing as it goes. Runs inside a transaction with
 * foreign keys off, since rows return one by one; the tables it touched are checked before it returns. The changes are
 * captured like any others.
 */
export async function reverseEntry(
  db: Database.Database,
  seq: number,
  tables: ReadonlyMap<string, TrackedTable>,
  pause: () => Promise<void>,
): Promise<void> {
  const page = db.prepare<[number, number], ChangeRow>(
    'SELECT * FROM journal_changes WHERE entry = ? AND id < ? ORDER BY id DESC LIMIT 200',
  );
  const touched = new Set<string>();
  for (let rows = page.all(seq, Number.MAX_SAFE_INTEGER); rows.length > 0; rows = page.all(seq, rows.at(-1)?.id ?? 0)) {
    for (const change of rows) {
      const table = tables.get(change.table_name);
      if (table === undefined) throw new CannotReverse(change.table_name);
      touched.add(table.name);
      if (db.prepare(inverseSql(table, change)).run().changes !== 1) throw new CannotReverse(table.name);
      await pause();
    }
  }
  for (const name of touched) {
    if (db.prepare(`PRAGMA foreign_key_check(${identifier(name)})`).get() !== undefined) throw new CannotReverse(name);
  }
}

function inverseSql(table: TrackedTable, change: ChangeRow): string {
  const name = identifier(table.name);
  switch (change.operation) {
    case 'insert':
      return `DELETE FROM ${name} WHERE ${whereRow(table, change.row_after, change.after)}`;
    case 'delete': {
      const hidden = table.hiddenRowid ? ['_rowid_', ...table.columns.map(identifier)] : table.columns.map(identifier);
      const values = table.hiddenRowid ? `${change.row_before},${change.before}` : change.before;
      return `INSERT INTO ${name} (${hidden.join(', ')}) VALUES (${values})`;
    }
    case 'update': {
      const before = literalsOf(table, change.before);
      const columns = table.columns.map((column, place) => `${identifier(column)} = ${before[place]}`);
      const rowid = table.hiddenRowid && change.row_before !== change.row_after ? [`_rowid_ = ${change.row_before}`] : [];
      return `UPDATE ${name} SET ${[...rowid, ...columns].join(', ')} WHERE ${whereRow(table, change.row_after, change.after)}`;
    }
  }
}

function whereRow(table: TrackedTable, row: number | null, literal: string | null): string {
  if (!table.withoutRowid) return `_rowid_ = ${row}`;
  const values = literalsOf(table, literal);
  return table.primaryKey.map((key) => `${identifier(key)} IS ${values[table.columns.indexOf(key)]}`).join(' AND ');
}

function literalsOf(table: TrackedTable, literal: string | null): readonly string[] {
  const values = splitLiterals(literal ?? '');
  if (values.length !== table.columns.length) throw new CannotReverse(table.name);
  return values;
}
