import { type Connection, prepared } from '../db/index.ts';

type Db = Pick<Connection, 'db'>;

/** Ids of people for whom the last audit worked out where they stand towards a controlled asset. */
export const peopleAtControlledAssets = ({ db }: Db): readonly string[] =>
  prepared<[], { id: string }>(db, 'SELECT person_id AS id FROM access_positions')
    .all()
    .map(({ id }) => id);
