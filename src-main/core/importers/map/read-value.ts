import type { DateOrder, DecimalSign, ProblemKind, ValueTarget } from '../../../../src-shared/contract/imports.ts';
import type { Cell } from '../../../../src-shared/formats/import-file.ts';
import type { ImportField, ImportValue } from '../../../../src-shared/formats/import-target.ts';
import { type ChoiceIndex, createChoiceIndex } from './choice.ts';
import { allCountries, readCountry } from './country.ts';
import { readDate } from './date.ts';
import { readNumber } from './number.ts';
import { readTies, tieToken } from './ties.ts';
import { isEmptyMark, isUnknownWord, readYesNo } from './words.ts';

/** What a person answered about a file as a whole or about one field. */
export interface ReadingAnswers {
  readonly dateOrder: DateOrder | null;
  readonly decimalSign: DecimalSign | null;
}

/** How one field reads cells: its choices indexed, its value mapping at hand. */
export interface FieldReader {
  readonly field: ImportField;
  read(cell: Cell, answers: ReadingAnswers): ValueReading;
}

export type ValueReading =
  | { readonly is: 'nothing' }
  | { readonly is: 'value'; readonly value: ImportValue; readonly warn?: ProblemKind }
  /** `value` is what the cell says where it can be read but should not be believed without a look. */
  | { readonly is: 'problem'; readonly kind: ProblemKind; readonly value?: ImportValue };

const nothing: ValueReading = { is: 'nothing' };
const unknown: ValueReading = { is: 'value', value: { state: 'unknown' } };
const problem = (kind: ProblemKind): ValueReading => ({ is: 'problem', kind });
const known = (value: string | number | boolean | string[], warn?: ProblemKind): ValueReading =>
  warn === undefined ? { is: 'value', value: { state: 'known', value } } : { is: 'value', value: { state: 'known', value }, warn };

/** Fields whose distinct values are matched to ours in a step of their own. */
export function hasValueStep(field: ImportField): boolean {
  return (
    field.type === 'choice' ||
    field.type === 'choices' ||
    field.type === 'country' ||
    field.type === 'countries' ||
    field.type === 'boolean'
  );
}

/** Separate values of a cell that holds several. Countries keep their commas (`Korea, South`) when the whole names one. */
export function splitList(field: ImportField, text: string): readonly string[] {
  if (field.type === 'countries' && readCountry(text).is === 'country') return [text.trim()];
  if (field.type === 'choices' && field.choices?.some((choice) => choice.label.toLowerCase() === text.trim().toLowerCase()) === true)
    return [text.trim()];
  const parts = text.split(/[;|\n\r]+|,\s*|\s+\/\s+|\s+(?:and|und|et|y|&)\s+/);
  const slashed = parts.length === 1 && field.type !== 'list' ? text.split('/') : parts;
  return [...new Set(slashed.map((part) => part.trim()).filter((part) => part !== '' && !isEmptyMark(part)))];
}

/** What a value of the value step is looked up by. */
export const valueKey = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase().slice(0, 400);

