import { questionOf, type RecordKind, type RecordRef } from '../../src-shared/model/record-ref.ts';

/** Where each kind of record is shown. Rooms link to each other by these paths and by nothing else. */
const places: Readonly<Record<RecordKind, (id: string) => string>> = {
  asset: (id) => `/assets/${id}`,
  person: (id) => `/people/${id}`,
  party: (id) => `/parties/${id}`,
  accessFinding: (id) => `/access/findings/${id}`,
  screeningHit: (id) => `/parties/queue?hit=${id}`,
  question: (id) => `/assets/${questionOf({ id }).assetId}?tab=questions`,
  list: (id) => `/lists/${id}`,
  rulePack: (id) => `/rules/${id}`,
  task: (id) => `/plan/tasks/${id}`,
  plan: () => '/plan',
  assessment: (id) => `/programme/assessments/${id}`,
  assessmentAnswer: (id) => `/programme/assessments/${id.replace('~', '?question=')}`,
  riskAssessment: (id) => `/programme/risk/${id}`,
  site: (id) => `/programme/organisation?site=${id}`,
  duty: (id) => `/programme/organisation?duty=${id}`,
  meeting: (id) => `/programme/committee/${id}`,
  gate: (id) => `/programme/gates/${id}`,
  incident: (id) => `/programme/incidents/${id}`,
  ruleWatch: (id) => `/rules/watch?item=${id}`,
  manual: () => '/programme/manual',
};

/** Path of the screen that shows a record, for a link (`#` in front) or for `navigate`. */
export const recordHref = ({ kind, id }: RecordRef): string => places[kind](encodeURIComponent(id));
