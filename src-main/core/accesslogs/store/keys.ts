import type { OpenWorkspace } from '../../db/index.ts';
import { type BlockInfo, blocksOf, committedBlocks, readBlock, readKeys } from './blocks.ts';
import { createEventArrays } from './columns.ts';
import { createKeyTable, type KeyTable } from './key-table.ts';

export type Pause = () => Promise<void>;

/**
 * The keys of everything that counts, and of the import that is gone on with, in a table with room for `more` events. Reads 16 bytes an event
 * and pauses as it goes.
 */
export async function loadKeys(workspace: OpenWorkspace, importNumber: number, more: number, pause: Pause): Promise<KeyTable> {
  const blocks = [...committedBlocks(workspace.db), ...blocksOf(workspace.db, importNumber)];
  const table = createKeyTable(blocks.reduce((sum, block) => sum + block.events, more));
  for (const block of blocks) {
    table.addAll(readKeys(workspace.db, block.id), idsOf(workspace, block));
    await pause();
  }
  return table;
}

/** Ids of a block run on by one, save where some of its events went over to another import. */
function idsOf(workspace: OpenWorkspace, block: BlockInfo): ArrayLike<number> {
  const isSequence = block.lastId - block.id === block.events - 1;
  if (isSequence) return Float64Array.from({ length: block.events }, (_, place) => block.id + place);
  const events = createEventArrays(block.events);
  readBlock(workspace.db, block, events);
  return events.id;
}
