import type { IsoDate } from '../../../../../src-shared/model/dates.ts';
import type { ListFile } from '../frame/list-file.ts';
import type { ListFormat, ListOutput } from '../frame/list-format.ts';
import { children, readXmlRecords, type XmlNode } from '../frame/xml-records.ts';
import { createKeys, noticeKey } from '../values/notice-key.ts';
import { countryAtEnd, countryOf } from '../values/places.ts';
import { readDay } from '../values/spans.ts';
import { createDraft, createGroups, joined, oneLine, type PartyDraft } from './draft.ts';
import { addEarEntry, type EarEntry, firstNoticeDay, footnotesOf, readAddresses, readEarEntry, readNotices } from './ear-entry.ts';
import { hasTable, type IsHeader, readTable, type TableRow, withTitles } from './table.ts';

/** Lists of the Bureau of Industry and Security that stand in part 744, by the number of the supplement. */
const supplements: Readonly<Record<string, EarList>> = { '4': 'EL', '6': 'UVL', '7': 'MEU' };
type EarList = 'EL' | 'UVL' | 'MEU';

interface EarRow {
  readonly country: string;
  readonly entry: readonly string[];
  readonly address: string;
  readonly requirement: string;
  readonly policy: string;
  readonly citation: string;
  readonly effective: string;
}

/** Puts rows of the EAR tables into parties: keys, countries carried from row to row, group heads. */
function createEarTaker(file: ListFile, out: ListOutput) {
  const unique = createKeys();
  let list: EarList | null = null;
  let country = '';
  let citation = '';
  let parent = '';
  return {
    begin(next: EarList, published: IsoDate | null): void {
      if (next !== list) [country, citation, parent] = ['', '', ''];
      list = next;
      out.published(list, published);
    },
    take(row: EarRow, line: number, text: string): void {
      if (list === null) return out.reject(file, line, 'unknownList', text);
      const named = oneLine(row.country);
      if (named !== '' && named !== country) [country, citation, parent] = [named, '', ''];
      const entity = joined(row.entry, ' ');
      if (entity === '' || /^\[?reserved\]?\.?$/i.test(entity)) return out.reject(file, line, 'notAParty', text);
      // `The following 2 subordinate institutions of X:` stands above its members and is no entry of its own.
      const head = /^the following [\w-]+ (?:subordinate|affiliated) \w+ of (?:the )?(.+?):?$/i.exec(entity);
      if (head !== null || /^(?:subordinate institutions?|affiliated entities)\s*:?$/i.test(entity)) {
        parent = head?.[1] ?? parent;
        if (row.citation !== '') citation = row.citation;
        return out.reject(file, line, 'notAParty', text);
      }
      const member = /^subordinate institution:?\s+/i.test(entity);
      const entry = readEarEntry(member ? row.entry.map((part) => part.replace(/^\s*subordinate institution:?\s*/i, '')) : row.entry);
      if (!/[\p{L}\p{N}]/u.test(entry.name)) return out.reject(file, line, 'noName', text);
      if (row.citation !== '') citation = row.citation;
      const draft = createDraft(earId(list, entry, citation, country, unique), { list, file, line, out });
      fillEar(draft, entry, row, country, citation);
      if (member && parent !== '') draft.link('subordinate institution of', parent);
      const party = draft.finish();
      if (party === null) out.reject(file, line, 'noName', text);
      else out.party(party);
    },
  };
}

const earId = (list: string, entry: EarEntry, citation: string, country: string, unique: (key: string, apart: string) => string) =>
  unique(noticeKey(list, entry.name, [citation]), countryOf(country) ?? '');

