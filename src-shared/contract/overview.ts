import { z } from 'zod';
import { IsoDate } from '../model/dates.ts';
import { VettingKind } from '../model/vetting.ts';
import { query } from './kernel.ts';

/** What somebody should do next. Words under `overview.action.<kind>` and `.detail`. */
export const ActionKind = z.enum([
  'incidentStep',
  'gateHeld',
  'screenAgain',
  'committeeDue',
  'answerEscalation',
  'redFlagOpen',
  'contactDue',
  'vettingDue',
  'transferHeld',
  'transferWaits',
  'decideFinding',
  'judgeHits',
  'loadLists',
  'watchLook',
  'riskDue',
  'assessmentDue',
  'trainingOverdue',
  'lateTask',
  'closeTask',
  'recurringDue',
  'answerQuestion',
  'review',
  'decide',
  'decideAgain',
  'checkRun',
  'mapAgain',
  'reclassify',
]);
export type ActionKind = z.infer<typeof ActionKind>;

export const NextAction = z.strictObject({
  kind: ActionKind,
  /** What it is about; empty where the words need no name. */
  title: z.string().max(700),
  detail: z.string().max(700),
  /** Records it settles. */
  count: z.int().nonnegative(),
  ownerName: z.string().max(200),
  due: IsoDate.nullable(),
  route: z.string().max(300),
});
export type NextAction = z.infer<typeof NextAction>;

/** Checks and undertakings of parties and staff that come up within a month or are past their day, the first first. */
const VettingComingUp = z.strictObject({
  subject: z.strictObject({ kind: z.enum(['party', 'person']), id: z.string().max(80) }),
  name: z.string().max(400),
  kind: VettingKind,
  dueOn: IsoDate,
});

export const overviewMethods = {
  'overview.vettings': query(z.strictObject({ limit: z.int().min(1).max(50) }), z.array(VettingComingUp), ['vetting', 'parties', 'people']),
  /**
   * What to do next across all rooms: what is late, then what is grave, then what settles most. No more than two of a kind, so that a few
   * lines mean different things to do.
   */
  'overview.actions': query(z.strictObject({ limit: z.int().min(1).max(50) }), z.array(NextAction), [
    'inventory',
    'people',
    'classification',
    'questions',
    'access',
    'screening',
    'vetting',
    'parties',
    'people',
    'lists',
    'cases',
    'programme',
    'plan',
    'rulepacks',
    'settings',
    'transfers',
  ]),
  /** Valid authorisations of people that run out within 60 days, or ran out, the first first. */
  'overview.authorisations': query(
    z.strictObject({ limit: z.int().min(1).max(50) }),
    z.array(
      z.strictObject({
        id: z.string().max(80),
        number: z.string().max(200),
        /** Null for one that stands for all nationals of a country. */
        personId: z.string().max(80).nullable(),
        name: z.string().max(300),
        validTo: IsoDate,
      }),
    ),
    ['people'],
  ),
  /** Access findings by the Monday of the week in which they began, oldest first; weeks without one are left out. */
  'overview.findingsTrend': query(
    z.strictObject({ weeks: z.int().min(1).max(520) }),
    z.array(z.strictObject({ week: IsoDate, count: z.int().positive() })),
    ['access'],
  ),
};
