import { openPacked, packColumns } from './packing.ts';

/** Events of a block, or of many, by column. Arrays may be longer than the events they hold. */
export interface EventArrays {
  readonly id: Float64Array;
  /** Milliseconds since 1970, UTC. */
  readonly ts: Float64Array;
  readonly account: Uint32Array;
  readonly address: Uint32Array;
  readonly resource: Uint32Array;
  readonly action: Uint32Array;
  readonly loggedCountry: Uint16Array;
  readonly outcome: Uint8Array;
  readonly count: Float64Array;
  readonly tokens: Float64Array;
  readonly bytes: Float64Array;
  /** Row of the file the event comes from. */
  readonly row: Uint32Array;
}

/** In the order they are packed. Never change it: files hold it. */
const order = [
  'id',
  'ts',
  'account',
  'address',
  'resource',
  'action',
  'loggedCountry',
  'outcome',
  'count',
  'tokens',
  'bytes',
  'row',
] as const satisfies readonly (keyof EventArrays)[];

export function createEventArrays(capacity: number): EventArrays {
  return {
    id: new Float64Array(capacity),
    ts: new Float64Array(capacity),
    account: new Uint32Array(capacity),
    address: new Uint32Array(capacity),
    resource: new Uint32Array(capacity),
    action: new Uint32Array(capacity),
    loggedCountry: new Uint16Array(capacity),
    outcome: new Uint8Array(capacity),
    count: new Float64Array(capacity),
    tokens: new Float64Array(capacity),
    bytes: new Float64Array(capacity),
    row: new Uint32Array(capacity),
  };
}

export function packEvents(events: EventArrays, length: number): Buffer {
  return packColumns(
    order.map((name) => events[name]),
    length,
  );
}

/** Writes the events of a packed block into `target` from position `at` on. */
export function unpackEvents(packed: Uint8Array, length: number, target: EventArrays, at = 0): void {
  const columns = openPacked(packed, order.length, length);
  for (const [place, name] of order.entries()) columns.unpack(place, target[name], at);
}

/** Copies one event to another place. */
export function copyEvent(from: EventArrays, place: number, to: EventArrays, at: number): void {
  to.id[at] = from.id[place] ?? 0;
  to.ts[at] = from.ts[place] ?? 0;
  to.account[at] = from.account[place] ?? 0;
  to.address[at] = from.address[place] ?? 0;
  to.resource[at] = from.resource[place] ?? 0;
  to.action[at] = from.action[place] ?? 0;
  to.loggedCountry[at] = from.loggedCountry[place] ?? 0;
  to.outcome[at] = from.outcome[place] ?? 0;
  to.count[at] = from.count[place] ?? 0;
  to.tokens[at] = from.tokens[place] ?? 0;
  to.bytes[at] = from.bytes[place] ?? 0;
  to.row[at] = from.row[place] ?? 0;
}

/** The first so many events in arrays of just that length. */
export function cutEvents(events: EventArrays, length: number): EventArrays {
  return {
    id: events.id.subarray(0, length),
    ts: events.ts.subarray(0, length),
    account: events.account.subarray(0, length),
    address: events.address.subarray(0, length),
    resource: events.resource.subarray(0, length),
    action: events.action.subarray(0, length),
    loggedCountry: events.loggedCountry.subarray(0, length),
    outcome: events.outcome.subarray(0, length),
    count: events.count.subarray(0, length),
    tokens: events.tokens.subarray(0, length),
    bytes: events.bytes.subarray(0, length),
    row: events.row.subarray(0, length),
  };
}
