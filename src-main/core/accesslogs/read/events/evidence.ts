import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { EvidenceBlock } from '../event-batch.ts';

const rowsInBlock = 512;
const charsInBlock = 1_000_000;
/** No block we write unpacks to more: a record has a length limit of its own. */
const mostUnpacked = 64 * 1024 * 1024;

export interface EvidenceWriter {
  /** Keeps a row as it stands in the file; records and lines have one cell. */
  add(row: number, cells: readonly string[]): void;
  take(): EvidenceBlock[];
}

/** Packs original rows in blocks that can be unpacked alone. */
export function createEvidenceWriter(): EvidenceWriter {
  let lines: string[] = [];
  let chars = 0;
  let firstRow = 0;
  let lastRow = 0;
  let blocks: EvidenceBlock[] = [];
  const close = () => {
    if (lines.length === 0) return;
    // A buffer of its own, not a slice of the pool, so that it can be handed to another thread.
    const packed = Uint8Array.from(deflateRawSync(`[${lines.join(',')}]`, { level: 1 }));
    blocks.push({ firstRow, lastRow, packed });
    lines = [];
    chars = 0;
  };
  return {
    add(row, cells) {
      if (lines.length === 0) firstRow = row;
      else if (row === lastRow) return;
      lastRow = row;
      const line = JSON.stringify([row, ...cells]);
      lines.push(line);
      chars += line.length;
      if (lines.length >= rowsInBlock || chars >= charsInBlock) close();
    },
    take() {
      close();
      const taken = blocks;
      blocks = [];
      return taken;
    },
  };
}

/** Original rows of a block, by row number. */
export function evidenceRows(packed: Uint8Array): ReadonlyMap<number, readonly string[]> {
  const rows = JSON.parse(inflateRawSync(packed, { maxOutputLength: mostUnpacked }).toString('utf8')) as [number, ...string[]][];
  return new Map(rows.map(([row, ...cells]) => [row, cells]));
}
