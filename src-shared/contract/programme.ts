import { z } from 'zod';
import { ProgrammeElements, RegionalNotes } from '../formats/programme-catalogue.ts';
import { IsoDate } from '../model/dates.ts';
import { DutyRole } from '../model/duty-role.ts';
import { Maturity, OperatingModel, RiskBand, RiskStep, RiskTreatment } from '../model/programme.ts';
import { RecordRef } from '../model/record-ref.ts';
import { JournalEntry } from './journal.ts';
import { command, query } from './kernel.ts';
import { contactMethods } from './programme-contacts.ts';

/** The compliance programme: what is in place, where it could go wrong, who does what, what was decided, and the manual that says so. */

const Id = z.string().min(1).max(80);
const Revision = z.int().nonnegative();
const Count = z.int().nonnegative();
const Name = z.string().trim().min(1).max(200);
const Person = z.string().trim().max(200);
const Words = z.string().trim().max(2000);
const Long = z.string().trim().max(12_000);
const Country = z.string().regex(/^[A-Z]{2}$/);
const QuestionId = z.string().regex(/^ECP-\d\.\d$/);
const ElementId = z.string().regex(/^ECP-\d$/);

/** Days between reviews, and the target the company sets itself. Nothing here comes from a rule. */
export const ProgrammeSettings = z.strictObject({
  riskEveryDays: z.int().min(7).max(730),
  /** A change of the rules makes a risk assessment due before its day. */
  riskOnRuleChange: z.boolean(),
  assessEveryDays: z.int().min(30).max(1095),
  /** Maturity every question should reach. */
  target: Maturity,
  committeeEveryDays: z.int().min(7).max(400),
  operatingModel: OperatingModel.nullable(),
  operatingNote: Words,
});
export type ProgrammeSettings = z.infer<typeof ProgrammeSettings>;

// Self-assessment

export const ElementScoreView = z.strictObject({
  elementId: ElementId,
  applicable: Count,
  answered: Count,
  /** Mean of the answered questions, 0 to 4; null while none is answered. */
  maturity: z.number().min(0).max(4).nullable(),
  weakest: Maturity.nullable(),
});
export type ElementScoreView = z.infer<typeof ElementScoreView>;

export const AssessmentSummary = z.strictObject({
  id: Id,
  title: Name,
  assessedOn: IsoDate,
  by: Person,
  state: z.enum(['draft', 'final']),
  /** Mean of the elements, 0 to 4; null while nothing is answered. */
  maturity: z.number().min(0).max(4).nullable(),
  scores: z.array(ElementScoreView).max(12),
  applicable: Count,
  answered: Count,
  gaps: Count,
  revision: Revision,
});
export type AssessmentSummary = z.infer<typeof AssessmentSummary>;

export const AnswerView = z.strictObject({
  /** What evidence and tasks hang on. */
  id: z.string().max(120),
  questionId: QuestionId,
  applies: z.boolean(),
  maturity: Maturity.nullable(),
  note: Words,
  /** Where it can be seen: a document, a place, a person. */
  shownBy: Words,
  /** What is missing, in words. */
  gap: Words,
  /** Last time: maturity, or null where it was not answered or did not concern the company. */
  before: Maturity.nullable(),
  revision: Revision,
});
export type AnswerView = z.infer<typeof AnswerView>;

export const GapView = z.strictObject({
  elementId: ElementId,
  questionId: QuestionId,
  answerId: z.string().max(120),
  kind: z.enum(['below', 'notShown', 'unanswered']),
  steps: Count,
  text: z.string().max(600),
  gap: Words,
});
export type GapView = z.infer<typeof GapView>;

export const AssessmentDetail = z.strictObject({
  summary: AssessmentSummary,
  scope: Words,
  note: Words,
  answers: z.array(AnswerView).max(150),
  gaps: z.array(GapView).max(150),
  /** The one before it; null for the first. */
  last: AssessmentSummary.nullable(),
  moved: z.array(z.strictObject({ questionId: QuestionId, before: Maturity.nullable(), now: Maturity.nullable() })).max(150),
  target: Maturity,
});
export type AssessmentDetail = z.infer<typeof AssessmentDetail>;

