import type { z } from 'zod';
import type { HoldingView, PartyFilter, PartyId, PartyName, PartyPlace } from '../../../src-shared/contract/parties.ts';
import { undertakings, type VettingStanding } from '../../../src-shared/model/vetting.ts';
import { countryName } from '../../../src-shared/text/countries.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import type { PartyRegister, RegisteredVetting } from './register.ts';
import { listed, type PartyRecord } from './store.ts';

/** How a check came out, or what was agreed. */
export const resultWords = ({ kind, result }: RegisteredVetting, text: Text): string =>
  text.dynamic(`vetting.result.${undertakings.has(kind) ? 'agreed' : 'check'}.${result}`);

/** Where what is expected stands, with its day; `bare` leaves out what is expected. */
export function standingWords({ kind, state, dueOn, bare = false }: VettingStanding & { readonly bare?: boolean }, text: Text): string {
  const say = text.dynamic;
  const word = [say(`vetting.state.${state}`), dueOn === null ? '' : say('vetting.stateDay', { state, day: dueOn })]
    .filter(Boolean)
    .join(', ');
  return bare ? word : `${say(`vetting.kind.${kind}`)}: ${word}`;
}

/** Only an invented list was in use: what was found is practice. */
export const isPractice = ({ lists }: PartyRegister): boolean => lists.every(({ training }) => training);

/** What narrows the register, in words. */
export function filterWords({ archived, text: sought, ...facets }: PartyFilter, text: Text): string {
  const say = text.dynamic;
  const group = {
    kinds: 'parties.kind',
    roles: 'parties.role',
    tiers: 'parties.tier',
    standings: 'parties.standing',
    overall: 'parties.overall',
    vettings: 'vetting.state',
  } as const;
  const parts = Object.entries(facets).flatMap(([id, values]) =>
    values === undefined || values.length === 0
      ? []
      : [
          say('parties.filter.chip', {
            name: say(`parties.filter.${id}`),
            values: values
              .map((value) => (id === 'countries' ? countryName(text.locale, value) : say(`${group[id as keyof typeof group]}.${value}`)))
              .join(', '),
          }),
        ],
  );
  return [
    say(archived ? 'parties.register.archived' : 'parties.register.all'),
    ...parts,
    ...(sought === undefined || sought.trim() === '' ? [] : [say('parties.register.sought', { text: sought })]),
  ].join(' · ');
}

/** A country by its name; null where none is on file. */
export const countryWord = (code: string | null, text: Text): string | null => (code === null ? null : countryName(text.locale, code));
export const countryWords = (codes: readonly string[], text: Text): string =>
  codes.map((code) => countryName(text.locale, code)).join('; ');
export const ageWords = (count: number, text: Text): string => text.dynamic('screening.certificate.days', { count });

export const namesOf = (record: PartyRecord): string =>
  listed<z.infer<typeof PartyName>>(record.names)
    .map((name) => name.text)
    .join('; ');

export const numbersOf = (record: PartyRecord, text: Text): string =>
  listed<z.infer<typeof PartyId>>(record.identifiers)
    .map(({ kind, label, value }) => `${label === '' ? text.dynamic(`parties.identifier.${kind}`) : label} ${value}`)
    .join('; ');

export const addressesOf = (record: PartyRecord, text: Text): string =>
  listed<z.infer<typeof PartyPlace>>(record.places)
    .map((place) => placeWords(place, text))
    .join('; ');

/** An address as one text; what stands apart is added where the text does not hold it already. */
function placeWords({ text: whole, city, region, country }: z.infer<typeof PartyPlace>, text: Text): string {
  const parts = [city, region, country === null ? '' : countryName(text.locale, country)].filter(
    (part) => part !== '' && !whole.toLowerCase().includes(part.toLowerCase()),
  );
  return [whole, ...parts].join(', ');
}

export const ownerWords = ({ ownerName, percent }: HoldingView): string => (percent === null ? ownerName : `${ownerName} ${percent} %`);
