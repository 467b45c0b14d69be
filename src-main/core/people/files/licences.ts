import type { AuditPerson, Authorisation } from '../../../../src-shared/model/access-audit.ts';
import type { IsoDate } from '../../../../src-shared/model/dates.ts';
import { ok, type Result } from '../../../../src-shared/model/result.ts';
import { isEmptyMark, isUnknownWord, plainText, readTies } from '../../importers/index.ts';
import type { AccountBook } from '../accounts.ts';
import { createDayReader } from './days.ts';
import { namedColumns } from './mapping.ts';
import { findPerson, personIndex } from './person-index.ts';
import type { FileFault, FileOptions, FileProblem, FileQuestion } from './problems.ts';
import { type FileTable, readNamedTable } from './table.ts';

export interface LicenceSources {
  readonly people: readonly AuditPerson[];
  readonly accounts: AccountBook;
  readonly assets: readonly { readonly id: string; readonly version: string | null; readonly name: string }[];
}

export interface LicencesFile {
  readonly authorisations: readonly Authorisation[];
  readonly problems: readonly FileProblem[];
  readonly questions: readonly FileQuestion[];
}

type LicenceColumn = 'number' | 'kind' | 'person' | 'nationality' | 'asset' | 'eccn' | 'from' | 'to' | 'status';

/** Fields a mapping may name, each with a heading that says what it holds. */
export const licenceFields: Readonly<Record<string, string>> = {
  number: 'licence number',
  kind: 'type',
  person: 'person',
  nationality: 'nationality',
  asset: 'asset',
  eccn: 'eccn',
  from: 'valid from',
  to: 'valid to',
  status: 'status',
};

function licenceColumn(heading: string): LicenceColumn | null {
  const title = plainText(heading);
  if (/note|comment|remark|bemerkung|issued by|agency|authority|value|quantity|condition|proviso/.test(title)) return null;
  if (/status|state$/.test(title)) return 'status';
  if (/^(?:type|kind|licen[cs]e type|authori[sz]ation type|art|typ|exception)$/.test(title)) return 'kind';
  if (
    /nationalit|citizen|countr|staatsang|land$|laender|lander|pays|pais|destination|foreign national/.test(title) &&
    !/person|name/.test(title)
  )
    return 'nationality';
  if (/eccn|classification|entry|control (?:no|number)|usml|ccl/.test(title)) return 'eccn';
  if (/asset|model|item|technology|software|resource|repo|commodity|product|scope|gegenstand|covers?|programme|program|project/.test(title))
    return 'asset';
  if (
    /^(?:to|until|end|expir\w*|valid (?:to|until|through|till)|end date|expiry date|expiration date|expires on|gultig bis|valable jusqu\w*|validez hasta|valido hasta|fin|bis|date to|to date|valid till|not after)|expir|until$/.test(
      title,
    )
  )
    return 'to';
  if (
    /^(?:from|start|begin\w*|issued?|valid from|start date|issue date|effective\w*|granted|approv\w*|gultig ab|gultig von|date from|from date|von|ab|desde|du|not before|date of issue|issued on|approval date)(?: date| on)?$|valid from/.test(
      title,
    )
  )
    return 'from';
  if (
    /licen[cs]e (?:no|nr|number|id|#)|^licen[cs]e$|authori[sz]ation (?:no|number|id)|^authori[sz]ation$|^(?:number|no|nr|id|#|ref|reference|case (?:no|number)|bis (?:no|number)|lizenznummer|genehmigung\w*|numero)|licen[cs]e|permit/.test(
      title,
    )
  )
    return 'number';
  if (
    /person|employee|name|e ?mail|account|user|worker|holder|foreign national|mitarbeiter|beneficiary|recipient|consignee|party/.test(title)
  )
    return 'person';
  return null;
}

/**
 * Reads licences, technology control plans and other authority: number, person or nationality, assets or entries, days, status. A line whose status is
 * blank counts as valid within its days, since a list of licences is a list of what was granted; a word that is not understood counts as unknown.
 */
