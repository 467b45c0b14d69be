import type { IsoDate } from '../../../../../src-shared/model/dates.ts';
import type {
  DateSpan,
  IdentifierKind,
  ListedCountryRole,
  ListedName,
  ListedNameKind,
  ListedParty,
  PartyType,
} from '../../../../../src-shared/model/listed-party.ts';
import type { ListFile } from '../frame/list-file.ts';
import type { ListOutput } from '../frame/list-format.ts';
import { listedName } from '../values/names.ts';
import { listedParty } from '../values/party.ts';
import { countryOf } from '../values/places.ts';
import { type NumberOrder, readSpan } from '../values/spans.ts';

type NameParts = Partial<Pick<ListedName, 'language' | 'family' | 'given'>>;

/** A party that is put together from several records. Everything given twice is kept once. */
export interface PartyDraft {
  type: PartyType;
  gender: ListedParty['gender'];
  from: IsoDate | null;
  until: IsoDate | null;
  vessel: ListedParty['vessel'];
  licenceRequirement: string;
  licencePolicy: string;
  name(text: string, kind: ListedNameKind, parts?: NameParts): void;
  /** A date of birth as printed; one that cannot be read stays in the remarks. */
  birth(text: string, order?: NumberOrder): void;
  span(span: DateSpan): void;
  birthPlace(text: string): void;
  /** Answers the code; a text that names no country is reported. */
  country(text: string, role: ListedCountryRole): string | null;
  identifier(kind: IdentifierKind, label: string, value: string, country?: string | null): void;
  address(text: string, city?: string, country?: string | null): void;
  programme(text: string): void;
  title(text: string): void;
  citation(text: string): void;
  footnote(text: string): void;
  remark(text: string): void;
  link(relation: string, name: string): void;
  readonly hasName: boolean;
  /** The party; `null` when no record gave it a name. */
  finish(): ListedParty | null;
}

/** Where a draft stands, for its source line and its notices. */
interface DraftPlace {
  readonly list: string;
  readonly file: ListFile;
  readonly line: number;
  readonly out: ListOutput;
}

/** Starts a party. Blanks are evened out everywhere; cells that hold a lone dash are empty. */
export function createDraft(id: string, place: DraftPlace): PartyDraft {
  const { out, file, line } = place;
  const names = new Map<string, ListedName>();
  const births = new Map<string, DateSpan>();
  const countries = new Map<string, ListedParty['countries'][number]>();
  const identifiers = new Map<string, ListedParty['identifiers'][number]>();
  const addresses = new Map<string, ListedParty['addresses'][number]>();
  const links = new Map<string, ListedParty['links'][number]>();
  const texts = { birthPlaces: new Set<string>(), programmes: new Set<string>(), titles: new Set<string>() };
  const more = { citations: new Set<string>(), footnotes: new Set<string>(), remarks: new Set<string>() };
  const put = (set: Set<string>) => (text: string) => {
    const plain = oneLine(text);
    if (plain !== '') set.add(plain);
  };
  const at = (text: string) => `${file.name}: ${line}: ${text.slice(0, 120)}`;
  const draft: PartyDraft = {
    type: 'unknown',
    gender: null,
    from: null,
    until: null,
    vessel: null,
    licenceRequirement: '',
    licencePolicy: '',
    name(text, kind, parts) {
      const name = listedName(text, kind, parts);
      if (!/[\p{L}\p{N}]/u.test(name.text)) return;
      const known = names.get(name.text);
      // The same text may stand as primary name and as alias, or as strong and as weak one: the stronger statement counts.
      if (known === undefined || strength[kind] > strength[known.kind]) names.set(name.text, name);
    },
    birth(text, order) {
      const plain = oneLine(text);
      if (plain === '' || /^n\/?a$|^unknown$/i.test(plain)) return;
      const span = readSpan(plain, order);
      if (span !== null) draft.span(span);
      else {
        out.notice('unknownDates', at(plain));
        draft.remark(`Born: ${plain}`);
      }
    },
    span: (span) => void births.set(`${span.from} ${span.until} ${span.circa}`, span),
    birthPlace: put(texts.birthPlaces),
    country(text, role) {
      const plain = oneLine(text);
      if (plain === '') return null;
      const code = countryOf(plain);
      if (code !== null) countries.set(`${code} ${role}`, { code, role });
      else if (!/^(?:00|unknown|none|n\/a)$/i.test(plain)) {
        out.notice('unknownCountries', at(plain));
        draft.remark(`${countryLabels[role]}: ${plain}`);
      }
      return code;
    },
    identifier(kind, label, value, country = null) {
      const plain = oneLine(value);
      if (plain !== '') identifiers.set(`${kind} ${plain} ${country ?? ''}`, { kind, label: oneLine(label), value: plain, country });
    },
    address(text, city = '', country = null) {
      const plain = oneLine(text);
      if (plain === '') return;
      addresses.set(plain, { text: plain, city: oneLine(city), country });
      if (country !== null) countries.set(`${country} address`, { code: country, role: 'address' });
    },
    programme: put(texts.programmes),
    title: put(texts.titles),
    citation: put(more.citations),
    footnote: put(more.footnotes),
    remark: put(more.remarks),
    link(relation, name) {
      const plain = oneLine(name);
      if (plain !== '') links.set(`${relation} ${plain}`, { relation, partyId: null, name: plain });
    },
    get hasName() {
      return names.size > 0;
    },
    finish() {
      const all = [...names.values()];
      const first = all.find((name) => name.kind === 'primary') ?? all.find((name) => name.kind !== 'weak') ?? all[0];
      if (first === undefined) return null;
      const primary: ListedName = { ...first, kind: first.kind === 'weak' ? 'weak' : 'primary' };
      const others = all
        .filter((name) => name !== first)
        .map((name) => (name.kind === 'primary' ? { ...name, kind: 'aka' as const } : name));
      return listedParty({
        id,
        list: place.list,
        type: draft.type,
        names: [primary, ...others],
        gender: draft.gender,
        births: [...births.values()],
        birthPlaces: [...texts.birthPlaces],
        countries: [...countries.values()],
        identifiers: [...identifiers.values()],
        addresses: [...addresses.values()],
        programmes: [...texts.programmes],
        title: [...texts.titles].join('; '),
        licenceRequirement: oneLine(draft.licenceRequirement),
        licencePolicy: oneLine(draft.licencePolicy),
        citations: [...more.citations],
        footnotes: [...more.footnotes],
        from: draft.from,
        until: draft.until,
        links: [...links.values()],
        vessel: draft.vessel,
        remarks: [...more.remarks].join(' | '),
        source: { file: file.name, line },
      });
    },
  };
  return draft;
}

