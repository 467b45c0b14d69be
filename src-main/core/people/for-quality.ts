import type { QualityAccount, QualityAuthorisation, QualityPerson } from '../../engine/quality/index.ts';
import { type Connection, prepared } from '../db/index.ts';

type Db = Pick<Connection, 'db'>;

const people = `
  SELECT id, name, name_key AS key, external_key AS externalKey, team, coalesce(start_on, '') AS startOn, coalesce(last_day, '') AS lastDay
  FROM people WHERE archived_at IS NULL AND erased_at IS NULL ORDER BY id`;

/** People of the roster as the checks see them: no citizenship, nothing restricted. */
export const peopleForQuality = ({ db }: Db): readonly QualityPerson[] => prepared<[], QualityPerson>(db, people).all();

/** Licences and control plans with the people and assets they are for. */
export function authorisationsForQuality({ db }: Db): readonly QualityAuthorisation[] {
  const rows = prepared<
    [],
    { id: string; personId: string; number: string; kind: string; assets: string; from: string; to: string; status: string }
  >(
    db,
    `SELECT id, coalesce(person_id, '') AS personId, number, kind, asset_ids AS assets, coalesce(valid_from, '') AS "from",
       coalesce(valid_to, '') AS "to", status FROM authorisations ORDER BY id`,
  ).all();
  return rows.map(({ id, personId, number, kind, assets, from, to, status }) => ({
    ...{ id, personId, number: number === '' ? kind : number, from, to },
    assetIds: JSON.parse(assets) as string[],
    valid: status === 'valid',
  }));
}

/** Accounts that are given to a person. */
export const accountsForQuality = ({ db }: Db): readonly QualityAccount[] =>
  prepared<[], QualityAccount>(
    db,
    "SELECT account_key AS key, account, system, person_id AS personId FROM account_links WHERE state = 'person' AND person_id IS NOT NULL ORDER BY id",
  ).all();
