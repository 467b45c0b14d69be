import type { ListedNameKind } from '../../../../../src-shared/model/listed-party.ts';
import type { ListFormat } from '../frame/list-format.ts';
import { readDay } from '../values/spans.ts';
import { documentOf } from './documents.ts';
import { countedParts, createDraft, createGroups, type PartyDraft } from './draft.ts';
import { hasTable, readTable, type TableRow, withTitles } from './table.ts';
import { addAddress, addBirthPlaces, addName, addOriginal, typeOf } from './uk-entry.ts';

const isConHeader = withTitles('Name 6', 'Name 1', 'Group Type', 'Alias Type', 'Group ID');

/**
 * The consolidated list of OFSI, closed in January 2026: 29 columns until 2021, 36 since (names in original script, passport and identity number apart). One
 * line per name and address; key is the Group ID.
 */
export const ukConCsv: ListFormat = {
  id: 'ukConCsv',
  recognise: (head) => (hasTable(head, isConHeader) ? 'main' : null),
  async read(files, out, limits) {
    for (const { file } of files) {
      const groups = createGroups(file, out);
      await readTable(
        file,
        isConHeader,
        out,
        limits,
        (row) => {
          const id = row.cell('Group ID');
          if (id === '') return out.reject(file, row.line, 'noId', row.text);
          const { draft } = groups.of(id, row.line, row.text, () => createDraft(`OFSI-${id}`, { list: 'OFSI', file, line: row.line, out }));
          fillCon(draft, row);
        },
        (cells) => out.published('OFSI', readDay(cells[1] ?? '')),
      );
      await groups.finish();
    }
  },
};

function fillCon(draft: PartyDraft, row: TableRow): void {
  const other = row.cell('Other Information');
  const type = row.cell('Group Type');
  draft.type = typeOf(type);
  // The old list has ships among entities and says so in words.
  if (draft.type === 'org' && /\bfollowing vessel\b/i.test(other)) draft.type = 'vessel';
  addName(draft, (part) => row.cell(`Name ${part}`), conNameKind(row.cell('Alias Type'), row.cell('Alias Quality')));
  addOriginal(draft, row.cell('Name Non-Latin Script'), row.cell('Non-Latin Script Language'));
  for (const title of countedParts(row.cell('Title'))) draft.title(title);
  for (const position of countedParts(row.cell('Position'))) draft.title(position);
  for (const birth of countedParts(row.cell('DOB'))) draft.birth(birth);
  addBirthPlaces(draft, row.cell('Town of Birth'), row.cell('Country of Birth'));
  for (const nationality of countedParts(row.cell('Nationality'))) draft.country(nationality, 'nationality');
  for (const passport of countedParts(row.cell('Passport Number') || row.cell('Passport Details')))
    documentOf(draft, 'passport', 'Passport', passport);
  for (const number of countedParts(row.cell('National Identification Number') || row.cell('NI Number')))
    documentOf(draft, 'nationalId', 'National identification number', number);
  if (row.cell('Passport Number') !== '') draft.remark(row.cell('Passport Details'));
  draft.remark(row.cell('National Identification Details'));
  addAddress(draft, (line) => row.cell(`Address ${line}`), row.cell('Post/Zip Code'), row.cell('Country'));
  draft.programme(row.cell('Regime'));
  draft.remark(other);
  addNumbers(draft, other);
  draft.citation(row.cell('UK Sanctions List Ref'));
  draft.from ??= readDay(row.cell('Listed On'));
}

const conNameKind = (type: string, quality: string): ListedNameKind =>
  /^prim/i.test(type) ? 'primary' : /^fka|^f\.k\.a/i.test(type) ? 'fka' : /low/i.test(quality) ? 'weak' : 'aka';

/** Numbers that old entries have in their running text: `UN Ref QDe.004`, `IMO: 8937675`, `MMSI: 445539000`. */
function addNumbers(draft: PartyDraft, text: string): void {
  for (const found of text.matchAll(
    /\bUN(?:SC)? ?Ref(?:erence)?\.?(?: ?No\.?)?[:.\s]*([A-Z]{2,4}\.?[ie]\.\d{3}|[A-Z]{2}\.[A-Z]\.\d+\.\d{2})/gi,
  ))
    draft.citation(found[1] ?? '');
  for (const found of text.matchAll(/\bIMO(?: number| no\.?)?[:\s]*(\d{7})\b/gi)) draft.identifier('imo', 'IMO number', found[1] ?? '');
  for (const found of text.matchAll(/\bMMSI[:\s]*(\d{9})\b/gi)) draft.identifier('mmsi', 'MMSI', found[1] ?? '');
}