function fillEar(draft: PartyDraft, entry: EarEntry, row: EarRow, country: string, citation: string): void {
  addEarEntry(draft, entry, country);
  for (const address of readAddresses(row.address)) draft.address(address, '', countryAtEnd(address) ?? countryOf(country));
  draft.licenceRequirement = row.requirement;
  draft.licencePolicy = row.policy;
  for (const note of footnotesOf(row.requirement)) draft.footnote(note);
  for (const notice of readNotices(citation)) draft.citation(notice);
  draft.from = readDay(row.effective, 'monthFirst') ?? firstNoticeDay(citation);
}

/**
 * Part 744 of the EAR as the eCFR publishes it: `DIV9[@N='Supplement No. 4 to Part 744']` (Entity List), No. 6 (Unverified List), No. 7 (military end-users),
 * each a table. The country cell is empty on following rows.
 */
export const bisEntityXml: ListFormat = {
  id: 'bisEntityXml',
  recognise(head) {
    if (head.root === null || !/^(?:DIV\d?|ECFR|TITLE|dlpsTextClass|html|table)$/i.test(head.root.name)) return null;
    return /Part 744|part-744|License\s+requirement[\s\S]{0,400}License\s+review\s+policy/i.test(head.text) ? 'main' : null;
  },
  async read(files, out, limits) {
    for (const { file } of files) {
      const taker = createEarTaker(file, out);
      let count = 0;
      let columns: readonly string[] = [];
      let supplement = '';
      let published: IsoDate | null = null;
      await readXmlRecords(file, out, limits, {
        isRecord: (name) => /^(?:tr|head|amddate)$/i.test(name),
        open(name, attributes) {
          const number = /Supplement No\.?\s*(\d+) to Part 744/i.exec(attributes['N'] ?? attributes['id'] ?? '')?.[1];
          if (number !== undefined) supplement = number;
          else if (/^div[5-9]$/i.test(name)) supplement = '';
        },
        record(node) {
          if (!/^tr$/i.test(node.name)) {
            const title = linesOf(node).join(' ');
            if (/^amddate$/i.test(node.name)) published = readDay(title, 'monthFirst');
            supplement = /Supplement No\.?\s*(\d+) to Part 744/i.exec(title)?.[1] ?? supplement;
            return;
          }
          const heads = cellsOf(node, /^th$/i).map((lines) => joined(lines, ' ').toLowerCase());
          if (heads.length > 0) {
            columns = heads;
            const list = supplements[supplement] ?? listOfColumns(heads);
            if (list !== null) taker.begin(list, published);
            else columns = [];
            return;
          }
          const cells = cellsOf(node, /^td$/i);
          // Tables of other supplements, and rows that have nothing in any cell.
          if (columns.length === 0 || cells.every((lines) => lines.length === 0)) return;
          count += 1;
          const text = cells.map((lines) => joined(lines, ' ')).join(' | ');
          const at = (pattern: RegExp) => cells[columns.findIndex((title) => pattern.test(title))] ?? [];
          if (cells.length < Math.min(columns.length, 3)) return out.reject(file, count, 'columns', text);
          taker.take(
            {
              country: joined(at(/^country/), ' '),
              entry: at(/entity|listed person|^name/),
              address: '',
              requirement: joined(at(/requirement/), ' '),
              policy: joined(at(/policy/), ' '),
              citation: joined(at(/federal register/), ' '),
              effective: '',
            },
            count,
            text,
          );
        },
      });
    }
  },
};

/** Which list a table without its supplement's title is. */
function listOfColumns(titles: readonly string[]): EarList | null {
  if (!titles.some((title) => /^country/.test(title)) || !titles.some((title) => /federal register/.test(title))) return null;
  if (titles.some((title) => /requirement/.test(title))) return 'EL';
  return titles.some((title) => /listed person/.test(title)) ? 'UVL' : titles.some((title) => /entity/.test(title)) ? 'MEU' : null;
}

const cellsOf = (row: XmlNode, name: RegExp): readonly (readonly string[])[] =>
  children(row)
    .filter((cell) => name.test(cell.name))
    .map(linesOf);

