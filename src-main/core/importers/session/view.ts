import type { ColumnView, ImportSession, ImportStep, PreviewRow, Said } from '../../../../src-shared/contract/imports.ts';
import type { Cell } from '../../../../src-shared/formats/import-file.ts';
import type { ImportField, TargetSchema } from '../../../../src-shared/formats/import-target.ts';
import type { Connection } from '../../db/index.ts';
import { dateOrderHint } from '../map/date.ts';
import { rowRole } from '../map/header.ts';
import { decimalSignOf } from '../map/number.ts';
import { createFieldReader, hasValueStep } from '../map/read-value.ts';
import type { ReadRow } from '../read/batch.ts';
import { columnLetter } from '../read/place.ts';
import { batchOfSession, earlierImport } from './batches.ts';
import { firstDataRow } from './check.ts';
import { bodyRows, columnSamples } from './layout.ts';
import { keptBack, restrictedColumns } from './restricted.ts';
import { readingKey, type SessionState } from './state.ts';
import type { StoredSession } from './store.ts';

const order: readonly ImportStep[] = ['file', 'table', 'columns', 'values', 'check', 'review', 'done'];

/** A session as screens see it: where it stands, what is done, what is missing. */
export function sessionView(
  connection: Connection,
  session: StoredSession,
  schema: TargetSchema,
  job: ImportSession['job'],
): ImportSession {
  const { state } = session;
  const batch = batchOfSession(connection, session.id);
  const status = batch === null ? 'open' : batch.undoneAt === null ? 'committed' : 'undone';
  const step = status === 'open' ? furthestStep(state, schema) : 'done';
  const here = order.indexOf(step);
  return {
    id: session.id,
    revision: session.revision,
    target: session.target,
    variant: session.variant,
    status,
    step,
    steps: order.map((name, at) => ({ step: name, state: stepState(name, at, here, state, schema), note: stepNote(name, state, schema) })),
    fileName: session.fileName,
    file: { ...state.sniffed.sniff, notices: [...state.sniffed.sniff.notices, ...state.staged.notices] },
    table: state.table,
    tableReason: state.tableReason,
    profile: state.profile,
    alreadyImported: earlierImport(connection, state.sniffed.sniff.sha256, readingKey(state), session.id),
    counts: state.checked?.counts ?? null,
    outcomes: state.checked?.outcomes ?? null,
    openGroups: state.checked?.openGroups ?? 0,
    job,
    batchId: batch?.id ?? null,
    createdAt: session.createdAt,
    updatedAt: session.updatedAt,
  };
}

/** Required fields that no column fills. */
export function missingFields(state: SessionState, schema: TargetSchema): readonly ImportField[] {
  return schema.fields.filter((field) => field.required && !state.mapping.includes(field.id));
}

function furthestStep(state: SessionState, schema: TargetSchema): ImportStep {
  if (!state.staged.complete) return 'table';
  if (missingFields(state, schema).length > 0) return 'columns';
  if (state.checked === null) return 'check';
  return state.checked.openGroups > 0 ? 'check' : 'review';
}

function stepState(
  name: ImportStep,
  at: number,
  here: number,
  state: SessionState,
  schema: TargetSchema,
): ImportSession['steps'][number]['state'] {
  if (at === here) return 'here';
  if (at > here) return 'notYet';
  if (name === 'columns' && missingFields(state, schema).length > 0) return 'attention';
  return name === 'check' && (state.checked?.openGroups ?? 0) > 0 ? 'attention' : 'done';
}

function stepNote(name: ImportStep, state: SessionState, schema: TargetSchema): Said | null {
  const note = (key: string, params: Said['params']): Said => ({ key: `imports.note.${key}`, params });
  switch (name) {
    case 'file':
      return note('file', { format: state.sniffed.sniff.format, sheets: state.sniffed.sniff.sheets.length });
    case 'table':
      return note(state.table.headerRow === null ? 'noHeader' : state.table.sheet === '' ? 'tableRow' : 'table', {
        sheet: state.table.sheet,
        row: state.table.headerRow ?? 0,
      });
    case 'columns':
      return note('columns', { mapped: state.mapping.filter((field) => field !== null).length, columns: state.mapping.length });
    case 'values':
      return note('values', { fields: schema.fields.filter((field) => hasValueStep(field) && state.mapping.includes(field.id)).length });
    case 'check':
      return state.checked === null ? null : note('check', { open: state.checked.openGroups });
    case 'review':
      return state.checked === null ? null : note('review', { new: state.checked.outcomes.new, changed: state.checked.outcomes.changed });
    case 'done':
      return null;
  }
}