export async function readLicencesFile(path: string, options: FileOptions & LicenceSources): Promise<Result<LicencesFile, FileFault>> {
  const columnOf = namedColumns(options.columns ?? {}, licenceFields, licenceColumn, (is) => is);
  const table = await readNamedTable(path, (title) => columnOf(title) !== null, options.columns);
  return table.ok ? ok(licencesOf(table.value, columnOf, options)) : table;
}

function licencesOf(
  table: FileTable,
  columnOf: (heading: string) => LicenceColumn | null,
  options: FileOptions & LicenceSources,
): LicencesFile {
  const columns = table.titles.flatMap((title, place) => {
    const is = columnOf(title);
    return is === null ? [] : [{ is, place, title }];
  });
  const problems: FileProblem[] = [];
  const days = createDayReader(table, options.dateOrder);
  const people = personIndex(options.people);
  const assets = assetIndex(options.assets);
  const authorisations: Authorisation[] = [];
  for (const row of table.rows) {
    const cell = (place: number) => (row.cells[place]?.text ?? '').trim().replace(/^'(?=.)/, '');
    const texts = (is: LicenceColumn) =>
      columns.flatMap((column) =>
        column.is === is && !isEmptyMark(cell(column.place)) && !isUnknownWord(cell(column.place)) ? [cell(column.place)] : [],
      );
    const say = (column: string | null, value: string, reason: string) =>
      problems.push({ file: table.file, row: row.row, column, value, reason });
    const titleOf = (is: LicenceColumn) => columns.find((column) => column.is === is)?.title ?? null;
    const day = (is: 'from' | 'to'): { readonly day: string | null; readonly sound: boolean } => {
      for (const column of columns.filter((one) => one.is === is)) {
        const found = row.cells[column.place];
        if (found === undefined || found.text.trim() === '') continue;
        const read = days.read(column.place, column.title, found);
        if (read === 'unreadable') {
          say(column.title, found.text, 'This is no date that can be read, so the line authorises nothing.');
          return { day: null, sound: false };
        }
        return { day: read, sound: true };
      }
      return { day: null, sound: true };
    };
    if (columns.every((column) => cell(column.place) === '')) continue;
    const named = texts('person').filter((text) => !/^(?:all|any|everyone|alle|\*)$/i.test(text));
    const persons = named.flatMap((text) => {
      const parts = findPerson(people, options.accounts, text) === null ? text.split(/[;|\n]/) : [text];
      return parts.flatMap((part) => {
        const found = findPerson(people, options.accounts, part.trim());
        if (found === null) say(titleOf('person'), part.trim(), 'No person of the roster is called that, so the line authorises nobody.');
        return found === null ? [] : [found];
      });
    });
    const nationalities = texts('nationality').flatMap((text) => {
      const reading = readTies(text, 'citizen', null);
      for (const part of reading.unreadable) say(titleOf('nationality'), part, 'This is no country that is known.');
      return reading.statements.flatMap((statement) => (statement.country === null ? [] : [statement.country]));
    });
    const named2 = texts('asset').flatMap((text) => assets(text));
    const unknownAssets = named2.filter((found) => found.id === null);
    for (const one of unknownAssets) say(titleOf('asset'), one.text, 'No asset is called that.');
    const entries = [
      ...texts('eccn').flatMap((text) => text.split(/[;,|\n\s]+/)),
      ...unknownAssets.flatMap((one) => (/^(?:\d[A-E]\d{3}\S*|EAR99)$/i.test(one.text) ? [one.text] : [])),
    ].filter((text) => text !== '');
    const from = day('from');
    const to = day('to');
    const strangers = persons.filter((id) => isOfOtherNationality(options.people, id, nationalities));
    if (strangers.length > 0)
      say(titleOf('nationality'), '', 'The person named has none of the nationalities named, so the line authorises nothing.');
    // A column that could not be read may have narrowed the line: the line then covers nothing.
    const sound = from.sound && to.sound && strangers.length === 0 && !(named.length > 0 && persons.length === 0);
    // "Pending" and "unknown" mean that a value is not known elsewhere; as a status they say that nothing is granted.
    const statusText = columns.flatMap(({ is, place }) => (is === 'status' && !isEmptyMark(cell(place)) ? [cell(place)] : []))[0] ?? null;
    const base = {
      kind: kindOf(texts('kind')[0] ?? texts('number')[0] ?? ''),
      number: texts('number')[0] ?? null,
      assetIds: [...new Set(named2.flatMap((found) => (found.id === null ? [] : [found.id])))],
      eccns: [...new Set(entries.map((text) => text.toUpperCase()))],
      validFrom: from.day as IsoDate | null,
      validTo: to.day as IsoDate | null,
      status: sound ? statusOf(statusText) : ('unknown' as const),
    };
    const unique = [...new Set(persons)];
    const holders: readonly (string | null)[] = unique.length === 0 ? [null] : unique;
    for (const [at, personId] of holders.entries())
      authorisations.push({
        id: `${base.number ?? 'row'}#${row.row}${at === 0 ? '' : `.${at}`}`,
        ...base,
        personId,
        // Beside a person a nationality describes; alone it is who is covered.
        nationalities: personId === null ? [...new Set(nationalities)] : [],
      });
  }
  return { authorisations, problems, questions: days.questions() };
}

function isOfOtherNationality(people: readonly AuditPerson[], id: string, nationalities: readonly string[]): boolean {
  const person = people.find((one) => one.id === id);
  const ties = [...(person?.citizenships ?? []), ...(person?.permanentResidences ?? [])];
  return nationalities.length > 0 && ties.length > 0 && !ties.some((tie) => nationalities.includes(tie.country));
}

function kindOf(text: string): Authorisation['kind'] {
  const plain = plainText(text);
  if (/\btcp\b|technology control|control plan/.test(plain)) return 'technologyControlPlan';
  if (/exception|\b(?:tsr|sta|tsu|gov|enc|apr|aca|lpp|nac|acm)\b/.test(plain)) return 'exception';
  if (plain === '' || /licen[cs]e|genehmigung|licence|licencia|permit|bis|agreement|^d ?\d/.test(plain)) return 'licence';
  return 'licence';
}

function statusOf(text: string | null): Authorisation['status'] {
  if (text === null) return 'valid';
  const plain = plainText(text);
  if (
    /pending|applied|draft|submitted|in review|under review|requested|beantragt|en attente|pendiente|planned|not (?:yet )?(?:approved|issued)/.test(
      plain,
    )
  )
    return 'pending';
  if (
    /not valid|invalid|ungultig|revoked|suspended|withdrawn|denied|rejected|returned|cancel|terminated|void|widerrufen|entzogen|abgelehnt|revoque|revocad|closed|inactive/.test(
      plain,
    )
  )
    return 'revoked';
  if (/expired|lapsed|abgelaufen|expire|vencid|caducad|exhausted/.test(plain)) return 'expired';
  if (/valid|active|approved|issued|granted|in force|current|ok|gultig|aktiv|erteilt|valide|vigente|open|yes|signed/.test(plain))
    return 'valid';
  return 'unknown';
}

/** Assets a cell names, by id, by name, or by name and version; several stand with semicolons between them. */
function assetIndex(assets: LicenceSources['assets']) {
  const byText = new Map<string, Set<string>>();
  const learn = (text: string, id: string) => {
    const key = plainText(text);
    if (key !== '') byText.set(key, (byText.get(key) ?? new Set()).add(id));
  };
  for (const { id, name, version } of assets) {
    learn(id, id);
    learn(name, id);
    if (version !== null) for (const text of [`${name} ${version}`, `${name} v${version}`, `${id} ${version}`]) learn(text, id);
  }
  return (text: string): readonly { readonly id: string | null; readonly text: string }[] => {
    if (/^(?:all|any|alle|tous|todos|\*)(?: assets| items| models)?$/i.test(text)) return assets.map(({ id }) => ({ id, text }));
    const parts = byText.has(plainText(text)) ? [text] : text.split(/[;|\n]+|,\s*/).map((part) => part.trim());
    return parts
      .filter((part) => part !== '')
      .flatMap((part): { readonly id: string | null; readonly text: string }[] => {
        const found = byText.get(plainText(part));
        return found === undefined ? [{ id: null, text: part }] : [...found].map((id) => ({ id, text: part }));
      });
  };
}
