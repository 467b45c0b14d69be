import { IsoDate } from '../../../../../src-shared/model/dates.ts';
import type { ListedParty, PartyType } from '../../../../../src-shared/model/listed-party.ts';
import type { ReadLimits } from '../../../importers/read/limits.ts';
import type { ListFile } from '../frame/list-file.ts';
import type { ListFormat, ListOutput } from '../frame/list-format.ts';
import { child, children, childText, nodeText, readXmlRecords, type XmlNode } from '../frame/xml-records.ts';
import { listedParty } from '../values/party.ts';
import { type Codes, createCodes, type Place, periodText, placeOf, point } from './advanced-codes.ts';
import { aliasNames } from './advanced-names.ts';
import { addressOf, createFacts, type PartyFacts } from './facts.ts';
import { labelMeaning } from './labels.ts';
import { isOffSdn, listCode } from './list-code.ts';
import { partyTypeOf } from './party-type.ts';

/**
 * `SDN_ADVANCED.XML` and `CONS_ADVANCED.XML`, 125 MB and more: the only files of the Treasury with names in their own script and with ownership. Parties come
 * before what says their list, programmes and owners, so the file is read twice: first for codes, places, papers, links and entries, then for the parties.
 */
export const ofacAdvancedXml: ListFormat = {
  id: 'ofacAdvancedXml',
  recognise: (head) =>
    head.root?.name === 'Sanctions' && /ADVANCED_XML|un\.org\/sanctions/i.test(`${head.root.namespace} ${head.root.attributes}`)
      ? 'main'
      : null,
  async read([main], out, limits) {
    if (main === undefined) return;
    const known = await readAround(main.file, out, limits);
    await readParties(main.file, known, out, limits);
  },
};

/** What the file says around its parties. */
interface Around {
  readonly codes: Codes;
  readonly places: ReadonlyMap<string, Place>;
  /** By identity. */
  readonly papers: ReadonlyMap<string, readonly Paper[]>;
  /** By the profile that is owned, controlled, or acts. */
  readonly links: ReadonlyMap<string, readonly Link[]>;
  /** By profile. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Primary names of profiles that links point to. */
  readonly names: ReadonlyMap<string, string>;
  readonly published: IsoDate | null;
}

interface Paper {
  readonly label: string;
  readonly value: string;
  readonly country: string;
}

interface Link {
  readonly relation: string;
  readonly to: string;
}

interface Entry {
  readonly list: string;
  readonly programmes: readonly string[];
  readonly from: IsoDate | null;
  readonly remarks: readonly string[];
}

async function readAround(file: ListFile, out: ListOutput, limits: ReadLimits): Promise<Around> {
  const codes = createCodes((code) => out.notice('unknownCodes', `${file.name}: ${code}`));
  const places = new Map<string, Place>();
  const papers = new Map<string, Paper[]>();
  const rawLinks: { from: string; to: string; type: string; former: boolean }[] = [];
  const entries = new Map<string, Entry>();
  const names = new Map<string, string>();
  let published: IsoDate | null = null;
  let profile = '';
  await readXmlRecords(file, out, limits, {
    isRecord(name, parents) {
      const section = parents[1] ?? '';
      if (parents.length === 1) return name === 'DateOfIssue';
      if (section === 'ReferenceValueSets') return parents.length === 3;
      if (section === 'DistinctParties') return name === 'Alias';
      return parents.length === 2 && aroundRecords.has(name);
    },
    open(name, attributes) {
      if (name === 'Profile') profile = attributes['ID'] ?? '';
    },
    record(node) {
      switch (node.name) {
        case 'DateOfIssue':
          published = dayOf(node);
          return;
        case 'Location':
          places.set(node.attributes['ID'] ?? '', placeOf(node, codes));
          return;
        case 'IDRegDocument':
          addTo(papers, node.attributes['IdentityID'] ?? '', {
            label: codes.text('IDRegDocType', node.attributes['IDRegDocTypeID']) || childText(node, 'Comment'),
            value: childText(node, 'IDRegistrationNo'),
            country: codes.text('Country', node.attributes['IssuedBy-CountryID']) || childText(node, 'IssuingAuthority'),
          });
          return;
        case 'Alias':
          if (node.attributes['Primary'] === 'true' && !names.has(profile)) names.set(profile, primaryText(node));
          return;
        case 'ProfileRelationship':
          rawLinks.push({
            from: node.attributes['From-ProfileID'] ?? '',
            to: node.attributes['To-ProfileID'] ?? '',
            type: node.attributes['RelationTypeID'] ?? '',
            former: node.attributes['Former'] === 'true',
          });
          return;
        case 'SanctionsEntry': {
          const id = node.attributes['ProfileID'] ?? '';
          const entry = entryOf(node, codes);
          const earlier = entries.get(id);
          entries.set(
            id,
            earlier === undefined ? entry : { ...earlier, programmes: [...new Set([...earlier.programmes, ...entry.programmes])] },
          );
          return;
        }
        default:
          codes.define(node);
      }
    },
  });
  const links = new Map<string, Link[]>();
  for (const { from, to, type, former } of rawLinks)
    addTo(links, from, { relation: `${codes.text('RelationType', type) || type}${former ? ' (former)' : ''}`, to });
  return { codes, places, papers, links, entries, names, published };
}

