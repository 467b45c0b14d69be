import type { GuessConfidence, Said } from '../../../../src-shared/contract/imports.ts';
import type { Cell } from '../../../../src-shared/formats/import-file.ts';
import type { ImportField, TargetSchema } from '../../../../src-shared/formats/import-target.ts';
import { aliasIndex } from './alias.ts';
import { plainText, withoutUnit } from './normal.ts';
import { decimalSignOf } from './number.ts';
import { createFieldReader } from './read-value.ts';
import { isEmptyMark, isUnknownWord } from './words.ts';

export interface ColumnSample {
  readonly column: number;
  readonly header: string;
  /** Cells of the sampled rows, blank ones included. */
  readonly cells: readonly Cell[];
}

export interface ColumnGuess {
  readonly column: number;
  readonly fieldId: string | null;
  readonly confidence: GuessConfidence;
  readonly because: readonly Said[];
}

interface Candidate {
  readonly column: number;
  readonly field: ImportField;
  readonly score: number;
  readonly fit: ValueFit;
  readonly because: Said;
}

interface ValueFit {
  /** Values that can be read for the field, of those with something in them. */
  readonly read: number;
  readonly tried: number;
  /** Values that can be read two ways. */
  readonly doubtful: number;
}

const said = (key: string, params: Said['params'] = {}): Said => ({ key: `imports.because.${key}`, params });
const maxTried = 80;

/**
 * Proposes a field for each column from its title and its values, with the reason. A title we know and values that fit are `sure`; a title that
 * is only similar, or values alone, are `likely`; values that read two ways or do not fit the title make the guess one that `asks`. No field is proposed twice.
 */
export function guessColumns(columns: readonly ColumnSample[], schema: TargetSchema): readonly ColumnGuess[] {
  const candidates = columns
    .filter((column) => !isNeverRead(column.header, schema))
    .flatMap((column) => candidatesOf(column, schema))
    .sort((a, b) => b.score - a.score || a.column - b.column);
  const byColumn = new Map<number, Candidate>();
  const taken = new Map<string, Candidate>();
  for (const candidate of candidates) {
    if (byColumn.has(candidate.column) || taken.has(candidate.field.id)) continue;
    byColumn.set(candidate.column, candidate);
    taken.set(candidate.field.id, candidate);
  }
  return columns.map((column) => {
    const chosen = byColumn.get(column.column);
    if (chosen !== undefined) return explain(chosen, column);
    const rival = candidates.find((one) => one.column === column.column);
    return {
      column: column.column,
      fieldId: null,
      confidence: 'none',
      because: [rival === undefined ? unusedBecause(column, schema) : said('taken', { field: rival.field.label })],
    };
  });
}

/** Titles of what is not collected here, such as births and passports. */
export function isNeverRead(title: string, schema: TargetSchema): boolean {
  const plain = ` ${plainText(title)} `;
  return schema.neverRead?.some((word) => plain.includes(word)) === true;
}

function candidatesOf(sample: ColumnSample, schema: TargetSchema): Candidate[] {
  if (sample.header.trim() === '' && sample.cells.every((cell) => cell.text.trim() === '')) return [];
  const index = aliasIndex(schema);
  const found: Candidate[] = [];
  const add = (field: ImportField, base: number, because: Said) => {
    const fit = fitOf(sample, field);
    // Values that contradict the title pull a guess down, but never below what lets the person see and refuse it.
    const share = fit.tried === 0 ? 0.6 : (fit.read + fit.doubtful) / fit.tried;
    found.push({ column: sample.column, field, score: base * (0.55 + 0.45 * share), fit, because });
  };
  // A two-row title is judged by its own part first, then as a whole.
  const titles = [sample.header, ...(sample.header.includes(' / ') ? [sample.header.slice(sample.header.lastIndexOf(' / ') + 3)] : [])];
  for (const title of titles) {
    const exact = index.find(title);
    if (exact !== null) add(exact.field, 1, said('headerIs', { header: title, field: exact.field.label }));
    const bare = exact === null ? index.find(withoutUnit(title)) : null;
    if (bare !== null) add(bare.field, 0.94, said('headerIs', { header: title, field: bare.field.label }));
    // Free text fits any value, so a title that is only similar counts for less there.
    if (exact === null && bare === null)
      for (const close of index.close(title).slice(0, 3))
        add(
          close.field,
          (isFreeText(close.field) ? 0.3 : 0.45) + 0.35 * close.alike,
          said('headerLike', { header: title, alias: close.alias }),
        );
  }
  if (!found.some((candidate) => candidate.because.key.endsWith('headerIs'))) found.push(...byValues(sample, schema));
  return found.filter((candidate) => candidate.score > 0.4);
}

