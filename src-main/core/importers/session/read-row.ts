import type { DecimalSign, FixAction, ProblemKind, ValueTarget } from '../../../../src-shared/contract/imports.ts';
import type { Cell } from '../../../../src-shared/formats/import-file.ts';
import type { ImportRecord, ImportValue, TargetSchema } from '../../../../src-shared/formats/import-target.ts';
import { rowRole } from '../map/header.ts';
import { createFieldReader, type FieldReader, type ReadingAnswers, type ValueReading } from '../map/read-value.ts';
import type { SessionState } from './state.ts';

export type Severity = 'error' | 'warning' | 'settled';

/** Something about one row that a person should decide or know. */
export interface Issue {
  readonly groupId: string;
  readonly kind: ProblemKind;
  readonly severity: Severity;
  readonly fieldId: string | null;
  readonly column: number | null;
  readonly value: string;
}

export interface RowReading {
  readonly skipped: 'excluded' | 'totals' | 'repeatedHeader' | 'blank' | null;
  readonly record: ImportRecord;
  readonly issues: readonly Issue[];
}

/** What the values of a column say about how it is written, where the person has not said. */
export interface ColumnEvidence {
  readonly decimalSign: DecimalSign | null;
  readonly dateOrder: 'DMY' | 'MDY' | null;
}

export interface RowReader {
  read(cells: readonly Cell[], excluded: boolean): RowReading;
}

const warnings: ReadonlySet<ProblemKind> = new Set(['damagedBySpreadsheet', 'cutCell', 'undecodable']);
const notes: ReadonlySet<ProblemKind> = new Set(['formulaText', 'totalsRow', 'repeatedHeader', 'blankRow']);

/** How bad a problem is before anybody answered it. */
export function severityOf(kind: ProblemKind): Severity {
  if (notes.has(kind)) return 'settled';
  return warnings.has(kind) ? 'warning' : 'error';
}

/** One group per kind of problem and field: what one answer settles. */
export const groupIdOf = (kind: ProblemKind, fieldId: string | null) => (fieldId === null ? kind : `${kind}:${fieldId}`);

/** Prepares reading of rows with the session's answers. Pure: the same rows and answers give the same records. */
export function createRowReader(
  schema: TargetSchema,
  state: SessionState,
  evidence: ReadonlyMap<number, ColumnEvidence>,
  refine: (record: ImportRecord) => ImportRecord = (record) => record,
): RowReader {
  const columns = state.mapping.flatMap((fieldId, column) => {
    const field = schema.fields.find((one) => one.id === fieldId);
    if (field === undefined) return [];
    const mapped = new Map<string, ValueTarget>(Object.entries(state.values[field.id] ?? {}));
    const seen = evidence.get(column);
    const answers: ReadingAnswers = {
      dateOrder: state.table.dateOrder ?? seen?.dateOrder ?? null,
      decimalSign: state.table.decimalSign ?? seen?.decimalSign ?? null,
    };
    return [{ column, reader: createFieldReader(field, mapped), answers }];
  });
  const required = schema.fields.filter((field) => field.required);

  return {
    read(cells, excluded) {
      const role = rowRole(cells, state.titles);
      if (role !== 'data') return skippedRow(role);
      if (excluded) return { skipped: 'excluded', record: {}, issues: [] };
      const record: Record<string, ImportValue> = {};
      const issues: Issue[] = [];
      let skip = false;
      const settle = (kind: ProblemKind, reader: FieldReader | null, column: number | null, value: string, settled: boolean) => {
        const fieldId = reader?.field.id ?? null;
        issues.push({
          groupId: groupIdOf(kind, fieldId),
          kind,
          severity: settled ? 'settled' : severityOf(kind),
          fieldId,
          column,
          value: value.slice(0, 400),
        });
      };
      for (const { column, reader, answers } of columns) {
        const cell = cells[column];
        if (cell === undefined || cell.type === 'empty') continue;
        const reading = reader.read(cell, answers);
        if (reading.is === 'nothing') continue;
        if (reading.is === 'value') {
          record[reader.field.id] = reading.value;
          if (reading.warn !== undefined)
            settle(reading.warn, reader, column, cell.text, state.actions[groupIdOf(reading.warn, reader.field.id)] !== undefined);
          continue;
        }
        const action = state.actions[groupIdOf(reading.kind, reader.field.id)];
        const fixed = action === undefined ? null : applyFix(action, reading, reader, cell, answers);
        if (fixed === 'skip') skip = true;
        else if (fixed !== null && fixed !== 'empty') record[reader.field.id] = fixed;
        settle(reading.kind, reader, column, cell.text, fixed !== null);
      }
      for (const field of required) {
        if (record[field.id] !== undefined) continue;
        const action = state.actions[groupIdOf('missingRequired', field.id)];
        if (action?.kind === 'excludeRows') skip = true;
        issues.push({
          groupId: groupIdOf('missingRequired', field.id),
          kind: 'missingRequired',
          severity: action === undefined ? 'error' : 'settled',
          fieldId: field.id,
          column: null,
          value: '',
        });
      }
      const refined = refine(record);
      const needed = schema.needsOneOf;
      if (needed !== undefined && !needed.some((id) => refined[id]?.state === 'known')) {
        const action = state.actions[groupIdOf('missingIdentity', null)];
        if (action?.kind === 'excludeRows') skip = true;
        issues.push({
          groupId: groupIdOf('missingIdentity', null),
          kind: 'missingIdentity',
          severity: action === undefined ? 'error' : 'settled',
          fieldId: null,
          column: null,
          value: '',
        });
      }
      return { skipped: skip ? 'excluded' : null, record: refined, issues };
    },
  };
}

function skippedRow(role: 'blank' | 'totals' | 'repeatedHeader'): RowReading {
  const kind = role === 'totals' ? 'totalsRow' : role === 'blank' ? 'blankRow' : 'repeatedHeader';
  return { skipped: role, record: {}, issues: [{ groupId: kind, kind, severity: 'settled', fieldId: null, column: null, value: '' }] };
}

/** What an answer to the group makes of one cell; `null` when the answer does not settle it. */
function applyFix(
  action: FixAction,
  reading: Extract<ValueReading, { is: 'problem' }>,
  reader: FieldReader,
  cell: Cell,
  answers: ReadingAnswers,
): ImportValue | 'empty' | 'skip' | null {
  switch (action.kind) {
    case 'excludeRows':
      return 'skip';
    case 'leaveEmpty':
      return 'empty';
    case 'setUnknown':
      return { state: 'unknown' };
    case 'accept':
      return reading.value ?? null;
    case 'acceptAsText':
      return reader.field.type === 'text' || reader.field.type === 'longText' ? { state: 'known', value: cell.text.slice(0, 2000) } : null;
    case 'setValue': {
      const read = reader.read({ text: action.text, type: 'text' }, answers);
      return read.is === 'value' ? read.value : null;
    }
    default:
      return null;
  }
}