const aroundRecords = new Set(['Location', 'IDRegDocument', 'ProfileRelationship', 'SanctionsEntry']);

function addTo<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

const primaryText = (alias: XmlNode): string => children(child(alias, 'DocumentedName'), 'DocumentedNamePart').map(nodeText).join(' ');

function dayOf(node: XmlNode): IsoDate | null {
  const day = point(node);
  if (day === null) return null;
  const parsed = IsoDate.safeParse(
    `${String(day.year).padStart(4, '0')}-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`,
  );
  return parsed.success ? parsed.data : null;
}

function entryOf(node: XmlNode, codes: Codes): Entry {
  const programmes: string[] = [];
  const remarks: string[] = [];
  for (const measure of children(node, 'SanctionsMeasure')) {
    const comment = childText(measure, 'Comment');
    if (comment === '') continue;
    const kind =
      codes.attribute('SanctionsType', measure.attributes['SanctionsTypeID'], 'ID') === ''
        ? ''
        : codes.text('SanctionsType', measure.attributes['SanctionsTypeID']);
    if (kind === '' || /program/i.test(kind)) programmes.push(comment);
    else remarks.push(`${kind}: ${comment}`);
  }
  const days = children(node, 'EntryEvent')
    .map((event) => child(event, 'Date'))
    .map((date) => (date === undefined ? null : dayOf(date)))
    .filter((day) => day !== null)
    .sort();
  return { list: codes.text('List', node.attributes['ListID']), programmes: [...new Set(programmes)], from: days[0] ?? null, remarks };
}

async function readParties(file: ListFile, known: Around, out: ListOutput, limits: ReadLimits): Promise<void> {
  const seen = new Set<string>();
  let line = 0;
  await readXmlRecords(file, out, limits, {
    isRecord: (name, parents) => parents.length === 2 && name === 'DistinctParty',
    record(node) {
      line += 1;
      const number = node.attributes['FixedRef'] ?? '';
      if (!/^\d+$/.test(number)) return out.reject(file, line, 'noId', nodeText(node));
      const party = partyOf(node, number, known, { file: file.name, line }, (code, text) =>
        out.notice(code, `${file.name}: ${line}: ${text}`),
      );
      if (party.names.length === 0) return out.reject(file, line, 'noName', nodeText(node) || number);
      if (seen.has(party.id)) return out.reject(file, line, 'repeatedId', nodeText(node));
      seen.add(party.id);
      out.party(party);
      out.published(party.list, known.published);
    },
  });
}

type OnNotice = (code: 'unknownCountries' | 'unknownDates' | 'unknownClauses' | 'unknownCodes', text: string) => void;

