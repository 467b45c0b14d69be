import type { ReleaseFacts } from '../../../src-shared/model/release.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import { isRow, type Row } from '../batch-input/index.ts';

/** A field that cannot be taken as it stands. `field` is its path: `facts.person.citizenships[0].country`. */
export interface FactProblem {
  readonly field: string;
  readonly problem: string;
}

const groups = ['person', 'item', 'access', 'authorisation'] as const;
/** Fields read as plain words; null means not known. */
const wordFields: Readonly<Record<(typeof groups)[number], readonly string[]>> = {
  person: ['usStatus', 'employment', 'locatedIn', 'bornIn'],
  item: ['classification', 'host', 'form', 'origin'],
  access: ['kind', 'what', 'from'],
  authorisation: ['type'],
};

/**
 * Checks the shape of one fact pattern. Anything may be missing or null: that is a fact not known. What is there and has the
 * wrong kind is a slip of whoever wrote it, and is named; fields this program does not know are kept and read as words.
 */
export function readReleaseFacts(value: unknown): Result<ReleaseFacts, readonly FactProblem[]> {
  if (!isRow(value)) return err([{ field: 'facts', problem: 'facts must be an object with person, item, access and authorisation.' }]);
  const problems: FactProblem[] = [];
  for (const name of groups) checkGroup(value[name], name, problems);
  const person = isRow(value['person']) ? value['person'] : {};
  for (const name of ['citizenships', 'permanentResidences']) checkTies(person[name], `facts.person.${name}`, problems);
  checkEmployer(person['employer'], problems);
  const item = isRow(value['item']) ? value['item'] : {};
  checkWords(item['reasons'], 'facts.item.reasons', problems);
  checkWords(value['licenceRequiredForNationalsOf'], 'facts.licenceRequiredForNationalsOf', problems);
  if (!['boolean', 'string', 'undefined'].includes(typeof item['published']) && item['published'] !== null)
    problems.push({ field: 'facts.item.published', problem: 'Write true, false or null.' });
  return problems.length > 0 ? err(problems) : ok(value as ReleaseFacts);
}

function checkGroup(group: unknown, name: (typeof groups)[number], problems: FactProblem[]): void {
  const field = `facts.${name}`;
  if (group === undefined || group === null) return;
  if (!isRow(group)) {
    problems.push({ field, problem: `${name} must be an object, or null where nothing is known.` });
    return;
  }
  for (const word of wordFields[name]) checkWord(group, word, field, problems);
}

function checkEmployer(employer: unknown, problems: FactProblem[]): void {
  if (employer === undefined || employer === null) return;
  if (!isRow(employer)) {
    problems.push({ field: 'facts.person.employer', problem: 'employer must be an object with name, country and headquarters, or null.' });
    return;
  }
  for (const word of ['name', 'country', 'headquarters']) checkWord(employer, word, 'facts.person.employer', problems);
}

function checkWord(group: Row, word: string, field: string, problems: FactProblem[]): void {
  const value = group[word];
  if (value !== undefined && value !== null && typeof value !== 'string')
    problems.push({ field: `${field}.${word}`, problem: `Write words or null, not ${JSON.stringify(value).slice(0, 80)}.` });
}

function checkWords(value: unknown, field: string, problems: FactProblem[]): void {
  if (value === undefined || value === null) return;
  if (!Array.isArray(value) || value.some((one) => typeof one !== 'string'))
    problems.push({ field, problem: 'Write a list of words, or null.' });
}

function checkTies(value: unknown, field: string, problems: FactProblem[]): void {
  if (value === undefined || value === null) return;
  if (!Array.isArray(value)) {
    problems.push({ field, problem: 'Write a list of { "country", "since" }, or null where it is not known.' });
    return;
  }
  for (const [place, tie] of (value as readonly unknown[]).entries()) {
    const at = `${field}[${place}]`;
    if (typeof tie === 'string') checkCountry(tie, at, problems);
    else if (isRow(tie)) {
      checkCountry(tie['country'], `${at}.country`, problems);
      checkSince(tie['since'], `${at}.since`, problems);
    } else problems.push({ field: at, problem: 'Write { "country", "since" }.' });
  }
}

function checkCountry(value: unknown, field: string, problems: FactProblem[]): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'string' || !/^[A-Za-z]{2}$/.test(value.trim()))
    problems.push({ field, problem: `Write a two-letter country code or null, not ${JSON.stringify(value).slice(0, 80)}.` });
}

function checkSince(value: unknown, field: string, problems: FactProblem[]): void {
  if (value === undefined || value === null || (typeof value === 'number' && value > 1800 && value < 2200)) return;
  if (typeof value !== 'string' || !/^\d{4}(-\d{2}(-\d{2})?)?$|^$/.test(value.trim()))
    problems.push({ field, problem: `Write YYYY-MM-DD, YYYY-MM, YYYY or null, not ${JSON.stringify(value).slice(0, 80)}.` });
}
