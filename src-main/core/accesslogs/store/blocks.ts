import type Database from 'better-sqlite3';
import { prepared } from '../../db/index.ts';
import { type EventArrays, packEvents, unpackEvents } from './columns.ts';

/** A block of events as the list of blocks knows it. */
export interface BlockInfo {
  readonly id: number;
  readonly import: number;
  readonly lastId: number;
  readonly events: number;
  /** Milliseconds since 1970, UTC. */
  readonly firstAt: number;
  readonly lastAt: number;
}

const listed =
  'SELECT e.id, e.import, e.last_id AS lastId, e.events, e.first_at AS firstAt, e.last_at AS lastAt FROM log_events e INDEXED BY log_events_list';

/** Blocks whose events count, in the order they were stored. */
export function committedBlocks(db: Database.Database): readonly BlockInfo[] {
  return prepared<[], BlockInfo>(db, `${listed} JOIN log_imports i ON i.number = e.import WHERE i.state = 'committed' ORDER BY e.id`).all();
}

/** Blocks of one import, whatever its state. */
export function blocksOf(db: Database.Database, importNumber: number): readonly BlockInfo[] {
  return prepared<[number], BlockInfo>(db, `${listed} WHERE e.import = ? ORDER BY e.id`).all(importNumber);
}

/** Reads the events of a block into `target` from `at` on; false when the block is gone, since its import was undone meanwhile. */
export function readBlock(db: Database.Database, block: BlockInfo, target: EventArrays, at = 0): boolean {
  const row = prepared<[number], { packed: Buffer }>(db, 'SELECT packed FROM log_events WHERE id = ?').get(block.id);
  if (row === undefined) return false;
  unpackEvents(row.packed, block.events, target, at);
  return true;
}

/** Writes events as a block of an import, with their keys. The events are in the order of their ids. */
export function insertBlock(db: Database.Database, importNumber: number, events: EventArrays, length: number, keys: Uint8Array): void {
  if (length === 0) return;
  let firstAt = Number.POSITIVE_INFINITY;
  let lastAt = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < length; index += 1) {
    const at = events.ts[index] ?? 0;
    if (at < firstAt) firstAt = at;
    if (at > lastAt) lastAt = at;
  }
  const id = events.id[0] ?? 0;
  prepared(db, 'INSERT INTO log_events (id, import, last_id, events, first_at, last_at, packed) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    id,
    importNumber,
    events.id[length - 1] ?? 0,
    length,
    Math.floor(firstAt),
    Math.floor(lastAt),
    packEvents(events, length),
  );
  prepared(db, 'INSERT INTO log_keys (block, keys) VALUES (?, ?)').run(id, keys);
}

export function deleteBlock(db: Database.Database, id: number): void {
  prepared(db, 'DELETE FROM log_events WHERE id = ?').run(id);
  prepared(db, 'DELETE FROM log_keys WHERE block = ?').run(id);
}

/** Keys of a block: four words an event. */
export function readKeys(db: Database.Database, block: number): Uint32Array {
  const row = prepared<[number], { keys: Buffer }>(db, 'SELECT keys FROM log_keys WHERE block = ?').get(block);
  return row === undefined ? new Uint32Array() : wordsOf(row.keys);
}

/** Bytes as 32-bit words, copied only where they do not begin on a multiple of 4. */
export function wordsOf(bytes: Uint8Array): Uint32Array {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 4);
}