/** When a recurring review is due and why. */
export const DueView = z.strictObject({
  lastOn: IsoDate.nullable(),
  dueOn: IsoDate,
  because: z.enum(['never', 'calendar', 'ruleChange']),
  due: z.boolean(),
  /** Rule changes since the last one. */
  since: z
    .array(z.strictObject({ on: IsoDate, title: z.string().max(400), pack: z.string().max(200), packId: z.string().max(80) }))
    .max(200),
  /** Known changes still to come before the day. */
  ahead: z
    .array(z.strictObject({ on: IsoDate, title: z.string().max(400), pack: z.string().max(200), packId: z.string().max(80) }))
    .max(200),
});
export type DueView = z.infer<typeof DueView>;

// Risk assessment

const RatingFields = {
  likelihood: RiskStep.nullable(),
  effect: RiskStep.nullable(),
  /** The same with what holds the risk down. */
  likelihoodAfter: RiskStep.nullable(),
  effectAfter: RiskStep.nullable(),
  safeguards: Words,
  treatment: RiskTreatment.nullable(),
  owner: Person,
  due: IsoDate.nullable(),
  note: Words,
};

/** What a line speaks of. `assetId` null: every model. */
export const RiskSubject = z.strictObject({
  assetId: Id.nullable(),
  country: Country,
  /** One of the offered uses (`commercial`), or own words. */
  endUse: z.string().trim().min(1).max(120),
  misuse: z.string().trim().min(1).max(120),
});
export type RiskSubject = z.infer<typeof RiskSubject>;

export const RiskRowView = z.strictObject({
  id: Id,
  subject: RiskSubject,
  assetName: z.string().max(500),
  ...RatingFields,
  /** 1 to 25 without and with safeguards, and what is left; null while unrated. */
  score: z.int().min(1).max(25).nullable(),
  scoreAfter: z.int().min(1).max(25).nullable(),
  band: RiskBand.nullable(),
  /** What was left of it last time; null where it was not there or not rated. */
  last: z.int().min(1).max(25).nullable(),
  move: z.enum(['new', 'up', 'down', 'same']).nullable(),
  revision: Revision,
});
export type RiskRowView = z.infer<typeof RiskRowView>;

export const RiskSummaryView = z.strictObject({
  id: Id,
  title: Name,
  assessedOn: IsoDate,
  cause: z.enum(['first', 'calendar', 'ruleChange', 'event']),
  state: z.enum(['draft', 'signed']),
  signedBy: Person,
  signedOn: IsoDate.nullable(),
  rows: Count,
  unrated: Count,
  byBand: z.record(RiskBand, Count),
  worst: z.int().min(1).max(25).nullable(),
  revision: Revision,
});
export type RiskSummaryView = z.infer<typeof RiskSummaryView>;

export const RiskDetail = z.strictObject({
  summary: RiskSummaryView,
  causeNote: Words,
  conclusion: Words,
  signNote: Words,
  rows: z.array(RiskRowView).max(1000),
  /** Lines of the last signed one that are no more. */
  gone: z.array(z.strictObject({ assetName: z.string().max(500), subject: RiskSubject, last: z.int().nullable() })).max(1000),
  obstacles: z.array(z.strictObject({ code: z.enum(['empty', 'unrated', 'untreated', 'unowned', 'undated']), count: Count })),
  /** Rule packs as they were at the signature, or as they are now. */
  packs: z.array(z.string().max(120)).max(60),
});
export type RiskDetail = z.infer<typeof RiskDetail>;

/** What the register says of models, to begin from. */
export const RiskStarter = z.strictObject({
  assetId: Id,
  name: z.string().max(500),
  countries: z.array(Country).max(300),
  misuses: z.array(z.string().max(120)).max(40),
  intendedUse: z.string().max(400),
});
export type RiskStarter = z.infer<typeof RiskStarter>;

// Organisation

export const Duty = z.strictObject({
  id: Id,
  role: DutyRole,
  person: Name,
  /** The same person in the register; null where they are not in it. */
  personId: Id.nullable(),
  /** Null: the whole company. */
  siteId: Id.nullable(),
  deputy: Person,
  /** What they do, in words. */
  duties: Words,
  /** May stop a release or a transfer on their own. */
  mayStop: z.boolean(),
  since: IsoDate.nullable(),
  revision: Revision,
});
export type Duty = z.infer<typeof Duty>;

