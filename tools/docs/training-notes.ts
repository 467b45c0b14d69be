const id = 'Names the row.';
const revision = 'Rises by one with each change; a write that names an older one is refused.';
const batch = 'Import that brought it; empty where a person recorded it.';

/** What tables of the training record and of own figures hold. */
export const trainingTableNotes: Readonly<Record<string, string>> = {
  training_courses: 'Courses and briefings: what each covers, for whom, how often.',
  training_sessions: 'What was held: a course on a day.',
  training_attendance: 'Who took part in a session, and what came of it.',
  training_owners: 'Who answers for the training of a department, role or site.',
  figure_costs: 'Hours and amounts of complying, as the company entered them.',
  figure_events: 'Days on which something came of complying, as the company entered them.',
};

/** What columns of these tables mean, where the migration does not say. */
export const trainingColumnNotes: Readonly<Record<string, string>> = {
  'training_courses.id': id,
  'training_courses.title': 'What it is called.',
  'training_courses.retired': '1: asked of nobody any more.',
  'training_courses.revision': revision,
  'training_sessions.id': id,
  'training_sessions.course_id': 'The course that was held.',
  'training_sessions.held_on': 'Day it was held.',
  'training_sessions.place': 'Where, in words.',
  'training_sessions.note': 'What is to be remembered of it; of an import the name of the file.',
  'training_sessions.import_batch': batch,
  'training_sessions.revision': revision,
  'training_attendance.id': id,
  'training_attendance.session_id': 'The session.',
  'training_attendance.person_id': 'Who took part; of somebody who was erased, the tombstone.',
  'training_attendance.note': 'A score, a certificate, a remark; emptied when the person is erased.',
  'training_attendance.import_batch': batch,
  'training_attendance.revision': revision,
  'training_owners.id': id,
  'training_owners.name': 'Department, role or site, as the register of people calls it.',
  'training_owners.revision': revision,
  'figure_costs.id': id,
  'figure_costs.year': 'Calendar year.',
  'figure_costs.hours': 'Hours spent; empty where only an amount is known.',
  'figure_costs.amount': 'Amount in the currency; empty where only hours are known.',
  'figure_costs.revision': revision,
  'figure_events.id': id,
  'figure_events.title': 'Which deal, customer or questionnaire.',
  'figure_events.amount': 'Amount in the currency; empty where none is known.',
  'figure_events.revision': revision,
};