/** Text of a cell by lines; `br` and paragraphs end one. Small raised numbers keep a blank before them, as the printed footnotes have it. */
function linesOf(node: XmlNode): readonly string[] {
  let text = '';
  const walk = (one: XmlNode) => {
    for (const part of one.parts) {
      if (typeof part === 'string') text += part.replace(/\s+/g, ' ');
      else if (/^br$/i.test(part.name)) text += '\n';
      else if (/^(?:p|fp|div)$/i.test(part.name)) {
        text += '\n';
        walk(part);
        text += '\n';
      } else if (/^(?:sup|su|ftref)$/i.test(part.name)) {
        text += ' ';
        walk(part);
        text += ' ';
      } else walk(part);
    }
  };
  walk(node);
  return text
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '');
}

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
      taker.begin(part === 'UVL' ? 'UVL' : part === 'MEU' ? 'MEU' : 'EL', null);
      await readTable(file, earHeaders[part] ?? noHeader, out, limits, (row) => {
        const address = row.cell('Address') || row.cell('Street Address') || row.cell('Addresses');
        const name = first(row, ['Entity', 'Entity Name', 'Name', 'Listed Person and Address', 'Listed Person', 'Party Name']);
        const aliases = first(row, ['Aliases', 'Alias', 'Alternate Names', 'Alternate Name', 'AKA']);
        taker.take(
          {
            country: row.cell('Country'),
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

const isDeniedHeader = withTitles('Name', 'Effective Date', 'Expiration Date', 'Standard Order');

/**
 * The Denied Persons List, tab-separated or CSV. One line per address: lines of the same name and order (effective and expiration day) are one person. The day
 * the order lapses is kept; old copies still hold lapsed orders.
 */
export const bisDenied: ListFormat = {
  id: 'bisDenied',
  recognise: (head) => (hasTable(head, isDeniedHeader) ? 'main' : null),
  async read(files, out, limits) {
    for (const { file } of files) {
      const groups = createGroups(file, out);
      const unique = createKeys();
      await readTable(file, isDeniedHeader, out, limits, (row) => {
        const name = oneLine(row.cell('Name'));
        if (name === '') return out.reject(file, row.line, 'noName', row.text);
        const [begins, ends] = [row.cell('Effective Date'), row.cell('Expiration Date')];
        const citation = row.cell('FR Citation');
        const { draft } = groups.of(`${name}|${begins}|${ends}`, row.line, row.text, () => {
          const id = unique(noticeKey('DPL', name, [citation]), readDay(begins, 'monthFirst') ?? '');
          return createDraft(id, { list: 'DPL', file, line: row.line, out });
        });
        fillDenied(draft, row, name);
      });
      await groups.finish();
    }
  },
};

function fillDenied(draft: PartyDraft, row: TableRow, name: string): void {
  draft.name(name, 'primary');
  const [state, post] = [row.cell('State'), row.cell('Postal Code')];
  // The list leaves the country out of many addresses in the United States.
  const inStates = row.cell('Country') === '' && /^[A-Z]{2}$/.test(state) && /^\d{5}(?:-\d{4})?$/.test(post);
  const country = inStates ? 'US' : draft.country(row.cell('Country'), 'address');
  const address = joined([row.cell('Street Address'), row.cell('City'), joined([state, post], ' '), row.cell('Country')]);
  draft.address(address, row.cell('City'), country);
  draft.from = readDay(row.cell('Effective Date'), 'monthFirst');
  draft.until = readDay(row.cell('Expiration Date'), 'monthFirst');
  const standard = row.cell('Standard Order').toUpperCase();
  if (standard !== '')
    draft.programme(standard === 'Y' ? 'Standard denial order' : standard === 'N' ? 'Non-standard denial order' : standard);
  for (const notice of readNotices(row.cell('FR Citation'))) draft.citation(notice);
  draft.remark(row.cell('Action'));
  const updated = row.cell('Last Update');
  if (updated !== '') draft.remark(`Last update: ${updated}`);
}
