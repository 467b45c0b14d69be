import { deflateRawSync } from 'node:zlib';
import { wordPattern } from '../../../../src-shared/model/word-pattern.ts';
import { prepared, type SlicedConnection } from '../../db/index.ts';
import { evidenceRows } from '../read/events/evidence.ts';
import { blocksOf, readBlock } from './blocks.ts';
import { createEventArrays } from './columns.ts';
import { raiseRevision } from './imports.ts';

export interface RenamedAccount {
  /** Number of the account. */
  readonly id: number;
  readonly from: string;
  readonly to: string;
}

/**
 * Puts other names in the place of accounts: in the dictionary every event points to, in the original text of the rows of their events, in rejected rows
 * and in what the wizard keeps of its files. `names` are other words of the same person, such as a display name, replaced in those rows as well. Events
 * keep everything else. Runs inside a command.
 */
export async function replaceAccounts(
  tx: SlicedConnection,
  accounts: readonly RenamedAccount[],
  names: readonly { readonly from: string; readonly to: string }[],
): Promise<void> {
  const { db } = tx;
  if (accounts.length === 0) return;
  const numbers = new Set(accounts.map(({ id }) => id));
  const imports = db.prepare<[], { number: number }>('SELECT number FROM log_imports WHERE removed = 0').all();
  for (const { number } of imports) {
    const rows = await rowsOf(tx, number, numbers);
    if (rows.size > 0) await rewriteRows(tx, number, rows, [...accounts, ...names]);
  }
  for (const { id, from, to } of accounts) {
    prepared(db, 'UPDATE log_accounts SET account = ? WHERE id = ?').run(to, id);
    prepared(db, 'UPDATE log_rejected SET value = ? WHERE value = ? COLLATE NOCASE').run(to, from);
    await tx.pause();
  }
  for (const { from, to } of [...accounts, ...names]) {
    // As JSON writes it, within its quotes where it is too short to be told from a part of another word.
    const inner = (text: string) => JSON.stringify(text).slice(1, -1);
    const [was, is] = from.length < 6 ? [JSON.stringify(from), JSON.stringify(to)] : [inner(from), inner(to)];
    prepared(
      db,
      'UPDATE log_sessions SET state = replace(state, @was, @is), preview = replace(preview, @was, @is), checked = replace(checked, @was, @is)',
    ).run({ was, is });
    await tx.pause();
  }
  raiseRevision(db);
}

/** Rows of the file whose events name one of the accounts. */
async function rowsOf(tx: SlicedConnection, importNumber: number, numbers: ReadonlySet<number>): Promise<ReadonlySet<number>> {
  const rows = new Set<number>();
  const blocks = blocksOf(tx.db, importNumber);
  const events = createEventArrays(blocks.reduce((most, block) => Math.max(most, block.events), 0));
  for (const block of blocks) {
    if (readBlock(tx.db, block, events))
      for (let place = 0; place < block.events; place += 1) if (numbers.has(events.account[place] ?? 0)) rows.add(events.row[place] ?? 0);
    await tx.pause();
  }
  return rows;
}

async function rewriteRows(
  tx: SlicedConnection,
  importNumber: number,
  rows: ReadonlySet<number>,
  texts: readonly { readonly from: string; readonly to: string }[],
): Promise<void> {
  const { db } = tx;
  const blocks = db
    .prepare<[number], { first_row: number; last_row: number }>(
      'SELECT first_row, last_row FROM log_sources WHERE import = ? ORDER BY first_row',
    )
    .all(importNumber);
  const wanted = [...rows].sort((a, b) => a - b);
  // Whole words only, longest first: a log-in may stand inside an address.
  const patterns = [...texts].sort((a, b) => b.from.length - a.from.length).map(({ from, to }) => ({ from: wordPattern(from), to }));
  let at = 0;
  for (const { first_row: first, last_row: last } of blocks) {
    while (at < wanted.length && (wanted[at] ?? 0) < first) at += 1;
    if ((wanted[at] ?? Number.POSITIVE_INFINITY) > last) continue;
    const found = prepared<[number, number], { packed: Buffer }>(
      db,
      'SELECT packed FROM log_sources WHERE import = ? AND first_row = ?',
    ).get(importNumber, first);
    if (found === undefined) continue;
    const lines = [...evidenceRows(found.packed)].map(([row, cells]) => [
      row,
      ...(rows.has(row) ? cells.map((cell) => patterns.reduce((text, { from, to }) => text.replace(from, to), cell)) : cells),
    ]);
    prepared(db, 'UPDATE log_sources SET packed = ? WHERE import = ? AND first_row = ?').run(
      deflateRawSync(JSON.stringify(lines), { level: 1 }),
      importNumber,
      first,
    );
    await tx.pause();
  }
}
