import { type Connection, prepared } from '../db/index.ts';

type Db = Pick<Connection, 'db'>;

/** Ids of assets of which somebody said how logs name them or who may reach them. */
export const watchedAssets = ({ db }: Db): readonly string[] =>
  prepared<[], { id: string }>(
    db,
    "SELECT asset_id AS id FROM access_assets WHERE resource_names <> '[]' OR allowed_roles IS NOT NULL OR allowed_teams IS NOT NULL",
  )
    .all()
    .map(({ id }) => id);

/** Ids of people for whom the last audit worked out where they stand towards a controlled asset. */
export const peopleAtControlledAssets = ({ db }: Db): readonly string[] =>
  prepared<[], { id: string }>(db, 'SELECT person_id AS id FROM access_positions')
    .all()
    .map(({ id }) => id);
