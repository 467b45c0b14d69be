import type { Row } from '../batch-input/index.ts';
import { InputRejected } from '../batch-input/index.ts';

/** Columns that hold JSON text in a table: lists and nested objects. */
const jsonColumns = new Set(['peak_dense', 'dies', 'brochure', 'contains', 'inputs', 'derivedfrom', 'syntheticdata', 'facts']);

/** `int8_tops`, `fp16 TFLOPS`, `dense_tera_ops_per_s_fp8`: a rate with its format in the column's name. */
const RATE_COLUMN =
  /^(?:peak[ _]?)?(?:dense[ _])?(?:(?:tera_ops_per_s|tops|tflops)[ _])?(int4|int8|int16|fp4|fp6|fp8|fp16|bf16|tf32|fp32|fp64)(?:[ _](?:dense[ _])?(?:tera_ops_per_s|tops|tflops))?$/i;
const bits: Readonly<Record<string, number>> = {
  int4: 4,
  int8: 8,
  int16: 16,
  fp4: 4,
  fp6: 6,
  fp8: 8,
  fp16: 16,
  bf16: 16,
  tf32: 32,
  fp32: 32,
  fp64: 64,
};

/** Turns the cells of a table's row into the object a JSON file would have held. Columns named after a format become rates. */
export function rowFromCells(header: readonly string[], cells: readonly string[], line: number): Row {
  const row: Record<string, unknown> = {};
  const rates: Row[] = [];
  for (const [place, name] of header.entries()) {
    const text = cells[place] ?? '';
    if (name === '' || text === '') continue;
    const format = RATE_COLUMN.exec(name)?.[1]?.toLowerCase();
    if (format !== undefined) rates.push({ format, bit_length: bits[format], dense_tera_ops_per_s: text });
    else row[name] = jsonColumns.has(name.toLowerCase()) ? parseCell(name, text, line) : text;
  }
  return rates.length > 0 && row['peak_dense'] === undefined ? { ...row, peak_dense: rates } : row;
}

function parseCell(name: string, text: string, line: number): unknown {
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InputRejected([
      { line, column: name, problem: `The cell is not JSON: ${cause instanceof Error ? cause.message : String(cause)}.` },
    ]);
  }
}
