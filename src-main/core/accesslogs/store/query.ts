import type { OpenWorkspace } from '../../db/index.ts';
import { type BlockInfo, committedBlocks, readBlock } from './blocks.ts';
import { createEventArrays, type EventArrays } from './columns.ts';
import type { Pause } from './keys.ts';

/** Numbers of a dictionary that are wanted: 1 at the place of each. */
export type Wanted = Uint8Array;

/** Which events are meant; every part that is given must hold. Numbers are those of the store's dictionaries. */
export interface EventQuery {
  /** Milliseconds since 1970 UTC, included. */
  readonly fromMs?: number;
  /** Not included. */
  readonly untilMs?: number;
  /** Numbers of imports. */
  readonly imports?: ReadonlySet<number>;
  readonly accounts?: Wanted;
  readonly addresses?: Wanted;
  readonly resources?: Wanted;
  readonly actions?: Wanted;
  /** Position in `eventOutcomes`. */
  readonly outcome?: number;
  readonly ids?: ReadonlySet<number>;
  /** Whether an action at a resource is wanted; asked for each event that is left. */
  readonly acts?: (action: number, resource: number) => boolean;
  /** A country: addresses that either database puts there, else what the log itself says of an address no database knows. */
  readonly place?: { readonly addresses: Wanted; readonly located: Wanted; readonly loggedCountry: number };
  /** One of these is enough: a text that was searched for. */
  readonly anyOf?: {
    readonly accounts: Wanted;
    readonly addresses: Wanted;
    readonly resources: Wanted;
    readonly actions: Wanted;
  };
}

/** Where a page ends: the last event on it. */
export interface EventPlace {
  /** Milliseconds since 1970, UTC. */
  readonly ts: number;
  readonly id: number;
}

export interface EventRow extends EventPlace {
  readonly account: number;
  readonly address: number;
  readonly resource: number;
  readonly action: number;
  readonly loggedCountry: number;
  readonly outcome: number;
  readonly count: number;
  readonly tokens: number;
  readonly bytes: number;
  readonly row: number;
  /** Number of the import. */
  readonly import: number;
}

/** Blocks that may hold wanted events, in the order they were stored. */
export function blocksFor(workspace: OpenWorkspace, query: EventQuery): readonly BlockInfo[] {
  const { fromMs = Number.NEGATIVE_INFINITY, untilMs = Number.POSITIVE_INFINITY, imports, ids } = query;
  const wanted = ids === undefined ? undefined : Float64Array.from(ids).sort();
  return committedBlocks(workspace.db).filter(
    (block) =>
      block.lastAt >= fromMs &&
      block.firstAt < untilMs &&
      (imports?.has(block.import) ?? true) &&
      (wanted === undefined || hasBetween(wanted, block.id, block.lastId)),
  );
}

function hasBetween(ascending: Float64Array, low: number, high: number): boolean {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ascending[middle] ?? 0) < low) from = middle + 1;
    else to = middle;
  }
  return from < ascending.length && (ascending[from] ?? 0) <= high;
}

/** Writes the places of the wanted events of a block into `places` and answers how many there are. */
export function select(events: EventArrays, length: number, query: EventQuery, places: Uint32Array): number {
  let found = 0;
  const keep = (test: (place: number) => boolean) => {
    let kept = 0;
    for (let at = 0; at < found; at += 1) {
      const place = places[at] ?? 0;
      if (test(place)) {
        places[kept] = place;
        kept += 1;
      }
    }
    found = kept;
  };
  const keepWanted = (column: Uint32Array, wanted: Wanted | undefined) => {
    if (wanted === undefined) return;
    let kept = 0;
    for (let at = 0; at < found; at += 1) {
      const place = places[at] ?? 0;
      if (wanted[column[place] ?? 0] === 1) {
        places[kept] = place;
        kept += 1;
      }
    }
    found = kept;
  };
  const { fromMs = Number.NEGATIVE_INFINITY, untilMs = Number.POSITIVE_INFINITY, outcome, ids, acts, place: there, anyOf } = query;
  for (let place = 0; place < length; place += 1) {
    const ts = events.ts[place] ?? 0;
    if (ts >= fromMs && ts < untilMs) {
      places[found] = place;
      found += 1;
    }
  }
  keepWanted(events.account, query.accounts);
  keepWanted(events.resource, query.resources);
  keepWanted(events.action, query.actions);
  keepWanted(events.address, query.addresses);
  if (outcome !== undefined) keep((place) => events.outcome[place] === outcome);
  if (ids !== undefined) keep((place) => ids.has(events.id[place] ?? 0));
  if (there !== undefined)
    keep((place) => {
      const address = events.address[place] ?? 0;
      return there.addresses[address] === 1 || (there.located[address] !== 1 && events.loggedCountry[place] === there.loggedCountry);
    });
  if (acts !== undefined) keep((place) => acts(events.action[place] ?? 0, events.resource[place] ?? 0));
  if (anyOf !== undefined)
    keep(
      (place) =>
        anyOf.accounts[events.account[place] ?? 0] === 1 ||
        anyOf.resources[events.resource[place] ?? 0] === 1 ||
        anyOf.actions[events.action[place] ?? 0] === 1 ||
        anyOf.addresses[events.address[place] ?? 0] === 1,
    );
  return found;
}

