import type { PartyType } from '../../../../../src-shared/model/listed-party.ts';
import type { ReadLimits } from '../../../importers/read/limits.ts';
import { fieldText, fieldTexts, type JsonRecord, readJsonList } from '../frame/json-list.ts';
import { type FileHead, type ListFile, textOf } from '../frame/list-file.ts';
import type { ListFormat, ListOutput } from '../frame/list-format.ts';
import { createKeys, noticeKey } from '../values/notice-key.ts';
import { countryAtEnd, countryOf } from '../values/places.ts';
import { createRepeats } from '../values/repeats.ts';
import { readDay } from '../values/spans.ts';
import { createDraft, createGroups, oneLine, type PartyDraft } from './draft.ts';
import { addEarEntry, readAddresses, readEarNames } from './ear-entry.ts';
import { firstNoticeDay, footnotesOf, readNotices } from './ear-notices.ts';

interface UsList {
  readonly code: string;
  readonly type: PartyType;
  readonly programme: string;
  readonly fill?: (draft: PartyDraft, record: JsonRecord) => void;
}

/** Lists by the id a file gives itself. What a list covers tells the type of its parties; most do not say it of each. */
const lists: Readonly<Record<string, UsList>> = {
  'bis-entity-list': { code: 'EL', type: 'unknown', programme: '', fill: fillEntity },
  'bis-meu': { code: 'MEU', type: 'unknown', programme: '' },
  'bis-uvl': { code: 'UVL', type: 'unknown', programme: '' },
  'bis-dpl': { code: 'DPL', type: 'unknown', programme: '', fill: fillDenied },
  'dow-1260h': { code: '1260H', type: 'org', programme: 'Section 1260H', fill: fillListedWith },
  'dod-1260h': { code: '1260H', type: 'org', programme: 'Section 1260H', fill: fillListedWith },
  'dow-1286': { code: '1286', type: 'org', programme: 'Section 1286' },
  'dod-1286': { code: '1286', type: 'org', programme: 'Section 1286' },
  'dhs-uflpa': { code: 'UFLPA', type: 'org', programme: 'UFLPA Entity List' },
  'fcc-covered': { code: 'FCC', type: 'org', programme: 'FCC Covered List' },
  'ofac-nscmic': { code: 'CMIC', type: 'org', programme: 'CMIC-EO13959', fill: fillCmic },
  'ofac-eo14032': { code: 'CMIC', type: 'org', programme: 'CMIC-EO13959', fill: fillCmic },
  'state-debarred-statutory': { code: 'DTC', type: 'unknown', programme: 'AECA statutory debarment', fill: fillDebarred },
  'state-debarred-admin': { code: 'DTC', type: 'unknown', programme: 'AECA administrative debarment', fill: fillDebarred },
  'state-debarred-administrative': { code: 'DTC', type: 'unknown', programme: 'AECA administrative debarment', fill: fillDebarred },
  'state-nonproliferation': { code: 'ISN', type: 'unknown', programme: '', fill: fillNonproliferation },
};

