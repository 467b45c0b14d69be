import { type Connection, prepared } from '../db/index.ts';

/** Takes the name of an erased person out of the halts that name them. What people wrote in their own words stays theirs to mend. */
export function forgetInCases({ db }: Pick<Connection, 'db'>, personId: string, name: string): void {
  prepared(db, "UPDATE incident_halts SET name = ? WHERE record_kind = 'person' AND record_id = ?").run(name, personId);
}
