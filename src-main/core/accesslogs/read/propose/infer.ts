import { LogField, type LogRule } from '../../../../../src-shared/formats/access-log.ts';
import type { LogBecause } from '../../../../../src-shared/formats/access-log-proposal.ts';
import { likeness, plainText, withoutUnit } from '../../../importers/map/normal.ts';
import { headerKey } from '../mapping/header-key.ts';
import { fieldWords, tokenHalves } from './field-words.ts';
import { shareOf, shareOfMail, shareThatFits } from './value-shapes.ts';

export interface InferredField {
  readonly field: LogField;
  readonly rule: LogRule;
  readonly confidence: 'sure' | 'likely' | 'asks';
  readonly because: LogBecause;
}

interface Candidate extends InferredField {
  readonly column: number;
  readonly score: number;
}

export interface SampleColumn {
  readonly title: string;
  readonly values: readonly string[];
}

/** Columns looked at: records can have thousands of paths, and those that matter come in the first ones. */
const mostColumns = 500;

/** Proposes a column for each field from titles and values, for sheets of no known product. No column is proposed twice. */
export function inferFields(columns: readonly SampleColumn[]): readonly InferredField[] {
  const candidates = columns
    .slice(0, mostColumns)
    .flatMap((column, at) => LogField.options.map((field) => candidate(field, column, at)))
    .filter((one) => one !== null)
    .sort((a, b) => b.score - a.score || a.column - b.column);
  const byField = new Map<LogField, Candidate>();
  const taken = new Set<number>();
  for (const one of candidates) {
    if (byField.has(one.field) || taken.has(one.column)) continue;
    byField.set(one.field, one);
    taken.add(one.column);
  }
  return [...twoColumnTime(columns, byField, taken), ...twoColumnTokens(columns, byField), ...byField.values()];
}

const valuesTell: ReadonlySet<LogField> = new Set(['ts', 'account', 'ip', 'country', 'outcome']);

function candidate(field: LogField, column: SampleColumn, at: number): Candidate | null {
  const title = titleScore(field, column.title);
  if (title.score > 0) return candidateByTitle(field, column, at, title);
  return valuesTell.has(field) && column.values.length >= 2 ? candidateByValues(field, column, at) : null;
}

function candidateByTitle(field: LogField, column: SampleColumn, at: number, title: TitleScore): Candidate | null {
  const fitting = shareThatFits(field, column.values);
  const share = field === 'account' ? Math.max(fitting * 0.9, shareOfMail(column.values)) : fitting;
  const empty = column.values.every((value) => value.trim() === '');
  const fit = empty ? 0.5 : share;
  const score = title.score * (0.35 + 0.65 * fit);
  if (score < (title.exact ? 0.25 : 0.35)) return null;
  const confidence = !empty && share < 0.5 ? 'asks' : title.score >= 0.8 && share >= 0.8 ? 'sure' : 'likely';
  const because: LogBecause =
    confidence === 'asks'
      ? { key: 'valuesDoNotFit', params: { title: column.title, percent: Math.round(share * 100) } }
      : { key: title.exact ? 'titleIs' : 'titleLike', params: { title: column.title } };
  return { field, column: at, score, confidence, because, rule: { from: [{ path: column.title }] } };
}

function candidateByValues(field: LogField, column: SampleColumn, at: number): Candidate | null {
  const strength = field === 'account' ? shareOfMail(column.values) : shareThatFits(field, column.values);
  if (strength < 0.85 || (field === 'outcome' && shareThatFits('count', column.values) > 0.5)) return null;
  // Numbers alone could be moments, outcomes or anything else.
  const plain = field === 'ts' && shareOf(/^\d{5,10}$/, column.values) > 0.5 ? 0.36 : 0.5;
  return {
    field,
    column: at,
    score: plain * strength,
    confidence: 'likely',
    because: { key: 'valuesAre', params: { title: column.title, percent: Math.round(strength * 100) } },
    rule: { from: [{ path: column.title }] },
  };
}

const prepared = new Map(
  LogField.options.map((field) => [
    field,
    fieldWords[field].map((word) => ({ key: headerKey(word), plain: plainText(word), parts: plainText(word).split(' ') })),
  ]),
);

interface TitleScore {
  readonly score: number;
  readonly exact: boolean;
}

/** How well a title names a field: 1 for the likeliest of its words, less further down the list, less again when it is only similar. */
function titleScore(field: LogField, title: string): TitleScore {
  const words = prepared.get(field) ?? [];
  const last = title.includes(' / ') ? title.slice(title.lastIndexOf(' / ') + 3) : title.slice(title.lastIndexOf('.') + 1);
  for (const [name, weight] of [
    [title, 1],
    [withoutUnit(title), 0.96],
    [last, 0.92],
    [withoutUnit(last), 0.9],
  ] as const) {
    const key = headerKey(name);
    const at = key === '' ? -1 : words.findIndex((word) => word.key === key);
    if (at !== -1) return { score: weight * (1 - 0.25 * (at / words.length)), exact: true };
  }
  const plain = plainText(last);
  if (plain.length < 4) return { score: 0, exact: false };
  const parts = new Set(plain.split(' '));
  let best = 0;
  for (const word of words) {
    if (word.parts.every((part) => parts.has(part))) return { score: 0.62, exact: false };
    const near = Math.abs(word.plain.length - plain.length) <= 4 && likeness(plain, word.plain) > 0.82;
    if (near) best = 0.6;
  }
  return { score: best, exact: false };
}

const dayOnly = /^'?(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}\.?\s+\p{L}+\.?\s+\d{4})(?:T00:00:00)?$/u;
const timeOnly = /^'?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[AaPp]\.?[Mm]\.?)?$/;

/** A day in one column and the time of day in another belong together. */
function twoColumnTime(columns: readonly SampleColumn[], byField: Map<LogField, Candidate>, taken: Set<number>): InferredField[] {
  const day = columns.findIndex((column) => shareOf(dayOnly, column.values) >= 0.8);
  const time = columns.findIndex((column) => shareOf(timeOnly, column.values) >= 0.8);
  const chosen = byField.get('ts');
  if (day === -1 || time === -1 || (chosen !== undefined && chosen.column !== day && chosen.column !== time)) return [];
  const [dayTitle, timeTitle] = [columns[day]?.title ?? '', columns[time]?.title ?? ''];
  byField.delete('ts');
  for (const [field, one] of byField) if (one.column === day || one.column === time) byField.delete(field);
  taken.add(day).add(time);
  return [
    {
      field: 'ts',
      rule: { from: [{ path: dayTitle }, { path: timeTitle }], join: ' ' },
      confidence: 'likely',
      because: { key: 'twoColumns', params: { title: dayTitle, other: timeTitle } },
    },
  ];
}

function twoColumnTokens(columns: readonly SampleColumn[], byField: Map<LogField, Candidate>): InferredField[] {
  if (byField.has('tokens') && byField.get('tokens')?.because.key === 'titleIs') return [];
  for (const [one, two] of tokenHalves) {
    const halves = [one, two].map((name) => columns.find((column) => headerKey(column.title).endsWith(headerKey(name)))?.title);
    const [first, second] = halves;
    if (first === undefined || second === undefined) continue;
    byField.delete('tokens');
    return [
      {
        field: 'tokens',
        rule: { from: [{ path: first }, { path: second }], join: '+' },
        confidence: 'likely',
        because: { key: 'twoColumns', params: { title: first, other: second } },
      },
    ];
  }
  return [];
}
