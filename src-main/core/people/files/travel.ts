import type { AuditPerson, KnownTravel } from '../../../../src-shared/model/access-audit.ts';
import type { IsoDate } from '../../../../src-shared/model/dates.ts';
import { ok, type Result } from '../../../../src-shared/model/result.ts';
import { plainText, readCountry } from '../../importers/index.ts';
import type { AccountBook } from '../accounts.ts';
import { createDayReader } from './days.ts';
import { namedColumns } from './mapping.ts';
import { findPerson, personIndex } from './person-index.ts';
import type { FileFault, FileOptions, FileProblem, FileQuestion } from './problems.ts';
import { type FileTable, readNamedTable } from './table.ts';

export interface TravelFile {
  readonly travel: readonly KnownTravel[];
  readonly problems: readonly FileProblem[];
  readonly questions: readonly FileQuestion[];
}

type TravelColumn = 'person' | 'country' | 'from' | 'until';

/** Fields a mapping may name, each with a heading that says what it holds. */
export const travelFields: Readonly<Record<string, string>> = { person: 'person', country: 'country', from: 'from', until: 'until' };

function travelColumn(heading: string): TravelColumn | null {
  const title = plainText(heading);
  if (/home|origin|return flight|reason|purpose|note|comment|approv|source|ticket|booking/.test(title)) return null;
  if (
    /until|^to$|^to date$|end|return|back|arrival home|bis|ruckkehr|retour|hasta|regreso|last day|date to|^through$/.test(title) &&
    !/country/.test(title)
  )
    return 'until';
  if (
    /^from$|^from date$|start|depart|begin|leav|^von$|^ab$|abreise|depuis|desde|salida|first day|date from|^du$|out/.test(title) &&
    !/country|city/.test(title)
  )
    return 'from';
  if (/country|destination|location|place|land$|pays|pais|reiseziel|^to country$|where|visit/.test(title)) return 'country';
  if (/person|employee|name|mail|account|user|worker|traveller|traveler|staff|mitarbeiter|reisende|voyageur|viajero|^id$/.test(title))
    return 'person';
  return null;
}

/** Reads announced trips: who, where, first and last day. A trip without a last day, or of nobody on the roster, is reported and left out. */
export async function readTravelFile(
  path: string,
  options: FileOptions & { readonly people: readonly AuditPerson[]; readonly accounts: AccountBook },
): Promise<Result<TravelFile, FileFault>> {
  const columnOf = namedColumns(options.columns ?? {}, travelFields, travelColumn, (is) => is);
  const table = await readNamedTable(path, (title) => columnOf(title) !== null, options.columns);
  return table.ok ? ok(travelOf(table.value, columnOf, options)) : table;
}

function travelOf(
  table: FileTable,
  columnOf: (heading: string) => TravelColumn | null,
  options: FileOptions & { readonly people: readonly AuditPerson[]; readonly accounts: AccountBook },
): TravelFile {
  const columns = table.titles.flatMap((title, place) => {
    const is = columnOf(title);
    return is === null ? [] : [{ is, place, title }];
  });
  const problems: FileProblem[] = [];
  const days = createDayReader(table, options.dateOrder);
  const people = personIndex(options.people);
  const travel: KnownTravel[] = [];
  for (const row of table.rows) {
    const text = (is: TravelColumn) =>
      columns.flatMap((column) => (column.is === is ? [(row.cells[column.place]?.text ?? '').trim()] : [])).filter((one) => one !== '');
    const say = (is: TravelColumn | null, value: string, reason: string) =>
      problems.push({ file: table.file, row: row.row, column: columns.find((column) => column.is === is)?.title ?? null, value, reason });
    const day = (is: 'from' | 'until') => {
      for (const column of columns.filter((one) => one.is === is)) {
        const cell = row.cells[column.place];
        if (cell === undefined || cell.text.trim() === '') continue;
        const read = days.read(column.place, column.title, cell);
        if (read === 'unreadable') say(is, cell.text, 'This is no date that can be read.');
        return read === 'unreadable' ? null : read;
      }
      return null;
    };
    const named = text('person');
    if (named.length === 0) continue;
    const person = named.map((one) => findPerson(people, options.accounts, one)).find((one) => one !== null) ?? null;
    if (person === null) {
      say('person', named.join(', '), 'No person of the roster is called that, so the trip is left out.');
      continue;
    }
    const from = day('from');
    const until = day('until') ?? (columns.some((column) => column.is === 'until') ? null : from);
    if (from === null || until === null || until < from) {
      say(null, named.join(', '), 'A trip needs a first and a last day, in that order; it is left out.');
      continue;
    }
    const countries = new Set<string>();
    for (const one of text('country').flatMap((value) => splitCountries(value))) {
      const reading = readCountry(/^[a-z]{2}$/.test(one) ? one.toUpperCase() : one);
      if (reading.is === 'country') countries.add(reading.code);
      else if (one === 'NA') countries.add('NA');
      else say('country', one, 'This is no country that is known, or the name fits several.');
    }
    for (const country of countries) travel.push({ personId: person, country, from: from as IsoDate, until: until as IsoDate });
  }
  return { travel, problems, questions: days.questions() };
}

function splitCountries(text: string): readonly string[] {
  return readCountry(text).is === 'country'
    ? [text]
    : text
        .split(/[;,/|\n]+/)
        .map((part) => part.trim())
        .filter((part) => part !== '');
}
