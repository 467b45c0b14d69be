import { type Connection, prepared } from '../db/index.ts';
import { createNameHider, type ReportRequest } from '../reports/index.ts';

/** Everybody the programme or the register of people names, so that free text can be cleared of them. */
function namesKnown({ db }: Pick<Connection, 'db'>): string[] {
  return prepared<[], { readonly name: string }>(
    db,
    `SELECT person AS name FROM programme_duties UNION SELECT deputy FROM programme_duties
       UNION SELECT chair FROM committee_meetings UNION SELECT value FROM committee_meetings, json_each(attendees)
       UNION SELECT by_name FROM assessments UNION SELECT signed_by FROM risk_assessments UNION SELECT owner FROM risk_rows
       UNION SELECT approved_by FROM manual_versions UNION SELECT by_name FROM manual_versions UNION SELECT name FROM people`,
  )
    .all()
    .map(({ name }) => name.trim())
    .filter((name) => name !== '');
}

/** Turns names in any text into initials where the report hides them; leaves it as it is otherwise. */
export function hiderFor({ workspace, redaction }: ReportRequest): (words: string) => string {
  return redaction === 'none' ? (words) => words : createNameHider(namesKnown(workspace));
}