const isFreeText = (field: ImportField) => field.type === 'text' || field.type === 'longText' || field.type === 'list';

/** Guesses from values alone, for kinds of value that tell: choices, countries, addresses. Numbers and free text could be anything. */
function byValues(sample: ColumnSample, schema: TargetSchema): Candidate[] {
  const found: Candidate[] = [];
  for (const field of schema.fields) {
    if (!['choice', 'country', 'countries', 'email', 'ip'].includes(field.type)) continue;
    const fit = fitOf(sample, field);
    if (fit.tried < 3 || fit.read / fit.tried < 0.8) continue;
    found.push({
      column: sample.column,
      field,
      score: 0.5 + 0.2 * (fit.read / fit.tried),
      fit,
      because: said('valuesAre', { read: fit.read, tried: fit.tried, field: field.label }),
    });
  }
  // Several fields of one kind fit equally: then the values say nothing about which.
  return found.length === 1 ? found : [];
}

function fitOf(sample: ColumnSample, field: ImportField): ValueFit {
  const reader = createFieldReader(field, new Map());
  const texts = sample.cells.filter((cell) => !isEmptyMark(cell.text) && !isUnknownWord(cell.text)).slice(0, maxTried);
  const answers = { dateOrder: null, decimalSign: decimalSignOf(texts.map((cell) => cell.text)) };
  let read = 0;
  let doubtful = 0;
  for (const cell of texts) {
    const reading = reader.read(cell, answers);
    if (reading.is === 'value') read += 1;
    else if (reading.is === 'problem' && (reading.kind === 'dateOrder' || reading.kind === 'decimalSign')) doubtful += 1;
  }
  return { read, tried: texts.length, doubtful };
}

function explain(candidate: Candidate, sample: ColumnSample): ColumnGuess {
  const { fit, field } = candidate;
  const because: Said[] = [candidate.because];
  const empty = sample.cells.filter((cell) => cell.text.trim() === '').length / Math.max(1, sample.cells.length);
  let confidence: GuessConfidence = candidate.score > 0.85 ? 'sure' : 'likely';
  if (fit.doubtful > 0) {
    confidence = 'asks';
    because.push(said('twoWays', { count: fit.doubtful }));
  } else if (fit.tried > 0 && fit.read / fit.tried < 0.5) {
    confidence = 'asks';
    because.push(said('valuesDoNotFit', { read: fit.read, tried: fit.tried, field: field.label }));
  } else if (fit.tried > 0 && fit.read < fit.tried) because.push(said('someDoNotFit', { count: fit.tried - fit.read }));
  if (empty > 0.05) because.push(said('partlyEmpty', { percent: Math.round(empty * 100) }));
  return { column: sample.column, fieldId: field.id, confidence, because };
}

function unusedBecause(sample: ColumnSample, schema: TargetSchema): Said {
  if (isNeverRead(sample.header, schema)) return said('notCollected');
  const filled = sample.cells.filter((cell) => cell.text.trim() !== '').length;
  if (filled === 0) return said(sample.header === '' ? 'noHeaderNoValues' : 'noValues');
  const empty = 1 - filled / Math.max(1, sample.cells.length);
  return empty > 0.9 ? said('mostlyEmpty', { percent: Math.round(empty * 100) }) : said('noFieldLikeIt');
}
