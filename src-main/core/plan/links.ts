import type { Reply } from '../../../src-shared/contract/kernel.ts';
import type { LinkState } from '../../../src-shared/contract/plan.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { Task, TaskLink } from '../../../src-shared/model/plan.ts';
import type { QualityCheckId } from '../../../src-shared/model/quality.ts';
import type { RecordKind, RecordRef } from '../../../src-shared/model/record-ref.ts';
import { ok } from '../../../src-shared/model/result.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { JobContext } from '../jobs/index.ts';
import { type Records, recordKey } from '../records/index.ts';

export type LinkJob = Pick<JobContext, 'signal' | 'progress' | 'pause'>;

/** How a record stands. */
export interface Standing extends Pick<LinkState, 'state' | 'words'> {
  /**
   * Day on which people said so, where nothing of it is worked out: what they said before a task was closed does not open it again.
   * Null where they said nothing.
   */
  readonly saidOn?: IsoDate | null;
}

/** A room whose records can be findings: something that stands until it is dealt with. */
export interface LinkedRoom {
  readonly kind: RecordKind;
  /** Its records hold several things that tasks are made of: ids are those of the record, with the link's part after a blank. */
  readonly byPart?: boolean;
  /** Quality checks on its records that it can look at itself, since running them over everything takes too long. */
  readonly checks?: ReadonlySet<QualityCheckId>;
  /** How those that exist stand now, by id; with one of its `checks`, whether that still names them. `words` are of the catalogue. */
  states(workspace: OpenWorkspace, ids: readonly string[], check?: QualityCheckId): ReadonlyMap<string, Standing>;
  /** It cannot be asked at once: `states` tells what `readAhead` found last. */
  readonly onlyAhead?: true;
  /** Reads a part at a time what `states` then has at hand, where that would keep others waiting. */
  readonly readAhead?: (session: () => OpenWorkspace, ids: readonly string[], pause: () => Promise<void>) => Promise<unknown>;
  /** Looks at them again from what is known today, and keeps what it finds. */
  readonly lookAgain: (workspace: OpenWorkspace, ids: readonly string[], job: LinkJob) => Promise<Reply<unknown>>;
}

/** Quality checks from which tasks are made. */
export interface LinkedChecks {
  /** Which records these checks name now, each as its `recordKey`. */
  found(workspace: OpenWorkspace, checks: ReadonlySet<QualityCheckId>): ReadonlyMap<QualityCheckId, ReadonlySet<string>>;
  /** Runs them a part at a time, so that `found` has what they name at hand. */
  readAhead(session: () => OpenWorkspace, checks: ReadonlySet<QualityCheckId>, pause: () => Promise<void>): Promise<unknown>;
  /** In words of the catalogue: that a check still names a record, or no longer does. */
  words(check: QualityCheckId, named: boolean): string;
}

/** Whatever can say how the records of a task stand. */
export interface LinkSources {
  readonly rooms: readonly LinkedRoom[];
  readonly checks: LinkedChecks;
}

/** What a room calls the thing a link is about. */
const idFor = ({ byPart }: LinkedRoom, { id, part }: TaskLink): string => (byPart === true && part !== undefined ? `${id} ${part}` : id);

/** What the links to a room's records are about, by its own ids. */
const idsIn = (links: readonly TaskLink[], room: LinkedRoom): readonly string[] => [
  ...new Set(links.filter(({ kind }) => kind === room.kind).map((link) => idFor(room, link))),
];

/** How the records a task is linked to stand now, in the order of its links. */
export function linkStates(
  workspace: OpenWorkspace,
  sources: LinkSources,
  records: Records,
  links: readonly TaskLink[],
): readonly LinkState[] {
  const titles = records.titles(workspace, links);
  const standing = standings(workspace, sources, links);
  const known = new Set<RecordKind>(sources.rooms.map(({ kind }) => kind));
  return links.map((link) => {
    const record: RecordRef = { kind: link.kind, id: link.id };
    const title = titles.get(recordKey(record))?.slice(0, 400) ?? null;
    const now = standing(link);
    // A check that names a record does so whether or not the record has a name of its own.
    if (now !== undefined && (title !== null || now.state === 'open' || link.check === undefined))
      return { record, title, state: now.state, words: now.words };
    const isGone = title === null || (link.check === undefined && known.has(link.kind));
    return { record, title, state: isGone ? 'gone' : 'plain', words: '' };
  });
}

