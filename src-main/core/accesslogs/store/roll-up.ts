import type Database from 'better-sqlite3';
import { isDated, withheldTime } from '../../../../src-shared/model/access-events.ts';
import { type OpenWorkspace, prepared } from '../../db/index.ts';
import { blocksOf, readBlock } from './blocks.ts';
import { createEventArrays, type EventArrays } from './columns.ts';
import type { Pause } from './keys.ts';
import { openPacked, packColumns } from './packing.ts';
import { deleteInSteps, deleteRollUp, writeStep } from './turns.ts';

const dayMs = 86_400_000;
/** Day of the groups of events without a time. */
export const undatedDay = Math.floor(withheldTime / dayMs);
/** Groups kept in memory before a part is written; the same group may stand in several parts, and whoever reads adds them up. */
const groupsAPart = 32_768;

/** Groups of events by column: what the same account did, to the same resource, from the same address, on a day. Numbers point as in `EventArrays`. */
export interface RollUp {
  readonly length: number;
  /** Days since 1970, UTC. */
  /** `undatedDay` for events whose time the log withholds. */
  readonly day: Int32Array;
  readonly account: Uint32Array;
  readonly address: Uint32Array;
  readonly resource: Uint32Array;
  readonly action: Uint32Array;
  readonly loggedCountry: Uint16Array;
  readonly outcome: Uint8Array;
  /** Events of the group; a group can occur more than once, so add up. */
  readonly events: Float64Array;
  /** Sums over those events. */
  readonly count: Float64Array;
  readonly tokens: Float64Array;
  readonly bytes: Float64Array;
  /** Number of the import. */
  readonly import: Uint32Array;
}

type Groups = Omit<RollUp, 'length' | 'import'>;

const order = [
  'day',
  'account',
  'address',
  'resource',
  'action',
  'loggedCountry',
  'outcome',
  'events',
  'count',
  'tokens',
  'bytes',
] as const satisfies readonly (keyof Groups)[];

function createGroups(capacity: number): Groups {
  return {
    day: new Int32Array(capacity),
    account: new Uint32Array(capacity),
    address: new Uint32Array(capacity),
    resource: new Uint32Array(capacity),
    action: new Uint32Array(capacity),
    loggedCountry: new Uint16Array(capacity),
    outcome: new Uint8Array(capacity),
    events: new Float64Array(capacity),
    count: new Float64Array(capacity),
    tokens: new Float64Array(capacity),
    bytes: new Float64Array(capacity),
  };
}

/** Adds events up to groups, a part at a time. */
function createGrouping(write: (groups: Groups, length: number) => void) {
  const groups = createGroups(groupsAPart);
  const slots = new Uint32Array(groupsAPart * 4);
  const mask = slots.length - 1;
  let length = 0;
  const flush = () => {
    if (length > 0) write(groups, length);
    length = 0;
    slots.fill(0);
  };
  const add = (events: EventArrays, place: number) => {
    const day = Math.floor((events.ts[place] ?? 0) / dayMs);
    const account = events.account[place] ?? 0;
    const address = events.address[place] ?? 0;
    const resource = events.resource[place] ?? 0;
    const action = events.action[place] ?? 0;
    const loggedCountry = events.loggedCountry[place] ?? 0;
    const outcome = events.outcome[place] ?? 0;
    let hash = Math.imul(day, 0x9e3779b1) ^ Math.imul(account, 0x85ebca6b) ^ Math.imul(address, 0xc2b2ae35);
    hash ^= Math.imul(resource, 0x27d4eb2f) ^ Math.imul(action * 4 + outcome, 0x165667b1) ^ loggedCountry;
    hash ^= hash >>> 15;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot] ?? 0;
      if (entry === 0) {
        groups.day[length] = day;
        groups.account[length] = account;
        groups.address[length] = address;
        groups.resource[length] = resource;
        groups.action[length] = action;
        groups.loggedCountry[length] = loggedCountry;
        groups.outcome[length] = outcome;
        groups.events[length] = 1;
        groups.count[length] = events.count[place] ?? 0;
        groups.tokens[length] = events.tokens[place] ?? 0;
        groups.bytes[length] = events.bytes[place] ?? 0;
        length += 1;
        slots[slot] = length;
        if (length === groupsAPart) flush();
        return;
      }
      const at = entry - 1;
      if (
        groups.day[at] === day &&
        groups.account[at] === account &&
        groups.address[at] === address &&
        groups.resource[at] === resource &&
        groups.action[at] === action &&
        groups.loggedCountry[at] === loggedCountry &&
        groups.outcome[at] === outcome
      ) {
        groups.events[at] = (groups.events[at] ?? 0) + 1;
        groups.count[at] = (groups.count[at] ?? 0) + (events.count[place] ?? 0);
        groups.tokens[at] = (groups.tokens[at] ?? 0) + (events.tokens[place] ?? 0);
        groups.bytes[at] = (groups.bytes[at] ?? 0) + (events.bytes[place] ?? 0);
        return;
      }
    }
  };
  return { add, flush };
}

