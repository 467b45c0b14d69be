import type { EventColumns } from '../../../src-shared/model/access-events.ts';
import { createEventArrays, cutEvents, type DictionaryPart, type EventBatch, growEvents } from '../accesslogs/index.ts';

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

/** Columns of events with the place each came from. */
export interface ReadEvents {
  readonly events: EventColumns;
  /** Rows they stand in, from 1. */
  readonly rows: Uint32Array;
  /** Position of the file, by event. */
  readonly files: Uint32Array;
  readonly accounts: Dictionary;
  readonly addresses: Dictionary;
  readonly resources: Dictionary;
  readonly actions: Dictionary;
  readonly loggedCountries: Dictionary;
  /** Ids that the source gives, by event id; only where there are any. */
  readonly eventIds: ReadonlyMap<number, string>;
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
  let columns = createEventArrays(65_536);
  let files = new Uint32Array(65_536);
  const eventIds = new Map<number, string>();
  const seen = new Set<string>();
  let length = 0;
  const makeRoom = (more: number) => {
    if (length + more <= columns.id.length) return;
    const size = Math.max(columns.id.length * 2, length + more);
    columns = growEvents(columns, size);
    const larger = new Uint32Array(size);
    larger.set(files);
    files = larger;
  };
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
      const before = { length, seen: seen.size, texts: dictionaries.map(({ texts }) => texts.length) };
      const take = (batch: EventBatch): void => {
        own.account.learn(batch.accounts);
        own.address.learn(batch.addresses);
        own.resource.learn(batch.resources);
        own.action.learn(batch.actions);
        own.loggedCountry.learn(batch.loggedCountries);
        makeRoom(batch.length);
        for (let at = 0; at < batch.length; at += 1) {
          if (severalFiles) {
            const key = batch.dedupe.subarray(at * 4, at * 4 + 4).join(' ');
            if (seen.has(key)) continue;
            seen.add(key);
          }
          const id = length + 1;
          columns.id[length] = id;
          columns.ts[length] = batch.ts[at] ?? 0;
          columns.account[length] = own.account.of(batch.account[at] ?? 0);
          columns.address[length] = own.address.of(batch.address[at] ?? 0);
          columns.resource[length] = own.resource.of(batch.resource[at] ?? 0);
          columns.action[length] = own.action.of(batch.action[at] ?? 0);
          columns.loggedCountry[length] = own.loggedCountry.of(batch.loggedCountry[at] ?? 0);
          columns.outcome[length] = batch.outcome[at] ?? 0;
          columns.count[length] = batch.count[at] ?? 1;
          columns.tokens[length] = batch.tokens[at] ?? 0;
          columns.bytes[length] = batch.bytes[at] ?? 0;
          columns.row[length] = batch.row[at] ?? 0;
          files[length] = place;
          const idFrom = at === 0 ? 0 : (batch.eventIdEnds[at - 1] ?? 0);
          const idTo = batch.eventIdEnds[at] ?? 0;
          if (idTo > idFrom) eventIds.set(id, batch.eventIdText.slice(idFrom, idTo));
          length += 1;
        }
      };
      /** Takes back what this file brought. */
      const undo = (): void => {
        for (const id of [...eventIds.keys()]) if (id > before.length) eventIds.delete(id);
        for (const key of [...seen].slice(before.seen)) seen.delete(key);
        dictionaries.forEach((dictionary, at) => {
          dictionary.keep(before.texts[at] ?? 1);
        });
        length = before.length;
      };
      return { take, undo };
    },
    done(): ReadEvents {
      const { row, ...events } = cutEvents(columns, length);
      return {
        events: { length, ...events },
        rows: row,
        files: files.subarray(0, length),
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
