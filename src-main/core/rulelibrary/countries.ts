import type { CountryTable } from '../../../src-shared/contract/rulelibrary.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { cited } from './cited.ts';

/** Country groups and chart of a pack, one row a place; undefined where the pack has neither. */
export function countryTable(pack: RulePack, locale: string): CountryTable | undefined {
  const { countryGroups, countryChart } = pack;
  const citation = countryChart?.citation ?? countryGroups?.citation;
  const asOf = countryChart?.asOf ?? countryGroups?.asOf;
  if (citation === undefined || asOf === undefined) return undefined;
  const groups = countryGroups?.groups ?? [];
  const graded = new Map((countryChart?.rows ?? []).map((row) => [row.code, row]));
  const codes = new Set([...graded.keys(), ...groups.flatMap(({ members }) => members)]);
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' });
  return {
    pack: pack.manifest.id,
    packTitle: pack.manifest.title,
    asOf,
    groups: groups.map((group) => ({ id: group.id, title: group.title, count: group.members.length, source: cited(pack, group.citation) })),
    columns: countryChart?.columns ?? [],
    howToRead: countryChart?.howToRead ?? [],
    source: cited(pack, citation),
    rows: [...codes]
      .map((code) => {
        const row = graded.get(code);
        const follows = countryChart?.inheritance.find((each) => each.code === code)?.follows;
        return {
          code,
          name: row?.name ?? nameOf(names, code),
          groups: groups.filter(({ members }) => members.includes(code)).map(({ id }) => id),
          requires: row?.requires ?? (follows === undefined ? null : (graded.get(follows)?.requires ?? null)),
          pointer: row?.pointer ?? null,
          footnotes: (row?.footnotes ?? []).flatMap((mark) => {
            const words = countryChart?.footnotes[mark];
            return words === undefined ? [] : [words];
          }),
          treatments: (countryGroups?.treatments ?? []).filter((each) => each.code === code).map(({ text }) => text),
        };
      })
      .sort((a, b) => a.name.localeCompare(b.name, locale)),
  };
}

function nameOf(names: Intl.DisplayNames, code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
}
