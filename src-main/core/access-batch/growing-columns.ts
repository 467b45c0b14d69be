import type { EventColumns } from '../../../src-shared/model/access-events.ts';
import { createKeyTable, type DictionaryPart, type EventBatch, wordsPerKey } from '../accesslogs/index.ts';
import { createEventIds, type EventIds } from './event-ids.ts';

/** Texts of all files with a number each; 0 is the empty text. `key` tells apart what has the same text and is not the same. */
export interface Dictionary {
  readonly texts: string[];
  readonly keys: string[];
  numberOf(text: string, key?: string): number;
  /** Forgets all texts but the first so many. */
  keep(count: number): void;
}

export function createDictionary(): Dictionary {
  const texts = [''];
  const keys = [''];
  const known = new Map<string, number>();
  const nameOf = (text: string, key: string) => (key === '' ? text : `${key}\n${text}`);
  return {
    texts,
    keys,
    numberOf(text, key = '') {
      if (text === '') return 0;
      const name = nameOf(text, key);
      const number = known.get(name) ?? texts.length;
      if (number === texts.length) {
        known.set(name, number);
        texts.push(text);
        keys.push(key);
      }
      return number;
    },
    keep(count) {
      for (let number = count; number < texts.length; number += 1) known.delete(nameOf(texts[number] ?? '', keys[number] ?? ''));
      texts.length = count;
      keys.length = count;
    },
  };
}

/** Numbers of one file, by its own numbers. */
function createTranslation(dictionary: Dictionary, key = '') {
  let numbers: number[] = [0];
  return {
    learn({ first, texts }: DictionaryPart): void {
      if (first === 1 && texts.length > 0) numbers = [0];
      texts.forEach((text, place) => {
        numbers[first + place] = dictionary.numberOf(text, key);
      });
    },
    of: (number: number): number => numbers[number] ?? 0,
  };
}

/** Events in one piece. Small enough that the last piece wastes little, large enough that there are few. */
const pieceEvents = 65_536;

/** Columns that are filled piece by piece, each as wide as its values need. The id of an event is its place from 1, so it is not kept. */
const makers = {
  ts: Float64Array,
  account: Uint32Array,
  address: Uint32Array,
  resource: Uint32Array,
  action: Uint32Array,
  loggedCountry: Uint16Array,
  outcome: Uint8Array,
  count: Float64Array,
  tokens: Float64Array,
  bytes: Float64Array,
  row: Uint32Array,
  file: Uint16Array,
} as const;
type Name = keyof typeof makers;
type Column<N extends Name> = InstanceType<(typeof makers)[N]>;

/** A column that grows without being copied, and is put together once at the end. */
function createColumn<N extends Name>(name: N) {
  let pieces: Column<N>[] = [];
  return {
    set(place: number, value: number): void {
      const at = Math.floor(place / pieceEvents);
      const piece = pieces[at] ?? (new makers[name](pieceEvents) as Column<N>);
      pieces[at] = piece;
      piece[place % pieceEvents] = value;
    },
    /** The whole column; the pieces are let go. */
    join(length: number): Column<N> {
      const whole = new makers[name](length) as Column<N>;
      for (const [at, piece] of pieces.entries()) {
        const from = at * pieceEvents;
        if (from < length) whole.set(piece.subarray(0, Math.min(pieceEvents, length - from)), from);
      }
      pieces = [];
      return whole;
    },
  };
}

/** Columns of events with the place each came from. */
export interface ReadEvents {
  readonly events: EventColumns;
  readonly rows: Uint32Array;
  /** Position of the file, by event. */
  readonly files: Uint16Array;
  readonly accounts: Dictionary;
  readonly addresses: Dictionary;
  readonly resources: Dictionary;
  readonly actions: Dictionary;
  readonly loggedCountries: Dictionary;
  readonly eventIds: EventIds;
}

export type EventCollector = ReturnType<typeof createEventCollector>;

