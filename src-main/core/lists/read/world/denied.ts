import type { ListFormat } from '../frame/list-format.ts';
import { createKeys, noticeKey } from '../values/notice-key.ts';
import { readDay } from '../values/spans.ts';
import { createDraft, createGroups, joined, oneLine, type PartyDraft } from './draft.ts';
import { readNotices } from './ear-notices.ts';
import { hasTable, readTable, type TableRow, withTitles } from './table.ts';

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

/** States whose postal codes begin with a zero, which the list has lost. */
const zeroStates = new Set(['CT', 'MA', 'ME', 'NH', 'NJ', 'RI', 'VT']);

function fillDenied(draft: PartyDraft, row: TableRow, name: string): void {
  draft.name(name, 'primary');
  const [state, post] = [row.cell('State'), row.cell('Postal Code')];
  // The list leaves the country out of many addresses in the United States.
  const inStates =
    row.cell('Country') === '' &&
    ((/^[A-Z]{2}$/.test(state) && /^\d{5}(?:-\d{4})?$/.test(post)) || (zeroStates.has(state) && /^\d{4}$/.test(post)));
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
