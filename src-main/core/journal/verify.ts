import type Database from 'better-sqlite3';
import type { z } from 'zod';
import type { JournalVerdict } from '../../../src-shared/contract/journal.ts';
import { type EntryRow, genesisHash, hashChanges, hashEntry, headOf } from './chain.ts';
import { erasureOf } from './erase.ts';

type Verdict = z.infer<typeof JournalVerdict>;
type Broken = NonNullable<Verdict['broken']>;

/** Walks the whole journal and finds the first entry that was edited, removed or moved, or whose changes were. */
export async function verifyJournal(db: Database.Database, pause: () => Promise<void>): Promise<Verdict> {
  const batch = db.prepare<[number], EntryRow>('SELECT * FROM journal_entries WHERE seq > ? ORDER BY seq LIMIT 200');
  let last = { seq: 0, hash: genesisHash };
  let entries = 0;
  for (let rows = batch.all(0); rows.length > 0; rows = batch.all(last.seq)) {
    for (const entry of rows) {
      const reason = await judge(db, entry, last, pause);
      if (reason !== null)
        return { intact: false, entries, head: headOf(db).hash, broken: { seq: reason === 'missing' ? last.seq + 1 : entry.seq, reason } };
      last = { seq: entry.seq, hash: entry.hash };
      entries += 1;
    }
    await pause();
  }
  // Asked now, in the same turn as the last page: commands may have been added on the way.
  const head = headOf(db);
  const whole = last.seq === head.seq && last.hash === head.hash;
  return { intact: whole, entries, head: head.hash, broken: whole ? null : { seq: last.seq + 1, reason: 'tailCut' } };
}

async function judge(
  db: Database.Database,
  entry: EntryRow,
  before: { readonly seq: number; readonly hash: string },
  pause: () => Promise<void>,
): Promise<Broken['reason'] | null> {
  if (entry.seq !== before.seq + 1) return 'missing';
  // Whole in itself but following another: it was moved here. Not even whole: it was edited.
  const now = hashEntry(entry);
  const left = now === entry.hash ? undefined : erasureOf(db, entry.seq);
  if (now !== entry.hash && now !== left?.entryHash) return 'changed';
  if (entry.previous_hash !== before.hash) return 'reordered';
  const changes = await hashChanges(db, entry.seq, pause);
  if (changes.count !== entry.changed_rows) return 'changesAltered';
  return changes.hash === entry.changes_hash || changes.hash === erasureOf(db, entry.seq)?.changesHash ? null : 'changesAltered';
}
