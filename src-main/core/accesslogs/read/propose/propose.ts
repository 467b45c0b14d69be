import { type LogAnswers, LogField, type LogMapping, type LogReading, noLogAnswers } from '../../../../../src-shared/formats/access-log.ts';
import type { LogFieldProposal, LogProposal } from '../../../../../src-shared/formats/access-log-proposal.ts';
import { createRowCheck } from '../check/check-rows.ts';
import { compileForCells, type FieldTexts } from '../mapping/compile.ts';
import type { LogPreview } from '../messages.ts';
import type { LogNote, LogPreset } from '../presets/preset.ts';
import { presetById } from '../presets/presets.ts';
import { type InferredField, inferFields, type SampleColumn } from './infer.ts';
import { isRecords, matchPresets } from './match-preset.ts';
import { showValue } from './show-value.ts';

export interface ProposeChoices {
  /** A preset to use whatever the titles say; `null` for none. Left out: the best one. */
  readonly preset?: string | null;
  /** Answers given so far. */
  readonly answers?: Partial<LogAnswers>;
  /** Fields mapped by hand; they replace what is proposed. A rule without sources leaves the field out. */
  readonly mapping?: LogMapping;
}

const below = 300;

/** Proposes how to read a file from its first rows. Pure: the same rows and choices give the same proposal. `now`: milliseconds since 1970. */
export function proposeReading(preview: LogPreview, now: number, choices: ProposeChoices = {}): LogProposal {
  const matches = matchPresets(preview);
  const chosen = choices.preset === undefined ? matches[0]?.preset : choices.preset === null ? undefined : presetById(choices.preset);
  const first = preview.table.headerRow === null ? 1 : preview.table.headerRow + preview.table.headerRows;
  const rows = preview.rows.filter((row) => row.row >= first).slice(0, below);
  const columns = preview.titles.map((title, at): SampleColumn => ({ title, values: rows.map((row) => row.cells[at] ?? '') }));
  const inferred = chosen === undefined ? inferFields(columns) : [];
  const mapping = { ...(chosen === undefined ? mappingOf(inferred, choices.mapping) : usable(chosen, preview)), ...choices.mapping };
  const reading: LogReading = {
    file: preview.file,
    table: preview.table,
    shape: preview.file.lines !== null ? 'lines' : isRecords(preview) ? 'records' : 'table',
    preset: chosen?.id ?? null,
    titles: [...preview.titles],
    mapping,
    outcome: chosen?.outcome ?? 'words',
    explode: chosen?.explode ?? null,
    leaveOut: [...(chosen?.leaveOut ?? [])],
    answers: { ...noLogAnswers, ...presetAnswers(chosen, preview, mapping), ...choices.answers },
  };
  const check = sampleCheck(reading, preview, now);
  const decided = check.decided();
  return {
    reading: decided === null ? reading : { ...reading, answers: { ...reading.answers, dateOrder: decided } },
    fit: chosen === undefined ? 0 : (matches.find((match) => match.preset === chosen)?.fit ?? 0),
    others: matches
      .map((match) => match.preset.id)
      .filter((id) => id !== chosen?.id)
      .slice(0, 8),
    fields: LogField.options.map((field) => fieldProposal(field, reading, chosen, inferred, rows, now)),
    notes: notesOf(chosen, reading),
    questions: (decided === null
      ? check
      : sampleCheck({ ...reading, answers: { ...reading.answers, dateOrder: decided } }, preview, now)
    ).result('0'.repeat(64), []).questions,
  };
}

/** A column that was given a field by hand is no longer guessed for another. */
function mappingOf(inferred: readonly InferredField[], byHand: LogMapping = {}): LogMapping {
  const given = new Set(Object.values(byHand).flatMap((rule) => rule?.from.map((source) => source.path) ?? []));
  return Object.fromEntries(
    inferred.filter(({ rule }) => !rule.from.some((source) => given.has(source.path))).map(({ field, rule }) => [field, rule]),
  );
}

/** A table has only the columns it has: fields of the preset none of whose columns are there are left out. Records may bring more later. */
function usable(preset: LogPreset, preview: LogPreview): LogMapping {
  if (isRecords(preview)) return { ...preset.fields };
  const there = compileForCells(preset.fields, preview.titles);
  return Object.fromEntries(Object.entries(preset.fields).filter(([field]) => there[field as LogField] !== undefined));
}

/** What the product documents, or the title itself says, about times without a zone. */
function presetAnswers(preset: LogPreset | undefined, preview: LogPreview, mapping: LogMapping): Partial<LogAnswers> {
  const titles = mapping.ts?.from.map((source) => source.path) ?? [];
  const says = titles.some((title) => /\b(?:UTC|GMT)\b/i.test(title) && preview.titles.includes(title));
  return {
    ...(preset?.zone !== undefined || says ? { zone: 'UTC' } : {}),
    ...(preset?.dateOrder === undefined ? {} : { dateOrder: preset.dateOrder }),
  };
}

/** Runs the check over the rows of the preview: they are spread over columns already, whatever the file is. */
function sampleCheck(reading: LogReading, preview: LogPreview, now: number) {
  const check = createRowCheck({ ...reading, shape: 'table', explode: null }, now);
  for (const { row, cells } of preview.rows) check.cells(row, cells, false);
  return check;
}

function fieldProposal(
  field: LogField,
  reading: LogReading,
  preset: LogPreset | undefined,
  inferred: readonly InferredField[],
  rows: LogPreview['rows'],
  now: number,
): LogFieldProposal {
  const rule = reading.mapping[field];
  if (rule === undefined || rule.from.length === 0)
    return { field, rule: null, confidence: 'none', because: { key: 'notFound', params: {} }, samples: [] };
  const text = (compileForCells({ [field]: rule }, reading.titles) as FieldTexts<readonly string[]>)[field];
  const found = text === undefined ? [] : [...new Set(rows.map((row) => text(row.cells)))].filter((value) => value !== '').slice(0, 3);
  const samples = found.map((from) => ({ from: from.slice(0, 200), to: showValue(field, from, reading, now) }));
  const guess = inferred.find((one) => one.field === field);
  if (guess !== undefined && guess.rule === rule) return { field, rule, confidence: guess.confidence, because: guess.because, samples };
  const confidence = samples.length === 0 ? 'likely' : samples.every((sample) => sample.to === null) ? 'asks' : 'sure';
  return {
    field,
    rule,
    confidence,
    because: { key: preset === undefined ? 'titleIs' : 'presetSays', params: { title: rule.from[0]?.path ?? '' } },
    samples,
  };
}

function notesOf(preset: LogPreset | undefined, reading: LogReading): LogNote[] {
  const notes: LogNote[] = [...(preset?.notes ?? [])];
  if (reading.mapping.ip === undefined && !notes.includes('noAddress')) notes.push('noAddress');
  return notes;
}
