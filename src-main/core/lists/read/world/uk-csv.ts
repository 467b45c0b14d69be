import type { ListFormat } from '../frame/list-format.ts';
import { readDay } from '../values/spans.ts';
import { documentOf } from './documents.ts';
import { countedParts, createDraft, createGroups, type PartyDraft } from './draft.ts';
import { hasTable, readTable, type TableRow, withTitles } from './table.ts';
import {
  addAddress,
  addBirthPlaces,
  addDocument,
  addGender,
  addName,
  addOriginal,
  addRemark,
  addSanctions,
  addShip,
  typeOf,
  ukNameKind,
} from './uk-entry.ts';

const isListHeader = withTitles('Unique ID', 'Name 6', 'Name 1', 'Name type', 'Regime Name');

/** The UK Sanctions List as CSV: first a line with the day of the report, then 58 columns; one line per name and address, key is the Unique ID. */
export const ukCsv: ListFormat = {
  id: 'ukCsv',
  recognise: (head) => (hasTable(head, isListHeader) ? 'main' : null),
  async read(files, out, limits) {
    for (const { file } of files) {
      const groups = createGroups(file, out);
      await readTable(
        file,
        isListHeader,
        out,
        limits,
        (row) => {
          const id = row.cell('Unique ID');
          if (id === '') return out.reject(file, row.line, 'noId', row.text);
          const { draft } = groups.of(id, row.line, row.text, () => createDraft(`UK-${id}`, { list: 'UK', file, line: row.line, out }));
          fillUk(draft, row);
        },
        (cells) => out.published('UK', readDay(/Report Date:?\s*(.+)/i.exec(cells.join(' '))?.[1] ?? '')),
      );
      await groups.finish();
    }
  },
};

function fillUk(draft: PartyDraft, row: TableRow): void {
  // The column was titled `Individual, Entity, Ship` before it was `Designation Type`.
  draft.type = typeOf(row.cell('Designation Type') || row.cell('Individual, Entity, Ship'));
  addName(draft, (part) => row.cell(`Name ${part}`), ukNameKind(row.cell('Name type'), row.cell('Alias strength')));
  addOriginal(draft, row.cell('Name non-latin script'), row.cell('Non-latin script language'));
  draft.citation(row.cell('UN Reference Number'));
  const group = row.cell('OFSI Group ID');
  if (group !== '') draft.citation(`OFSI Group ID ${group}`);
  for (const title of countedParts(row.cell('Title'))) draft.title(title);
  for (const position of countedParts(row.cell('Position'))) draft.title(position);
  draft.programme(row.cell('Regime Name'));
  addSanctions(draft, row.cell('Sanctions Imposed').split('|'));
  draft.remark(row.cell('Other Information'));
  draft.remark(row.cell('UK Statement of Reasons'));
  addAddress(draft, (line) => row.cell(`Address Line ${line}`), row.cell('Address Postal Code'), row.cell('Address Country'));
  draft.identifier('phone', 'Phone number', row.cell('Phone number'));
  draft.identifier('website', 'Website', row.cell('Website'));
  draft.identifier('email', 'Email address', row.cell('Email address'));
  draft.from ??= readDay(row.cell('Date Designated'));
  for (const birth of countedParts(row.cell('D.O.B'))) draft.birth(birth);
  for (const nationality of row.cell('Nationality(/ies)').split('|').flatMap(countedParts)) draft.country(nationality, 'nationality');
  addDocument(draft, 'nationalId', row.cell('National Identifier number'), row.cell('National Identifier additional information'));
  addDocument(draft, 'passport', row.cell('Passport number'), row.cell('Passport additional information'));
  addGender(draft, row.cell('Gender'));
  addBirthPlaces(draft, row.cell('Town of birth'), row.cell('Country of birth'));
  addRemark(draft, 'Type of entity', row.cell('Type of entity'));
  for (const name of row.cell('Subsidiaries').split('|')) draft.link('subsidiary', name);
  for (const name of row.cell('Parent company').split('|')) draft.link('parent', name);
  for (const number of row.cell('Business registration number (s)').split('|').flatMap(countedParts))
    documentOf(draft, 'registration', 'Business registration number', number);
  addShip(draft, {
    imo: row.cell('IMO number'),
    owner: row.cell('Current owner/operator (s)'),
    before: row.cell('Previous owner/operator (s)'),
    flag: row.cell('Current believed flag of ship'),
    flags: row.cell('Previous flags'),
    kind: row.cell('Type of ship'),
    tonnage: row.cell('Tonnage of ship'),
    length: row.cell('Length of ship'),
    built: row.cell('Year Built'),
    hull: row.cell('Hull identification number (HIN)'),
  });
}
