import type { ListedName, ListedParty, PartyAddress, PartyType } from '../../../../../src-shared/model/listed-party.ts';
import { createFacts, type FactProblems } from '../ofac/facts.ts';
import { partyTypeOf } from '../ofac/party-type.ts';
import { personName } from '../ofac/person-name.ts';
import { listedName } from '../values/names.ts';
import { createKeys, noticeKey } from '../values/notice-key.ts';
import { listedParty } from '../values/party.ts';
import { countryOf } from '../values/places.ts';
import { readDay } from '../values/spans.ts';
import { readEarNames } from '../world/ear-entry.ts';
import { footnotesOf } from '../world/ear-notices.ts';

/** An entry of the Consolidated Screening List as each of its forms holds it; what a form lacks is empty. */
export interface CslRow {
  /** Long name with the code in brackets: `Entity List (EL) - Bureau of Industry and Security`. */
  readonly source: string;
  readonly entityNumber: string;
  readonly type: string;
  readonly name: string;
  readonly altNames: readonly string[];
  readonly programmes: readonly string[];
  readonly title: string;
  readonly addresses: readonly PartyAddress[];
  readonly addressCountries: readonly string[];
  readonly notice: string;
  readonly start: string;
  readonly end: string;
  readonly standardOrder: string;
  readonly licenceRequirement: string;
  readonly licencePolicy: string;
  readonly callSign: string;
  readonly vesselType: string;
  readonly tonnage: string;
  readonly vesselFlag: string;
  readonly vesselOwner: string;
  readonly remarks: string;
  readonly citizenships: readonly string[];
  readonly nationalities: readonly string[];
  readonly births: readonly string[];
  readonly birthPlaces: readonly string[];
  readonly ids: readonly { readonly label: string; readonly value: string; readonly country: string }[];
}

/** Lists that number their entries: all of the Treasury's. The number of the others is a hash that changes with every publication. */
const numbered = new Set(['SDN', 'SSI', 'CMIC', 'CAP', 'MBS', 'PLC', 'FSE', 'ISA', '561', 'EO13599', '13599']);

/** The thirteen sources there are, and those there were. */
const sources = new Set([...numbered, 'EL', 'DPL', 'UVL', 'MEU', 'ISN', 'DTC']);

/** Names of these lists come cut out of printed cells, with what introduced them: `X (f.k.a., Y)`, `and Z`. They are read as the printed tables are. */
const listsOfEar = new Set(['EL', 'UVL', 'MEU']);

/** Code of a source by its long name; `null` for one nobody knows. `Non-SDN Menu-Based Sanctions List (NS-MBS List)` is `MBS`. */
export function sourceCode(source: string): string | null {
  const code = /\((?:NS-)?([A-Z0-9]+)(?: List)?\)/.exec(source)?.[1] ?? source.trim();
  return sources.has(code) ? code : null;
}

