import type Database from 'better-sqlite3';
import { type OpenWorkspace, prepared } from '../../db/index.ts';
import type { DictionaryPart, EventBatch } from '../read/event-batch.ts';
import { insertBlock } from './blocks.ts';
import { createEventArrays } from './columns.ts';
import { accountNumberIn, addressNumberIn, createTranslation, numberIn, type Translation } from './dictionaries.ts';
import { type KeyTable, wordsPerKey } from './key-table.ts';
import type { Pause } from './keys.ts';
import { packColumns } from './packing.ts';

import type { AddressSource } from './relocate.ts';
import { writeStep } from './turns.ts';

/** What one import carries from batch to batch. */
export interface ImportProgress {
  readonly number: number;
  readonly system: string;
  readonly keys: KeyTable;
  readonly translations: Readonly<Record<'account' | 'address' | 'resource' | 'action' | 'country', Translation>>;
}

export function createProgress(number: number, system: string, keys: KeyTable): ImportProgress {
  return {
    number,
    system,
    keys,
    translations: {
      account: createTranslation(),
      address: createTranslation(),
      resource: createTranslation(),
      action: createTranslation(),
      country: createTranslation(),
    },
  };
}

/** New texts stored in one go; an address takes some 40 µs to find and to write. */
const textsASlice = 250;

/**
 * Gives new texts of a batch their numbers, and new addresses the facts of where they are. Comes before `storeBatch`, in transactions of its own:
 * a text that no event names yet does no harm, and a batch can bring thousands of new addresses.
 */
export async function learnTexts(
  workspace: OpenWorkspace,
  batch: EventBatch,
  progress: ImportProgress,
  networks: () => AddressSource,
  pause: Pause,
): Promise<void> {
  const { system, translations } = progress;
  const inSlices = async ({ first, texts }: DictionaryPart, learn: (part: DictionaryPart) => void) => {
    for (let at = 0; at < texts.length; at += textsASlice) {
      await writeStep(workspace, () => learn({ first: first + at, texts: texts.slice(at, at + textsASlice) }));
      await pause();
    }
  };
  await inSlices(batch.accounts, (part) => translations.account.learn(part, accountNumberIn(workspace.db, system)));
  await inSlices(batch.resources, (part) => translations.resource.learn(part, numberIn(workspace.db, 'resource')));
  await inSlices(batch.actions, (part) => translations.action.learn(part, numberIn(workspace.db, 'action')));
  await inSlices(batch.loggedCountries, (part) => translations.country.learn(part, numberIn(workspace.db, 'country')));
  if (batch.addresses.texts.length === 0) return;
  await networks().warm();
  await inSlices(batch.addresses, (part) => translations.address.learn(part, addressNumberIn(workspace.db, networks().locate(part.texts))));
}

/**
 * Stores a batch whose texts are known under its import: events that are new, notes of those that are not, the original rows, the rejected ones,
 * and how far reading has come. To be run in one transaction: after a break the workspace knows exactly what it has.
 */
export function storeBatch(db: Database.Database, batch: EventBatch, progress: ImportProgress): void {
  const stored = storeEvents(db, batch, progress);
  const source = prepared(db, 'INSERT INTO log_sources (import, first_row, last_row, packed) VALUES (?, ?, ?, ?)');
  for (const { firstRow, lastRow, packed } of batch.evidence) source.run(progress.number, firstRow, lastRow, packed);
  const reject = prepared(db, 'INSERT INTO log_rejected (import, row, problem, in_column, value) VALUES (?, ?, ?, ?, ?)');
  for (const { row, problem, column, value } of batch.rejected) reject.run(progress.number, row, problem, column, value);
  prepared(
    db,
    'UPDATE log_imports SET last_row = ?, read_bytes = ?, events = events + ?, duplicates = duplicates + ?, rejected = rejected + ? WHERE number = ?',
  ).run(batch.lastRow, batch.readBytes, stored, batch.length - stored, batch.rejected.length, progress.number);
}

/** Stores the events whose key is new, and answers how many those are. */
function storeEvents(db: Database.Database, batch: EventBatch, progress: ImportProgress): number {
  const { length } = batch;
  const words = batch.dedupe;
  const { keys, translations } = progress;
  const events = createEventArrays(length);
  const newWords = new Uint32Array(length * wordsPerKey);
  const rowsAgain: number[] = [];
  const idsAgain: number[] = [];
  const accounts = translations.account.numbers;
  const addresses = translations.address.numbers;
  const resources = translations.resource.numbers;
  const actions = translations.action.numbers;
  const countries = translations.country.numbers;
  const firstId = prepared<[], { next: number }>(db, 'SELECT next_event AS next FROM log_state WHERE one = 1').get()?.next ?? 1;
  let stored = 0;
  for (let place = 0; place < length; place += 1) {
    const id = firstId + stored;
    const known = keys.findOrAdd(words, place, id);
    if (known !== 0) {
      rowsAgain.push(batch.row[place] ?? 0);
      idsAgain.push(known);
      continue;
    }
    for (let word = 0; word < wordsPerKey; word += 1) newWords[stored * wordsPerKey + word] = words[place * wordsPerKey + word] ?? 0;
    events.id[stored] = id;
    events.ts[stored] = batch.ts[place] ?? 0;
    events.account[stored] = accounts[batch.account[place] ?? 0] ?? 0;
    events.address[stored] = addresses[batch.address[place] ?? 0] ?? 0;
    events.resource[stored] = resources[batch.resource[place] ?? 0] ?? 0;
    events.action[stored] = actions[batch.action[place] ?? 0] ?? 0;
    events.loggedCountry[stored] = countries[batch.loggedCountry[place] ?? 0] ?? 0;
    events.outcome[stored] = batch.outcome[place] ?? 0;
    events.count[stored] = batch.count[place] ?? 0;
    events.tokens[stored] = batch.tokens[place] ?? 0;
    events.bytes[stored] = batch.bytes[place] ?? 0;
    events.row[stored] = batch.row[place] ?? 0;
    stored += 1;
  }
  prepared(db, 'UPDATE log_state SET next_event = ? WHERE one = 1').run(firstId + stored);
  insertBlock(db, progress.number, events, stored, new Uint8Array(newWords.buffer, 0, stored * wordsPerKey * 4));
  if (rowsAgain.length > 0)
    prepared(db, 'INSERT INTO log_duplicates (import, pairs, events) VALUES (?, ?, ?)').run(
      progress.number,
      packColumns([rowsAgain, idsAgain], rowsAgain.length),
      rowsAgain.length,
    );
  return stored;
}
