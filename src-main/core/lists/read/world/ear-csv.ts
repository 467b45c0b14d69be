import type { ListFormat } from '../frame/list-format.ts';
import { createRepeats } from '../values/repeats.ts';
import { createEarTaker } from './ear-rows.ts';
import { hasTable, type IsHeader, readTable, type TableRow, withTitles } from './table.ts';

const earHeaders: Readonly<Record<string, IsHeader>> = {
  EL: (keys) =>
    keys.has('country') &&
    keys.has('licenserequirement') &&
    (keys.has('licensereviewpolicy') || keys.has('licensepolicy')) &&
    !keys.has('sourcelisturl'),
  UVL: (keys) => keys.has('country') && (keys.has('listedpersonandaddress') || keys.has('listedperson')),
  MEU: withTitles('Country', 'Entity', 'Federal Register Citation'),
};

/** The tables of part 744 as CSV with their printed titles, also with name and address in columns of their own. */
export const bisEntityCsv: ListFormat = {
  id: 'bisEntityCsv',
  recognise: (head) => Object.entries(earHeaders).find(([, isHeader]) => hasTable(head, isHeader))?.[0] ?? null,
  async read(files, out, limits) {
    for (const { file, part } of files) {
      const taker = createEarTaker(file, out);
      const isRepeat = createRepeats();
      let country = '';
      taker.begin(part === 'UVL' ? 'UVL' : part === 'MEU' ? 'MEU' : 'EL', null);
      await readTable(file, earHeaders[part] ?? noHeader, out, limits, (row) => {
        // A country stands on the first of its rows alone.
        country = row.cell('Country') || country;
        if (isRepeat(`${country} ${row.text}`)) return out.merged();
        const address = row.cell('Address') || row.cell('Street Address') || row.cell('Addresses');
        const name = first(row, ['Entity', 'Entity Name', 'Name', 'Listed Person and Address', 'Listed Person', 'Party Name']);
        const aliases = first(row, ['Aliases', 'Alias', 'Alternate Names', 'Alternate Name', 'AKA']);
        taker.take(
          {
            country,
            entry:
              aliases === ''
                ? name.split('\n')
                : [`${name}, a.k.a., the following aliases:`, ...aliases.split(/\s*;\s*|\n/).map((alias) => `\u2014${alias}`), address],
            address: aliases === '' ? address : '',
            requirement: row.cell('License Requirement'),
            policy: row.cell('License Review Policy') || row.cell('License Policy'),
            citation: first(row, [
              'Federal Register Citation',
              'Federal Register Notice',
              'FR Citation',
              'Federal Register Citation and Date of Publication',
            ]),
            effective: row.cell('Effective Date'),
          },
          row.line,
          row.text,
        );
      });
    }
  },
};

const noHeader: IsHeader = () => false;

const first = (row: TableRow, titles: readonly string[]): string =>
  titles.map((title) => row.cell(title)).find((text) => text !== '') ?? '';
