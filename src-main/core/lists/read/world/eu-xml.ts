import type { ListFormat } from '../frame/list-format.ts';
import { child, children, nodeText, readXmlRecords, type XmlNode } from '../frame/xml-records.ts';
import { countryOf } from '../values/places.ts';
import { readDay } from '../values/spans.ts';
import { createDraft, joined, type PartyDraft } from './draft.ts';
import { addAddress, addBirth, addContact, addIdentification, addName, countryText, earlier, euId, standingOf } from './eu-entry.ts';

/**
 * The EU consolidated list as XML: version 1.1 (`export` with `sanctionEntity`, everything in attributes) and 1.0 (`WHOLE` with `ENTITY`, everything in child elements).
 */
export const euXml: ListFormat = {
  id: 'euXml',
  recognise(head) {
    if (head.root?.name === 'export' && (/fpi\/fsd\/export/.test(head.root.namespace) || /<(?:\w+:)?sanctionEntity\b/.test(head.text)))
      return '1.1';
    return head.root?.name === 'WHOLE' && /<ENTITY\b/.test(head.text) ? '1.0' : null;
  },
  async read(files, out, limits) {
    for (const { file, part } of files) {
      const seen = new Set<string>();
      let count = 0;
      await readXmlRecords(file, out, limits, {
        isRecord: (name) => name === (part === '1.0' ? 'ENTITY' : 'sanctionEntity'),
        open(_name, attributes, parents) {
          if (parents.length === 0) out.published('EU', readDay((attributes['generationDate'] ?? attributes['Date'] ?? '').slice(0, 10)));
        },
        record(node) {
          count += 1;
          const logicalId = node.attributes['logicalId'] ?? node.attributes['Id'] ?? '';
          const id = euId(node.attributes['euReferenceNumber'] ?? '', logicalId);
          const text = recordText(node);
          if (id === 'EU-L') return out.reject(file, count, 'noId', text);
          if (seen.has(id)) return out.reject(file, count, 'repeatedId', text);
          const draft = createDraft(id, { list: 'EU', file, line: count, out });
          if (part === '1.0') fillXml10(draft, node);
          else fillXml11(draft, node);
          const party = draft.finish();
          if (party === null) return out.reject(file, count, 'noName', text);
          seen.add(id);
          out.party(party);
        },
      });
    }
  },
};

/** What a record looks like in a list of rejects: attributes of its element and its text. */
function recordText(node: XmlNode): string {
  return joined([...Object.entries(node.attributes).map(([name, value]) => `${name}=${value}`), nodeText(node)], ' ');
}