/** Rows for the table step, each with what we take it for. */
export function previewRows(state: SessionState, rows: readonly ReadRow[], schema: TargetSchema): PreviewRow[] {
  const hidden = restrictedColumns(state, schema);
  const { headerRow, headerRows } = state.table;
  return rows.map((row) => ({
    row: row.row,
    role: roleOf(row),
    cells: row.cells
      .slice(0, 512)
      .map((cell, column) =>
        hidden.has(column) && cell.text !== '' && row.row >= firstDataRow(state)
          ? { text: keptBack, type: cell.type }
          : { ...cell, text: cell.text.slice(0, 2000) },
      ),
  }));

  function roleOf(row: ReadRow): PreviewRow['role'] {
    if (headerRow !== null && row.row < headerRow) return 'banner';
    if (headerRow !== null && row.row < headerRow + headerRows) return 'header';
    return rowRole(row.cells, state.titles);
  }
}

/** Columns with samples, the present field, our guess and its reasons, required fields first by the screen's own sorting. */
export function columnViews(state: SessionState, rows: readonly ReadRow[], schema: TargetSchema): ColumnView[] {
  const hidden = restrictedColumns(state, schema);
  return columnSamples(state.titles, bodyRows(state, rows)).map(({ column, header, cells }) => {
    const filled = cells.filter((cell) => cell.text.trim() !== '');
    const distinct = new Map(filled.map((cell) => [cell.text, cell]));
    const samples = pickSamples([...distinct.values()]);
    const fieldId = state.mapping[column] ?? null;
    const field = schema.fields.find((one) => one.id === fieldId);
    const guess = state.guesses[column];
    return {
      column,
      letter: columnLetter(column),
      header,
      samples: hidden.has(column) ? samples.slice(0, 1).map(() => keptBack) : samples.map((cell) => cell.text.slice(0, 200)),
      filled: cells.length === 0 ? 0 : filled.length / cells.length,
      distinct: distinct.size,
      fieldId,
      guess:
        guess === undefined
          ? { fieldId: null, confidence: 'none', because: [] }
          : { fieldId: guess.fieldId, confidence: guess.confidence, because: guess.because },
      readAs: field === undefined || hidden.has(column) ? [] : readAs(field, samples, filled, state),
    };
  });
}

/** The first value and, of the others, those that look least like it, so that three samples show what a column can hold. */
function pickSamples(cells: readonly Cell[]): readonly Cell[] {
  const [first] = cells;
  if (first === undefined) return [];
  const others = cells.slice(1, 200).filter((cell) => cell.type !== first.type || Math.abs(cell.text.length - first.text.length) > 3);
  return [...new Set([first, ...others.slice(0, 2), ...cells])].slice(0, 3);
}

function readAs(field: ImportField, samples: readonly Cell[], filled: readonly Cell[], state: SessionState): ColumnView['readAs'] {
  const reader = createFieldReader(field, new Map(Object.entries(state.values[field.id] ?? {})));
  const texts = filled.map((cell) => cell.text);
  const hints = new Set(texts.map(dateOrderHint).filter((hint) => hint === 'DMY' || hint === 'MDY'));
  const proven = hints.size === 1 ? ([...hints][0] as 'DMY' | 'MDY') : null;
  const answers = { dateOrder: state.table.dateOrder ?? proven, decimalSign: state.table.decimalSign ?? decimalSignOf(texts) };
  return samples.map((cell) => {
    const reading = reader.read(cell, answers);
    const to = reading.is !== 'value' ? '' : reading.value.state === 'unknown' ? '?' : String(reading.value.value);
    return { from: cell.text.slice(0, 200), to: to.slice(0, 200), doubt: reading.is === 'problem' };
  });
}
