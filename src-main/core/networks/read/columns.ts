import { rangeOf } from './ranges.ts';
import type { ListRow } from './text-rows.ts';

/** What a column of a file of networks holds. */
export type ColumnRole = 'asn' | 'range' | 'first' | 'last' | 'label' | 'from' | 'until' | 'country';

const headerWords: Readonly<Record<ColumnRole, RegExp>> = {
  asn: /^(as|asn|as ?(number|num|no)|autonomous system( number)?)$/,
  range:
    /^(ip|ips|ip ?(address|addresses|prefix|range|ranges|block)|ipv[46]( ?(address|prefix|range))?|address|addresses|prefix|prefixes|cidr|cidrs|network|networks|subnet|range|ranges|netblock|egress ?(ip|address|prefix|range)|exit ?(ip|address)|(public|source) ?(ip|address))$/,
  first: /^(first|start|begin|from)( ?(ip|address))$|^(ip|range) ?(start|begin|from)$|^first$|^start$/,
  last: /^(last|end|to)( ?(ip|address))$|^(ip|range) ?(end|to)$|^last$|^end$/,
  label:
    /^(label|site|name|office|location|description|egress|egress name|gateway|vpn|note|comment|purpose|entity|organi[sz]ation|org|operator|provider|owner|company|city)$/,
  from: /^(from|since|valid ?from|from ?date|date ?from|start ?date|active ?from|first ?day|effective( from)?)$/,
  until: /^(until|to|till|valid ?(to|until)|to ?date|date ?(to|until)|end ?date|active ?(to|until)|last ?day|expires|expiry)$/,
  country: /^(country|country ?code|cc|iso)$/,
};

/** What a file of corporate exits can say of each. */
export const exitFields = ['range', 'first', 'last', 'label', 'from', 'until'] as const satisfies readonly ColumnRole[];

/** Titles that somebody named, by what the column holds. */
export type ExitColumns = Readonly<Partial<Record<string, readonly string[]>>>;

/** Columns of a table, by what they hold; the position of each. */
export type Columns = ReadonlyMap<ColumnRole, number>;

const normal = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[_\-./]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Rows looked at to find the header and, without one, the column of networks. */
const sampleRows = 200;

/**
 * Finds the columns by the words of a header row, which need not be the first; without one, by what the cells hold.
 * `dataFrom` is the place of the first row of data.
 */
export function findColumns(rows: readonly ListRow[], named: ExitColumns = {}): { readonly columns: Columns; readonly dataFrom: number } {
  for (let place = 0; place < Math.min(rows.length, 20); place += 1) {
    const cells = rows[place]?.cells ?? [];
    if (cells.some((cell) => rangeOf(cell) !== null)) break;
    const columns = columnsByWords(cells, named);
    if (columns.has('range') || columns.has('asn') || (columns.has('first') && columns.has('last')))
      return { columns, dataFrom: place + 1 };
  }
  return { columns: columnsByContent(rows.slice(0, sampleRows)), dataFrom: 0 };
}

function columnsByWords(cells: readonly string[], named: ExitColumns): Columns {
  const columns = new Map<ColumnRole, number>();
  for (const role of exitFields) {
    const titles = (named[role] ?? []).map(normal);
    const place = cells.findIndex((cell) => titles.includes(normal(cell)));
    if (place >= 0) columns.set(role, place);
  }
  const taken = new Set(columns.values());
  cells.forEach((cell, place) => {
    const word = normal(cell);
    if (taken.has(place)) return;
    for (const role of ['asn', 'range', 'from', 'until', 'first', 'last', 'country', 'label'] as const) {
      if (!columns.has(role) && headerWords[role].test(word)) {
        columns.set(role, place);
        return;
      }
    }
  });
  return columns;
}

function columnsByContent(rows: readonly ListRow[]): Columns {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const columns = new Map<ColumnRole, number>();
  const share = (place: number, fits: (cell: string) => boolean) =>
    rows.filter(({ cells }) => fits(cells[place] ?? '')).length / Math.max(1, rows.filter(({ cells }) => cells.length > 0).length);
  const leading = (fits: (cell: string) => boolean) => {
    const shares = Array.from({ length: width }, (_, place) => share(place, fits));
    const most = Math.max(0, ...shares);
    return most >= 0.5 ? shares.indexOf(most) : null;
  };
  const range = leading((cell) => rangeOf(cell) !== null);
  const asn = leading((cell) => /^AS\d{1,10}$/i.test(cell)) ?? (range === null ? leading((cell) => /^\d{1,6}$/.test(cell)) : null);
  if (range !== null) columns.set('range', range);
  if (asn !== null && asn !== range) columns.set('asn', asn);
  const label = Array.from({ length: width }, (_, place) => place).find(
    (place) => place !== range && place !== asn && share(place, (cell) => /\p{L}{3}/u.test(cell)) > 0.5,
  );
  if (label !== undefined) columns.set('label', label);
  const days = Array.from({ length: width }, (_, place) => place).filter(
    (place) => share(place, (cell) => /^\d{4}-\d{2}-\d{2}/.test(cell)) > 0.3,
  );
  if (days[0] !== undefined && days[0] !== label) columns.set('from', days[0]);
  if (days[1] !== undefined && days[1] !== label) columns.set('until', days[1]);
  return columns;
}

/** The first title that is named and stands in none of the first rows; null where all are there. */
export function missingExitTitle(rows: readonly ListRow[], named: ExitColumns): string | null {
  const there = new Set(rows.slice(0, 20).flatMap(({ cells }) => cells.map(normal)));
  const titles = Object.values(named).flatMap((one) => one ?? []);
  return titles.find((title) => !there.has(normal(title))) ?? null;
}
