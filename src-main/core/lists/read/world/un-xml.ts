import type { IdentifierKind, ListedNameKind } from '../../../../../src-shared/model/listed-party.ts';
import type { ListFormat } from '../frame/list-format.ts';
import { child, children, childText, nodeText, readXmlRecords, type XmlNode } from '../frame/xml-records.ts';
import { countryOf } from '../values/places.ts';
import { readDay, readSpan } from '../values/spans.ts';
import { documentOf } from './documents.ts';
import { createDraft, joined, type PartyDraft } from './draft.ts';

/** The consolidated list of the UN Security Council, `CONSOLIDATED_LIST` with `INDIVIDUAL` and `ENTITY`. Key: reference number (`QDi.430`). */
export const unXml: ListFormat = {
  id: 'unXml',
  recognise: (head) => (head.root?.name === 'CONSOLIDATED_LIST' ? 'main' : null),
  async read(files, out, limits) {
    for (const { file } of files) {
      const seen = new Set<string>();
      let count = 0;
      await readXmlRecords(file, out, limits, {
        isRecord: (name) => name === 'INDIVIDUAL' || name === 'ENTITY',
        open(name, attributes) {
          if (name === 'CONSOLIDATED_LIST') out.published('UN', readDay((attributes['dateGenerated'] ?? '').slice(0, 10)));
        },
        record(node) {
          count += 1;
          const text = nodeText(node);
          const reference = childText(node, 'REFERENCE_NUMBER') || childText(node, 'DATAID');
          if (reference === '') return out.reject(file, count, 'noId', text);
          if (seen.has(reference)) return out.reject(file, count, 'repeatedId', text);
          const draft = createDraft(`UN-${reference}`, { list: 'UN', file, line: count, out });
          fill(draft, node);
          const party = draft.finish();
          if (party === null) return out.reject(file, count, 'noName', text);
          seen.add(reference);
          out.party(party);
        },
      });
    }
  },
};

