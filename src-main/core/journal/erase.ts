import type Database from 'better-sqlite3';
import { wordPattern } from '../../../src-shared/model/word-pattern.ts';
import type { SlicedConnection } from '../db/index.ts';
import { type EntryRow, hashChanges, hashEntry } from './chain.ts';
import { readLiteral, splitLiterals } from './literals.ts';

/** What of the journal is about somebody. */
export interface Quoted {
  /** Tables whose rows name the person. */
  readonly tables: readonly string[];
  /** Id of the person: a row that holds it is emptied. */
  readonly id: string;
  /** Names, numbers and accounts: a text of an entry that says one of them is emptied. */
  readonly words: readonly string[];
}

/** Rows and entries looked at in one go. */
const step = 1000;

/**
 * Empties what the journal quotes of a person, the running command's own rows included; that something happened, when, by whom and which record stays.
 * The chain of hashes stays as it was written. What is left of an entry gets hashes of its own, kept in `journal_erasures`, which the running command's
 * entry vouches for: `verifyJournal` takes them instead. Runs inside a command that cannot be undone.
 */
export async function eraseFromJournal(tx: SlicedConnection, quoted: Quoted): Promise<{ readonly entries: number }> {
  return emptyQuotes(tx, await changesQuoting(tx, quoted), await entriesQuoting(tx, quoted.words));
}

/** Empties what the journal holds of some rows of one table, told by their ids, as `eraseFromJournal` does. Found by an index: its cost is theirs alone. */
export async function eraseRowsFromJournal(tx: SlicedConnection, table: string, ids: readonly string[]): Promise<void> {
  const of = tx.db.prepare<[string, string], QuotingChange>(
    'SELECT id, entry FROM journal_changes WHERE record = ? AND table_name = ? AND (before IS NOT NULL OR after IS NOT NULL) ORDER BY id',
  );
  await emptyQuotes(
    tx,
    ids.flatMap((id) => of.all(id, table)),
    [],
  );
}

/** Empties the words of entries that commands of a room made about one record: all of them, whatever they say. */
export async function eraseEntriesFromJournal(tx: SlicedConnection, room: string, record: string): Promise<void> {
  const texts = tx.db
    .prepare<[string, number, string], QuotingText>('SELECT seq, params FROM journal_entries WHERE record = ? AND substr(method, 1, ?) = ?')
    .all(record, room.length + 1, `${room}.`);
  const emptied = texts.map(({ seq, params }) => ({
    seq,
    params: JSON.stringify(JSON.parse(params), (_key, value: unknown) => (typeof value === 'string' ? '\u2026' : value)),
  }));
  await emptyQuotes(tx, [], emptied);
}

interface QuotingChange {
  readonly id: number;
  readonly entry: number;
}

interface QuotingText {
  readonly seq: number;
  readonly params: string;
}

async function emptyQuotes(
  tx: SlicedConnection,
  changes: readonly QuotingChange[],
  texts: readonly QuotingText[],
): Promise<{ readonly entries: number }> {
  const { db } = tx;
  const written = db.prepare<[number], { seq: number }>('SELECT seq FROM journal_entries WHERE seq = ?');
  const touched = [...new Set([...changes.map(({ entry }) => entry), ...texts.map(({ seq }) => seq)])].filter(
    (entry) => written.get(entry) !== undefined,
  );
  const open = db.prepare<[number]>(
    "INSERT INTO journal_erasures (entry, entry_hash, changes_hash) VALUES (?, '', '') ON CONFLICT (entry) DO NOTHING",
  );
  for (const entry of touched) {
    open.run(entry);
    await tx.pause();
  }
  const empty = db.prepare<[number]>('UPDATE journal_changes SET before = NULL, after = NULL WHERE id = ?');
  for (const { id } of changes) {
    empty.run(id);
    await tx.pause();
  }
  const say = db.prepare<[string, number]>('UPDATE journal_entries SET params = ? WHERE seq = ?');
  for (const { seq, params } of texts) {
    say.run(params, seq);
    await tx.pause();
  }
  const read = db.prepare<[number], EntryRow>('SELECT * FROM journal_entries WHERE seq = ?');
  const settle = db.prepare<[string, string, number]>('UPDATE journal_erasures SET entry_hash = ?, changes_hash = ? WHERE entry = ?');
  for (const entry of touched) {
    const row = read.get(entry);
    if (row === undefined) throw new Error(`Entry ${entry} is gone from the journal`);
    settle.run(hashEntry(row), (await hashChanges(db, entry, tx.pause)).hash, entry);
    await tx.pause();
  }
  return { entries: touched.length };
}

async function changesQuoting({ db, pause }: SlicedConnection, { tables, id }: Quoted): Promise<readonly QuotingChange[]> {
  const last = db.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM journal_changes').get()?.id ?? 0;
  const page = db.prepare<[object], { id: number; entry: number }>(
    `SELECT id, entry FROM journal_changes WHERE id > @after AND id <= @until AND table_name IN (SELECT value FROM json_each(@tables))
       AND (before IS NOT NULL OR after IS NOT NULL)
       AND (record = @id OR instr(COALESCE(before, ''), @id) > 0 OR instr(COALESCE(after, ''), @id) > 0) ORDER BY id`,
  );
  const found: { id: number; entry: number }[] = [];
  for (let after = 0; after < last; after += step) {
    found.push(...page.all({ after, until: after + step, tables: JSON.stringify(tables), id }));
    await pause();
  }
  return found;
}

async function entriesQuoting({ db, pause }: SlicedConnection, words: readonly string[]): Promise<readonly QuotingText[]> {
  const page = db.prepare<[number, number], { seq: number; params: string }>(
    'SELECT seq, params FROM journal_entries WHERE seq > ? ORDER BY seq LIMIT ?',
  );
  const patterns = words.filter((word) => word.trim() !== '').map(wordPattern);
  const found: { seq: number; params: string }[] = [];
  for (let rows = page.all(0, step); rows.length > 0; rows = page.all(rows.at(-1)?.seq ?? 0, step)) {
    for (const { seq, params } of rows) {
      const emptied = JSON.stringify(JSON.parse(params), (_key, value: unknown) =>
        typeof value === 'string' && patterns.some((pattern) => value.search(pattern) !== -1) ? '\u2026' : value,
      );
      if (emptied !== params) found.push({ seq, params: emptied });
    }
    await pause();
  }
  return found;
}

/** Hashes of what is left of an entry after an erasure, as the entry that erased vouches for them; undefined where nothing was erased. */
export function erasureOf(db: Database.Database, seq: number): { readonly entryHash: string; readonly changesHash: string } | undefined {
  const row = db
    .prepare<[string, number], { after: string | null }>(
      "SELECT after FROM journal_changes WHERE record = ? AND table_name = 'journal_erasures' AND entry > ? ORDER BY id DESC LIMIT 1",
    )
    .get(String(seq), seq);
  if (row === undefined || row.after === null) return undefined;
  const [, entryHash = '', changesHash = ''] = splitLiterals(row.after).map(readLiteral);
  return { entryHash: entryHash ?? '', changesHash: changesHash ?? '' };
}
