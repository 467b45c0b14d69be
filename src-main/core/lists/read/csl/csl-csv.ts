import type { ListFormat } from '../frame/list-format.ts';
import { columnKey, hasTable, readTable, withTitles } from '../world/table.ts';
import { addressFromText, sourceCode } from './csl-row.ts';
import { createCslTaker } from './csl-taker.ts';

const isCslHeader = withTitles('source', 'name', 'alt_names', 'source_list_url');
const columns = [
  '_id',
  'source',
  'entity_number',
  'type',
  'programs',
  'name',
  'title',
  'addresses',
  'federal_register_notice',
  'start_date',
  'end_date',
  'standard_order',
  'license_requirement',
  'license_policy',
  'call_sign',
  'vessel_type',
  'gross_tonnage',
  'gross_registered_tonnage',
  'vessel_flag',
  'vessel_owner',
  'remarks',
  'source_list_url',
  'alt_names',
  'citizenships',
  'dates_of_birth',
  'nationalities',
  'places_of_birth',
  'source_information_url',
  'ids',
];
const known = new Set(columns.map(columnKey));

/** The Consolidated Screening List of trade.gov as CSV: thirteen lists in one file, columns found by their titles, which older files have fewer of; also saved again by a spreadsheet program. */
export const cslCsv: ListFormat = {
  id: 'cslCsv',
  recognise: (head) => (hasTable(head, isCslHeader) ? 'main' : null),
  async read([main], out, limits) {
    if (main === undefined) return;
    const { file } = main;
    const taker = createCslTaker(file, out);
    let rows = 0;
    await readTable(file, isCslHeader, out, limits, (row) => {
      const { line, text, cell } = row;
      if (rows === 0) {
        const strange = row.titles.filter((title) => title !== '' && !known.has(columnKey(title)));
        if (strange.length > 0) out.notice('unknownColumns', `${file.name}: ${strange.join(', ')}`, strange.length);
      }
      rows += 1;
      if (row.short) return out.reject(file, line, 'columns', text);
      if (cell('source') === 'source' && cell('name') === 'name') {
        out.notice('headerRepeated', `${file.name}: ${line}`);
        return out.merged();
      }
      const code = sourceCode(cell('source'));
      if (code === null) return out.reject(file, line, 'unknownList', text);
      if (cell('name') === '') return out.reject(file, line, 'noName', text);
      const list = (title: string) =>
        cell(title)
          .split('; ')
          .map((one) => one.trim())
          .filter((one) => one !== '');
      taker.take(
        {
          source: cell('source'),
          entityNumber: cell('entity_number'),
          type: cell('type'),
          name: cell('name'),
          altNames: list('alt_names'),
          programmes: list('programs'),
          title: cell('title'),
          addresses: list('addresses').flatMap((one) => addressFromText(one) ?? []),
          addressCountries: [],
          notice: cell('federal_register_notice'),
          start: cell('start_date'),
          end: cell('end_date'),
          standardOrder: cell('standard_order'),
          licenceRequirement: cell('license_requirement'),
          licencePolicy: cell('license_policy'),
          callSign: cell('call_sign'),
          vesselType: cell('vessel_type'),
          tonnage: [cell('gross_tonnage'), cell('gross_registered_tonnage')].filter((one) => one !== '').join(' / '),
          vesselFlag: cell('vessel_flag'),
          vesselOwner: cell('vessel_owner'),
          remarks: cell('remarks'),
          citizenships: list('citizenships'),
          nationalities: list('nationalities'),
          births: list('dates_of_birth'),
          birthPlaces: list('places_of_birth'),
          ids: idsOf(cell('ids')),
        },
        code,
        line,
        text,
      );
    });
    await taker.finish();
  },
};

/** `type, number, country` joined by semicolons; numbers may hold commas, and long texts semicolons: what begins with no label belongs to the one before. */
export function idsOf(cell: string): readonly { readonly label: string; readonly value: string; readonly country: string }[] {
  const ids: { label: string; value: string; country: string }[] = [];
  for (const part of cell.split('; ')) {
    const text = part.trim();
    if (text === '') continue;
    const comma = text.indexOf(', ');
    const before = ids.at(-1);
    if (comma === -1 || !/^[A-Z]/.test(text)) {
      if (before !== undefined) before.value = `${before.value}; ${text}`;
      else ids.push({ label: '', value: text, country: '' });
      continue;
    }
    const label = text.slice(0, comma);
    const rest = text.slice(comma + 2);
    // After the country, or where there is none after the number, there may be the days of issue and expiry.
    const days = /(?:, (?:\d{1,2} \p{L}{3} \d{4}|\d{4}-\d\d-\d\d))+$/u.exec(rest);
    const said = days === null || days.index === 0 ? rest : rest.slice(0, days.index);
    const end = /, ([A-Z]{2})(?:, \d{4})*$/.exec(said);
    ids.push({ label, value: end === null ? said : said.slice(0, end.index), country: end?.[1] ?? '' });
  }
  return ids;
}
