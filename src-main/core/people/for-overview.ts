import { dayAfter, type IsoDate } from '../../../src-shared/model/dates.ts';
import { type Connection, prepared } from '../db/index.ts';

export interface ExpiringAuthorisation {
  readonly id: string;
  /** Its number; empty where it has none. */
  readonly number: string;
  /** Null for one that stands for all nationals of a country. */
  readonly personId: string | null;
  readonly name: string;
  readonly validTo: IsoDate;
}

/** Days before an authorisation runs out in which the overview speaks of it, as of a decision. */
const noticeDays = 60;

/** Valid authorisations whose last day comes within the notice or has passed, the first first. */
export const expiringAuthorisations = ({ db }: Pick<Connection, 'db'>, today: IsoDate, limit: number): ExpiringAuthorisation[] =>
  prepared<[string, number], ExpiringAuthorisation>(
    db,
    `SELECT u.id, u.number, u.person_id AS personId, coalesce(p.name, '') AS name, u.valid_to AS validTo
     FROM authorisations u LEFT JOIN people p ON p.id = u.person_id
     WHERE u.status = 'valid' AND u.valid_to IS NOT NULL AND u.valid_to <= ? ORDER BY u.valid_to, u.id LIMIT ?`,
  ).all(dayAfter(today, noticeDays), limit);
