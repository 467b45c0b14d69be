import type { LogSession, LogStep, WrittenCounts } from '../../../../src-shared/contract/access-logs.ts';
import type { Said } from '../../../../src-shared/contract/imports.ts';
import { type LogCheck, type LogField, noLogAnswers } from '../../../../src-shared/formats/access-log.ts';
import type { Connection } from '../../db/index.ts';
import { findLogImport, importsOfFile, type LogImport } from '../store/imports.ts';
import { requiredFields } from './columns.ts';
import { openProblems, stops } from './problems.ts';
import type { WizardState } from './state.ts';
import { checkOf, queueOf, type WizardSession } from './store.ts';

export const logSteps: readonly LogStep[] = ['file', 'table', 'columns', 'values', 'check', 'people', 'review', 'done'];

/** What only the running app knows of a draft. */
export interface Live {
  readonly fileAtHand: boolean;
  readonly job: LogSession['job'];
}

/** A draft as screens see it: where it stands, what is done, what is missing. */
export function sessionView(connection: Connection, session: WizardSession, live: Live): LogSession {
  const { state } = session;
  const kept = state === null ? null : checkOf(connection, session.id);
  const check = kept?.fresh === true ? kept.check : null;
  const begun = session.importId === null ? undefined : findLogImport(connection, session.importId);
  const written = begun?.complete === true ? writtenCounts(begun) : null;
  const step = session.status === 'committed' || session.status === 'undone' ? 'done' : furthestStep(state, check);
  const here = logSteps.indexOf(step);
  const sheet = state?.reading.file.sheets.find((one) => one.name === (state.reading.table.sheet ?? ''));
  const estimate = sheet?.rowEstimate ?? null;
  const already = earlierImport(connection, session);
  return {
    id: session.id,
    revision: session.revision,
    status: session.status,
    step,
    steps: logSteps.map((name, at) => ({
      step: name,
      state: at === here ? 'here' : at > here ? 'notYet' : 'done',
      note: state === null ? null : stepNote(name, state, check, written),
    })),
    queue: placeInQueue(connection, session),
    fileName: session.fileName,
    bytes: session.bytes,
    sha256: session.sha256,
    fileAtHand: live.fileAtHand,
    file: state?.reading.file ?? null,
    table: state?.reading.table ?? null,
    shape: state?.reading.shape ?? null,
    preset: state?.reading.preset ?? null,
    because: state === null ? [] : whyRecognised(state),
    notes: state === null ? [] : noteKeys(state).map((note) => ({ key: `accessLogs.note.${note}`, params: {} })),
    answers: state?.reading.answers ?? noLogAnswers,
    questions: state === null ? [] : [...(check?.questions ?? state.questions)],
    profile: state?.profile ?? null,
    already,
    rows: check !== null ? { count: check.rows, exact: true } : estimate === null ? null : { count: estimate, exact: false },
    checked: check === null ? null : summaryOf(check),
    openProblems: check === null || state === null ? 0 : openProblems(check, state.leftOut),
    written,
    job: live.job,
    updatedAt: session.updatedAt,
  };
}

/** Required fields that no column fills. */
export function missingFields({ reading }: WizardState): readonly LogField[] {
  return requiredFields.filter((field) => (reading.mapping[field]?.from.length ?? 0) === 0);
}

/** Questions about the table that the first rows, or the whole file, leave open. */
export function tableQuestions(state: WizardState, check: LogCheck | null) {
  return (check?.questions ?? state.questions).filter((question) => stops(question) && question.kind !== 'mapping');
}

function furthestStep(state: WizardState | null, check: LogCheck | null): LogStep {
  if (state === null) return 'file';
  if (tableQuestions(state, null).length > 0 && check === null) return 'table';
  if (missingFields(state).length > 0) return 'columns';
  return check === null || openProblems(check, state.leftOut) > 0 ? 'check' : 'review';
}

/** Notes of the product, and that rules about places are off where no address is in the file. */
function noteKeys({ proposal, reading }: WizardState): readonly string[] {
  const notes = proposal.notes.filter((note) => note !== 'noAddress');
  return reading.mapping.ip === undefined ? ['noAddress', ...notes] : notes;
}

function whyRecognised({ proposal, reading }: WizardState): Said[] {
  if (reading.preset === null) return [{ key: 'accessLogs.wizard.because.unknown', params: {} }];
  if (reading.preset !== proposal.reading.preset) return [{ key: 'accessLogs.wizard.because.chosen', params: {} }];
  const key = reading.shape === 'table' ? 'titles' : reading.shape === 'records' ? 'keys' : 'lines';
  return [{ key: `accessLogs.wizard.because.${key}`, params: { percent: Math.round(proposal.fit * 100) } }];
}

function stepNote(step: LogStep, state: WizardState, check: LogCheck | null, written: WrittenCounts | null): Said | null {
  const note = (key: string, params: Said['params']): Said => ({ key: `accessLogs.wizard.stepNote.${key}`, params });
  const { reading } = state;
  switch (step) {
    case 'file':
      return note('file', { format: reading.file.format, gzip: reading.file.gzip ? 1 : 0, sheets: reading.file.sheets.length });
    case 'table':
      if (reading.shape !== 'table') return note(reading.shape, {});
      if (reading.table.headerRow === null) return note('noHeader', {});
      return note((reading.table.sheet ?? '') === '' ? 'row' : 'sheet', { sheet: reading.table.sheet ?? '', row: reading.table.headerRow });
    case 'columns':
      return note('columns', { fields: Object.keys(reading.mapping).length });
    case 'check':
      return check === null ? null : note('check', { open: openProblems(check, state.leftOut) });
    case 'review':
      return written === null ? null : note('review', { new: written.new });
    default:
      return null;
  }
}

const summaryOf = ({ rows, events, rejected, skipped, repeated, withAddress, from, to }: LogCheck): LogSession['checked'] => ({
  rows,
  events,
  rejected,
  skipped,
  repeated,
  withAddress,
  from,
  to,
});

export const writtenCounts = (one: LogImport): WrittenCounts => ({
  importId: one.id,
  rows: one.rowsRead,
  new: one.events,
  alreadyThere: one.duplicates,
  rejected: one.rejected,
  firstAt: one.firstAt,
  lastAt: one.lastAt,
});

function earlierImport(connection: Connection, { sha256, importId }: WizardSession): LogSession['already'] {
  if (sha256 === null) return null;
  const earlier = importsOfFile(connection, sha256).find((one) => one.state === 'committed' && one.id !== importId);
  return earlier === undefined ? null : { importId: earlier.id, at: earlier.committedAt ?? earlier.createdAt };
}

function placeInQueue(connection: Connection, { queueId, id }: WizardSession): LogSession['queue'] {
  const files = queueOf(connection, queueId);
  const at = files.findIndex((file) => file.id === id);
  const isOpen = (file: { status: string }) => file.status === 'waiting' || file.status === 'open';
  const next = [...files.slice(at + 1), ...files.slice(0, Math.max(0, at))].find(isOpen);
  return { position: Math.max(0, at) + 1, of: Math.max(1, files.length), nextId: next?.id ?? null };
}