const listIdOf = (head: FileHead): string | null => {
  const found = /^\s*\{[\s\S]{0,2000}?"list_id"\s*:\s*"([a-z0-9-]+)"/.exec(head.text);
  const id = found?.[1] ?? '';
  return Object.hasOwn(lists, id) && /"entities"\s*:\s*\[/.test(head.text.slice(0, 4000)) ? id : null;
};

/** Lists of US agencies as JSON: `{list_id, source_file, extracted, count, entities: [{name, aliases, country, address, effective_date, federal_register, notes}]}`. */
export const usJson: ListFormat = {
  id: 'usJson',
  recognise: (head) => (head.kind === 'text' && head.root === null ? listIdOf(head) : null),
  async read(files, out, limits) {
    for (const { file, part } of files) {
      const list = lists[part];
      if (list === undefined) continue;
      out.published(list.code, await dayOf(file, limits));
      await readList(file, list, out, limits);
    }
  },
};

/** The day these lists were taken from the agency's page; they say no other. */
async function dayOf(file: ListFile, limits: ReadLimits) {
  for await (const piece of textOf(file, limits)) return readDay(/"extracted"\s*:\s*"([\d-]+)"/.exec(piece.slice(0, 4000))?.[1] ?? '');
  return null;
}

async function readList(file: ListFile, list: UsList, out: ListOutput, limits: ReadLimits): Promise<void> {
  const unique = createKeys();
  const isRepeat = createRepeats();
  // The Denied Persons List has a record an address: those of one name and order are one person.
  const groups = createGroups(file, out);
  await readJsonList(file, { is: 'wrapped', key: 'entities' }, out, limits, (record, index, text) => {
    if (isRepeat(text)) return out.merged();
    const name = oneLine(fieldText(record, 'name'));
    if (name === '') return out.reject(file, index, 'noName', text);
    const notes = fieldText(record, 'notes');
    if (/^category listing\b/i.test(notes)) return out.reject(file, index, 'notAParty', text);
    const country = fieldText(record, 'country');
    // Names are taken apart as the printed tables are, since a few still hold their aliases or addresses.
    const entry = readEarNames(name, fieldTexts(record, 'aliases'));
    const primary = entry.name;
    const citation = fieldText(record, 'federal_register');
    const effective = readDay(fieldText(record, 'effective_date'), 'monthFirst');
    const apart = list.code === 'DPL' ? effective : countryOf(country);
    const idOf = () => unique(noticeKey(list.code, primary, [citation]), apart ?? '');
    const begin = () => createDraft(idOf(), { list: list.code, file, line: index, out });
    const together = list.code === 'DPL' ? `${primary}|${effective ?? ''}|${notes}` : String(index);
    const { draft } = groups.of(together, index, text, begin);
    draft.type = list.type;
    // `Family, Given` names persons; a firm's legal form may stand behind a comma as well.
    const parts = list.code === 'DTC' ? /^([^,]+), ([^,.]+\.?)$/.exec(primary) : null;
    if (parts !== null && !/\b(?:inc|ltd|llc|corp|co|gmbh)\b/i.test(parts[2] ?? ''))
      draft.name(primary, 'primary', { family: parts[1] ?? '', given: parts[2] ?? '' });
    addEarEntry(draft, entry, country);
    const under = countryOf(country);
    for (const address of readAddresses(fieldText(record, 'address'))) draft.address(address, '', countryAtEnd(address) ?? under);
    for (const notice of readNotices(citation)) draft.citation(notice);
    draft.programme(list.programme);
    draft.from = effective;
    const status = fieldText(record, 'status');
    if (status !== '') draft.remark(`Status: ${status}`);
    if (list.fill === undefined) draft.remark(notes);
    else list.fill(draft, record);
  });
  await groups.finish();
}

function fillEntity(draft: PartyDraft, record: JsonRecord): void {
  draft.licenceRequirement = fieldText(record, 'notes');
  for (const note of footnotesOf(draft.licenceRequirement)) draft.footnote(note);
  draft.from ??= firstNoticeDay(fieldText(record, 'federal_register'));
}

/** `Type of denial: Standard; Expires: 2028-07-24`. */
function fillDenied(draft: PartyDraft, record: JsonRecord): void {
  const notes = fieldText(record, 'notes');
  draft.until = readDay(/\bExpires:\s*([\d-]+)/.exec(notes)?.[1] ?? '');
  const kind = /\bType of denial:\s*([^;]+)/.exec(notes)?.[1] ?? '';
  if (kind !== '') draft.programme(`${kind.trim()} denial order`);
  draft.remark(notes.replace(/\s*;?\s*Expires:\s*[\d-]+|Type of denial:\s*[^;]+;?/g, ''));
}

/** `Listed together with subsidiaries: A Co., Ltd., B Corporation | …`: names of subsidiaries are listed too, each ends at its legal form. */
function fillListedWith(draft: PartyDraft, record: JsonRecord): void {
  const notes = fieldText(record, 'notes');
  draft.remark(notes);
  const together = /Listed together with subsidiaries:\s*([^|]+)/.exec(notes)?.[1] ?? '';
  for (const name of subsidiaries(together)) draft.link('listed with subsidiary', name);
}

function subsidiaries(text: string): readonly string[] {
  const names: string[] = [];
  for (const part of text.split(/,\s*(?:and\s+)?/)) {
    const previous = names.at(-1);
    if (previous !== undefined && /^(?:Ltd|Inc|LLC|Limited|Co|Corp)\.?\s*\.?$/i.test(part.trim()))
      names[names.length - 1] = `${previous}, ${part.trim()}`;
    else names.push(...part.split(/^and\s+/).map((one) => one.trim()));
  }
  return names
    .map((name) => name.replace(/\.$/, (dot) => (/\b(?:Ltd|Inc|Co|Corp)\.$/.test(name) ? dot : '')))
    .filter((name) => name !== '');
}

/** `Target Type: Private Company; USCC: 9111… (China); Program: CMIC-EO13959; Linked To: X`. */
function fillCmic(draft: PartyDraft, record: JsonRecord): void {
  for (const clause of fieldText(record, 'notes').split(/;\s*/)) {
    const [label = '', value = ''] = clause.split(/:\s*(.*)/s);
    if (/^USCC$/i.test(label))
      draft.identifier(
        'registration',
        'Unified Social Credit Code',
        value.replace(/\s*\(.*$/, ''),
        countryOf(/\(([^)]*)\)/.exec(value)?.[1] ?? ''),
      );
    else if (/^Program$/i.test(label)) draft.programme(value);
    else if (/^Linked To$/i.test(label)) draft.link('linked to', value);
    else draft.remark(clause);
  }
}

/** Names of persons stand as `Family, Given`; a date of birth says that it is one. */
function fillDebarred(draft: PartyDraft, record: JsonRecord): void {
  const notes = fieldText(record, 'notes');
  const born = /\bDate of birth:\s*([^;|]+)/i.exec(notes);
  if (born !== null) {
    draft.type = 'person';
    draft.birth(born[1] ?? '', 'monthFirst');
  }
  draft.remark(born === null ? notes : notes.replace(born[0], '').replace(/^\s*[;|]\s*/, ''));
}

/** Measures as `Authority: …; imposed 5/9/2002; status: Expired on 05/09/04; Vol. 67 … | …`. An entry has lapsed when every measure has. */
function fillNonproliferation(draft: PartyDraft, record: JsonRecord): void {
  const notes = fieldText(record, 'notes');
  draft.remark(notes);
  const measures = notes.split(/\s*\|\s*/).filter((one) => /\bstatus:/i.test(one));
  let last: ReturnType<typeof readDay> = null;
  let lapsed = measures.length > 0;
  for (const measure of measures) {
    draft.programme(/\bAuthority:\s*([^;]+)/i.exec(measure)?.[1] ?? '');
    const ended = /\bstatus:\s*(?:all provisions )?(?:expired|lifted|terminated)(?: (?:on|as of))?\s+([\d/]+)/i.exec(measure)?.[1] ?? '';
    const day = readDay(ended, 'monthFirst');
    if (day === null) lapsed = false;
    else if (last === null || day > last) last = day;
  }
  draft.until = lapsed ? last : null;
}
