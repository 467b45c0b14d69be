import type { EntryChange, EntryDetail, EntryLine, ListVersionView, ListView } from '../../../src-shared/contract/lists.ts';
import { daysBetween, type IsoDate, type IsoInstant } from '../../../src-shared/model/dates.ts';
import { oldListDays, type PartyType } from '../../../src-shared/model/listed-party.ts';
import { english } from '../../../src-shared/text/en/index.ts';
import { createText } from '../../../src-shared/text/format.ts';
import { readProblemWords } from '../../../src-shared/text/read-problem.ts';
import type { Connection } from '../db/index.ts';
import { kindOfList, knownList, knownLists, ownListPrefix, trainingList } from './catalogue.ts';
import type { EntryDifference } from './store/diff.ts';
import type { EntryRow } from './store/entries.ts';
import type { EntryBody } from './store/packed-entry.ts';
import { currentVersions, dayOf, listsOff, type VersionRow, versionsOf } from './store/versions.ts';

const text = createText<Record<string, string>>('en', english);

/** Name of a list as people say it; a list of the company's own is called by its code. */
export const listTitle = (code: string): string =>
  text.dynamic(`lists.title.${code}`, {}, code.replace(new RegExp(`^${ownListPrefix}-`), ''));

export const formatName = (format: string): string => text.dynamic(`lists.format.${format}`, {}, format);
export const rejectWords = (reason: string): string => text.dynamic(`lists.reject.${reason}`, {}, reason);
export const noticeWords = (code: string, count: number, place: string): string =>
  text.dynamic(`lists.notice.${code}`, { count, place }, `${code}: ${count}, ${place}`);

/** Why a file was not read, and what to do. */
export const problemWords = (reason: string, place: string | null, limit: number | null): string =>
  readProblemWords({ reason, place, limit }).slice(0, 600);

/** A version as text that tells it apart: list, day, first digits of the file's hash. */
export const versionLabel = (row: Pick<VersionRow, 'list' | 'published' | 'importedAt' | 'sha256'>): string =>
  `${row.list} ${dayOf(row)} ${row.sha256.slice(0, 8)}`;

export function versionView(row: VersionRow, current: boolean): ListVersionView {
  return {
    id: row.id,
    list: row.list,
    fileName: row.fileName,
    sha256: row.sha256,
    published: row.published as IsoDate | null,
    importedAt: row.importedAt as IsoInstant,
    importedBy: row.importedBy,
    parties: row.parties,
    names: row.names,
    rejects: row.rejects,
    byType: JSON.parse(row.byType) as Record<PartyType, number>,
    current,
  };
}

/** Every list the product knows, and every other that the workspace holds: those held first, then in the order of the catalogue. */
export function listViews(connection: Connection, today: IsoDate): ListView[] {
  const current = currentVersions(connection);
  const off = listsOff(connection);
  const count = new Map<string, number>();
  for (const { list } of versionsOf(connection)) count.set(list, (count.get(list) ?? 0) + 1);
  const codes = [...new Set([...knownLists.map(({ code }) => code), trainingList, ...current.keys()])];
  return codes
    .map((code) => listView(code, current.get(code), { versions: count.get(code) ?? 0, off: off.has(code) }, today))
    .sort((a, b) => Number(a.current === null) - Number(b.current === null));
}

export function listView(
  code: string,
  version: VersionRow | undefined,
  about: { readonly versions: number; readonly off: boolean },
  today: IsoDate,
): ListView {
  const kind = kindOfList(code);
  const ageDays = version === undefined ? null : Math.max(0, daysBetween(dayOf(version), today));
  return {
    code,
    title: listTitle(code),
    publisher: knownList(code)?.publisher ?? '',
    meaning: text.dynamic(`lists.meaning.${kind === 'own' ? 'own' : code}`, {}, ''),
    page: knownList(code)?.page ?? '',
    kind,
    current: version === undefined ? null : versionView(version, true),
    versions: about.versions,
    ageDays,
    // What somebody made up, or keeps for themselves, does not go stale with the days.
    old: kind === 'official' && ageDays !== null && ageDays > oldListDays,
    off: about.off,
  };
}

export const entryLine = ({ entryId, list, type, name, otherNames, countries, programmes }: EntryRow): EntryLine => ({
  ...{ id: entryId.slice(0, 200), list, type, otherNames },
  name: name.slice(0, 1000),
  countries: countries.filter((code) => code.length === 2).slice(0, 60),
  programmes: programmes.map((one) => one.slice(0, 200)).slice(0, 60),
});

