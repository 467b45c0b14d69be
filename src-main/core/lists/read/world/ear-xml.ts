import type { IsoDate } from '../../../../../src-shared/model/dates.ts';
import type { ListFormat } from '../frame/list-format.ts';
import { children, readXmlRecords, type XmlNode } from '../frame/xml-records.ts';
import { readDay } from '../values/spans.ts';
import { joined, oneLine } from './draft.ts';
import { createEarTaker, type EarList } from './ear-rows.ts';

/** Lists of the Bureau of Industry and Security that stand in part 744, by the number of the supplement. */
const supplements: Readonly<Record<string, EarList>> = { '4': 'EL', '6': 'UVL', '7': 'MEU' };

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
