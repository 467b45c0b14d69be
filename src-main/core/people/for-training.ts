import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { type Connection, prepared } from '../db/index.ts';
import { identityText } from '../importers/index.ts';
import { accountKey } from './accounts.ts';

type Db = Pick<Connection, 'db'>;

export interface TrainingPerson {
  readonly id: string;
  readonly name: string;
  readonly team: string;
  readonly role: string;
  readonly site: string;
  /** Their first day, or the day they came onto the register where it does not say. */
  readonly joinedOn: IsoDate;
}

/** Everybody who is here on a day, by name: neither archived nor gone nor still to come. */
export const peopleForTraining = ({ db }: Db, today: IsoDate): readonly TrainingPerson[] =>
  prepared<[string, string], TrainingPerson>(
    db,
    `SELECT id, name, team, role, site, coalesce(start_on, substr(created_at, 1, 10)) AS joinedOn FROM people
     WHERE archived_at IS NULL AND erased_at IS NULL AND (last_day IS NULL OR last_day >= ?) AND (start_on IS NULL OR start_on <= ?)
     ORDER BY name COLLATE NOCASE, id`,
  ).all(today, today);

const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);

/** Ids of people with a number of the roster, however it is spelt. */
export const peopleByNumber = ({ db }: Db, number: string): readonly string[] =>
  idsOf(
    prepared<[string], { id: string }>(db, 'SELECT id FROM people WHERE external_key = ? AND archived_at IS NULL').all(
      identityText(number),
    ),
  );

/** Ids of people to whom an account or an address is given. */
export const peopleWithAccount = ({ db }: Db, account: string): readonly string[] =>
  idsOf(
    prepared<[string], { id: string }>(
      db,
      `SELECT DISTINCT p.id FROM people p JOIN account_links l ON l.person_id = p.id
       WHERE l.account_key = ? AND l.state = 'person' AND p.archived_at IS NULL`,
    ).all(accountKey(account)),
  );

/** Ids of people of a name, however it is spelt. */
export const peopleCalled = ({ db }: Db, name: string): readonly string[] =>
  idsOf(prepared<[string], { id: string }>(db, 'SELECT id FROM people WHERE name_key = ? AND archived_at IS NULL').all(identityText(name)));
