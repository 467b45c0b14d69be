import { type Connection, prepared } from '../db/index.ts';

/**
 * People whose citizenship matters: it was asked for, or they stand in the way of a controlled asset (`concerned`); `sourced` of them have
 * it on file with where it came from. Nobody else counts, since nobody else may be asked.
 */
export function countCitizenship(
  { db }: Pick<Connection, 'db'>,
  concerned: readonly string[],
): { readonly of: number; readonly sourced: number } {
  const row = prepared<[string], { of: number; sourced: number }>(
    db,
    `SELECT count(*) AS "of", coalesce(sum(citizenship_state = 'onFile' AND sourced = 1), 0) AS sourced FROM people
     WHERE archived_at IS NULL AND erased_at IS NULL
       AND (citizenship_state <> 'notAsked' OR id IN (SELECT value FROM json_each(?)))`,
  ).get(JSON.stringify(concerned));
  return row ?? { of: 0, sourced: 0 };
}
