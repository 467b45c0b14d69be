import type { FactRange, NumberFact, YesNoFact } from '../../../src-shared/model/item-facts.ts';
import { parseQuantity } from '../../engine/compute/index.ts';
import { isRow, type Row } from '../batch-input/index.ts';
import { readCountry } from '../importers/index.ts';
import { fieldUnits } from './field-units.ts';

/** A field that holds something other than what it should. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** Reads fields of one row by name and collects what is wrong with them, so a row is refused with every reason at once. */
export interface FieldReader {
  readonly has: (name: string) => boolean;
  readonly number: (...names: readonly string[]) => NumberFact;
  readonly yesNo: (...names: readonly string[]) => YesNoFact;
  readonly text: (...names: readonly string[]) => string | null;
  readonly list: (...names: readonly string[]) => readonly string[] | null;
  /** The value as it stands. */
  readonly raw: (...names: readonly string[]) => unknown;
  readonly rows: (...names: readonly string[]) => readonly Row[] | null;
  /** Objects, where a bare name stands for an object of which nothing else is known. */
  readonly namedRows: (...names: readonly string[]) => readonly Row[] | null;
  readonly problem: (field: string, message: string) => void;
  /** Reader of an object inside this row; its problems join this row's. */
  readonly inside: (row: Row, name: string) => FieldReader;
}

const noWords = new Set(['no', 'n', 'false', 'none', '0', 'not']);
/** A remark that begins by saying that the thing is not known: `not disclosed by the maker`, `unknown, asked on Monday`. */
const NOT_KNOWN =
  /^(?:unknown|undisclosed|unclear|not (?:yet )?(?:disclosed|known|stated|given|specified|clear|sure|decided|confirmed|measured|available|provided)|to be (?:confirmed|determined|decided)|tbd|awaiting)\b/i;

/** What follows an answer: `no (graphics card)`, `yes, sold for data centres`. */
const REMARK = /(?<=^(?:yes|no|true|false))\s*[,;:(–—-].*$/s;
const yesWords = new Set(['yes', 'y', 'true', '1']);
const unknownWords = new Set([
  '',
  'unknown',
  'null',
  'n/a',
  'na',
  '?',
  'tbd',
  'needs-decision',
  'needsdecision',
  'undisclosed',
  'not disclosed',
  'not public',
  'not known',
  'not stated',
  'not given',
  'not specified',
  'unspecified',
  'unclear',
  'pending',
  'no information',
  'no data',
  'n.a.',
  '-',
  '—',
]);

export function createReader(row: Row, prefix: string, problems: FieldProblem[]): FieldReader {
  const problem = (field: string, message: string) => problems.push({ field: `${prefix}${field}`, message });
  const pick = (names: readonly string[]): readonly [string, unknown] => {
    for (const name of names) {
      const value = row[name];
      if (value !== undefined && value !== null && !(typeof value === 'string' && unknownWords.has(value.trim().toLowerCase())))
        return [name, value];
    }
    return [names[0] ?? '', null];
  };
  return {
    has: (name) => Object.hasOwn(row, name) && row[name] !== undefined,
    number: (...names) => {
      const [name, value] = pick(names);
      if (
        value === null ||
        (typeof value === 'string' && (NOT_KNOWN.test(value.trim()) || /^not (?:published|public)\b/i.test(value.trim())))
      )
        return rangeFromParts(row, names);
      const read = readNumber(value) ?? readWithUnit(value, name);
      if (read === undefined)
        problem(
          name,
          `${name} is not a number: ${show(value)}. Give a number, a range { "low": …, "high": … }, or null when it is not known.`,
        );
      return read ?? null;
    },
    yesNo: (...names) => {
      const [name, value] = pick(names);
      if (value === null || (typeof value === 'string' && NOT_KNOWN.test(value.trim()))) return null;
      if (typeof value === 'boolean') return value ? 'yes' : 'no';
      const word = String(value).trim().toLowerCase().replace(REMARK, '');
      if (yesWords.has(word)) return 'yes';
      if (noWords.has(word)) return 'no';
      problem(name, `${name} is neither yes nor no: ${show(value)}. Give "yes", "no", or null when it is not known.`);
      return null;
    },
    text: (...names) => {
      const [, value] = pick(names);
      return value === null
        ? null
        : typeof value === 'string'
          ? value.trim()
          : typeof value === 'object'
            ? JSON.stringify(value)
            : String(value);
    },
    list: (...names) => {
      const [, value] = pick(names);
      if (value === null) return null;
      if (Array.isArray(value)) return value.filter((entry) => typeof entry === 'string' || typeof entry === 'number').map(String);
      return String(value)
        .split(/[,;]/)
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '');
    },
    raw: (...names) => pick(names)[1],
    rows: (...names) => {
      const [name, value] = pick(names);
      if (value === null) return null;
      const list: readonly unknown[] = Array.isArray(value) ? value : [value];
      const odd = list.find((entry) => !isRow(entry));
      if (odd !== undefined) problem(name, `${name} holds ${show(odd)} where an object with named fields belongs.`);
      return list.filter(isRow);
    },
    namedRows: (...names) => {
      const [, value] = pick(names);
      if (value === null || value === false) return null;
      const list: readonly unknown[] = Array.isArray(value) ? value : [value];
      return list.flatMap((entry) => {
        if (isRow(entry)) return [entry];
        if (entry === true) return [{}];
        const name = typeof entry === 'string' ? entry.trim() : '';
        return name === '' || noWords.has(name.toLowerCase()) ? [] : [yesWords.has(name.toLowerCase()) ? {} : { name }];
      });
    },
    problem,
    inside: (inner, name) => createReader(inner, `${prefix}${name}.`, problems),
  };
}

