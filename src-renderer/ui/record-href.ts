import { questionOf, type RecordKind, type RecordRef } from '../../src-shared/model/record-ref.ts';

/** Where each kind of record is shown. Rooms link to each other by these paths and by nothing else. */
const places: Readonly<Record<RecordKind, (id: string) => string>> = {
  asset: (id) => `/assets/${id}`,
  person: (id) => `/people/${id}`,
  party: (id) => `/parties/${id}`,
  accessFinding: (id) => `/access/findings/${id}`,
  screeningHit: (id) => `/parties/queue?hit=${id}`,
  vetting: (id) => `/vetting/${id}`,
  transfer: (id) => `/transfers/${id}`,
  question: (id) => `/assets/${questionOf({ id: decodeURIComponent(id) }).assetId}?tab=questions`,
  list: (id) => `/lists/${id}`,
  rulePack: (id) => `/rules/packs?show=pack&pack=${id}&id=${id}`,
  task: (id) => `/plan/tasks/${id}`,
  // The plan in force, or the page of one that was closed: the room sends a link on to it.
  plan: (id) => `/plan?plan=${id}`,
  assessment: (id) => `/programme/assessments/${id}`,
  assessmentAnswer: (id) => `/programme/assessments/${id.replace('~', '?question=')}`,
  riskAssessment: (id) => `/programme/risk/${id}`,
  site: (id) => `/sites?site=${id}`,
  duty: (id) => `/programme/organisation?duty=${id}`,
  contact: (id) => `/programme/organisation?view=contacts&contact=${id}`,
  meeting: (id) => `/programme/committee/${id}`,
  gate: (id) => `/programme/gates/${id}`,
  incident: (id) => `/programme/incidents/${id}`,
  ruleWatch: (id) => `/rules/watch?item=${id}`,
  manual: (id) => `/programme/manual/${id}`,
  trainingCourse: (id) => `/programme/training/courses/${id}`,
  trainingSession: (id) => `/programme/training/sessions/${id}`,
};

/** Path of the screen that shows a record, for a link (`#` in front) or for `navigate`. */
export const recordHref = ({ kind, id }: RecordRef): string => places[kind](encodeURIComponent(id));

/** Where the evidence of a record stands, if not on the first sight of its page. */
const evidencePlaces: Partial<Readonly<Record<RecordKind, (ref: RecordRef) => string>>> = {
  asset: (ref) => `${recordHref(ref)}?tab=evidence`,
  person: (ref) => `${recordHref(ref)}?tab=evidence`,
  party: (ref) => `${recordHref(ref)}?tab=evidence`,
  transfer: (ref) => `${recordHref(ref)}?tab=evidence`,
  task: (ref) => `${recordHref(ref)}?tab=evidence`,
  accessFinding: (ref) => `${recordHref(ref)}?panel=evidence`,
  assessment: (ref) => `${recordHref(ref)}?view=evidence`,
  gate: (ref) => `${recordHref(ref)}?at=evidence`,
  incident: (ref) => `${recordHref(ref)}?at=evidence`,
  manual: (ref) => `${recordHref(ref)}?at=evidence`,
  meeting: (ref) => `${recordHref(ref)}?at=evidence`,
  riskAssessment: (ref) => `${recordHref(ref)}?at=evidence`,
  list: (ref) => `${recordHref(ref)}/evidence`,
  plan: ({ id }) => `/plan/settings?plan=${encodeURIComponent(id)}&at=evidence`,
  question: (ref) => {
    const { assetId, factId } = questionOf(ref);
    return `/assets/${encodeURIComponent(assetId)}?tab=evidence&question=${encodeURIComponent(factId)}`;
  },
};

/** Path of the screen that shows the evidence of a record. */
export const evidenceHref = (ref: RecordRef): string => evidencePlaces[ref.kind]?.(ref) ?? recordHref(ref);

/** Path of everything that is written down about a record. */
export const historyHref = ({ kind, id }: RecordRef): string => `/history?kind=${kind}&record=${encodeURIComponent(id)}`;
