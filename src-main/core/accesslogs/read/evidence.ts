import { inflateRawSync } from 'node:zlib';
import type { EvidenceBlock } from './event-batch.ts';

/** An original row: its number in the file, and its cells as they stood there. */
export interface EvidenceRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Unpacks original rows. Throws when the block is damaged. */
export function evidenceRows({ packed }: Pick<EvidenceBlock, 'packed'>): readonly EvidenceRow[] {
  const rows = JSON.parse(inflateRawSync(packed).toString('utf8')) as readonly (readonly [number, ...string[]])[];
  return rows.map(([row, ...cells]) => ({ row, cells }));
}
