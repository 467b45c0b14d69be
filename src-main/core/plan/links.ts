import type { Reply } from '../../../src-shared/contract/kernel.ts';
import type { LinkState } from '../../../src-shared/contract/plan.ts';
import type { Task } from '../../../src-shared/model/plan.ts';
import type { RecordKind, RecordRef } from '../../../src-shared/model/record-ref.ts';
import { ok } from '../../../src-shared/model/result.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { JobContext } from '../jobs/index.ts';
import { type Records, recordKey } from '../records/index.ts';

export type LinkJob = Pick<JobContext, 'signal' | 'progress' | 'pause'>;

/** A room whose records can be findings: something that stands until it is dealt with. */
export interface LinkedRoom {
  readonly kind: RecordKind;
  /** How those that exist stand now, by id. `words` are of the catalogue. */
  states(workspace: OpenWorkspace, ids: readonly string[]): ReadonlyMap<string, Pick<LinkState, 'state' | 'words'>>;
  /** Looks at them again from what is known today, and keeps what it finds. */
  readonly lookAgain: (workspace: OpenWorkspace, ids: readonly string[], job: LinkJob) => Promise<Reply<unknown>>;
}

/** Groups the ids of records by the room that keeps them. */
const idsIn = (links: readonly RecordRef[], kind: RecordKind): readonly string[] => [
  ...new Set(links.filter((link) => link.kind === kind).map(({ id }) => id)),
];

/** How the records a task is linked to stand now, in the order of its links. */
export function linkStates(
  workspace: OpenWorkspace,
  rooms: readonly LinkedRoom[],
  records: Records,
  links: readonly RecordRef[],
): readonly LinkState[] {
  const titles = records.titles(workspace, links);
  const states = statesByKey(workspace, rooms, links);
  const known = new Set(rooms.map(({ kind }) => kind));
  return links.map((record) => {
    const key = recordKey(record);
    const title = titles.get(key) ?? null;
    const state = states.get(key);
    if (state !== undefined) return { record, title: title?.slice(0, 400) ?? null, ...state };
    return { record, title: title?.slice(0, 400) ?? null, state: known.has(record.kind) || title === null ? 'gone' : 'plain', words: '' };
  });
}

function statesByKey(
  workspace: OpenWorkspace,
  rooms: readonly LinkedRoom[],
  links: readonly RecordRef[],
): ReadonlyMap<string, Pick<LinkState, 'state' | 'words'>> {
  const states = new Map<string, Pick<LinkState, 'state' | 'words'>>();
  for (const room of rooms) {
    const ids = idsIn(links, room.kind);
    if (ids.length === 0) continue;
    for (const [id, state] of room.states(workspace, ids)) states.set(recordKey({ kind: room.kind, id }), state);
  }
  return states;
}

/** Tasks closed for findings of which one still stands, by id. */
export function tasksWithStandingFindings(
  workspace: OpenWorkspace,
  rooms: readonly LinkedRoom[],
  tasks: readonly Task[],
): ReadonlySet<string> {
  const closed = tasks.filter(({ state, cause, links }) => state === 'done' && cause === 'finding' && links.length > 0);
  if (closed.length === 0) return new Set();
  const states = statesByKey(
    workspace,
    rooms,
    closed.flatMap(({ links }) => links),
  );
  return new Set(closed.filter(({ links }) => links.some((link) => states.get(recordKey(link))?.state === 'open')).map(({ id }) => id));
}

/** Has every room look again at the records it keeps. Ends at the first that fails, with its reason. */
export async function lookAgain(
  session: () => OpenWorkspace,
  rooms: readonly LinkedRoom[],
  links: readonly RecordRef[],
  job: LinkJob,
): Promise<Reply<null>> {
  for (const room of rooms) {
    const ids = idsIn(links, room.kind);
    if (ids.length === 0) continue;
    const seen = await room.lookAgain(session(), ids, job);
    if (!seen.ok) return seen;
    await job.pause();
  }
  return ok(null);
}