/** Prepares reading of a field. `mapped` holds the answers of the value step by `valueKey`. */
export function createFieldReader(field: ImportField, mapped: ReadonlyMap<string, ValueTarget>): FieldReader {
  const choices = createChoiceIndex(field.choices ?? []);
  return {
    field,
    read(cell, answers) {
      if (cell.type === 'error') return problem('errorCell');
      const text = cell.text.trim().replace(/^'(?=.)/, '');
      if (text === '') return nothing;
      const direct = mapped.get(valueKey(text));
      if (direct !== undefined) return fromTarget(direct, field);
      if (isEmptyMark(text)) return nothing;
      if (isUnknownWord(text) && !(choices.match(text)?.how === 'exact')) return unknown;
      return readText(field, cell, text, answers, choices, mapped);
    },
  };
}

function fromTarget(target: ValueTarget, field: ImportField): ValueReading {
  if (target.to === 'leaveEmpty') return nothing;
  if (target.to === 'unknown') return unknown;
  if (field.type === 'ties')
    return known([tieToken({ kind: /resident/i.test(field.asks ?? '') ? 'resident' : 'citizen', country: target.value, since: null })]);
  if (field.type === 'choices' || field.type === 'countries') return known([target.value]);
  return known(field.type === 'boolean' ? target.value === 'yes' : target.value);
}

function readText(
  field: ImportField,
  cell: Cell,
  text: string,
  answers: ReadingAnswers,
  choices: ChoiceIndex,
  mapped: ReadonlyMap<string, ValueTarget>,
): ValueReading {
  switch (field.type) {
    case 'text':
      return readPlain(text, cell, 2000);
    case 'longText':
      return readPlain(text, cell, 8000);
    case 'number':
    case 'integer':
      return readQuantity(field, cell, text, answers);
    case 'boolean': {
      const answer = readYesNo(text);
      return answer === null ? problem('notYesNo') : known(answer === 'yes');
    }
    case 'date':
    case 'dateTime':
      return readDay(field, cell, text, answers);
    case 'choice': {
      const match = choices.match(text);
      return match === null ? problem('unknownChoice') : known(match.value);
    }
    case 'country': {
      const country = readCountry(text);
      return country.is === 'country' ? known(country.code) : problem('unknownCountry');
    }
    case 'choices':
    case 'countries':
      return readSeveral(field, text, choices, mapped);
    case 'list':
      return known([...splitList(field, text)].map((part) => part.slice(0, 400)).slice(0, 200));
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? known(text) : problem('notAnAddress');
    case 'url':
      return /^(?:https?:\/\/|www\.)\S+$/i.test(text) || !/\s/.test(text) ? known(text.slice(0, 2000)) : problem('notAnAddress');
    case 'ties':
      return readTieCell(field, text, answers);
    case 'ip':
      return /^[0-9a-f:.[\]%]+$/i.test(text) ? known(text) : problem('notAnAddress');
  }
}

/** A plain yes or no answers what the column asks; anything else is read as ties. Half a cell is no answer. */
function readTieCell(field: ImportField, text: string, answers: ReadingAnswers): ValueReading {
  const asks = field.asks ?? 'citizen';
  const answer = asks === 'citizen' || asks === 'usStatus' ? null : readYesNo(text);
  if (answer === 'no') return asks === 'usPerson' ? known([tieToken({ kind: 'none', country: null, since: null })]) : nothing;
  if (answer === 'yes') {
    const kind = asks === 'usResident' ? 'resident' : asks === 'usCitizen' ? 'citizen' : asks;
    // A yes alone does not say which country's resident or citizen.
    if (kind === 'usStatus' || asks === 'citizen' || asks === 'resident') return problem('unknownCountry');
    return known([tieToken({ kind, country: 'US', since: null })]);
  }
  const context = asks === 'citizen' ? 'citizen' : asks === 'resident' || asks === 'usResident' ? 'resident' : 'usStatus';
  const reading = readTies(text, context, answers.dateOrder);
  if (reading.twoWays.length > 0) return problem('dateOrder');
  if (reading.unreadable.length > 0) return problem('unknownCountry');
  if (reading.statements.length > 0) return known(reading.statements.map(tieToken));
  return reading.unknown ? unknown : nothing;
}

function readPlain(text: string, cell: Cell, longest: number): ValueReading {
  if (text.length > longest) return problem('tooLong');
  // A long identifier that a spreadsheet turned into a float has lost its last digits for good.
  const warn: ProblemKind | undefined = cell.type !== 'formula' && /^\d\.\d+E\+\d{2}$/.test(text) ? 'damagedBySpreadsheet' : undefined;
  return known(text, cell.type === 'formula' ? 'formulaText' : warn);
}

function readQuantity(field: ImportField, cell: Cell, text: string, answers: ReadingAnswers): ValueReading {
  // What the sheet holds as a number has one reading only.
  const reading = cell.type === 'number' ? readNumber(text, field.unit, '.') : readNumber(text, field.unit, answers.decimalSign);
  if (reading.is === 'notANumber') return problem('notANumber');
  if (reading.is === 'wrongUnit') return problem('wrongUnit');
  if (reading.is === 'twoWays') return problem('decimalSign');
  const { min, max } = field.plausible ?? {};
  if (field.type === 'integer' && !Number.isInteger(reading.value)) return problem('notANumber');
  const value: ImportValue = {
    state: 'known',
    value: reading.value,
    ...(reading.low === undefined ? {} : { low: reading.low }),
    ...(reading.high === undefined ? {} : { high: reading.high }),
    ...(reading.approximate ? { approximate: true } : {}),
  };
  if ((min !== undefined && reading.value < min) || (max !== undefined && reading.value > max))
    return { is: 'problem', kind: 'implausible', value };
  return cell.type === 'formula' ? { is: 'value', value, warn: 'formulaText' } : { is: 'value', value };
}

function readDay(field: ImportField, cell: Cell, text: string, answers: ReadingAnswers): ValueReading {
  const cut = (iso: string) => (field.type === 'date' ? iso.slice(0, 10) : iso);
  if (cell.type === 'date' && /^\d{4}-/.test(text)) return known(cut(text));
  const reading = readDate(text, answers.dateOrder);
  if (reading.is === 'twoWays') return problem('dateOrder');
  return reading.is === 'date' ? known(cut(reading.iso)) : problem('notADate');
}

function readSeveral(field: ImportField, text: string, choices: ChoiceIndex, mapped: ReadonlyMap<string, ValueTarget>): ValueReading {
  const found = new Set<string>();
  let saidUnknown = false;
  for (const part of splitList(field, text)) {
    const target = mapped.get(valueKey(part));
    if (target !== undefined) {
      if (target.to === 'value') found.add(target.value);
      else if (target.to === 'unknown') saidUnknown = true;
      continue;
    }
    if (isUnknownWord(part)) {
      saidUnknown = true;
      continue;
    }
    if (field.type === 'countries') {
      const country = readCountry(part);
      if (country.is !== 'country') return problem('unknownCountry');
      found.add(country.code);
    } else {
      const match = choices.match(part);
      if (match === null) return problem('unknownChoice');
      found.add(match.value);
    }
  }
  if (found.size > 0) return known([...found]);
  return saidUnknown ? unknown : nothing;
}

/** Choices a field offers in the value step: its own, yes and no, or the countries. */
export function choicesOf(field: ImportField): readonly { readonly value: string; readonly label: string }[] {
  if (field.type === 'boolean')
    return [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
    ];
  if (field.type === 'country' || field.type === 'countries' || field.type === 'ties')
    return allCountries().map(([value, label]) => ({ value, label }));
  return (field.choices ?? []).map(({ value, label }) => ({ value, label }));
}
