import type { ListFormat } from '../frame/list-format.ts';
import { child, children, childText, nodeText, readXmlRecords, type XmlNode } from '../frame/xml-records.ts';
import { readDay } from '../values/spans.ts';
import { documentOf } from './documents.ts';
import { createDraft, joined, type PartyDraft } from './draft.ts';
import {
  addAddress,
  addBirthPlaces,
  addDocument,
  addGender,
  addName,
  addOriginal,
  addRemark,
  addSanctions,
  addShip,
  typeOf,
  ukNameKind,
} from './uk-entry.ts';

/** The UK Sanctions List as XML: `Designations` with `Designation`. */
export const ukXml: ListFormat = {
  id: 'ukXml',
  recognise: (head) => (head.root?.name === 'Designations' && /<(?:Designation|DateGenerated)\b/.test(head.text) ? 'main' : null),
  async read(files, out, limits) {
    for (const { file } of files) {
      const seen = new Set<string>();
      let count = 0;
      await readXmlRecords(file, out, limits, {
        isRecord: (name) => name === 'Designation' || name === 'DateGenerated',
        record(node) {
          if (node.name === 'DateGenerated') return out.published('UK', readDay(nodeText(node)));
          count += 1;
          const id = childText(node, 'UniqueID');
          const text = nodeText(node);
          if (id === '') return out.reject(file, count, 'noId', text);
          if (seen.has(id)) return out.reject(file, count, 'repeatedId', text);
          const draft = createDraft(`UK-${id}`, { list: 'UK', file, line: count, out });
          fillXml(draft, node);
          const party = draft.finish();
          if (party === null) return out.reject(file, count, 'noName', text);
          seen.add(id);
          out.party(party);
        },
      });
    }
  },
};

function fillXml(draft: PartyDraft, node: XmlNode): void {
  draft.type = typeOf(childText(node, 'IndividualEntityShip'));
  for (const name of children(child(node, 'Names'), 'Name')) {
    addName(draft, (part) => childText(name, `Name${part}`), ukNameKind(childText(name, 'NameType'), childText(name, 'AliasStrength')));
  }
  for (const name of children(child(node, 'NonLatinNames'), 'NonLatinName')) {
    addOriginal(draft, childText(name, 'NameNonLatinScript'), childText(name, 'NonLatinScriptLanguage'));
  }
  draft.citation(childText(node, 'UNReferenceNumber'));
  const group = childText(node, 'OFSIGroupID');
  if (group !== '') draft.citation(`OFSI Group ID ${group}`);
  for (const title of all(node, 'Title')) draft.title(title);
  for (const position of all(node, 'Position')) draft.title(position);
  draft.programme(childText(node, 'RegimeName'));
  addSanctions(draft, childText(node, 'SanctionsImposed').split('|'));
  draft.remark(childText(node, 'OtherInformation'));
  draft.remark(childText(node, 'UKStatementofReasons'));
  draft.from = readDay(childText(node, 'DateDesignated'));
  for (const address of children(child(node, 'Addresses'), 'Address')) {
    addAddress(
      draft,
      (line) => childText(address, `AddressLine${line}`),
      childText(address, 'AddressPostalCode'),
      childText(address, 'AddressCountry'),
    );
  }
  for (const phone of all(node, 'PhoneNumber')) draft.identifier('phone', 'Phone number', phone);
  for (const site of all(node, 'Website')) draft.identifier('website', 'Website', site);
  for (const mail of all(node, 'EmailAddress')) draft.identifier('email', 'Email address', mail);
  for (const birth of all(node, 'DOB')) draft.birth(birth);
  for (const nationality of all(node, 'Nationality')) draft.country(nationality, 'nationality');
  for (const one of deep(node, 'NationalIdentifier')) {
    addDocument(draft, 'nationalId', childText(one, 'NationalIdentifierNumber'), childText(one, 'NationalIdentifierAdditionalInformation'));
  }
  for (const one of deep(node, 'Passport')) {
    addDocument(draft, 'passport', childText(one, 'PassportNumber'), childText(one, 'PassportAdditionalInformation'));
  }
  for (const gender of all(node, 'Gender')) addGender(draft, gender);
  for (const place of deep(node, 'Location')) addBirthPlaces(draft, childText(place, 'TownOfBirth'), childText(place, 'CountryOfBirth'));
  for (const kind of all(node, 'TypeOfEntity')) addRemark(draft, 'Type of entity', kind);
  for (const name of all(node, 'Subsidiary')) draft.link('subsidiary', name);
  for (const name of [...all(node, 'ParentCompany')]) draft.link('parent', name);
  for (const number of all(node, 'BusinessRegistrationNumber')) documentOf(draft, 'registration', 'Business registration number', number);
  const ship = (name: string) => joined(all(node, name), '; ');
  addShip(draft, {
    imo: ship('IMONumber'),
    owner: ship('CurrentOwnerOperator') || ship('CurrentOwnerOperators'),
    before: ship('PreviousOwnerOperator') || ship('PreviousOwnerOperators'),
    flag: ship('CurrentBelievedFlagOfShip'),
    flags: ship('PreviousFlag') || ship('PreviousFlags'),
    kind: ship('TypeOfShip'),
    tonnage: ship('TonnageOfShip'),
    length: ship('LengthOfShip'),
    built: ship('YearBuilt'),
    hull: ship('HullIdentificationNumber'),
  });
}

/** All elements of a name anywhere below. */
function deep(node: XmlNode, name: string): XmlNode[] {
  return children(node).flatMap((one) => (one.name === name ? [one] : deep(one, name)));
}

const all = (node: XmlNode, name: string): readonly string[] =>
  deep(node, name)
    .map(nodeText)
    .filter((text) => text !== '');
