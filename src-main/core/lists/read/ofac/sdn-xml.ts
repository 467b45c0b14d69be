import type { IsoDate } from '../../../../../src-shared/model/dates.ts';
import type { ListedName } from '../../../../../src-shared/model/listed-party.ts';
import { type FileHead, headOf } from '../frame/list-file.ts';
import type { ListFormat } from '../frame/list-format.ts';
import { child, children, childText, nodeText, readXmlRecords, type XmlNode } from '../frame/xml-records.ts';
import { listedName } from '../values/names.ts';
import { listedParty } from '../values/party.ts';
import { readDay } from '../values/spans.ts';
import { addressOf, createFacts } from './facts.ts';
import { labelMeaning } from './labels.ts';
import { isOffSdn, listCode } from './list-code.ts';
import { partyTypeOf } from './party-type.ts';
import { readRemarks } from './remarks.ts';

/** `SDN.XML` and `CONSOLIDATED.XML`: root `sdnList`, whose namespace changed in 2024, so names alone count. Weak aliases are marked here. */
export const ofacXml: ListFormat = {
  id: 'ofacXml',
  recognise: (head) => (head.root?.name === 'sdnList' ? 'main' : null),
  async read([main], out, limits) {
    if (main === undefined) return;
    const { file } = main;
    const consolidated = isConsolidated(await headOf(file, limits));
    const seen = new Set<string>();
    const lists = new Set<string>();
    let entries = 0;
    let claimed = -1;
    let published: IsoDate | null = null;
    await readXmlRecords(file, out, limits, {
      isRecord: (name, parents) =>
        parents.length === 1 && (name === 'sdnEntry' || name === 'publshInformation' || name === 'publishInformation'),
      record(node) {
        if (node.name !== 'sdnEntry') {
          published = readDay(childText(node, 'Publish_Date'), 'monthFirst');
          claimed = Number(childText(node, 'Record_Count') || -1);
          return;
        }
        entries += 1;
        const line = entries;
        const number = childText(node, 'uid');
        if (!/^\d+$/.test(number)) return out.reject(file, line, 'noId', nodeText(node));
        if (childText(node, 'lastName') === '' && childText(node, 'firstName') === '')
          return out.reject(file, line, 'noName', nodeText(node));
        const party = partyOf(node, number, consolidated, file.name, line, (code, text) =>
          out.notice(code, `${file.name}: ${line}: ${text}`),
        );
        if (seen.has(party.id)) return out.reject(file, line, 'repeatedId', nodeText(node));
        seen.add(party.id);
        lists.add(party.list);
        out.party(party);
      },
    });
    for (const list of lists) out.published(list, published);
    if (claimed >= 0 && claimed !== entries) out.notice('countDiffers', `${file.name}: ${claimed} / ${entries}`);
  },
};

/** Most of the first entries tell whether it is the SDN list or the other one. */
function isConsolidated(head: FileHead): boolean {
  const entries = head.text.split('<sdnEntry>').slice(1);
  const off = entries.filter((entry) =>
    isOffSdn(
      [...entry.matchAll(/<program>([^<]*)</g)].map((found) => found[1] ?? ''),
      entry,
    ),
  ).length;
  return off * 2 > entries.length;
}

type OnNotice = (code: 'unknownCountries' | 'unknownDates' | 'unknownClauses' | 'unknownCodes', text: string) => void;

function partyOf(node: XmlNode, number: string, consolidated: boolean, fileName: string, line: number, onNotice: OnNotice) {
  const kind = childText(node, 'sdnType');
  const type = partyTypeOf(kind) ?? 'unknown';
  if (type === 'unknown') onNotice('unknownCodes', kind);
  const facts = createFacts(type, onNotice);
  facts.names.push(nameOf(node, 'primary', type === 'person'));
  const said: string[] = [];
  const remarks = childText(node, 'remarks');
  if (remarks !== '') {
    readRemarks(remarks, facts, (clause) => onNotice('unknownClauses', clause));
    said.push(remarks);
  }
  const programmes = children(child(node, 'programList'), 'program').map(nodeText);
  for (const id of children(child(node, 'idList'), 'id')) {
    const label = childText(id, 'idType');
    const value = childText(id, 'idNumber');
    const learned = facts.learn(label, value, childText(id, 'idCountry'));
    if (!learned) onNotice('unknownClauses', `${label} ${value}`);
    if (!learned || labelMeaning(label) === 'remark') said.push(`${label} ${value}`);
  }
  for (const aka of children(child(node, 'akaList'), 'aka')) {
    const weak = childText(aka, 'category').toLowerCase() === 'weak';
    facts.names.push(nameOf(aka, weak ? 'weak' : /^f/i.test(childText(aka, 'type')) ? 'fka' : 'aka', type === 'person'));
  }
  for (const one of children(child(node, 'addressList'), 'address')) {
    const city = childText(one, 'city');
    const address = addressOf(
      {
        lines: [childText(one, 'address1'), childText(one, 'address2'), childText(one, 'address3')],
        town: [city, childText(one, 'stateOrProvince'), childText(one, 'postalCode')].filter((part) => part !== '').join(', '),
        country: childText(one, 'country'),
      },
      onNotice,
    );
    if (address !== null) facts.addresses.push({ ...address, city });
  }
  for (const one of children(child(node, 'nationalityList'))) facts.country(childText(one, 'country'), 'nationality');
  for (const one of children(child(node, 'citizenshipList'))) facts.country(childText(one, 'country'), 'citizenship');
  for (const one of children(child(node, 'dateOfBirthList'))) facts.birth(childText(one, 'dateOfBirth'));
  for (const one of children(child(node, 'placeOfBirthList'))) facts.birthPlace(childText(one, 'placeOfBirth'));
  const title = childText(node, 'title');
  if (title !== '') facts.titles.push(title);
  const vessel = child(node, 'vesselInfo');
  if (vessel !== undefined) {
    const flag = childText(vessel, 'vesselFlag');
    facts.learn('Call Sign', childText(vessel, 'callSign'), '');
    Object.assign(facts.vessel, {
      kind: childText(vessel, 'vesselType'),
      flag,
      owner: childText(vessel, 'vesselOwner'),
      tonnage: [childText(vessel, 'tonnage'), childText(vessel, 'grossRegisteredTonnage')].filter((part) => part !== '').join(' / '),
    });
    if (flag !== '') facts.country(flag, 'flag');
  }
  const text = said.join('; ');
  const list = listCode(programmes, consolidated, text);
  return listedParty({
    id: `${list}-${number}`,
    list,
    type,
    ...facts.asParty(),
    programmes,
    remarks: text,
    source: { file: fileName, line },
  });
}

/** Persons as the flat files print them: `LAST, First Middle`. */
function nameOf(node: XmlNode, kind: ListedName['kind'], person: boolean): ListedName {
  const family = childText(node, 'lastName');
  const given = childText(node, 'firstName');
  if (!person) return listedName([given, family].filter((part) => part !== '').join(' '), kind);
  return listedName([family, given].filter((part) => part !== '').join(', '), kind, { family, given });
}
