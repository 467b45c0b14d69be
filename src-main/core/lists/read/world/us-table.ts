import type { ListFile } from '../frame/list-file.ts';
import type { ListFormat, ListOutput } from '../frame/list-format.ts';
import { createKeys, noticeKey } from '../values/notice-key.ts';
import { countryOf } from '../values/places.ts';
import { createRepeats } from '../values/repeats.ts';
import { readDay } from '../values/spans.ts';
import { createDraft, joined, oneLine } from './draft.ts';
import { readEarNames } from './ear-entry.ts';
import { readNotices } from './ear-notices.ts';
import { hasTable, type IsHeader, readTable, type TableRow } from './table.ts';

/**
 * Tables of the State Department: parties debarred under the AECA (`Party Name`, `Date Of Birth`, `Federal Register Notice`, `Notice Date`) and nonproliferation
 * sanctions (`Entity`, `Location of Entity`, `Date Imposed`, `Status`, `Federal Register Notice`).
 */
export const usTable: ListFormat = {
  id: 'usTable',
  recognise: (head) => Object.entries(headers).find(([, isHeader]) => hasTable(head, isHeader))?.[0] ?? null,
  async read(files, out, limits) {
    for (const { file, part } of files) {
      const unique = createKeys();
      const isRepeat = createRepeats();
      const take = part === 'ISN' ? takeSanction : takeDebarred;
      await readTable(file, headers[part] ?? (() => false), out, limits, (row) =>
        isRepeat(row.text) ? out.merged() : take(row, file, out, unique),
      );
    }
  },
};

const headers: Readonly<Record<string, IsHeader>> = {
  DTC: (keys) => keys.has('partyname') && (keys.has('federalregisternotice') || keys.has('chargingletter') || keys.has('debarmentorder')),
  ISN: (keys) => keys.has('dateimposed') && keys.has('status') && keys.has('federalregisternotice'),
};

type Unique = (key: string, apart: string) => string;

function takeDebarred(row: TableRow, file: ListFile, out: ListOutput, unique: Unique): void {
  const printed = oneLine(row.cell('Party Name'));
  if (printed === '') return out.reject(file, row.line, 'noName', row.text);
  const entry = readEarNames(printed, row.cell('Alias').split(';'));
  const citations = [...readNotices(row.cell('Federal Register Notice')), ...readNotices(row.cell('Corrected Notice'))];
  const from = readDay(row.cell('Notice Date') || row.cell('Date'), 'monthFirst');
  const draft = createDraft(unique(noticeKey('DTC', entry.name, citations), from ?? ''), { list: 'DTC', file, line: row.line, out });
  const born = row.cell('Date Of Birth');
  if (born !== '') draft.type = 'person';
  const parts = /^([^,]+), ([^,.]+\.?)$/.exec(entry.name);
  const firm = /\b(?:inc|ltd|llc|corp|co|gmbh)\b/i.test(parts?.[2] ?? '');
  draft.name(entry.name, 'primary', parts === null || firm ? {} : { family: parts[1] ?? '', given: parts[2] ?? '' });
  for (const { text, kind } of entry.others) draft.name(text, kind);
  draft.birth(born, 'monthFirst');
  for (const citation of citations) draft.citation(citation);
  draft.from = from;
  const administrative = row.cell('Charging Letter') !== '' || row.cell('Debarment Order') !== '';
  draft.programme(administrative ? 'AECA administrative debarment' : 'AECA statutory debarment');
  for (const title of ['Charging Letter', 'Debarment Order', 'Rescinded', 'Reinstated', 'Corrected Notice Date']) {
    if (row.cell(title) !== '') draft.remark(`${title}: ${row.cell(title)}`);
  }
  const party = draft.finish();
  if (party === null) out.reject(file, row.line, 'noName', row.text);
  else out.party(party);
}

function takeSanction(row: TableRow, file: ListFile, out: ListOutput, unique: Unique): void {
  const named =
    row.cells().find(([key]) => /^(?:name|entity|entityindividual|entityorindividual|sanctionedentity|party)/.test(key))?.[1] ?? '';
  if (oneLine(named) === '') return out.reject(file, row.line, 'noName', row.text);
  const entry = readEarNames(named, []);
  const notice = row.cell('Federal Register Notice');
  const place = row.cell('Location of Entity') || row.cell('Location') || row.cell('Country');
  const draft = createDraft(unique(noticeKey('ISN', entry.name, [notice]), countryOf(place) ?? ''), {
    list: 'ISN',
    file,
    line: row.line,
    out,
  });
  draft.name(entry.name, 'primary');
  for (const { text, kind } of entry.others) draft.name(text, kind);
  draft.country(place, 'listedUnder');
  draft.from = readDay(row.cell('Date Imposed'), 'monthFirst');
  for (const citation of readNotices(notice)) draft.citation(citation);
  draft.programme(joined([row.cell('Authority'), row.cell('Sanctions Law'), row.cell('Law')], '; '));
  const status = row.cell('Status');
  draft.remark(status === '' ? '' : `Status: ${status}`);
  draft.until = readDay(/\b(?:expired|lifted|terminated)(?: (?:on|as of))?\s+([\d/]+)/i.exec(status)?.[1] ?? '', 'monthFirst');
  const party = draft.finish();
  if (party === null) out.reject(file, row.line, 'noName', row.text);
  else out.party(party);
}
