import type { PartyType } from '../../../../src-shared/model/listed-party.ts';
import { countryCodes, countryName } from '../../../../src-shared/text/countries.ts';
import type { InputOf } from '../../../host/index.ts';

export type PastedName = InputOf<'screening.lookUp'>['names'][number];

/** The core looks up this many at once. */
export const mostNames = 2000;

const typeWords: Readonly<Record<string, PartyType>> = {
  person: 'person',
  individual: 'person',
  natural: 'person',
  org: 'org',
  organisation: 'org',
  organization: 'org',
  company: 'org',
  entity: 'org',
  vessel: 'vessel',
  ship: 'vessel',
  aircraft: 'aircraft',
};

const headings = new Set(['name', 'names', 'party', 'company', 'customer', 'full name']);

/**
 * Names as they were pasted: one a line, or rows of a spreadsheet whose first column is the name and whose others are country, type or
 * date of birth in any order, told apart by what they hold. A heading row and empty lines are left out.
 */
export function pastedNames(text: string, standard: { readonly type: PartyType; readonly country: string | null }): readonly PastedName[] {
  const rows = text.split(/\r\n?|\n/).map((line) => line.split('\t').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1')));
  return rows
    .filter(([name = ''], at) => name !== '' && !(at === 0 && headings.has(name.toLowerCase())))
    .map(([name = '', ...cells]) => {
      const known = { type: standard.type, country: standard.country, birth: '' };
      for (const cell of cells.filter((one) => one !== '')) {
        const type = typeWords[cell.toLowerCase()];
        const country = countryOf(cell);
        const birth = birthOf(cell);
        if (type !== undefined) known.type = type;
        else if (birth !== null) known.birth = birth;
        else if (country !== null) known.country = country;
      }
      return { name: name.slice(0, 400), ...known };
    });
}

let byName: ReadonlyMap<string, string> | undefined;

function countryOf(cell: string): string | null {
  if (/^[A-Za-z]{2}$/.test(cell)) return cell.toUpperCase();
  byName ??= new Map(countryCodes.map((code) => [countryName('en', code).toLowerCase(), code]));
  return byName.get(cell.toLowerCase()) ?? null;
}

/** `1962`, `1962-01`, `1962-01-03` or `03.01.1962`; a date with slashes could be read two ways and is not taken. */
function birthOf(cell: string): string | null {
  if (/^(19|20)\d\d(-\d\d(-\d\d)?)?$/.test(cell)) return cell;
  const dotted = /^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)$/.exec(cell);
  if (dotted === null) return null;
  const [, day = '', month = '', year = ''] = dotted;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