export const EscalationStep = z.strictObject({
  role: DutyRole,
  /** Hours until the next step is taken when this one has not answered. */
  withinHours: z.int().min(1).max(8760),
  what: Words,
});
export const EscalationPath = z.strictObject({
  id: Id,
  name: Name,
  /** When it is taken. */
  when: Words,
  /** What is stopped at once. */
  halt: Words,
  steps: z.array(EscalationStep).min(1).max(12),
  revision: Revision,
});
export type EscalationPath = z.infer<typeof EscalationPath>;

export const RegionView = z.strictObject({
  note: RegionalNotes.shape.notes.element,
  /** Sites that fall under it. */
  sites: z.array(z.strictObject({ id: Id, name: z.string().max(200) })).max(200),
  /** Authorities and groups of the region that the company is in touch with. */
  contacts: z.array(z.strictObject({ id: Id, name: z.string().max(200) })).max(500),
  own: Words,
  checkedOn: IsoDate.nullable(),
  checkedBy: Person,
  /** Pack in use, with its day; null where it is switched off. */
  pack: z
    .strictObject({ id: z.string().max(80), title: z.string().max(200), version: z.string().max(40), lastChecked: IsoDate })
    .nullable(),
  revision: Revision,
});
export type RegionView = z.infer<typeof RegionView>;

export const Organisation = z.strictObject({
  sites: z
    .array(
      z.strictObject({
        id: Id,
        name: z.string().max(200),
        country: z.string().max(2),
        city: z.string().max(200),
        assets: Count,
        covered: z.boolean(),
      }),
    )
    .max(1000),
  duties: z.array(Duty).max(500),
  /** Roles of every programme that nobody holds. */
  unfilled: z.array(DutyRole).max(20),
  model: OperatingModel.nullable(),
  modelNote: Words,
  /** Facts that speak against the model chosen. */
  tensions: z
    .array(
      z.strictObject({ code: z.enum(['noHeadquarters', 'noRegional', 'strayRegional', 'nobodyMayStop', 'noEscalation']), count: Count }),
    )
    .max(10),
  regions: z.array(RegionView).max(80),
  /** Countries with sites for which no note ships. */
  withoutNote: z.array(Country).max(300),
  asOf: IsoDate,
  paths: z.array(EscalationPath).max(60),
});
export type Organisation = z.infer<typeof Organisation>;

// Committee

export const Decision = z.strictObject({
  id: Id,
  meetingId: Id,
  text: Words.min(1),
  /** Something to do, with an owner; else a ruling that stands. */
  action: z.boolean(),
  owner: Person,
  due: IsoDate.nullable(),
  links: z.array(RecordRef).max(20),
  revision: Revision,
});
export type Decision = z.infer<typeof Decision>;
/** A decision as it is shown: its records with what they are called now, null where they are gone. */
export const DecisionView = Decision.extend({
  linked: z.array(z.strictObject({ record: RecordRef, name: z.string().max(400).nullable() })).max(20),
});
export type DecisionView = z.infer<typeof DecisionView>;

const MeetingFields = {
  title: Name,
  heldOn: IsoDate,
  place: z.string().trim().max(200),
  chair: Person,
  attendees: z.array(Name).max(60),
  agenda: Long,
  minutes: Long,
  state: z.enum(['planned', 'held']),
};
export const MeetingSummary = z.strictObject({
  id: Id,
  title: Name,
  heldOn: IsoDate,
  chair: Person,
  attendees: Count,
  state: z.enum(['planned', 'held']),
  /** Planned for a day that has passed. */
  overdue: z.boolean(),
  decisions: Count,
  actions: Count,
  revision: Revision,
});
export type MeetingSummary = z.infer<typeof MeetingSummary>;
export const Meeting = z.strictObject({ id: Id, ...MeetingFields, decisions: z.array(DecisionView).max(200), revision: Revision });
export type Meeting = z.infer<typeof Meeting>;

// Policy manual