function fill(draft: PartyDraft, node: XmlNode): void {
  const person = node.name === 'INDIVIDUAL';
  const prefix = person ? 'INDIVIDUAL' : 'ENTITY';
  draft.type = person ? 'person' : 'org';
  draft.name(
    joined(
      ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'].map((part) => known(childText(node, part))),
      ' ',
    ),
    'primary',
  );
  for (const name of originalNames(childText(node, 'NAME_ORIGINAL_SCRIPT'))) {
    // Copies that lost the letters of other scripts leave signs and digits: no name that anybody bears.
    if (/^[ -~]*[^A-Za-z .,'-][ -~]*$/.test(name)) draft.remark(`Original script: ${name}`);
    else draft.name(name, 'aka');
  }
  const gender = childText(node, 'GENDER').toLowerCase();
  draft.gender = gender === 'male' || gender === 'female' ? gender : null;
  draft.from = readDay(childText(node, 'LISTED_ON'));
  draft.programme(childText(node, 'UN_LIST_TYPE'));
  draft.citation(childText(node, 'REFERENCE_NUMBER'));
  for (const title of [...values(node, 'TITLE'), ...values(node, 'DESIGNATION')]) draft.title(title);
  for (const nationality of [...values(node, 'NATIONALITY'), childText(node, 'NATIONALITY2')]) draft.country(nationality, 'nationality');
  draft.remark(childText(node, 'COMMENTS1'));
  const submitted = childText(node, 'SUBMITTED_BY');
  if (submitted !== '') draft.remark(`Submitted by: ${submitted}`);
  const delisted = childText(node, 'DELISTED_ON');
  if (delisted !== '') draft.until = readDay(delisted);

  for (const alias of children(node, `${prefix}_ALIAS`)) addAlias(draft, alias);
  for (const address of children(node, `${prefix}_ADDRESS`)) addAddress(draft, address);
  for (const birth of children(node, 'INDIVIDUAL_DATE_OF_BIRTH')) addBirth(draft, birth);
  for (const place of children(node, 'INDIVIDUAL_PLACE_OF_BIRTH')) {
    draft.birthPlace(joined(['CITY', 'STATE_PROVINCE', 'COUNTRY'].map((part) => childText(place, part))));
    draft.country(childText(place, 'COUNTRY'), 'birth');
    noted(draft, 'Place of birth', place);
  }
  for (const document of children(node, 'INDIVIDUAL_DOCUMENT')) addDocument(draft, document);
}

/** The schema's default for a name part that is not given. */
const known = (part: string): string => (part === 'na' ? '' : part);

const values = (node: XmlNode, name: string): readonly string[] =>
  children(node, name).flatMap((one) => children(one, 'VALUE').map(nodeText));

/** Names of one cell in original script; several stand side by side, divided by `;`, `/` or the Arabic "or". */
function originalNames(text: string): readonly string[] {
  return text
    .split(/\s*[;؛/]\s*|\s+أو\s+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function addAlias(draft: PartyDraft, node: XmlNode): void {
  const quality = childText(node, 'QUALITY').toLowerCase();
  const kind: ListedNameKind = quality === 'low' ? 'weak' : /^f\.?k\.?a/.test(quality) ? 'fka' : 'aka';
  for (const name of aliasNames(childText(node, 'ALIAS_NAME'))) draft.name(name, kind);
  draft.birth(childText(node, 'DATE_OF_BIRTH'));
  draft.birthPlace(joined([childText(node, 'CITY_OF_BIRTH'), childText(node, 'COUNTRY_OF_BIRTH')]));
  draft.country(childText(node, 'COUNTRY_OF_BIRTH'), 'birth');
  noted(draft, childText(node, 'ALIAS_NAME'), node);
}

/** Names of one alias: `A; B`, `Абубакар`-like original script in brackets, `M. Sabet b) M. J. Sabet`. */
function aliasNames(text: string): readonly string[] {
  const names: string[] = [];
  const original = /^(.*?)\s*\(\s*(?:original script|formerly listed as|previously listed as|a\.?k\.?a\.?)\s*:?\s*([^()]*)\)\s*$/i.exec(
    text,
  );
  // `أبو شيماء (Abu-Shaima; Abu- Shayma)`: a name in another script with its Latin spellings.
  const spelled = /^([^A-Za-z()]*[^\sA-Za-z()][^A-Za-z()]*)\(([A-Za-z][^()]*)\)\s*$/.exec(text);
  const pieces =
    original !== null ? [original[1] ?? '', original[2] ?? ''] : spelled !== null ? [spelled[1] ?? '', spelled[2] ?? ''] : [text];
  for (const piece of pieces) names.push(...piece.split(/\s*[;؛]\s*|\s+[b-h]\)\s+|\s+أو\s+/u));
  return names.map((name) => name.replace(/^a\)\s+/, '').trim()).filter((name) => name !== '');
}

function addAddress(draft: PartyDraft, node: XmlNode): void {
  const text = joined(['STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE', 'COUNTRY'].map((part) => childText(node, part)));
  draft.address(text, childText(node, 'CITY'), draft.country(childText(node, 'COUNTRY'), 'address'));
  noted(draft, text === '' ? 'Address' : text, node);
}

function addBirth(draft: PartyDraft, node: XmlNode): void {
  const circa = /^approx/i.test(childText(node, 'TYPE_OF_DATE'));
  const [date, year] = [childText(node, 'DATE'), childText(node, 'YEAR')];
  const [first, last] = [childText(node, 'FROM_YEAR'), childText(node, 'TO_YEAR')];
  const note = childText(node, 'NOTE');
  const printed = date || year || (first === '' ? '' : `Between ${first} and ${last || first}`);
  // Month and year, or a span of months, are only in the note: `Nov. 1973`.
  const span = readSpan(printed || note);
  if (span !== null) draft.span({ ...span, circa: circa || span.circa, text: circa ? `Approximately ${span.text}` : span.text });
  else if (printed !== '') draft.birth(printed);
  if (note !== '' && (printed !== '' || span === null)) draft.remark(`Date of birth: ${joined([printed, note])}`);
}

function addDocument(draft: PartyDraft, node: XmlNode): void {
  const type = childText(node, 'TYPE_OF_DOCUMENT');
  const detail = childText(node, 'TYPE_OF_DOCUMENT2');
  const number = childText(node, 'NUMBER');
  const country = issuedIn(draft, childText(node, 'ISSUING_COUNTRY') || childText(node, 'COUNTRY_OF_ISSUE'));
  documentOf(draft, documentKind(`${type} ${detail}`), joined([type, detail]), number, country);
  const note = joined([childText(node, 'DATE_OF_ISSUE'), childText(node, 'CITY_OF_ISSUE'), childText(node, 'NOTE')]);
  if (note !== '') draft.remark(`${joined([detail || type, number], ' ') || 'Document'}: ${note}`);
}

/** Where a document was issued is no country of the person. */
function issuedIn(draft: PartyDraft, text: string): string | null {
  if (text === '') return null;
  const code = countryOf(text);
  if (code === null) draft.remark(`Issued by: ${text}`);
  return code;
}

function documentKind(type: string): IdentifierKind {
  if (/passe?port|pasaporte/i.test(type)) return 'passport';
  return /national|identi|card|tazkira|personal/i.test(type) ? 'nationalId' : 'other';
}

function noted(draft: PartyDraft, what: string, node: XmlNode): void {
  const note = nodeText(child(node, 'NOTE'));
  if (note !== '') draft.remark(`${what}: ${note}`);
}
