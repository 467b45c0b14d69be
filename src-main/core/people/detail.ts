import type { Reply } from '../../../src-shared/contract/kernel.ts';
import type { AccountLink, PersonAuthorisation, PersonDetail, Trip } from '../../../src-shared/contract/people.ts';
import { type IsoDate, isoDate } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { type Connection, prepared } from '../db/index.ts';
import { findAsset } from '../inventory/index.ts';
import { findPersonRow } from './list-query.ts';
import { type ControlledAsset, reachOf } from './reach.ts';
import { findPerson, type LinkRecord, linksOf } from './store.ts';
import { tieNote, tiesOf } from './ties.ts';

const day = (value: string | null): IsoDate | null => (value === null ? null : isoDate(value));

/** A person's page without the values of ties. */
export function personDetail(
  connection: Connection,
  id: string,
  today: IsoDate,
  assets: readonly ControlledAsset[],
  reached: ReadonlySet<string>,
): Reply<PersonDetail> {
  const person = findPerson(connection, id);
  const row = findPersonRow(connection, id);
  if (person === undefined || row === undefined) return err({ code: 'record.notFound', entity: 'person', id });
  const { reach, unsaid } = reachOf(person, assets, reached);
  return ok({
    row,
    erased:
      person.erased_at === null || person.erased_because === null
        ? null
        : { on: isoDate(person.erased_at.slice(0, 10)), because: person.erased_because },
    columns: {
      name: person.name,
      externalId: person.external_id,
      employment: row.employment,
      employer: person.employer,
      employerCountry: person.employer_country,
      employerHeadquarters: person.employer_headquarters,
      role: person.role,
      team: person.team,
      site: person.site,
      workCountry: person.work_country,
      startOn: day(person.start_on),
      lastDay: day(person.last_day),
    },
    otherNames: JSON.parse(person.other_names) as PersonDetail['otherNames'],
    identifiers: JSON.parse(person.identifiers) as PersonDetail['identifiers'],
    accounts: linksOf(connection, id)
      .slice(0, 200)
      .map((link) => toLink(link, person.name)),
    ties: tiesOf(connection, id).map((tie) => tieNote(tie, today)),
    states: { citizenship: person.citizenship_state, permanentResidence: person.residence_state, usStatus: person.us_state },
    reach: reach.slice(0, 200),
    unsaid,
    authorisations: [...listAuthorisations(connection, id)],
    travel: [...listTrips(connection, id)],
  });
}

export const toLink = (link: LinkRecord, personName: string): AccountLink => ({
  id: link.id,
  account: link.account,
  system: link.system,
  state: link.state,
  personId: link.person_id,
  personName,
  owner: link.owner,
  purpose: link.purpose,
  origin: link.origin,
});

interface AuthorisationRecord {
  readonly id: string;
  readonly kind: PersonAuthorisation['kind'];
  readonly number: string;
  readonly person_id: string | null;
  readonly nationalities: string;
  readonly asset_ids: string;
  readonly eccns: string;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly status: PersonAuthorisation['status'];
  readonly note: string;
  readonly evidence: string;
  readonly revision: number;
}

/** Authorisations, those of one person where one is named, by number. */
export function listAuthorisations(connection: Connection, personId: string | null, limit = 2000): readonly PersonAuthorisation[] {
  const { db } = connection;
  const rows = prepared<[string | null, string | null, number], AuthorisationRecord>(
    db,
    'SELECT * FROM authorisations WHERE ? IS NULL OR person_id = ? ORDER BY number, id LIMIT ?',
  ).all(personId, personId, limit);
  const name = prepared<[string], { name: string }>(db, 'SELECT name FROM people WHERE id = ?');
  return rows.map((row) => {
    const assetIds = JSON.parse(row.asset_ids) as string[];
    return {
      id: row.id,
      kind: row.kind,
      number: row.number,
      personId: row.person_id,
      personName: row.person_id === null ? '' : (name.get(row.person_id)?.name ?? ''),
      nationalities: JSON.parse(row.nationalities) as string[],
      assetIds,
      assetNames: assetIds.map((id) => findAsset(connection, id)?.name ?? ''),
      eccns: JSON.parse(row.eccns) as string[],
      validFrom: day(row.valid_from),
      validTo: day(row.valid_to),
      status: row.status,
      note: row.note,
      evidence: row.evidence,
      revision: row.revision,
    };
  });
}

interface TripRecord {
  readonly id: string;
  readonly person_id: string;
  readonly country: string;
  readonly from_on: string;
  readonly until_on: string;
  readonly source: string;
  readonly revision: number;
  readonly name: string;
}

/** Announced trips, newest first. */
export function listTrips({ db }: Connection, personId: string | null, limit = personId === null ? 5000 : 500): readonly Trip[] {
  return prepared<[string | null, string | null, number], TripRecord>(
    db,
    'SELECT t.*, p.name FROM known_travel t JOIN people p ON p.id = t.person_id WHERE ? IS NULL OR t.person_id = ? ORDER BY t.from_on DESC, t.id LIMIT ?',
  )
    .all(personId, personId, limit)
    .map((row) => ({
      id: row.id,
      personId: row.person_id,
      personName: row.name,
      country: row.country,
      from: isoDate(row.from_on),
      until: isoDate(row.until_on),
      source: row.source,
      revision: row.revision,
    }));
}