/** A row with the fields of its `inputs` object beside its own. An empty field of `inputs` does not hide a figure of the row. */
export function withInputs(row: Row): Row {
  const inputs = row['inputs'];
  if (!isRow(inputs)) return row;
  const isEmpty = (value: unknown) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  const given = Object.entries(inputs).filter(([name, value]) => !isEmpty(value) || isEmpty(row[name]));
  return { ...row, ...Object.fromEntries(given) };
}

/** A country as its two letters: `US`, `United States`, `US origin`, `made in Germany`. What names none or several is not known. */
export function countryOf(text: string | null): string | null {
  if (text === null) return null;
  const bare = text.replace(/[- ]+origin$/i, '').replace(/^(?:made|built|designed|trained|developed|produced) in (?:the )?/i, '');
  const read = readCountry(bare);
  return read.is === 'country' ? read.code : null;
}

const show = (value: unknown): string => JSON.stringify(value).slice(0, 60);

/** Plain numbers, numbers as text (`1.2e25`, `4,800`), two-element lists and low/high objects. Negative numbers are refused. */
export function readNumber(value: unknown): number | FactRange | undefined {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : undefined;
  if (typeof value === 'string') {
    const text = value
      .trim()
      .replace(/(?<=\d)[,\s_](?=\d{3}(?:\D|$))/g, '')
      .replace(/\s*[x×*]\s*10\s*\^\s*/i, 'e');
    return /^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;
  }
  if (Array.isArray(value) && value.length === 2) return toRange(value[0], value[1], undefined);
  if (isRow(value))
    return toRange(
      value['low'] ?? value['min'] ?? value['from'],
      value['high'] ?? value['max'] ?? value['to'],
      value['likely'] ?? value['point'] ?? value['estimate'] ?? value['value'],
    );
  return undefined;
}

/**
 * A figure with its unit (`814 mm²`, `1.2 TB/s`, `405B`, `15T tokens`) in the unit of the field, or `undefined`. A unit of
 * another kind, a rate where a total is wanted, or a word of doubt (`about`, `~`) is not taken for the figure.
 */
function readWithUnit(value: unknown, field: string): number | undefined {
  const unit = fieldUnits.get(field);
  if (typeof value !== 'string' || unit === undefined || /[~≈≃<>≤≥]|\b(?:about|ca|circa|approx\w*|roughly|over|under)\b/i.test(value))
    return undefined;
  const text = value.trim().replace(unit.word ?? /$^/, '');
  const plain = readNumber(text);
  if (text !== value.trim() && typeof plain === 'number') return plain;
  const read = parseQuantity(text);
  if (!read.ok) return undefined;
  const { value: figure, unit: found } = read.value;
  if (found === undefined) return unit.counts ? figure : undefined;
  const isTotal = unit.is === 'flop' && found === 'flopPerSecond' && /[^/]FLOPS$/i.test(text) && !/[kMGTPEZY]FLOPS$/i.test(text);
  return found === unit.is || isTotal ? figure / (unit.size ?? 1) : undefined;
}

function toRange(low: unknown, high: unknown, likely: unknown): FactRange | undefined {
  const [from, to, middle] = [readNumber(low), readNumber(high), likely === undefined || likely === null ? undefined : readNumber(likely)];
  if (typeof from !== 'number' || typeof to !== 'number' || from > to) return undefined;
  return { low: from, high: to, ...(typeof middle === 'number' ? { likely: middle } : {}) };
}

function rangeFromParts(row: Row, names: readonly string[]): NumberFact {
  for (const name of names) {
    const range = toRange(
      row[`${name}Low`] ?? row[`${name}_low`],
      row[`${name}High`] ?? row[`${name}_high`],
      row[`${name}Likely`] ?? row[`${name}_likely`],
    );
    if (range !== undefined) return range;
  }
  return null;
}
