import type { IsoDate } from '../../../../../src-shared/model/dates.ts';
import type { ListFile } from '../frame/list-file.ts';
import type { ListOutput } from '../frame/list-format.ts';
import { createKeys, noticeKey } from '../values/notice-key.ts';
import { countryAtEnd, countryOf } from '../values/places.ts';
import { readDay } from '../values/spans.ts';
import { createDraft, joined, oneLine, type PartyDraft } from './draft.ts';
import { addEarEntry, type EarEntry, readAddresses, readEarEntry } from './ear-entry.ts';
import { firstNoticeDay, footnotesOf, readNotices } from './ear-notices.ts';

export type EarList = 'EL' | 'UVL' | 'MEU';

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
export function createEarTaker(file: ListFile, out: ListOutput) {
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
