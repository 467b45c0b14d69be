import type { z } from 'zod';
import type { PartyId, PartyName, PartyPlace } from '../../../src-shared/contract/parties.ts';
import type { PartyType } from '../../../src-shared/model/listed-party.ts';
import type { PartyRole } from '../../../src-shared/model/party-role.ts';
import type { ScreeningQuery } from '../../../src-shared/model/screening.ts';
import { countryName } from '../../../src-shared/text/countries.ts';
import { partiesText } from '../../../src-shared/text/en/parties.ts';
import { createText } from '../../../src-shared/text/format.ts';
import { type Connection, prepared, whileUnchanged } from '../db/index.ts';
import { spanOf } from '../lists/index.ts';
import { listed, type PartyRecord } from './store.ts';

const text = createText<Record<string, string>>('en', partiesText);

/** A party as screening asks for it. */
export interface PartySubject {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly query: ScreeningQuery;
}

const typeOf: Readonly<Record<PartyRecord['kind'], PartyType>> = {
  organisation: 'org',
  person: 'person',
  vessel: 'vessel',
  aircraft: 'aircraft',
};

export const countriesOf = (row: PartyRecord): string[] => [
  ...new Set(
    [
      row.registration_country,
      row.headquarters_country,
      ...listed<string>(row.operation_countries),
      ...listed<string>(row.nationalities),
      ...listed<z.infer<typeof PartyPlace>>(row.places).map(({ country }) => country),
    ].filter((code): code is string => code !== null),
  ),
];

export function partySubject(row: PartyRecord): PartySubject {
  const places = listed<z.infer<typeof PartyPlace>>(row.places);
  const birth = row.birth === '' ? null : spanOf(row.birth);
  const countries = countriesOf(row);
  const roles = listed<z.infer<typeof PartyRole>>(row.roles).map((role) => text.dynamic(`parties.role.${role}`, {}, role).toLowerCase());
  return {
    id: row.id,
    name: row.name,
    about: [countries[0] === undefined ? '' : countryName('en', countries[0]), ...roles].filter(Boolean).join(', ').slice(0, 200),
    query: {
      names: [...new Set([row.name, ...listed<z.infer<typeof PartyName>>(row.names).map((name) => name.text)])],
      type: typeOf[row.kind],
      countries,
      births: birth === null ? [] : [birth],
      gender: row.gender,
      identifiers: listed<z.infer<typeof PartyId>>(row.identifiers).map(({ kind, label, value, country }) => ({
        ...{ kind, value, country },
        label: label === '' ? kind : label,
      })),
      cities: [...new Set(places.map(({ city }) => city).filter(Boolean))],
      addresses: [...new Set(places.map((place) => place.text))],
    },
  };
}

/** Every party that is not archived, by id; the same array until one changes. */
export const partiesForScreening = (connection: Connection): readonly PartySubject[] =>
  whileUnchanged(connection, 'parties', () =>
    prepared<[], PartyRecord>(connection.db, 'SELECT * FROM parties WHERE archived_at IS NULL ORDER BY id').all().map(partySubject),
  );
