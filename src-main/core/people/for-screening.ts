import type { OtherName } from '../../../src-shared/contract/people.ts';
import { type Connection, prepared, whileUnchanged } from '../db/index.ts';

/** Somebody of the roster as screening sees them: names only. Citizenship is never part of it. */
export interface ScreenedPerson {
  readonly id: string;
  readonly names: readonly string[];
  readonly role: string;
  readonly team: string;
}

/** Everybody who has not been archived and whose name has not been erased, by id; the same array until somebody changes. */
export function peopleForScreening(connection: Connection): readonly ScreenedPerson[] {
  return whileUnchanged(connection, 'people', () => readPeople(connection));
}

function readPeople({ db }: Connection): readonly ScreenedPerson[] {
  return prepared<[], { id: string; name: string; other_names: string; role: string; team: string }>(
    db,
    "SELECT id, name, other_names, role, team FROM people WHERE archived_at IS NULL AND erased_at IS NULL AND name <> '' ORDER BY id",
  )
    .all()
    .map(({ id, name, other_names, role, team }) => ({
      id,
      names: [...new Set([name, ...(JSON.parse(other_names) as OtherName[]).map(({ text }) => text)])],
      role,
      team,
    }));
}