export function entryDetail(versionId: string, body: EntryBody, place: { readonly file: string; readonly line: number }): EntryDetail {
  const cut = (value: string, most: number) => value.slice(0, most);
  return {
    ...entryLine({
      entryId: body.id,
      list: body.list,
      type: body.type,
      name: body.names[0]?.text ?? '',
      otherNames: body.names.length - 1,
      countries: [...new Set(body.countries.map(({ code }) => code))],
      programmes: body.programmes,
    }),
    versionId,
    names: body.names.slice(0, 1000).map(({ text: name, kind, script, language }) => ({ text: cut(name, 1000), kind, script, language })),
    gender: body.gender,
    births: body.births.slice(0, 60).map((birth) => cut(birth.text, 200)),
    birthPlaces: body.birthPlaces.slice(0, 60).map((place) => cut(place, 400)),
    countriesByRole: body.countries.filter(({ code }) => code.length === 2).slice(0, 200),
    identifiers: body.identifiers
      .slice(0, 400)
      .map(({ kind, label, value, country }) => ({ kind, label: cut(label, 200), value: cut(value, 400), country })),
    addresses: body.addresses.slice(0, 400).map((address) => cut(address.text, 1000)),
    title: cut(body.title, 4000),
    licenceRequirement: cut(body.licenceRequirement, 4000),
    licencePolicy: cut(body.licencePolicy, 4000),
    citations: body.citations.slice(0, 100).map((citation) => cut(citation, 400)),
    footnotes: body.footnotes.slice(0, 10).map((footnote) => cut(footnote, 20)),
    from: body.from,
    until: body.until,
    links: body.links
      .slice(0, 100)
      .map(({ relation, partyId, name }) => ({ relation: cut(relation, 200), partyId, name: cut(name, 1000) })),
    vessel: body.vessel,
    remarks: cut(body.remarks, 20_000),
    file: cut(place.file, 300),
    line: place.line,
  };
}

/** Fields compared between two versions of an entry, with the words for their values. */
const compared: readonly (readonly [string, (body: EntryBody) => string])[] = [
  ['type', ({ type }) => type],
  ['names', ({ names }) => names.map(({ text: name, kind }) => (kind === 'primary' ? name : `${name} (${kind})`)).join('; ')],
  ['births', ({ births }) => births.map((birth) => birth.text).join('; ')],
  ['birthPlaces', ({ birthPlaces }) => birthPlaces.join('; ')],
  ['gender', ({ gender }) => gender ?? ''],
  ['countries', ({ countries }) => countries.map(({ code, role }) => `${code} (${role})`).join('; ')],
  ['identifiers', ({ identifiers }) => identifiers.map(({ label, value }) => `${label} ${value}`).join('; ')],
  ['addresses', ({ addresses }) => addresses.map((address) => address.text).join('; ')],
  ['programmes', ({ programmes }) => programmes.join('; ')],
  ['title', ({ title }) => title],
  ['licenceRequirement', ({ licenceRequirement }) => licenceRequirement],
  ['licencePolicy', ({ licencePolicy }) => licencePolicy],
  ['citations', ({ citations }) => citations.join('; ')],
  ['footnotes', ({ footnotes }) => footnotes.join('; ')],
  ['period', ({ from, until }) => (from === null && until === null ? '' : `${from ?? '…'} to ${until ?? '…'}`)],
  ['links', ({ links }) => links.map(({ relation, name }) => `${relation}: ${name}`).join('; ')],
  ['vessel', ({ vessel }) => (vessel === null ? '' : Object.values(vessel).filter(Boolean).join(', '))],
  ['remarks', ({ remarks }) => remarks],
];

export function entryChange({ kind, entryId, before, after }: EntryDifference): EntryChange {
  const shown = after ?? before;
  const fields =
    before === null || after === null
      ? []
      : compared.flatMap(([field, words]) => {
          const [was, is] = [words(before), words(after)];
          return was === is ? [] : [{ field, before: was.slice(0, 4000), after: is.slice(0, 4000) }];
        });
  return { kind, id: entryId.slice(0, 200), name: (shown?.names[0]?.text ?? '').slice(0, 1000), type: shown?.type ?? 'unknown', fields };
}
