import type { EventBatch, RejectedRow } from '../event-batch.ts';
import { createDictionary } from './dictionary.ts';
import { createEvidenceWriter } from './evidence.ts';
import type { LogEvent } from './read-event.ts';

/** Events of a batch at most, but for the last row's. */
export const batchEvents = 4096;
/** Characters of evidence at which a batch is sent even with few events. */
const heavyChars = 8_000_000;

export interface EventBuilder {
  event(row: number, event: LogEvent, key: Uint32Array): void;
  reject(rejected: RejectedRow): void;
  keep(row: number, cells: readonly string[]): void;
  readonly full: boolean;
  readonly empty: boolean;
  take(lastRow: number, readBytes: number): EventBatch;
}

/** Gathers events by column and makes batches of them. */
export function createEventBuilder(): EventBuilder {
  const accounts = createDictionary();
  const addresses = createDictionary();
  const resources = createDictionary();
  const actions = createDictionary();
  const countries = createDictionary(60_000);
  const evidence = createEvidenceWriter();
  let size = batchEvents;
  let columns = createColumns(size);
  let rejected: RejectedRow[] = [];
  let ids: string[] = [];
  let idEnd = 0;
  let length = 0;
  let chars = 0;

  return {
    event(row, event, key) {
      if (length === size) {
        size *= 2;
        columns = grown(columns, size);
      }
      columns.row[length] = row;
      columns.ts[length] = event.ts;
      columns.account[length] = accounts.number(event.account);
      columns.address[length] = addresses.number(event.address);
      columns.resource[length] = resources.number(event.resource);
      columns.action[length] = actions.number(event.action);
      columns.loggedCountry[length] = countries.number(event.country);
      columns.outcome[length] = event.outcome;
      columns.count[length] = event.count;
      columns.tokens[length] = event.tokens;
      columns.bytes[length] = event.bytes;
      columns.dedupe.set(key, length * 4);
      idEnd += event.eventId.length;
      columns.eventIdEnds[length] = idEnd;
      ids.push(event.eventId);
      length += 1;
    },
    reject(row) {
      rejected.push(row);
    },
    keep(row, cells) {
      for (const cell of cells) chars += cell.length;
      evidence.add(row, cells);
    },
    get full() {
      return length >= batchEvents || rejected.length >= batchEvents || chars >= heavyChars;
    },
    get empty() {
      return length === 0 && rejected.length === 0;
    },
    take(lastRow, readBytes) {
      const batch: EventBatch = {
        length,
        ...cut(columns, length),
        eventIdText: ids.join(''),
        accounts: accounts.take(),
        addresses: addresses.take(),
        resources: resources.take(),
        actions: actions.take(),
        loggedCountries: countries.take(),
        evidence: evidence.take(),
        rejected,
        lastRow,
        readBytes,
      };
      size = batchEvents;
      columns = createColumns(size);
      rejected = [];
      ids = [];
      idEnd = 0;
      length = 0;
      chars = 0;
      return batch;
    },
  };
}

type Columns = ReturnType<typeof createColumns>;

function createColumns(size: number) {
  return {
    row: new Uint32Array(size),
    ts: new Float64Array(size),
    account: new Uint32Array(size),
    address: new Uint32Array(size),
    resource: new Uint32Array(size),
    action: new Uint32Array(size),
    loggedCountry: new Uint16Array(size),
    outcome: new Uint8Array(size),
    count: new Float64Array(size),
    tokens: new Float64Array(size),
    bytes: new Float64Array(size),
    dedupe: new Uint32Array(size * 4),
    eventIdEnds: new Uint32Array(size),
  };
}

function grown(columns: Columns, size: number): Columns {
  const larger = createColumns(size);
  for (const name of Object.keys(larger) as (keyof Columns)[]) larger[name].set(columns[name]);
  return larger;
}

function cut(columns: Columns, length: number): Columns {
  return {
    row: columns.row.slice(0, length),
    ts: columns.ts.slice(0, length),
    account: columns.account.slice(0, length),
    address: columns.address.slice(0, length),
    resource: columns.resource.slice(0, length),
    action: columns.action.slice(0, length),
    loggedCountry: columns.loggedCountry.slice(0, length),
    outcome: columns.outcome.slice(0, length),
    count: columns.count.slice(0, length),
    tokens: columns.tokens.slice(0, length),
    bytes: columns.bytes.slice(0, length),
    dedupe: columns.dedupe.slice(0, length * 4),
    eventIdEnds: columns.eventIdEnds.slice(0, length),
  };
}

/** Parts of a batch that are handed to another thread instead of copied. */
export function eventTransferables(batch: EventBatch): ArrayBuffer[] {
  const columns = [
    batch.row,
    batch.ts,
    batch.account,
    batch.address,
    batch.resource,
    batch.action,
    batch.loggedCountry,
    batch.outcome,
    batch.count,
    batch.tokens,
    batch.bytes,
    batch.dedupe,
    batch.eventIdEnds,
  ];
  return [...columns.map((column) => column.buffer as ArrayBuffer), ...batch.evidence.map((block) => block.packed.buffer as ArrayBuffer)];
}
