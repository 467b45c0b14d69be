import type { TargetSchema } from '../../../../src-shared/formats/import-target.ts';
import type { Connection } from '../../db/index.ts';
import { dateOrderHint } from '../map/date.ts';
import { decimalSignOf } from '../map/number.ts';
import type { ColumnEvidence } from './read-row.ts';
import { currentCells, rowsAfter } from './rows.ts';
import type { Pause } from './slices.ts';
import type { SessionState } from './state.ts';

/**
 * Goes through the whole table once and notes, for columns of numbers and dates, what their unambiguous values prove: `13/02/2024` proves day first, `14,2` the
 * decimal comma. Values that prove both leave the question open.
 */
export async function gatherEvidence(
  connection: () => Connection,
  sessionId: string,
  schema: TargetSchema,
  state: SessionState,
  firstDataRow: number,
  pause: Pause,
): Promise<ReadonlyMap<number, ColumnEvidence>> {
  const numbers: number[] = [];
  const dates: number[] = [];
  for (const [column, fieldId] of state.mapping.entries()) {
    const type = schema.fields.find((field) => field.id === fieldId)?.type;
    if (type === 'number' || type === 'integer') numbers.push(column);
    if (type === 'date' || type === 'dateTime') dates.push(column);
  }
  const signs = new Map<number, Set<string>>(numbers.map((column) => [column, new Set()]));
  const orders = new Map<number, Set<string>>(dates.map((column) => [column, new Set()]));
  if (numbers.length + dates.length > 0) {
    let after = firstDataRow - 1;
    for (;;) {
      const rows = rowsAfter(connection(), sessionId, after, 200);
      const last = rows.at(-1);
      if (last === undefined) break;
      for (const record of rows) {
        const { cells } = currentCells(record);
        for (const column of numbers) {
          const cell = cells[column];
          if (cell?.type !== 'text') continue;
          const sign = decimalSignOf([cell.text]);
          if (sign !== null) signs.get(column)?.add(sign);
        }
        for (const column of dates) {
          const hint = dateOrderHint(cells[column]?.text ?? '');
          if (hint === 'DMY' || hint === 'MDY') orders.get(column)?.add(hint);
        }
      }
      after = last.row;
      await pause();
    }
  }
  const only = <T extends string>(found: ReadonlySet<string> | undefined): T | null => (found?.size === 1 ? ([...found][0] as T) : null);
  return new Map(
    state.mapping.map((_, column) => [
      column,
      { decimalSign: only<'.' | ','>(signs.get(column)), dateOrder: only<'DMY' | 'MDY'>(orders.get(column)) },
    ]),
  );
}