function fillXml11(draft: PartyDraft, node: XmlNode): void {
  const said = node.attributes;
  const subject = child(node, 'subjectType')?.attributes;
  draft.type = (subject?.['classificationCode'] ?? subject?.['code'] ?? '').toLowerCase().startsWith('p') ? 'person' : 'org';
  draft.from = readDay(said['designationDate'] ?? '');
  draft.until = readDay(said['delistingDate'] ?? '');
  draft.citation(said['unitedNationId'] ?? '');
  draft.remark(said['designationDetails'] ?? '');
  for (const regulation of children(node, 'regulation')) {
    draft.programme(regulation.attributes['programme'] ?? '');
    draft.citation(regulation.attributes['numberTitle'] ?? '');
    if (said['designationDate'] === undefined) draft.from = earlier(draft.from, readDay(regulation.attributes['publicationDate'] ?? ''));
  }
  for (const alias of children(node, 'nameAlias')) {
    const name = alias.attributes;
    const given = joined([name['firstName'] ?? '', name['middleName'] ?? ''], ' ');
    addName(draft, {
      whole: name['wholeName'] || joined([given, name['lastName'] ?? ''], ' '),
      family: name['lastName'] ?? '',
      given,
      language: name['nameLanguage'] ?? '',
      gender: name['gender'] ?? '',
      strong: name['strong'] !== 'false',
    });
    draft.title(name['title'] ?? '');
    draft.title(name['function'] ?? '');
  }
  for (const one of children(node, 'citizenship')) {
    draft.country(countryText(one.attributes['countryIso2Code'] ?? '', one.attributes['countryDescription'] ?? ''), 'citizenship');
  }
  for (const one of children(node, 'birthdate')) {
    const said = (name: string) => one.attributes[name] ?? '';
    addBirth(draft, {
      date: said('birthdate'),
      day: said('dayOfMonth'),
      month: said('monthOfYear'),
      year: said('year'),
      from: said('yearRangeFrom'),
      to: said('yearRangeTo'),
      circa: said('circa'),
      calendar: said('calendarType'),
      place: joined([said('city'), said('place'), said('region')]),
      code: said('countryIso2Code'),
      country: said('countryDescription'),
    });
  }
  for (const one of children(node, 'address')) {
    const said = (name: string) => one.attributes[name] ?? '';
    addAddress(draft, (name) => said(name.charAt(0).toLowerCase() + name.slice(1)), said('countryIso2Code'), said('countryDescription'));
    for (const contact of children(one, 'contactInfo'))
      addContact(draft, contact.attributes['key'] ?? '', contact.attributes['value'] ?? '');
  }
  for (const one of children(node, 'identification')) {
    const said = (name: string) => one.attributes[name] ?? '';
    addIdentification(draft, {
      number: said('number'),
      latin: said('latinNumber'),
      code: said('identificationTypeCode'),
      label: said('identificationTypeDescription'),
      country: said('countryIso2Code'),
      standing: standingOf((name) => said(name.charAt(0).toLowerCase() + name.slice(1))),
      remark: children(one, 'remark').map(nodeText).join('; '),
    });
  }
  for (const part of [node, ...['nameAlias', 'citizenship', 'birthdate', 'address'].flatMap((name) => children(node, name))]) {
    for (const remark of children(part, 'remark')) draft.remark(nodeText(remark));
  }
}

/** Version 1.0: `ENTITY[@Id,@Type P|E,@legal_basis,@reg_date,@programme]` with `NAME`, `ADDRESS`, `BIRTH`, `PASSPORT`, `CITIZEN`. */
function fillXml10(draft: PartyDraft, node: XmlNode): void {
  const said = node.attributes;
  const text = (one: XmlNode, name: string) => nodeText(child(one, name));
  draft.type = (said['Type'] ?? '').toUpperCase() === 'P' ? 'person' : 'org';
  draft.programme(said['programme'] ?? '');
  draft.citation(said['legal_basis'] ?? '');
  draft.remark(said['remark'] ?? '');
  draft.from = readDay(said['reg_date'] ?? '');
  for (const name of children(node, 'NAME')) {
    const given = joined([text(name, 'FIRSTNAME'), text(name, 'MIDDLENAME')], ' ');
    addName(draft, {
      whole: text(name, 'WHOLENAME') || joined([given, text(name, 'LASTNAME')], ' '),
      family: text(name, 'LASTNAME'),
      given,
      language: text(name, 'LANGUAGE'),
      gender: text(name, 'GENDER'),
      strong: true,
    });
    draft.title(text(name, 'TITLE'));
    draft.title(text(name, 'FUNCTION'));
  }
  for (const one of children(node, 'ADDRESS')) {
    const address = joined([
      joined([text(one, 'NUMBER'), text(one, 'STREET')], ' '),
      joined([text(one, 'ZIPCODE'), text(one, 'CITY')], ' '),
      text(one, 'OTHER'),
    ]);
    draft.address(address, text(one, 'CITY'), draft.country(text(one, 'COUNTRY'), 'address'));
  }
  for (const one of children(node, 'BIRTH')) {
    draft.birth(text(one, 'DATE'));
    draft.birthPlace(text(one, 'PLACE'));
    draft.country(text(one, 'COUNTRY'), 'birth');
  }
  for (const one of children(node, 'PASSPORT'))
    draft.identifier('passport', 'Passport', text(one, 'NUMBER'), countryOf(text(one, 'COUNTRY')));
  for (const one of children(node, 'CITIZEN')) draft.country(text(one, 'COUNTRY'), 'citizenship');
}