interface Part {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly groups: number;
  readonly packed: Buffer;
}

function packPart(groups: Groups, length: number): Part {
  let firstDay = groups.day[0] ?? 0;
  let lastDay = firstDay;
  for (let index = 1; index < length; index += 1) {
    const day = groups.day[index] ?? 0;
    if (day < firstDay) firstDay = day;
    if (day > lastDay) lastDay = day;
  }
  const packed = packColumns(
    order.map((name) => groups[name]),
    length,
  );
  return { firstDay, lastDay, groups: length, packed };
}

/** Makes the daily roll-up of an import anew from its events, pausing as it goes. After a break the import counts as not summed up. */
export async function makeRollUp(workspace: OpenWorkspace, importNumber: number, pause: Pause): Promise<void> {
  const parts: Part[] = [];
  const grouping = createGrouping((groups, length) => parts.push(packPart(groups, length)));
  const blocks = blocksOf(workspace.db, importNumber);
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const events = createEventArrays(blocks.reduce((most, block) => Math.max(most, block.events), 0));
  for (const block of blocks) {
    if (readBlock(workspace.db, block, events))
      for (let place = 0; place < block.events; place += 1) {
        grouping.add(events, place);
        const ts = events.ts[place] ?? withheldTime;
        if (!isDated(ts)) continue;
        if (ts < first) first = ts;
        if (ts > last) last = ts;
      }
    await pause();
  }
  grouping.flush();
  const [firstAt, lastAt] = first > last ? [null, null] : [Math.floor(first), Math.floor(last)];
  await writeStep(workspace, () => prepared(workspace.db, 'UPDATE log_imports SET summed = 0 WHERE number = ?').run(importNumber));
  await deleteInSteps(workspace, deleteRollUp, importNumber, 1, pause);
  for (const { firstDay, lastDay, groups, packed } of parts) {
    await writeStep(workspace, () =>
      prepared(workspace.db, 'INSERT INTO log_days (import, first_day, last_day, groups, packed) VALUES (?, ?, ?, ?, ?)').run(
        importNumber,
        firstDay,
        lastDay,
        groups,
        packed,
      ),
    );
    await pause();
  }
  await writeStep(workspace, () =>
    prepared(workspace.db, 'UPDATE log_imports SET summed = 1, first_at = ?, last_at = ? WHERE number = ?').run(
      firstAt,
      lastAt,
      importNumber,
    ),
  );
}

/** Imports that were read to the end and whose roll-up is not that of their events, since some came over from another import. */
export function unsummedImports(db: Database.Database): readonly number[] {
  return prepared<[], { number: number }>(
    db,
    "SELECT number FROM log_imports WHERE state IN ('reading', 'committed') AND complete = 1 AND summed = 0",
  )
    .all()
    .map(({ number }) => number);
}

interface PartInfo {
  readonly id: number;
  readonly import: number;
  readonly first_day: number;
  readonly last_day: number;
  readonly groups: number;
}

/** Which days and imports a roll-up is wanted of; both ends of the range included, in days since 1970. */
export interface RollUpRange {
  readonly firstDay?: number;
  readonly lastDay?: number;
  /** Numbers of imports. */
  readonly imports?: ReadonlySet<number>;
}

/**
 * The daily roll-up of everything that counts: what overview, matrix, coverage, timeline and account lists are made from. Groups come in no
 * particular order, some of them at the rim of the range from outside it: look at `day`.
 */
export async function rollUp(workspace: OpenWorkspace, range: RollUpRange, pause: Pause): Promise<RollUp> {
  const parts = partsOf(workspace.db).filter(
    (part) =>
      part.last_day >= (range.firstDay ?? Number.NEGATIVE_INFINITY) &&
      part.first_day <= (range.lastDay ?? Number.POSITIVE_INFINITY) &&
      (range.imports?.has(part.import) ?? true),
  );
  const capacity = parts.reduce((sum, part) => sum + part.groups, 0);
  const groups = createGroups(capacity);
  const imports = new Uint32Array(capacity);
  let length = 0;
  for (const part of parts) {
    const row = prepared<[number], { packed: Buffer }>(workspace.db, 'SELECT packed FROM log_days WHERE id = ?').get(part.id);
    if (row !== undefined) {
      const packed = openPacked(row.packed, order.length, part.groups);
      for (const [place, name] of order.entries()) packed.unpack(place, groups[name], length);
      imports.fill(part.import, length, length + part.groups);
      length += part.groups;
    }
    await pause();
  }
  return { ...groups, length, import: imports };
}

function partsOf(db: Database.Database): readonly PartInfo[] {
  return prepared<[], PartInfo>(
    db,
    "SELECT d.id, d.import, d.first_day, d.last_day, d.groups FROM log_days d INDEXED BY log_days_by_import JOIN log_imports i ON i.number = d.import WHERE i.state = 'committed' ORDER BY d.id",
  ).all();
}
