import type { AuditPerson } from '../../../../src-shared/model/access-audit.ts';
import type { IsoDate } from '../../../../src-shared/model/dates.ts';
import { ok, type Result } from '../../../../src-shared/model/result.ts';
import {
  isEmptyMark,
  isUnknownWord,
  plainText,
  readCountry,
  readTies,
  readYesNo,
  sinceOf,
  type TieContext,
  type TieStatement,
} from '../../importers/index.ts';
import { type AccountEntry, accountKey, createAccountBook } from '../accounts.ts';
import { readEmployment } from '../employment.ts';
import { standingOf } from '../standing.ts';
import { createDayReader, type DayReader } from './days.ts';
import { namedColumns } from './mapping.ts';
import type { FileFault, FileOptions, FileProblem, FileQuestion } from './problems.ts';
import { type RosterColumn, rosterColumn, rosterFields } from './roster-columns.ts';
import { type FileTable, readNamedTable, type TableRow } from './table.ts';

export interface PeopleFile {
  readonly people: readonly AuditPerson[];
  /** Every e-mail, account and identifier with the person it belongs to. */
  readonly accounts: readonly AccountEntry[];
  readonly problems: readonly FileProblem[];
  readonly questions: readonly FileQuestion[];
}

/**
 * Reads people from a roster of any layout: headings in four languages, several rows or several lines for one worker, exports of HR systems and
 * directories. A blank cell is unknown. Errors: the file cannot be read, or none of its headings names a person.
 */
export async function readPeopleFile(path: string, options: FileOptions): Promise<Result<PeopleFile, FileFault>> {
  const columnOf = namedColumns(options.columns ?? {}, rosterFields, rosterColumn, kindOfColumn);
  const table = await readNamedTable(path, (title) => columnOf(title) !== null, options.columns);
  return table.ok ? ok(peopleOf(table.value, columnOf, options)) : table;
}

interface Draft {
  readonly id: string;
  readonly row: number;
  readonly names: string[];
  readonly accounts: Map<string, { readonly account: string; readonly system: string | null }>;
  readonly statements: TieStatement[];
  complete: boolean;
  readonly texts: Map<string, string>;
  start: string | null;
  lastDay: string | null;
}

/** Days ties began: by country where the cell names it, else in the order of the ties. */
interface Sinces {
  readonly inOrder: readonly string[];
  readonly byCountry: ReadonlyMap<string, string>;
}
const noSinces: Sinces = { inOrder: [], byCountry: new Map() };

type Column = RosterColumn & { readonly place: number; readonly title: string };

/** What a column stands for, so that one that is named counts before one that is only guessed: the second nationality is not the first. */
const kindOfColumn = (column: RosterColumn): string =>
  [
    column.is,
    'at' in column ? column.at : '',
    'us' in column && column.us ? 'us' : '',
    'system' in column ? (column.system ?? '') : '',
  ].join(' ');

function peopleOf(table: FileTable, columnOf: (heading: string) => RosterColumn | null, options: FileOptions): PeopleFile {
  const columns = table.titles.flatMap((title, place): Column[] => {
    const column = columnOf(title);
    return column === null ? [] : [{ ...column, place, title }];
  });
  const problems: FileProblem[] = [];
  const days = createDayReader(table, options.dateOrder);
  const drafts = new Map<string, Draft>();
  for (const row of table.rows) {
    const reading = createRow(table, columns, row, problems, days, options);
    const id = reading.id();
    if (id === null) {
      if (!isFooter(row)) reading.say(null, '', 'The row names no person: it has no identifier, e-mail or name.');
      continue;
    }
    const draft = drafts.get(plainText(id)) ?? newDraft(id, row.row);
    reading.into(draft, drafts.has(plainText(id)));
    drafts.set(plainText(id), draft);
  }
  const people = [...drafts.values()].map((draft) => toPerson(draft, table.file, problems, options));
  const accounts = [...drafts.values()].flatMap((draft) =>
    [...draft.accounts.values()].map(
      ({ account, system }): AccountEntry => ({ account, system, target: { kind: 'person', personId: draft.id } }),
    ),
  );
  for (const key of createAccountBook(accounts).disputed)
    problems.push({
      file: table.file,
      row: null,
      column: null,
      value: key,
      reason: 'Two people have this account, so it is linked to neither.',
    });
  return { people, accounts, problems, questions: days.questions() };
}

const newDraft = (id: string, row: number): Draft => ({
  id,
  row,
  names: [],
  accounts: new Map(),
  statements: [],
  complete: true,
  texts: new Map(),
  start: null,
  lastDay: null,
});