export const ManualSection = z.strictObject({
  id: Id,
  title: z.string().max(200),
  /** What the reader sees: own words, or what the workspace says. */
  body: z.string().max(16_000),
  /** What the workspace says today; null for a section of the company's own. */
  said: z.string().max(16_000).nullable(),
  edited: z.boolean(),
  /** The workspace says something else than when the section was edited. */
  drifted: z.boolean(),
  /** Differs from the last version issued; `new` where it was not in it. */
  sinceIssue: z.enum(['same', 'changed', 'new']),
  included: z.boolean(),
  revision: Revision,
});
export type ManualSection = z.infer<typeof ManualSection>;
export const ManualVersionSummary = z.strictObject({
  id: Id,
  number: z.int().positive(),
  issuedOn: IsoDate,
  by: Person,
  approvedBy: Person,
  note: Words,
  /** Sections that differ from the version before. */
  changed: Count,
  sections: Count,
});
export type ManualVersionSummary = z.infer<typeof ManualVersionSummary>;
export const ManualText = z.array(z.strictObject({ title: z.string().max(200), body: z.string().max(16_000) })).max(60);
export type ManualText = z.infer<typeof ManualText>;
export const Manual = z.strictObject({
  sections: z.array(ManualSection).max(60),
  versions: z.array(ManualVersionSummary).max(500),
  /** Sections that differ from the last version issued, gone ones included. */
  waiting: Count,
});
export type Manual = z.infer<typeof Manual>;

/** Work that waits in the programme, for its tabs, the sidebar and the overview. */
export const ProgrammeStanding = z.strictObject({
  assessment: z.strictObject({ due: DueView, latest: AssessmentSummary.nullable() }),
  risk: z.strictObject({ due: DueView, latest: RiskSummaryView.nullable(), draft: Id.nullable() }),
  committee: z.strictObject({ next: IsoDate.nullable(), due: DueView, overdueMeetings: Count }),
  organisation: z.strictObject({ unfilled: Count, tensions: Count }),
  manual: z.strictObject({ version: z.int().nullable(), issuedOn: IsoDate.nullable(), waiting: Count, drifted: Count }),
});
export type ProgrammeStanding = z.infer<typeof ProgrammeStanding>;

const changed = ['programme', 'journal'] as const;
const at = z.strictObject({ id: Id, revision: Revision });

