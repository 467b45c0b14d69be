import type { Cell, CellType } from '../../../../src-shared/formats/import-file.ts';

/**
 * A run of rows in a form that crosses threads cheaply: one string with all cell texts end to end, and typed arrays that are handed over
 * instead of copied. A million rows as arrays of strings would be copied string by string.
 */
export interface RowBatch {
  /** Row numbers as the sheet or file counts them, from 1. */
  readonly rows: Uint32Array;
  /** `starts[i]` to `starts[i + 1]` are the cells of row `i`. One longer than `rows`. */
  readonly starts: Uint32Array;
  /** Index into `cellTypes`, one a cell. */
  readonly types: Uint8Array;
  /** Position in `text` where each cell ends. */
  readonly ends: Uint32Array;
  readonly text: string;
  /** Formulas and serial numbers, by cell index. Few, so they travel as plain pairs. */
  readonly raws: ReadonlyArray<readonly [number, string]>;
}

export const cellTypes = ['empty', 'text', 'number', 'date', 'bool', 'formula', 'error'] as const satisfies readonly CellType[];
const typeIndex = new Map<CellType, number>(cellTypes.map((type, index) => [type, index]));

export interface BatchBuilder<Batch> {
  cell(text: string, type: CellType, raw?: string): void;
  endRow(row: number): void;
  readonly rowCount: number;
  /** Characters held so far; a batch is sent when it grows heavy. */
  readonly weight: number;
  take(): Batch;
}

export function createBatchBuilder(): BatchBuilder<RowBatch> {
  let rows: number[] = [];
  let starts: number[] = [0];
  let types: number[] = [];
  let ends: number[] = [];
  let texts: string[] = [];
  let raws: [number, string][] = [];
  let end = 0;
  return {
    cell(text, type, raw) {
      end += text.length;
      texts.push(text);
      ends.push(end);
      types.push(typeIndex.get(type) ?? 0);
      if (raw !== undefined) raws.push([types.length - 1, raw]);
    },
    endRow(row) {
      rows.push(row);
      starts.push(types.length);
    },
    get rowCount() {
      return rows.length;
    },
    get weight() {
      return end;
    },
    take() {
      const batch: RowBatch = {
        rows: Uint32Array.from(rows),
        starts: Uint32Array.from(starts),
        types: Uint8Array.from(types),
        ends: Uint32Array.from(ends),
        text: texts.join(''),
        raws,
      };
      rows = [];
      starts = [0];
      types = [];
      ends = [];
      texts = [];
      raws = [];
      end = 0;
      return batch;
    },
  };
}

/** Parts of a batch that may be handed to another thread instead of copied. */
export function transferables(batch: RowBatch): ArrayBuffer[] {
  return [batch.rows, batch.starts, batch.types, batch.ends].map((part) => part.buffer as ArrayBuffer);
}

export interface ReadRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** Unpacks a batch into rows of cells. */
export function* rowsOf(batch: RowBatch): Generator<ReadRow> {
  const raws = new Map(batch.raws);
  for (let index = 0; index < batch.rows.length; index += 1) {
    const from = batch.starts[index] ?? 0;
    const to = batch.starts[index + 1] ?? from;
    const cells: Cell[] = [];
    for (let at = from; at < to; at += 1) {
      const text = batch.text.slice(at === 0 ? 0 : batch.ends[at - 1], batch.ends[at]);
      const type = cellTypes[batch.types[at] ?? 0] ?? 'text';
      const raw = raws.get(at);
      cells.push(raw === undefined ? { text, type } : { text, type, raw });
    }
    yield { row: batch.rows[index] ?? 0, cells };
  }
}