/** Who is asked how some links stand: the room that keeps the record, with its ids, else the check that found it. */
function whoSays({ rooms }: LinkSources, links: readonly TaskLink[]) {
  const roomOf = new Map(rooms.map((room) => [room.kind, room]));
  const judge = ({ kind, check }: TaskLink): LinkedRoom | undefined => {
    const room = roomOf.get(kind);
    return check === undefined || room?.checks?.has(check) === true ? room : undefined;
  };
  const asked = rooms.flatMap((room) => {
    const own = links.filter((link) => judge(link) === room);
    return [...new Set(own.map(({ check }) => check))].map((check) => ({
      ...{ room, check },
      ids: idsIn(
        own.filter((link) => link.check === check),
        room,
      ),
    }));
  });
  const wanted = new Set(links.flatMap((link) => (link.check === undefined || judge(link) !== undefined ? [] : [link.check])));
  return { judge, asked, wanted };
}

/** How each of some links stands: by the check that found its record, else by the room that keeps it. Undefined where neither says. */
function standings(workspace: OpenWorkspace, sources: LinkSources, links: readonly TaskLink[]): (link: TaskLink) => Standing | undefined {
  const { checks } = sources;
  const { judge, asked, wanted } = whoSays(sources, links);
  const states = new Map<string, Standing>();
  const keyIn = (room: LinkedRoom, id: string, check?: QualityCheckId): string => `${check ?? ''} ${recordKey({ kind: room.kind, id })}`;
  for (const { room, check, ids } of asked)
    for (const [id, state] of room.states(workspace, ids, check)) states.set(keyIn(room, id, check), state);
  const found = wanted.size === 0 ? null : checks.found(workspace, wanted);
  return (link) => {
    const { kind, id, check } = link;
    const room = judge(link);
    const key = recordKey({ kind, id });
    if (room !== undefined) return states.get(keyIn(room, idFor(room, link), check));
    if (check === undefined) return undefined;
    const names = found?.get(check);
    // A check that is no longer run says nothing.
    if (names === undefined) return undefined;
    return { state: names.has(key) ? 'open' : 'settled', words: checks.words(check, names.has(key)) };
  };
}

/** Causes whose records are what has to be settled; the links of other tasks only say what they are about. */
const settledBy: ReadonlySet<Task['cause']> = new Set(['finding', 'gap', 'quality', 'gate']);

/** Tasks that were closed for something that may stand all the same. */
const closedForFindings = (tasks: readonly Task[]): readonly Task[] =>
  tasks.filter(({ state, cause, links }) => state === 'done' && settledBy.has(cause) && links.length > 0);

/** Reads a part at a time what `linkStates` cannot find out at once. */
export async function readLinks(
  session: () => OpenWorkspace,
  sources: LinkSources,
  links: readonly TaskLink[],
  pause: () => Promise<void>,
): Promise<void> {
  for (const { room, ids } of whoSays(sources, links).asked) if (room.onlyAhead === true) await room.readAhead?.(session, ids, pause);
}

/** Reads a part at a time what `tasksWithStandingFindings` then has at hand. */
export async function readStandingFindings(
  session: () => OpenWorkspace,
  sources: LinkSources,
  tasks: readonly Task[],
  pause: () => Promise<void>,
): Promise<void> {
  const { asked, wanted } = whoSays(
    sources,
    closedForFindings(tasks).flatMap(({ links }) => links),
  );
  for (const { room, ids } of asked) {
    await room.readAhead?.(session, ids, pause);
    await pause();
  }
  if (wanted.size > 0) await sources.checks.readAhead(session, wanted, pause);
}

/** Tasks closed for something that stands all the same, or again, by id. */
export function tasksWithStandingFindings(workspace: OpenWorkspace, sources: LinkSources, tasks: readonly Task[]): ReadonlySet<string> {
  const closed = closedForFindings(tasks);
  if (closed.length === 0) return new Set();
  const standing = standings(
    workspace,
    sources,
    closed.flatMap(({ links }) => links),
  );
  const stands = (task: Task) => (link: TaskLink) => {
    const now = standing(link);
    if (now?.state !== 'open') return false;
    return now.saidOn === undefined || (now.saidOn !== null && task.closed !== null && now.saidOn > task.closed.on);
  };
  return new Set(closed.filter((task) => task.links.some(stands(task))).map(({ id }) => id));
}

/** Has every room look again at the records it keeps. Ends at the first that fails, with its reason. */
export async function lookAgain(
  session: () => OpenWorkspace,
  rooms: readonly LinkedRoom[],
  links: readonly TaskLink[],
  job: LinkJob,
): Promise<Reply<null>> {
  for (const room of rooms) {
    const ids = idsIn(links, room);
    if (ids.length === 0) continue;
    const seen = await room.lookAgain(session(), ids, job);
    if (!seen.ok) return seen;
    await job.pause();
  }
  return ok(null);
}
