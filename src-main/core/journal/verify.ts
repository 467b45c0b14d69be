import type Database from 'better-sqlite3';
import type { z } from 'zod';
import type { JournalVerdict } from '../../../src-shared/contract/journal.ts';
import {
  type ChangesHash,
  createChangesHasher,
  createPageHasher,
  type EntryRow,
  genesisHash,
  hashEntry,
  headOf,
  noChanges,
} from './chain.ts';
import { erasureOf } from './erase.ts';

type Verdict = z.infer<typeof JournalVerdict>;
type Broken = NonNullable<Verdict['broken']>;

/** Walks the whole journal and finds the first entry that was edited, removed or moved, or whose changes were. `progress` counts entries. */
export async function verifyJournal(
  db: Database.Database,
  pause: () => Promise<void>,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<Verdict> {
  const total = headOf(db).seq;
  const ofPage = createPageHasher(db);
  const ofEntry = createChangesHasher(db);
  const batch = db.prepare<[number], EntryRow>(`SELECT * FROM journal_entries WHERE seq > ? ORDER BY seq LIMIT ${pageEntries}`);
  let last = { seq: 0, hash: genesisHash };
  let entries = 0;
  for (let rows = batch.all(0); rows.length > 0; rows = batch.all(last.seq)) {
    // Entries with thousands of rows are read in pages of their own, with pauses between.
    const many = rows.some((entry) => entry.changed_rows > pageEntries);
    const known = many ? undefined : ofPage(rows[0]?.seq ?? 0, rows.at(-1)?.seq ?? 0);
    for (const entry of rows) {
      const changes = known === undefined ? await ofEntry(entry.seq, pause) : (known.get(entry.seq) ?? noChanges);
      const reason = judge(db, entry, last, changes);
      if (reason !== null)
        return { intact: false, entries, head: headOf(db).hash, broken: { seq: reason === 'missing' ? last.seq + 1 : entry.seq, reason } };
      last = { seq: entry.seq, hash: entry.hash };
      entries += 1;
    }
    progress(entries, total);
    await pause();
  }
  // Asked now, in the same turn as the last page: commands may have been added on the way.
  const head = headOf(db);
  const whole = last.seq === head.seq && last.hash === head.hash;
  return { intact: whole, entries, head: head.hash, broken: whole ? null : { seq: last.seq + 1, reason: 'tailCut' } };
}

/** Entries looked at between two chances for other requests. */
const pageEntries = 200;

function judge(
  db: Database.Database,
  entry: EntryRow,
  before: { readonly seq: number; readonly hash: string },
  changes: ChangesHash,
): Broken['reason'] | null {
  if (entry.seq !== before.seq + 1) return 'missing';
  // Whole in itself but following another: it was moved here. Not even whole: it was edited.
  const now = hashEntry(entry);
  const left = now === entry.hash ? undefined : erasureOf(db, entry.seq);
  if (now !== entry.hash && now !== left?.entryHash) return 'changed';
  if (entry.previous_hash !== before.hash) return 'reordered';
  if (changes.count !== entry.changed_rows) return 'changesAltered';
  return changes.hash === entry.changes_hash || changes.hash === erasureOf(db, entry.seq)?.changesHash ? null : 'changesAltered';
}
