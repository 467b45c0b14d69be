import { type Connection, prepared } from '../db/index.ts';
import { findingState } from './newest-decision.ts';

type Db = Pick<Connection, 'db'>;

/** Ids of people for whom the last audit worked out where they stand towards a controlled asset. */
export const peopleAtControlledAssets = ({ db }: Db): readonly string[] =>
  prepared<[], { id: string }>(db, 'SELECT person_id AS id FROM access_positions')
    .all()
    .map(({ id }) => id);

/** Findings of the last run, and how many of them somebody decided. */
export const countFindings = ({ db }: Db): { readonly done: number; readonly of: number } =>
  prepared<[], { done: number; of: number }>(
    db,
    `SELECT count(*) AS "of", coalesce(sum(${findingState} <> 'open'), 0) AS done FROM access_findings f WHERE f.gone = 0`,
  ).get() ?? { done: 0, of: 0 };