function isFooter(row: TableRow): boolean {
  const filled = row.cells.map((cell) => cell.text.trim()).filter((text) => text !== '');
  return filled.length <= 2 && /^(?:total|sum|summe|gesamt|generated|exported|end of|count|anzahl|confidential)/i.test(filled[0] ?? '');
}

function createRow(
  table: FileTable,
  columns: readonly Column[],
  row: TableRow,
  problems: FileProblem[],
  days: DayReader,
  options: FileOptions,
) {
  const raw = (column: Column) => (row.cells[column.place]?.text ?? '').trim().replace(/^'(?=.)/, '');
  const text = (column: Column) => (isEmptyMark(raw(column)) ? '' : raw(column));
  const first = (is: RosterColumn['is']) =>
    columns
      .filter((column) => column.is === is)
      .map(text)
      .find((value) => value !== '') ?? null;
  const all = (is: RosterColumn['is']) => columns.filter((column) => column.is === is && text(column) !== '');
  const say = (column: Column | null, value: string, reason: string) =>
    problems.push({ file: table.file, row: row.row, column: column?.title ?? null, value: value.slice(0, 200), reason });

  const name = (): string | null => {
    const whole = first('name');
    const parts = [first('first') ?? first('preferred'), first('middle'), first('last')].filter((part) => part !== null);
    if (whole === null) return parts.length === 0 ? (first('preferred') ?? first('native')) : parts.join(' ');
    // Workday writes “Ana Silva (E1234)” and some sheets “Silva, Ana”.
    return whole.replace(/\s*\((?:[A-Z]{0,3}-?\d+|terminated|on leave)\)\s*$/i, '').trim();
  };

  const email = () =>
    all('email')
      .flatMap((column) => several(text(column)))
      .find((part) => part.includes('@')) ?? null;

  const id = (): string | null => {
    const stated = first('id') ?? first('identifier');
    if (stated !== null && /^\d\.\d+E\+\d{2}$/.test(stated))
      say(null, stated, 'The identifier was damaged by a spreadsheet: its last digits are lost.');
    return (
      stated ??
      email() ??
      columns
        .filter((column) => column.is === 'account')
        .map(text)
        .find((value) => value !== '') ??
      name()
    );
  };

  const into = (draft: Draft, again: boolean) => {
    const named = name();
    for (const one of [named, first('native'), first('preferred')]) if (one !== null && !draft.names.includes(one)) draft.names.push(one);
    const addAccount = (account: string, system: string | null) => {
      const key = accountKey(account);
      if (key !== '' && !isUnknownWord(account) && !/^(?:none|no|yes|null|true|false)$/i.test(account))
        draft.accounts.set(`${system ?? ''}\u0000${key}`, { account, system });
    };
    for (const column of all('email')) for (const part of several(text(column))) addAccount(part, null);
    for (const column of columns) {
      if (column.is === 'account') for (const part of several(text(column))) addAccount(...systemAccount(part, column.system));
      else if (column.is === 'identifier' || column.is === 'id') if (text(column) !== '') addAccount(text(column), null);
    }
    ties(draft);
    for (const is of ['employment', 'role', 'title', 'team', 'department', 'employer'] as const) keep(draft, is, first(is), again);
    for (const is of ['workCountry', 'employerCountry', 'employerHeadquarters', 'usageLocation'] as const)
      for (const column of all(is)) keep(draft, is, country(column, is === 'workCountry'), again);
    keep(draft, 'site', first('site'), again);
    if (!draft.texts.has('workCountry')) {
      const place = countryOfPlace(first('site') ?? '');
      if (place !== null) keep(draft, 'workCountry', place, again);
    }
    spell(draft, again);
  };

  /** One more line of the same worker: what it says first stays, and what it says otherwise is reported. */
  const keep = (draft: Draft, field: string, value: string | null, again: boolean) => {
    if (value === null || value === '' || isUnknownWord(value)) return;
    const known = draft.texts.get(field);
    if (known === undefined) draft.texts.set(field, value);
    else if (again && plainText(known) !== plainText(value))
      say(null, value, `Rows of one worker differ in ${field}; the first stays: ${known}.`);
  };

  const country = (column: Column, shown: boolean): string | null => {
    const value = text(column);
    if (isUnknownWord(value)) return null;
    const reading = readCountry(/^[a-z]{2}$/.test(value) ? value.toUpperCase() : value);
    if (reading.is === 'country') return reading.code;
    if (value === 'NA') return 'NA';
    if (/^na$/i.test(value)) return null;
    say(
      column,
      shown ? value : '',
      reading.is === 'ask' ? 'The name fits several countries, so it is not used.' : 'This is no country that is known.',
    );
    return null;
  };

  const ties = (draft: Draft) => {
    const tell = (column: Column, value: string, reason: string) => say(column, value, reason);
    const read = (column: Column, context: TieContext, sinces: Sinces) => {
      // In a column for a second citizenship, `NO` rather says that there is none.
      const value = text(column) === 'NO' && 'at' in column && column.at > 0 ? '' : text(column);
      const reading = readTies(value, context, days.orderOf(column.place));
      for (const country of sinces.byCountry.keys())
        if (!reading.statements.some((statement) => statement.country === country))
          tell(column, '', 'The column of dates names a country that this one does not, so that date is not used. Check which is right.');
      if (value === '') return;
      for (const part of reading.unreadable) {
        draft.complete = false;
        tell(column, part, 'Not read: no country or standing, or a name that fits several countries. The person counts as unknown here.');
      }
      for (const part of reading.twoWays) {
        draft.complete = false;
        days.ask(column.place, column.title, part);
      }
      for (const [at, statement] of reading.statements.entries())
        draft.statements.push(
          statement.since === null
            ? { ...statement, since: sinces.byCountry.get(statement.country ?? '') ?? sinces.inOrder[at] ?? null }
            : statement,
        );
    };
    const sincesFor = (is: 'citizenshipSince' | 'residenceSince', at: number): Sinces => {
      const inOrder: string[] = [];
      const byCountry = new Map<string, string>();
      for (const column of columns.filter((one) => one.is === is && 'at' in one && one.at === at)) {
        const parts = several(text(column));
        // Dates with a country beside them go to that country, whatever their order: `Russian 1980-01-01; Canadian 2026-09-01`.
        if (
          parts.some(
            (part) => /\p{L}{2,}/u.test(part.replace(/^(?:since|from|seit|depuis|desde)\b/iu, '')) && countryDates(column, byCountry),
          )
        )
          continue;
        inOrder.push(...parts.flatMap((part) => since(column, part)));
      }
      return { inOrder, byCountry };
    };
    /** Reads a cell of countries with their dates; false where it names no country at all. */
    const countryDates = (column: Column, byCountry: Map<string, string>): boolean => {
      const reading = readTies(text(column), column.is === 'residenceSince' ? 'resident' : 'citizen', days.orderOf(column.place));
      const dated = reading.statements.filter(({ country }) => country !== null);
      if (dated.length === 0 && reading.twoWays.length === 0) return false;
      for (const part of reading.twoWays) days.ask(column.place, column.title, part);
      for (const part of reading.unreadable) tell(column, part, 'This is no country with a date that can be read.');
      for (const { country, since: day } of dated) if (country !== null && day !== null) byCountry.set(country, day);
      return true;
    };
    for (const column of columns) {
      if (column.is === 'citizenship') read(column, 'citizen', sincesFor('citizenshipSince', column.at));
      else if (column.is === 'residence') residence(draft, column, sincesFor('residenceSince', column.at), read);
      else if (column.is === 'usStatus' || column.is === 'visa') read(column, 'usStatus', noSinces);
      else if (column.is === 'usPerson') {
        const answer = readYesNo(text(column));
        const citizen = /citizen/i.test(column.title);
        if (answer === 'yes') draft.statements.push({ kind: citizen ? 'citizen' : 'usPerson', country: 'US', since: null });
        else if (answer === 'no') {
          if (!citizen) draft.statements.push({ kind: 'none', country: null, since: null });
        } else read(column, 'usStatus', noSinces);
      } else if (column.is === 'protected') {
        const answer = readYesNo(text(column));
        if (answer === 'yes') draft.statements.push({ kind: 'protected', country: 'US', since: null });
        else if (answer === null) read(column, 'usStatus', noSinces);
      }
    }
  };

  const residence = (
    draft: Draft,
    column: Column & { us: boolean },
    sinces: Sinces,
    read: (column: Column, context: TieContext, sinces: Sinces) => void,
  ) => {
    const value = text(column);
    if (value === '' || isUnknownWord(value)) return;
    const answer = readYesNo(value);
    if (answer === 'no') return;
    const day = /\d/.test(value) && !/\p{L}{2,}/u.test(value) ? since(column, value) : [];
    if (answer === 'yes' || (column.us && day.length > 0)) {
      const where = column.us ? 'US' : (options.home ?? null);
      if (where === null) say(column, value, 'Permanent residence of which country is not said, so it is not used.');
      else
        draft.statements.push({
          kind: 'resident',
          country: where,
          since: day[0] ?? sinces.byCountry.get(where) ?? sinces.inOrder[0] ?? null,
        });
      return;
    }
    read(column, 'resident', sinces);
  };

  const since = (column: Column, part: string): string[] => {
    const value = sinceOf(part, days.orderOf(column.place));
    if (value === 'twoWays') days.ask(column.place, column.title, part);
    else if (value === null && !/^0+[-/.]0+[-/.]0+$/.test(part) && !isUnknownWord(part))
      say(column, part, 'This is no date that can be read.');
    return value === null || value === 'twoWays' ? [] : [value];
  };

  /** Start and last day. Of several rows of one worker the spell that began last counts. */
  const spell = (draft: Draft, again: boolean) => {
    const dayOf = (is: 'start' | 'lastDay') => {
      for (const column of all(is)) {
        const cell = row.cells[column.place];
        if (cell === undefined) continue;
        const day = days.read(column.place, column.title, cell);
        if (day === 'unreadable') say(column, cell.text, 'This is no date that can be read.');
        else if (day !== null) return day;
      }
      return null;
    };
    const start = dayOf('start');
    const end = dayOf('lastDay');
    if (!again) {
      draft.start = start;
      draft.lastDay = end;
    } else if (start !== null && draft.start !== null && start > draft.start) {
      if (draft.lastDay !== null || end !== null) draft.lastDay = end;
    } else if (start === draft.start || start === null || draft.start === null) draft.lastDay = draft.lastDay ?? end;
    if (again && start !== null && (draft.start === null || start < draft.start)) draft.start = start;
    const state = plainText(first('leftState') ?? '');
    if (draft.lastDay === null && /terminated|inactive|left|former|ausgeschieden|inactif|inactivo|deprovisioned|deactivated/.test(state))
      say(null, first('leftState') ?? '', 'The person is said to have left, but no last day is given.');
  };

  return { id, into, say };
}

/** Parts of a cell that holds several accounts or dates. */
function several(text: string): readonly string[] {
  return text
    .split(/[;|\n\r]+|,\s*|\s+\/\s+|\s+(?=[^\s@]+@[^\s@]+)/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isEmptyMark(part));
}

const knownSystems =
  /^(github|gitlab|bitbucket|okta|entra|aad|azure|aws|gcp|google|hf|huggingface|databricks|wandb|vpn|ssh|slack|snowflake|jupyter(?:hub)?|mlflow)\s*[:=]\s*(\S.*)$/i;

/** `github:asilva` names its system; other text keeps the column's. */
function systemAccount(text: string, system: string | null): [string, string | null] {
  const named = knownSystems.exec(text);
  return named?.[1] === undefined || named[2] === undefined ? [text, system] : [named[2], named[1].toLowerCase()];
}

/** `Berlin, Germany` says a country; `Atlanta, Georgia` and `San Jose, CA` do not. */
function countryOfPlace(place: string): string | null {
  const last =
    place
      .split(/[,/–-]|\(|\)/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .at(-1) ?? '';
  if (/^(?:georgia|jordan|jersey|lebanon|peru|mexico|guernsey)$/i.test(last) || /^[a-z]{1,2}$/i.test(last)) return null;
  const reading = readCountry(last);
  return reading.is === 'country' && reading.exact ? reading.code : null;
}

const noteWords: Readonly<Record<string, string>> = {
  usPersonKind: 'Said to be a US person, but not whether citizen, permanent resident or protected; none of them is a foreign person.',
  notResidentOf: 'Read as a national of the country in brackets without US status.',
  contradiction: 'The columns contradict each other about US status, so it counts as unknown.',
  incomplete: 'A part of the citizenships could not be read, so none is used.',
  residenceWithoutCountry: 'Permanent residence without a country is not used.',
};

function toPerson(draft: Draft, file: string, problems: FileProblem[], options: FileOptions): AuditPerson {
  const standing = standingOf(draft.statements, draft.complete, options.home ?? null);
  for (const note of standing.notes)
    problems.push({ file, row: draft.row, column: null, value: draft.id, reason: noteWords[note] ?? note });
  const text = (field: string) => draft.texts.get(field) ?? null;
  const employment = text('employment');
  return {
    id: draft.id,
    name: draft.names[0] ?? draft.id,
    citizenships: standing.citizenships,
    permanentResidences: standing.permanentResidences,
    usStatus: standing.usStatus,
    employment: employment === null ? null : readEmployment(employment),
    employerCountry: text('employerCountry'),
    employerHeadquarters: text('employerHeadquarters'),
    role: text('role') ?? text('title'),
    team: text('team') ?? text('department'),
    site: text('site'),
    workCountry: text('workCountry') ?? text('usageLocation'),
    startOn: draft.start as IsoDate | null,
    lastDay: draft.lastDay as IsoDate | null,
  };
}