function partyOf(node: XmlNode, number: string, known: Around, source: ListedParty['source'], onNotice: OnNotice): ListedParty {
  const { codes } = known;
  const profiles = children(node, 'Profile');
  const type = typeOf(profiles[0], codes, onNotice);
  const facts = createFacts(type, onNotice);
  const said: string[] = [];
  let entry: Entry | undefined;
  for (const profile of profiles) {
    const id = profile.attributes['ID'] ?? '';
    entry ??= known.entries.get(id);
    const identities = children(profile, 'Identity');
    facts.names.push(...aliasNames(identities, codes, type));
    for (const identity of identities)
      for (const paper of known.papers.get(identity.attributes['ID'] ?? '') ?? [])
        if (!facts.learn(paper.label, paper.value, paper.country)) {
          onNotice('unknownClauses', `${paper.label} ${paper.value}`);
          said.push(`${paper.label} ${paper.value}`);
        }
    for (const feature of children(profile, 'Feature')) learnFeature(feature, known, facts, said, onNotice);
    for (const link of known.links.get(id) ?? [])
      facts.links.push({ relation: link.relation, partyId: partyId(link.to, known), name: known.names.get(link.to) ?? link.to });
  }
  const list = listOf(entry);
  return listedParty({
    id: `${list}-${number}`,
    list,
    type,
    ...facts.asParty(),
    programmes: entry?.programmes ?? [],
    from: entry?.from ?? null,
    remarks: [...said, ...(entry?.remarks ?? [])].join('; '),
    source,
  });
}

/** Type of the party by subtype (vessel, aircraft) or by type (individual, entity), as the file words them. */
function typeOf(profile: XmlNode | undefined, codes: Codes, onNotice: OnNotice): PartyType {
  const id = profile?.attributes['PartySubTypeID'];
  const sub = codes.text('PartySubType', id);
  const found = sub === '' ? null : partyTypeOf(sub);
  if (found !== null) return found;
  const typeId = codes.attribute('PartySubType', id, 'PartyTypeID');
  const type = codes.text('PartyType', typeId);
  if (type === '') return usualTypes[typeId] ?? 'unknown';
  const known = partyTypeOf(type);
  if (known === null) onNotice('unknownCodes', type);
  return known ?? 'unknown';
}

/** Only for an extract whose definitions of types were cut away, which is reported: codes the Treasury has used from the beginning. */
const usualTypes: Readonly<Record<string, PartyType>> = { '1': 'person', '2': 'org' };

/** The list an entry names, else its programmes. */
function listOf(entry: Entry | undefined): string {
  if (entry === undefined) return 'SDN';
  const offSdn =
    entry.list === '' ? isOffSdn(entry.programmes, '') : !/\bSDN List\b|Specially Designated/i.test(entry.list.replace(/Non-SDN/i, ''));
  return listCode(entry.programmes, offSdn);
}

const partyId = (profile: string, known: Around): string | null =>
  known.entries.has(profile) || known.names.has(profile) ? `${listOf(known.entries.get(profile))}-${profile}` : null;

/** A feature: its type says what it is, its version holds a date, a place or a text. */
function learnFeature(feature: XmlNode, known: Around, facts: PartyFacts, said: string[], onNotice: OnNotice): void {
  const { codes } = known;
  const label = codes.text('FeatureType', feature.attributes['FeatureTypeID']);
  for (const version of children(feature, 'FeatureVersion')) {
    const texts: string[] = [];
    for (const detail of children(version, 'VersionDetail'))
      texts.push(nodeText(detail) || codes.text('DetailReference', detail.attributes['DetailReferenceID']));
    for (const period of children(version, 'DatePeriod')) texts.push(periodText(period));
    const comment = childText(version, 'Comment');
    if (comment !== '' && !texts.some((text) => text !== '')) texts.push(comment);
    const meaning = labelMeaning(label);
    for (const reference of children(version, 'VersionLocation')) {
      const place = known.places.get(reference.attributes['LocationID'] ?? '');
      if (place === undefined) {
        onNotice('unknownCodes', `Location ${reference.attributes['LocationID'] ?? ''}`);
        continue;
      }
      if (/^location$/i.test(label)) {
        const town = [place.city, place.region].filter((part) => part !== '').join(', ');
        const address = addressOf({ lines: place.lines, town, country: place.country }, onNotice);
        if (address !== null) facts.addresses.push({ ...address, city: place.city });
      } else {
        const whole = [...place.lines, place.city, place.region, place.country].filter((part) => part !== '').join(', ');
        texts.push(meaning === 'birthPlace' || meaning === 'unknown' || meaning === 'remark' ? whole : place.country || whole);
      }
    }
    for (const text of texts) {
      if (text === '') continue;
      const learned = facts.learn(label, text, '');
      if (!learned) onNotice('unknownClauses', `${label} ${text}`);
      if (!learned || meaning === 'remark') said.push(`${label} ${text}`);
    }
  }
}