/** Puts batches of several files together; an event that stood in an earlier file is left out. */
export function createEventCollector(severalFiles: boolean) {
  const [accounts, addresses, resources, actions, loggedCountries] = [
    createDictionary(),
    createDictionary(),
    createDictionary(),
    createDictionary(),
    createDictionary(),
  ];
  const columns = {
    ts: createColumn('ts'),
    account: createColumn('account'),
    address: createColumn('address'),
    resource: createColumn('resource'),
    action: createColumn('action'),
    loggedCountry: createColumn('loggedCountry'),
    outcome: createColumn('outcome'),
    count: createColumn('count'),
    tokens: createColumn('tokens'),
    bytes: createColumn('bytes'),
    row: createColumn('row'),
    file: createColumn('file'),
  };
  const eventIds = createEventIds();
  /** Keys of the events of files that were read whole. Within one file no two events have the same. */
  const seen = createKeyTable();
  let length = 0;
  return {
    /** Takes batches of one file; `system` tells apart accounts of the same name in different products. */
    file(place: number, system: string) {
      const own = {
        account: createTranslation(accounts, system),
        address: createTranslation(addresses),
        resource: createTranslation(resources),
        action: createTranslation(actions),
        loggedCountry: createTranslation(loggedCountries),
      };
      const dictionaries = [accounts, addresses, resources, actions, loggedCountries];
      const before = { length, texts: dictionaries.map(({ texts }) => texts.length) };
      const ownKeys: Uint32Array[] = [];
      const take = (batch: EventBatch): void => {
        own.account.learn(batch.accounts);
        own.address.learn(batch.addresses);
        own.resource.learn(batch.resources);
        own.action.learn(batch.actions);
        own.loggedCountry.learn(batch.loggedCountries);
        for (let at = 0; at < batch.length; at += 1) {
          if (severalFiles && seen.has(batch.dedupe, at)) continue;
          columns.ts.set(length, batch.ts[at] ?? 0);
          columns.account.set(length, own.account.of(batch.account[at] ?? 0));
          columns.address.set(length, own.address.of(batch.address[at] ?? 0));
          columns.resource.set(length, own.resource.of(batch.resource[at] ?? 0));
          columns.action.set(length, own.action.of(batch.action[at] ?? 0));
          columns.loggedCountry.set(length, own.loggedCountry.of(batch.loggedCountry[at] ?? 0));
          columns.outcome.set(length, batch.outcome[at] ?? 0);
          columns.count.set(length, batch.count[at] ?? 1);
          columns.tokens.set(length, batch.tokens[at] ?? 0);
          columns.bytes.set(length, batch.bytes[at] ?? 0);
          columns.row.set(length, batch.row[at] ?? 0);
          columns.file.set(length, place);
          const idFrom = at === 0 ? 0 : (batch.eventIdEnds[at - 1] ?? 0);
          eventIds.add(length, batch.eventIdText, idFrom, batch.eventIdEnds[at] ?? 0);
          length += 1;
        }
        if (severalFiles) ownKeys.push(batch.dedupe.slice(0, batch.length * wordsPerKey));
      };
      /** Takes back what this file brought. */
      const undo = (): void => {
        eventIds.keep(before.length);
        dictionaries.forEach((dictionary, at) => {
          dictionary.keep(before.texts[at] ?? 1);
        });
        length = before.length;
      };
      /** The file was read whole: its events count as seen for the next. */
      const close = (): void => {
        for (const keys of ownKeys) for (let at = 0; at * wordsPerKey < keys.length; at += 1) seen.findOrAdd(keys, at, 1);
      };
      return { take, undo, close };
    },
    done(): ReadEvents {
      return {
        events: {
          length,
          id: Float64Array.from({ length }, (_, place) => place + 1),
          ts: columns.ts.join(length),
          account: columns.account.join(length),
          address: columns.address.join(length),
          resource: columns.resource.join(length),
          action: columns.action.join(length),
          loggedCountry: columns.loggedCountry.join(length),
          outcome: columns.outcome.join(length),
          count: columns.count.join(length),
          tokens: columns.tokens.join(length),
          bytes: columns.bytes.join(length),
        },
        rows: columns.row.join(length),
        files: columns.file.join(length),
        accounts,
        addresses,
        resources,
        actions,
        loggedCountries,
        eventIds,
      };
    },
  };
}