export const programmeMethods = {
  ...contactMethods,
  /** What was done to one record of the programme, newest first. */
  'programme.history': query(
    z.strictObject({
      of: z.enum(['assessments', 'risk_assessments', 'committee_meetings', 'training_courses', 'training_sessions']),
      id: Id,
    }),
    z.array(JournalEntry).max(200),
    ['programme', 'journal'],
  ),
  'programme.elements': query(z.strictObject({}), ProgrammeElements, []),
  'programme.standing': query(z.strictObject({}), ProgrammeStanding, [
    'programme',
    'settings',
    'rulepacks',
    'inventory',
    'lists',
    'screening',
  ]),
  'programme.settings': query(z.strictObject({}), ProgrammeSettings, ['programme']),
  'programme.saveSettings': command(ProgrammeSettings.partial(), ProgrammeSettings, [...changed]),

  'programme.assessments': query(z.strictObject({}), z.array(AssessmentSummary).max(500), ['programme', 'evidence']),
  'programme.assessment': query(z.strictObject({ id: Id }), AssessmentDetail, ['programme', 'evidence']),
  'programme.startAssessment': command(
    z.strictObject({
      title: Name,
      assessedOn: IsoDate,
      by: Person,
      scope: Words,
      /** Begins from the answers of the last one, to be looked at again. */
      carryOver: z.boolean(),
    }),
    AssessmentDetail,
    [...changed],
  ),
  'programme.saveAssessment': command(
    at.extend({ title: Name, assessedOn: IsoDate, by: Person, scope: Words, note: Words }),
    AssessmentDetail,
    [...changed],
  ),
  'programme.answer': command(
    z.strictObject({
      assessmentId: Id,
      questionId: QuestionId,
      revision: Revision,
      applies: z.boolean(),
      maturity: Maturity.nullable(),
      note: Words,
      shownBy: Words,
      gap: Words,
    }),
    AssessmentDetail,
    [...changed],
  ),
  'programme.finishAssessment': command(at.extend({ final: z.boolean() }), AssessmentDetail, [...changed]),
  'programme.removeAssessment': command(at, z.strictObject({ removed: z.boolean() }), [...changed]),

  'programme.risks': query(z.strictObject({}), z.strictObject({ due: DueView, list: z.array(RiskSummaryView).max(500) }), [
    'programme',
    'rulepacks',
    'settings',
  ]),
  'programme.risk': query(z.strictObject({ id: Id }), RiskDetail, ['programme', 'inventory', 'rulepacks']),
  'programme.riskStarters': query(z.strictObject({}), z.array(RiskStarter).max(500), ['inventory']),
  'programme.startRisk': command(
    z.strictObject({
      title: Name,
      assessedOn: IsoDate,
      cause: RiskSummaryView.shape.cause,
      causeNote: Words,
      /** Takes the lines of the last signed one with their scores, to be looked at again. */
      carryOver: z.boolean(),
    }),
    RiskDetail,
    [...changed],
  ),
  'programme.saveRisk': command(
    at.extend({ title: Name, assessedOn: IsoDate, cause: RiskSummaryView.shape.cause, causeNote: Words, conclusion: Words }),
    RiskDetail,
    [...changed],
  ),
  'programme.addRiskRows': command(z.strictObject({ riskId: Id, rows: z.array(RiskSubject).min(1).max(400) }), RiskDetail, [...changed]),
  'programme.saveRiskRow': command(at.extend(RatingFields), RiskDetail, [...changed]),
  'programme.removeRiskRows': command(z.strictObject({ riskId: Id, ids: z.array(Id).min(1).max(400) }), RiskDetail, [...changed]),
  'programme.signRisk': command(at.extend({ by: Name, on: IsoDate, note: Words }), RiskDetail, [...changed]),
  'programme.reopenRisk': command(at.extend({ reason: Words.min(1) }), RiskDetail, [...changed]),
  'programme.removeRisk': command(at, z.strictObject({ removed: z.boolean() }), [...changed]),

  'programme.organisation': query(z.strictObject({}), Organisation, ['programme', 'inventory', 'rulepacks', 'settings']),
  'programme.saveDuty': command(Duty.extend({ id: Id.nullable() }), Organisation, [...changed]),
  'programme.removeDuty': command(at, Organisation, [...changed]),
  'programme.saveRegion': command(
    z.strictObject({ code: z.string().max(10), revision: Revision, own: Words, checkedOn: IsoDate.nullable(), checkedBy: Person }),
    Organisation,
    [...changed],
  ),
  'programme.savePath': command(EscalationPath.extend({ id: Id.nullable() }), Organisation, [...changed]),
  'programme.removePath': command(at, Organisation, [...changed]),

  'programme.meetings': query(z.strictObject({}), z.array(MeetingSummary).max(1000), ['programme']),
  'programme.meeting': query(z.strictObject({ id: Id }), Meeting, ['programme']),
  'programme.saveMeeting': command(z.strictObject({ id: Id.nullable(), revision: Revision, ...MeetingFields }), Meeting, [...changed]),
  'programme.removeMeeting': command(at, z.strictObject({ removed: z.boolean() }), [...changed]),
  'programme.saveDecision': command(Decision.extend({ id: Id.nullable() }), Meeting, [...changed]),
  'programme.removeDecision': command(at, Meeting, [...changed]),

  'programme.manual': query(z.strictObject({}), Manual, [
    'programme',
    'settings',
    'inventory',
    'rulepacks',
    'lists',
    'screening',
    'access',
  ]),
  'programme.manualVersion': query(
    z.strictObject({ id: Id }),
    z.strictObject({ summary: ManualVersionSummary, text: ManualText, before: ManualText.nullable() }),
    ['programme'],
  ),
  'programme.saveSection': command(
    z.strictObject({
      /** Null adds a section of the company's own. */
      id: Id.nullable(),
      revision: Revision,
      title: Name,
      body: z.string().trim().min(1).max(16_000),
      included: z.boolean(),
    }),
    Manual,
    [...changed],
  ),
  'programme.restoreSection': command(at, Manual, [...changed]),
  'programme.removeSection': command(at, Manual, [...changed]),
  'programme.issueManual': command(z.strictObject({ approvedBy: Name, note: Words }), z.strictObject({ number: z.int().positive() }), [
    ...changed,
  ]),
} as const;
