import { type Connection, prepared, programActor } from '../db/index.ts';

/** What tells a reader who somebody is. */
export interface PeopleOnRecord {
  /** Names of people: of those on the roster, also parts of a name are looked for. */
  readonly roster: readonly string[];
  /** Names as they were typed somewhere, which may also be those of a team. */
  readonly typed: readonly string[];
  /** Accounts, staff numbers and other signs, looked for as they were written. */
  readonly signs: readonly string[];
}

/**
 * Columns in which somebody typed a person's name, by table. A new column of that kind belongs here: a test reads the schema and asks for it, so that
 * a report for outsiders cannot name somebody because a room came later.
 */
export const typedNames: Readonly<Record<string, readonly string[]>> = {
  assets: ['owner_name'],
  safeguards: ['owner_name'],
  question_care: ['owner_name'],
  map_reviews: ['by_name'],
  decisions: ['decided_by'],
  reviews: ['asked_of', 'asked_by'],
  notes: ['author'],
  account_links: ['owner'],
  network_databases: ['added_by'],
  network_lists: ['added_by'],
  network_allowed: ['added_by'],
  network_exits: ['added_by'],
  access_decisions: ['decided_by'],
  access_answers: ['answered_by'],
  access_findings: ['person_name'],
  access_briefings: ['signed_by'],
  list_versions: ['imported_by'],
  parties: ['owner'],
  escalations: ['to_name', 'by_name', 'answered_by'],
  vettings: ['done_by'],
  party_flags: ['said_by', 'resolved_by'],
  screening_decisions: ['decided_by', 'second_by'],
  screening_runs: ['run_by'],
  plan_tasks: ['owner', 'closed_by'],
  plan_check_ins: ['filed_by'],
  plan_recurring: ['owner'],
  assessments: ['by_name'],
  risk_assessments: ['signed_by'],
  risk_rows: ['owner'],
  programme_duties: ['person', 'deputy'],
  programme_regions: ['checked_by'],
  // Who is spoken to there is often an office: its words would be hidden everywhere, and no report prints it.
  programme_contacts: ['owner'],
  committee_meetings: ['chair'],
  committee_decisions: ['owner'],
  manual_versions: ['by_name', 'approved_by'],
  training_courses: ['owner'],
  training_sessions: ['by_name'],
  training_owners: ['owner'],
  gate_passes: ['by_name'],
  gate_reports: ['by_name', 'settled_by'],
  incidents: ['owner', 'preserved_by', 'decided_by', 'authorised_by', 'recorded_by', 'closed_by'],
  incident_halts: ['by_name', 'lifted_by'],
  incident_actions: ['owner'],
  incident_escalations: ['to_name', 'by_name', 'answered_by'],
  watch_looks: ['by_name'],
  watch_items: ['owner'],
  transfers: ['owner'],
  transfer_decisions: ['by_name'],
  evidence: ['added_by'],
  holds: ['placed_by', 'lifted_by'],
  retention_events: ['added_by'],
  disposals: ['disposed_by'],
  exchange_files: ['person'],
};

/** Its rows are wide and many: names in it are read a page at a time. */
const wide = 'access_findings';
const inWide = `SELECT rowid AS at, coalesce(person_name, '') AS text FROM ${wide} WHERE rowid > ? ORDER BY rowid LIMIT 2000`;

// The name on the list tells who was looked up, as it is nearly the same.
const personHits = `(SELECT query_name, matched_name, entry_name FROM screening_hits
  WHERE subject_kind = 'person' OR subject_id IN (SELECT id FROM parties WHERE kind = 'person'))`;

/**
 * Everybody the workspace knows: on the roster, archived ones too, whoever works in it, and whoever somebody named in a field made for it. Read in
 * steps, so that others can have their turn between.
 */
export function* peopleInSteps({ db }: Connection): Generator<undefined, PeopleOnRecord> {
  const texts = (sql: string): string[] =>
    prepared<[], { readonly text: string }>(db, sql)
      .all()
      .map(({ text }) => text.trim())
      .filter(Boolean);
  const columns = Object.entries(typedNames).flatMap(([table, names]) =>
    table === wide ? [] : names.map((name) => `SELECT ${name} AS text FROM ${table}`),
  );
  const named = new Set<string>();
  for (let after = 0; ; ) {
    const page = prepared<[number], { readonly at: number; readonly text: string }>(db, inWide).all(after);
    for (const { text } of page) if (text.trim() !== '') named.add(text.trim());
    yield;
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.at;
  }
  const roster = texts(`
      SELECT name AS text FROM people WHERE name IS NOT NULL
      UNION SELECT json_extract(value, '$.text') FROM people, json_each(other_names) WHERE json_extract(value, '$.text') IS NOT NULL
      UNION SELECT person FROM journal_entries WHERE person IS NOT NULL AND person <> '${programActor.name}'
      UNION SELECT name FROM parties WHERE kind = 'person'`);
  yield;
  const typed = texts(`
      SELECT text FROM (${columns.join(' UNION ')}) WHERE text IS NOT NULL
      UNION SELECT value FROM committee_meetings, json_each(attendees) WHERE value IS NOT NULL
      UNION SELECT json_extract(value, '$.name') FROM plans, json_each(owners) WHERE json_extract(value, '$.name') IS NOT NULL
      UNION SELECT query_name FROM ${personHits} UNION SELECT matched_name FROM ${personHits} UNION SELECT entry_name FROM ${personHits}`);
  yield;
  const signs = texts(`
      SELECT account AS text FROM account_links WHERE account IS NOT NULL
      UNION SELECT account FROM log_accounts WHERE account IS NOT NULL
      UNION SELECT account FROM access_findings WHERE account IS NOT NULL
      UNION SELECT external_id FROM people WHERE external_id IS NOT NULL`);
  yield;
  return { roster, typed: [...typed, ...[...named].sort()], signs };
}

/** Attorney advice as it is written: the notes, and names, notes and addresses of evidence so marked. */
export function adviceOnRecord({ db }: Connection): readonly string[] {
  return prepared<[], { readonly text: string }>(
    db,
    `SELECT text FROM notes WHERE attorney_advice = 1
       UNION SELECT name FROM evidence WHERE attorney_advice = 1 UNION SELECT note FROM evidence WHERE attorney_advice = 1
       UNION SELECT address FROM evidence WHERE attorney_advice = 1`,
  )
    .all()
    .map(({ text }) => text.trim())
    .filter(Boolean);
}
