import { JournalParams, type journalMethods } from '../../../src-shared/contract/journal.ts';
import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import { ok } from '../../../src-shared/model/result.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { Jobs } from '../jobs/index.ts';
import type { EntryRow } from './chain.ts';
import { entryChanges, listEntries, recordHistory } from './read.ts';
import type { Reversible } from './undo.ts';
import { verifyJournal } from './verify.ts';

/** What the journal's methods need of an open workspace beyond reading. */
export interface JournalSession extends OpenWorkspace {
  reversible(): Reversible;
  reverse(direction: 'undo' | 'redo'): Promise<Reply<{ readonly seq: number; readonly method: string; readonly params: string }>>;
}

export function createJournalHandlers(session: () => JournalSession, jobs: Jobs): HandlersFor<typeof journalMethods> {
  const reverse = async (direction: 'undo' | 'redo') => {
    const reply = await session().reverse(direction);
    return reply.ok ? ok(step(reply.value)) : reply;
  };
  return {
    'journal.list': (filter) => ok(listEntries(session().db, filter)),
    'journal.history': ({ entity, id, limit }) => ok(recordHistory(session().db, entity, id, limit)),
    'journal.changes': ({ seq, limit }) => ok(entryChanges(session().db, seq, limit)),
    'journal.verify': () =>
      jobs.run({ kind: 'journal.verify', touches: [] }, async ({ pause, progress }) =>
        ok(await verifyJournal(session().db, pause, progress)),
      ),
    'journal.undoState': () => {
      const { undo, redo } = session().reversible();
      return ok({ undo: orNull(undo), redo: orNull(redo) });
    },
    'journal.undo': () => reverse('undo'),
    'journal.redo': () => reverse('redo'),
  };
}

function orNull(entry: EntryRow | null) {
  return entry === null ? null : step(entry);
}

function step(entry: Pick<EntryRow, 'seq' | 'method' | 'params'>) {
  return { seq: entry.seq, method: entry.method, params: JournalParams.parse(JSON.parse(entry.params)) };
}