const strength: Readonly<Record<ListedNameKind, number>> = { primary: 3, aka: 2, fka: 1, weak: 0 };

const countryLabels: Readonly<Record<ListedCountryRole, string>> = {
  nationality: 'Nationality',
  citizenship: 'Citizenship',
  residence: 'Residence',
  address: 'Country of address',
  birth: 'Country of birth',
  registration: 'Country of registration',
  flag: 'Flag',
  listedUnder: 'Listed under',
};

/** Text on one line without blanks at its ends; empty for a lone dash. */
export function oneLine(text: string): string {
  const plain = text.replace(/[\s\u200b\ufeff]+/g, ' ').trim();
  return plain === '-' ? '' : plain;
}

/** The parts that say something, joined. */
export function joined(parts: readonly string[], glue = ', '): string {
  return parts
    .map(oneLine)
    .filter((part) => part !== '')
    .join(glue);
}

/** Parts of a cell that counts its values: `(1) Iraq (2) Iran`, `a) French, b) Tunisian`. A cell that does not count is one part. */
export function countedParts(text: string): readonly string[] {
  if (!/^\s*\(?(?:1|a)\)/i.test(text)) return oneLine(text) === '' ? [] : [oneLine(text)];
  return text
    .split(/(?:^|[\s,;])\(?(?:\d{1,2}|[a-z])\)\s*/i)
    .map((part) => oneLine(part).replace(/[,;]$/, ''))
    .filter((part) => part !== '' && part !== '-');
}

/** Drafts of records that belong together by an id, in the order of their first records. */
export interface DraftGroups {
  /** The draft of an id and whether this record began it. The record is counted when all are finished. */
  of(id: string, line: number, text: string, begin: () => PartyDraft): { readonly draft: PartyDraft; readonly isNew: boolean };
  /** Hands over all parties; records of an id without a name become rejects. */
  finish(): Promise<void>;
}

/** Gathers records by id. Holds what it gathered until the end, since a list may print the records of one party far apart. */
export function createGroups(file: ListFile, out: ListOutput): DraftGroups {
  const groups = new Map<string, { draft: PartyDraft; records: number; nameless: { line: number; text: string }[] }>();
  return {
    of(id, line, text, begin) {
      const known = groups.get(id);
      const group = known ?? { draft: begin(), records: 0, nameless: [] };
      if (known === undefined) groups.set(id, group);
      group.records += 1;
      if (group.draft.hasName) group.nameless = [];
      else group.nameless.push({ line, text });
      return { draft: group.draft, isNew: known === undefined };
    },
    async finish() {
      for (const { draft, records, nameless } of groups.values()) {
        const party = draft.finish();
        if (party === null) for (const { line, text } of nameless) out.reject(file, line, 'noName', text);
        else {
          out.party(party);
          if (records > 1) out.merged(records - 1);
        }
        await out.room();
      }
    },
  };
}
