import type { ListedNameKind, PartyType } from '../../../../../src-shared/model/listed-party.ts';
import { languageOf } from '../values/languages.ts';
import { countryOf } from '../values/places.ts';
import { documentOf } from './documents.ts';
import { countedParts, joined, oneLine, type PartyDraft } from './draft.ts';

export const typeOf = (text: string): PartyType =>
  /^ind/i.test(text) ? 'person' : /^ship|^vessel/i.test(text) ? 'vessel' : /^ent/i.test(text) ? 'org' : 'unknown';

export const ukNameKind = (type: string, strength: string): ListedNameKind =>
  /^primary name$/i.test(oneLine(type)) ? 'primary' : /low/i.test(strength) ? 'weak' : /^f\.?k\.?a/i.test(type) ? 'fka' : 'aka';

/** Name 6 is the family name or the whole name of an entity, names 1 to 5 are given names in order. */
export function addName(draft: PartyDraft, part: (number: number) => string, kind: ListedNameKind): void {
  const given = joined([1, 2, 3, 4, 5].map(part), ' ');
  const family = oneLine(part(6));
  const person = draft.type === 'person';
  draft.name(joined([given, family], ' '), kind, person ? { family, given } : {});
}

/** A name in its own script; several in one cell are divided as in the UN list. */
export function addOriginal(draft: PartyDraft, text: string, language: string): void {
  for (const name of text.split(/\s*[;؛|]\s*/)) draft.name(name, 'aka', { language: languageOf(language) });
}

export function addGender(draft: PartyDraft, text: string): void {
  if (/^m/i.test(text)) draft.gender = 'male';
  else if (/^f/i.test(text)) draft.gender = 'female';
}

export function addBirthPlaces(draft: PartyDraft, town: string, country: string): void {
  const towns = countedParts(town);
  const countries = countedParts(country);
  for (const name of countries) draft.country(name, 'birth');
  if (towns.length === 1 && countries.length === 1) draft.birthPlace(joined([...towns, ...countries]));
  else for (const place of [...towns, ...(towns.length === 0 ? countries : [])]) draft.birthPlace(place);
}

export function addAddress(draft: PartyDraft, line: (number: number) => string, post: string, country: string): void {
  const lines = [1, 2, 3, 4, 5, 6].map(line);
  const text = joined([...lines, post, country]);
  if (text === '') return;
  draft.address(text, '', draft.country(country, 'address'));
}

export function addSanctions(draft: PartyDraft, sanctions: readonly string[]): void {
  addRemark(draft, 'Sanctions imposed', joined([...new Set(sanctions)], '; '));
}

export function addDocument(draft: PartyDraft, kind: 'passport' | 'nationalId', number: string, more: string): void {
  const label = kind === 'passport' ? 'Passport' : 'National identifier';
  const numbers = number.split('|').flatMap(countedParts);
  const country = countryInWords(more);
  for (const one of numbers) documentOf(draft, kind, label, one, numbers.length === 1 ? country : null);
  if (more !== '') addRemark(draft, joined([label, number], ' '), more);
}

/** `Afghanistan number`, `Iraqi passport issued on …`: the first word that names a country. */
function countryInWords(text: string): string | null {
  for (const words of [text.split(/[,.;(]/)[0] ?? '', ...text.split(/\s+/).slice(0, 3)]) {
    const code = words.length > 3 ? countryOf(words) : null;
    if (code !== null) return code;
  }
  return null;
}

export function addRemark(draft: PartyDraft, label: string, text: string): void {
  if (oneLine(text) !== '') draft.remark(`${label}: ${text}`);
}

interface Ship {
  readonly imo: string;
  readonly owner: string;
  readonly before: string;
  readonly flag: string;
  readonly flags: string;
  readonly kind: string;
  readonly tonnage: string;
  readonly length: string;
  readonly built: string;
  readonly hull: string;
}

export function addShip(draft: PartyDraft, ship: Ship): void {
  for (const found of ship.imo.matchAll(/(?<!\d)\d{7}(?!\d)/g)) draft.identifier('imo', 'IMO number', found[0]);
  if (ship.imo !== '' && !/\d{7}/.test(ship.imo)) draft.identifier('imo', 'IMO number', ship.imo);
  for (const flag of ship.flag.split('|')) draft.country(flag, 'flag');
  draft.identifier('other', 'Hull identification number', ship.hull);
  if (draft.type === 'vessel')
    draft.vessel = { kind: oneLine(ship.kind), flag: oneLine(ship.flag), owner: oneLine(ship.owner), tonnage: oneLine(ship.tonnage) };
  else addRemark(draft, 'Owner or operator', ship.owner);
  addRemark(draft, 'Previous owner or operator', ship.before);
  addRemark(draft, 'Previous flags', ship.flags);
  addRemark(draft, 'Length', ship.length);
  addRemark(draft, 'Year built', ship.built);
}
