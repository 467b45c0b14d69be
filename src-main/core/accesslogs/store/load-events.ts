import type { EventColumns, EventDictionaries } from '../../../../src-shared/model/access-events.ts';
import type { AddressFacts } from '../../../../src-shared/model/network.ts';
import type { OpenWorkspace } from '../../db/index.ts';
import { readBlock } from './blocks.ts';
import { copyEvent, createEventArrays, cutEvents, type EventArrays } from './columns.ts';
import { addressesAfter, byNumber, loggedAccounts, textsOf } from './dictionaries.ts';
import { listLogImports } from './imports.ts';
import type { Pause } from './keys.ts';
import { blocksFor, type EventQuery, mostEvents, select } from './query.ts';
import { tidyUp } from './remove.ts';
import { orderByTime } from './sort.ts';

/** Everything that counts, as the audit reads it. */
export interface LoadedEvents {
  /** In the order of time, events of the same instant in the order of their ids. */
  readonly events: EventColumns;
  readonly dictionaries: EventDictionaries;
  /** By position in `dictionaries.accounts`: the system the account belongs to, empty where not known. */
  readonly accountSystems: readonly string[];
  /** By position in `dictionaries.addresses`; null where nothing was looked up. */
  readonly addresses: readonly (AddressFacts | null)[];
  /** Row of the file, by event. */
  readonly rows: Uint32Array;
  /** Number of the import, by event. */
  readonly imports: Uint32Array;
  /** Id of an import by its number. */
  readonly importIds: ReadonlyMap<number, string>;
}

/** Reads all events that count, or those a query wants, with what their numbers stand for. A million take well under a second. Pauses as it goes. */
export async function loadEvents(workspace: OpenWorkspace, query: EventQuery, pause: Pause): Promise<LoadedEvents> {
  await tidyUp(workspace, pause);
  const blocks = blocksFor(workspace, query);
  const capacity = blocks.reduce((sum, block) => sum + block.events, 0);
  const all = createEventArrays(capacity);
  const imports = new Uint32Array(capacity);
  const isEverything = Object.values(query).every((part) => part === undefined);
  const scratch = createEventArrays(isEverything ? 0 : mostEvents(blocks));
  const places = new Uint32Array(isEverything ? 0 : mostEvents(blocks));
  let length = 0;
  for (const block of blocks) {
    const from = length;
    if (isEverything) length += readBlock(workspace.db, block, all, length) ? block.events : 0;
    else if (readBlock(workspace.db, block, scratch)) {
      const found = select(scratch, block.events, query, places);
      for (let at = 0; at < found; at += 1) copyEvent(scratch, places[at] ?? 0, all, length + at);
      length += found;
    }
    imports.fill(block.import, from, length);
    await pause();
  }
  const sorted = await inTime(cutEvents(all, length), imports.subarray(0, length), pause);
  const { row, ...columns } = sorted.events;
  const accounts = loggedAccounts(workspace);
  await pause();
  const resources = textsOf(workspace.db, 'resource');
  await pause();
  const actions = textsOf(workspace.db, 'action');
  const loggedCountries = textsOf(workspace.db, 'country');
  const { texts, facts } = await addressesOf(workspace, pause);
  return {
    events: { ...columns, length },
    rows: row,
    imports: sorted.imports,
    importIds: new Map(listLogImports(workspace).map((one) => [one.number, one.id])),
    dictionaries: {
      accounts: byNumber(accounts.map(({ id, account }) => ({ id, text: account }))),
      addresses: texts,
      resources,
      actions,
      loggedCountries,
    },
    accountSystems: byNumber(accounts.map(({ id, system }) => ({ id, text: system }))),
    addresses: facts,
  };
}

/** Every address of the logs and what is known of it, by number. */
export async function addressesOf(
  workspace: OpenWorkspace,
  pause: Pause,
): Promise<{ readonly texts: readonly string[]; readonly facts: readonly (AddressFacts | null)[] }> {
  const texts: string[] = [''];
  const facts: (AddressFacts | null)[] = [null];
  for (let after = 0; ; ) {
    const slice = addressesAfter(workspace.db, after, 2000);
    for (const one of slice) {
      while (texts.length < one.id) {
        texts.push('');
        facts.push(null);
      }
      texts.push(one.address);
      facts.push(one.facts);
    }
    const last = slice.at(-1);
    if (last === undefined) return { texts, facts };
    after = last.id;
    await pause();
  }
}

async function inTime(events: EventArrays, imports: Uint32Array, pause: Pause) {
  const order = await orderByTime(events.ts, pause);
  if (order === null) return { events, imports };
  const sorted = createEventArrays(order.length);
  for (const name of Object.keys(events) as (keyof EventArrays)[]) {
    const from = events[name];
    const to = sorted[name];
    for (let start = 0; start < order.length; start += 262_144) {
      const end = Math.min(order.length, start + 262_144);
      for (let at = start; at < end; at += 1) to[at] = from[order[at] ?? 0] ?? 0;
      await pause();
    }
  }
  return { events: sorted, imports: Uint32Array.from(order, (place) => imports[place] ?? 0) };
}