export const mostEvents = (blocks: readonly BlockInfo[]): number => blocks.reduce((most, block) => Math.max(most, block.events), 0);

/** Calls `visit` for each block with the places of its wanted events; stops when that answers false. Pauses between blocks. */
export async function scan(
  workspace: OpenWorkspace,
  blocks: readonly BlockInfo[],
  query: EventQuery,
  pause: Pause,
  visit: (events: EventArrays, places: Uint32Array, found: number, block: BlockInfo) => boolean,
): Promise<void> {
  const capacity = mostEvents(blocks);
  const events = createEventArrays(capacity);
  const places = new Uint32Array(capacity);
  for (const block of blocks) {
    if (readBlock(workspace.db, block, events) && !visit(events, places, select(events, block.events, query, places), block)) return;
    await pause();
  }
}

export interface EventPage {
  readonly rows: readonly EventRow[];
  /** Pass it as `after` for the next page; null when this was the last. */
  readonly next: EventPlace | null;
}

/**
 * One page of wanted events in the order of time, newest first unless `oldestFirst`; events of the same instant in the order of their ids.
 * Reads blocks from the near end of time on and stops as soon as no other can hold an event of the page.
 */
export async function eventPage(
  workspace: OpenWorkspace,
  query: EventQuery,
  page: { readonly oldestFirst: boolean; readonly after: EventPlace | null; readonly limit: number },
  pause: Pause,
): Promise<EventPage> {
  const { oldestFirst, after, limit } = page;
  const isBefore = (a: EventPlace, b: EventPlace) =>
    oldestFirst ? a.ts < b.ts || (a.ts === b.ts && a.id < b.id) : a.ts > b.ts || (a.ts === b.ts && a.id > b.id);
  const bounded: EventQuery =
    after === null
      ? query
      : oldestFirst
        ? { ...query, fromMs: Math.max(query.fromMs ?? after.ts, after.ts) }
        : { ...query, untilMs: Math.min(query.untilMs ?? after.ts + 1, after.ts + 1) };
  const near = (block: BlockInfo) => (oldestFirst ? block.firstAt : -block.lastAt);
  const blocks = blocksFor(workspace, bounded).toSorted((a, b) => near(a) - near(b));
  let best: EventRow[] = [];
  /** The last event that is on the page for now: whatever comes after it is not wanted. */
  let rim: EventPlace | undefined;
  const shorten = () => {
    best.sort((a, b) => (isBefore(a, b) ? -1 : 1));
    best = best.slice(0, limit + 1);
    rim = best.length > limit ? best.at(-1) : undefined;
  };
  await scan(workspace, blocks, bounded, pause, (events, places, found, block) => {
    // Blocks come by their near end, so no later one can hold an event before the rim either.
    if (rim !== undefined && (oldestFirst ? block.firstAt > rim.ts : block.lastAt < rim.ts)) return false;
    for (let at = 0; at < found; at += 1) {
      const place = places[at] ?? 0;
      const here = { ts: events.ts[place] ?? 0, id: events.id[place] ?? 0 };
      if ((after !== null && !isBefore(after, here)) || (rim !== undefined && !isBefore(here, rim))) continue;
      best.push(rowAt(events, place, block.import));
      if (best.length > 4 * (limit + 1)) shorten();
    }
    shorten();
    return true;
  });
  const rows = best.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: best.length > limit && last !== undefined ? { ts: last.ts, id: last.id } : null };
}

/** How many events are wanted. */
export async function countEvents(workspace: OpenWorkspace, query: EventQuery, pause: Pause): Promise<number> {
  const blocks = blocksFor(workspace, query);
  if (Object.values(query).every((part) => part === undefined)) return blocks.reduce((sum, block) => sum + block.events, 0);
  let events = 0;
  await scan(workspace, blocks, query, pause, (_, __, found) => {
    events += found;
    return true;
  });
  return events;
}

/** Events by id, in the order of their ids; ids that are gone are left out. */
export async function eventsByIds(workspace: OpenWorkspace, ids: ReadonlySet<number>, pause: Pause): Promise<readonly EventRow[]> {
  const rows: EventRow[] = [];
  await scan(workspace, blocksFor(workspace, { ids }), { ids }, pause, (events, places, found, block) => {
    for (let at = 0; at < found; at += 1) rows.push(rowAt(events, places[at] ?? 0, block.import));
    return true;
  });
  return rows.sort((a, b) => a.id - b.id);
}

function rowAt(events: EventArrays, place: number, importNumber: number): EventRow {
  return {
    id: events.id[place] ?? 0,
    ts: events.ts[place] ?? 0,
    account: events.account[place] ?? 0,
    address: events.address[place] ?? 0,
    resource: events.resource[place] ?? 0,
    action: events.action[place] ?? 0,
    loggedCountry: events.loggedCountry[place] ?? 0,
    outcome: events.outcome[place] ?? 0,
    count: events.count[place] ?? 0,
    tokens: events.tokens[place] ?? 0,
    bytes: events.bytes[place] ?? 0,
    row: events.row[place] ?? 0,
    import: importNumber,
  };
}