/** Makes parties of rows of one file; ids are kept apart within it. */
export function createCslParties(): (
  row: CslRow,
  list: string,
  source: ListedParty['source'],
  onProblem: FactProblems,
  /** Of a row that adds to a party. */
  knownId?: string,
) => ListedParty {
  const unique = createKeys();
  return (row, list, source, onProblem, knownId) => {
    const type: PartyType = row.type === '' ? 'unknown' : (partyTypeOf(row.type) ?? 'unknown');
    const facts = createFacts(type, onProblem);
    if (listsOfEar.has(list)) {
      const { name, others } = readEarNames(row.name, row.altNames);
      facts.names.push(listedName(name, 'primary'), ...others.map((other) => listedName(other.text, other.kind)));
    } else facts.names.push(nameOf(row.name, 'primary', type), ...row.altNames.map((name) => nameOf(name, 'aka', type)));
    facts.addresses.push(...row.addresses);
    if (row.title !== '') facts.titles.push(row.title);
    if (row.callSign !== '') facts.learn('Call Sign', row.callSign, '');
    for (const text of row.citizenships) facts.country(text, 'citizenship');
    for (const text of row.nationalities) facts.country(text, 'nationality');
    for (const text of row.addressCountries) facts.country(text, 'address');
    for (const text of row.births) facts.birth(text);
    for (const text of row.birthPlaces) facts.birthPlace(text);
    const said = [row.remarks];
    for (const id of row.ids) {
      const { label, value, country } = id;
      // What is no identifier is said beside the remarks, as the Treasury's own flat files do.
      if (!facts.learn(label, value, country) || isRemark(label)) said.push(`${label.replace(/[\s:-]+$/, '')}: ${value}`);
    }
    if (row.standardOrder !== '') said.push(`Standard order: ${row.standardOrder}`);
    if (type === 'vessel') {
      Object.assign(facts.vessel, { kind: row.vesselType, flag: row.vesselFlag, owner: row.vesselOwner, tonnage: row.tonnage });
      if (row.vesselFlag !== '') facts.country(row.vesselFlag, 'flag');
    }
    const parts = facts.asParty();
    const citations = citationsOf(row.notice);
    const from = readDay(row.start, 'monthFirst');
    return listedParty({
      id:
        knownId ??
        (numbered.has(list) && row.entityNumber !== ''
          ? unique(`${list}-${row.entityNumber}`, '')
          : unique(noticeKey(list, row.name, citations), (list === 'DPL' ? from : parts.countries[0]?.code) ?? '')),
      list,
      type,
      ...parts,
      programmes: row.programmes,
      licenceRequirement: row.licenceRequirement,
      licencePolicy: row.licencePolicy,
      citations,
      footnotes: list === 'EL' ? footnotesOf(row.licenceRequirement) : [],
      from,
      until: readDay(row.end, 'monthFirst'),
      remarks: said.filter((text) => text.trim() !== '').join('; '),
      source,
    });
  };
}

const isRemark = (label: string) =>
  /sanctions|executive order|transactions|directive|caatsa|target type|organization|listing date|effective date|determination|purchase/i.test(
    label,
  );

/** `LAST, First`, or `First LAST` on the lists that write it so. */
function nameOf(text: string, kind: ListedName['kind'], type: PartyType): ListedName {
  const name = text.trim();
  if (type !== 'person') return listedName(name, kind);
  if (name.includes(',')) return listedName(name, kind, personName(name));
  const found = /^(.*\p{Ll}\S*)\s+((?:[\p{Lu}'’-]{2,}\s?)+)$/u.exec(name);
  return listedName(name, kind, found === null ? {} : { given: (found[1] ?? '').trim(), family: (found[2] ?? '').trim() });
}

/** Notices one by one: `75 FR 1699 (1/13/2010), 77 FR 24587` are two. */
export function citationsOf(notice: string): readonly string[] {
  return notice
    .split(/(?:[;,]\s*|\s+(?:and\s+)?)(?=\d{1,3}\.?\s*F\.?\s?R\.?\s*\d)/)
    .map((citation) => citation.trim())
    .filter((citation) => citation !== '');
}

/** `street, city, state, postal, CC` in one text. The town is the last part that is neither code nor state nor the country's name. */
export function addressFromText(text: string): PartyAddress | null {
  const plain = text.trim();
  if (plain === '') return null;
  const parts = plain.split(',').map((part) => part.trim());
  const last = parts.at(-1) ?? '';
  const country = /^[A-Z]{2}$/.test(last) ? countryOf(last) : null;
  // Addresses in the United States end with state and postal code and name no country.
  const inUs = country === null && /, [A-Z]{2}, \d{5}(?:-?\d{1,4})?$/.test(plain);
  const rest = country === null ? parts : parts.slice(0, -1);
  while (rest.length > 0) {
    const part = rest.at(-1) ?? '';
    const isCode = /\d/.test(part) && !/\p{L}{4}/u.test(part);
    if (!isCode && !/^[A-Z]{2,3}$/.test(part) && !(country !== null && countryOf(part) === country && rest.length > 1)) break;
    rest.pop();
  }
  // With one part left there is a street or a town, and nothing says which.
  return { text: plain, city: rest.length > 1 ? (rest.at(-1) ?? '') : '', country: inUs ? 'US' : country };
}
