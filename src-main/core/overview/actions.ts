import type { IncidentRow } from '../../../src-shared/contract/cases.ts';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { NextAction } from '../../../src-shared/contract/overview.ts';
import type { RecurringItem } from '../../../src-shared/contract/plan.ts';
import { daysBetween, type IsoDate, isoDate } from '../../../src-shared/model/dates.ts';
import type { ScheduledTask } from '../../../src-shared/model/plan.ts';
import { type WeighedAction, weights } from './weigh.ts';

const plain = { title: '', detail: '', count: 1, ownerName: '', due: null } as const;
const soonDays = 14;

/** Compute above what was expected can be a sign that a limit is being got round; the others are answers believed to stand that do not. */
const classificationWeights: Readonly<Partial<Record<NextAction['kind'], number>>> = {
  checkRun: weights.grave + 4,
  decide: weights.grave + 5,
  decideAgain: weights.believedWrong,
  mapAgain: weights.believedWrong,
};

/** The classification's own list: what believed answers no longer hold comes before what questions settle. */
export function classificationActions(overview: OutputOf<'overview.get'>): WeighedAction[] {
  const weightOf = (kind: NextAction['kind']) => classificationWeights[kind] ?? weights.settles;
  return overview.nextActions.map(({ kind, title, detail, unblocks, ownerName, due, route }, place) => ({
    ...{ kind, title, detail, count: unblocks, ownerName, due, route },
    weight: weightOf(kind) + place / 100,
  }));
}

/** Grave findings nobody decided. */
export const findingActions = (
  findings: readonly { readonly id: string; readonly label: string; readonly title: string }[],
): WeighedAction[] =>
  findings.map(({ id, label, title }, place) => ({
    ...plain,
    ...{ kind: 'decideFinding', title, detail: label, route: `/access/findings/${id}`, weight: weights.grave + place / 100 },
  }));

/** Possible matches that wait, and lists that are old or not there. */
export function screeningActions({ waiting, lists, subjects, due, dueOn }: OutputOf<'screening.standing'>): WeighedAction[] {
  const old = lists.filter((one) => one.old).length;
  const official = lists.some(({ training }) => !training);
  const actions: WeighedAction[] = [];
  if (waiting.hits > 0)
    actions.push({
      ...plain,
      ...{ kind: 'judgeHits', count: waiting.hits, detail: String(waiting.strong), route: '/parties/queue' },
      weight: waiting.strong > 0 ? weights.grave + 2 : weights.waiting,
    });
  if (old > 0 || (!official && subjects.parties > 0))
    actions.push({
      ...plain,
      kind: 'loadLists',
      count: old,
      detail: official ? 'old' : 'none',
      route: official ? '/lists?old=yes' : '/lists',
      weight: weights.waiting + 2,
    });
  if (due) actions.push({ ...plain, kind: 'screenAgain', due: dueOn, route: '/parties/runs', weight: weights.regular - 2 });
  return actions;
}

/** What is done next about an open incident. */
type OpenIncident = Pick<IncidentRow, 'id' | 'number' | 'title' | 'owner' | 'due' | 'dueFor' | 'late' | 'steps'>;

/**
 * One action for each open incident. A day that passed or comes within two weeks is named before the step that is next; but where nothing is
 * stopped yet, that comes before any day, and counts as late.
 */
export const incidentActions = (incidents: readonly OpenIncident[], today: IsoDate): WeighedAction[] =>
  incidents.map(({ id, number, title, owner, due, dueFor, late, steps }): WeighedAction => {
    const step = steps.find(({ state }) => state === 'now')?.id ?? 'close';
    const soon = due !== null && (late || daysBetween(today, due) <= soonDays);
    const about = {
      kind: 'incidentStep',
      title: `${number} ${title}`,
      count: 1,
      ownerName: owner,
      route: `/programme/incidents/${id}`,
    } as const;
    if (step === 'stop') return { ...about, detail: step, due, weight: weights.late };
    if (soon) return { ...about, detail: dueFor, due, weight: late ? weights.late : weights.dueSoon };
    return { ...about, detail: step, due: null, weight: step === 'close' ? weights.regular : weights.grave + 1 };
  });

/** Questions passed on to somebody and not answered, the first due first. */
export const escalationActions = (
  open: readonly { readonly to_name: string; readonly ask: string; readonly due_on: string | null; readonly asked_on: string }[],
  today: IsoDate,
): WeighedAction[] =>
  open.map(({ to_name, ask, due_on, asked_on }, place) => {
    const due = due_on === null ? null : isoDate(due_on);
    return {
      ...plain,
      ...{ kind: 'answerEscalation', title: ask, detail: String(Math.max(0, daysBetween(asked_on, today))), ownerName: to_name, due },
      route: `/escalations?to=${encodeURIComponent(to_name)}`,
      weight: (due !== null && due < today ? weights.late + 5 : weights.waiting + 1) + place / 1000,
    };
  });

/** Parties on which somebody saw a red flag that is not resolved, the longest open first. */
export const redFlagActions = (
  parties: readonly { readonly id: string; readonly name: string; readonly count: number; readonly since: string }[],
  today: IsoDate,
): WeighedAction[] =>
  parties.map(({ id, name, count, since }, place) => ({
    ...plain,
    ...{ kind: 'redFlagOpen', title: name, count, detail: String(daysBetween(since, today)), route: `/parties/${id}?tab=flags` },
    weight: weights.grave + 1.5 + place / 1000,
  }));

/** Checks and undertakings that are missing, overdue or came out badly: one line for parties, one for staff. */
export function vettingActions(
  open: readonly {
    readonly subject: { readonly kind: 'party' | 'person' };
    readonly name: string;
    readonly state: string;
    readonly dueOn: IsoDate | null;
  }[],
): WeighedAction[] {
  return (['party', 'person'] as const).flatMap((kind): WeighedAction[] => {
    const own = open.filter(({ subject }) => subject.kind === kind);
    const bad = own.filter(({ state }) => state === 'notPassed' || state === 'refused').length;
    const due = own.flatMap(({ dueOn }) => dueOn ?? []).sort()[0] ?? null;
    if (own.length === 0) return [];
    const about = {
      kind: 'vettingDue',
      count: own.length,
      detail: kind,
      due,
      route: `/vetting?who=${kind === 'party' ? 'parties' : 'people'}`,
    };
    return [{ ...plain, ...about, kind: 'vettingDue', weight: bad > 0 ? weights.grave + 6 : weights.waiting + (due === null ? 5 : 3) }];
  });
}

/** Gates at the end of a training or before a release that hold a model back. */
export const gateActions = (
  held: readonly {
    readonly assetId: string;
    readonly name: string;
    readonly ownerName: string;
    readonly gate: string;
    readonly missing: number;
  }[],
): WeighedAction[] =>
  held.map(({ assetId, name, ownerName, gate, missing }, place) => ({
    ...plain,
    ...{ kind: 'gateHeld', title: name, detail: gate, count: missing, ownerName, route: `/programme/gates/${assetId}` },
    weight: weights.grave + 4.5 + place / 100,
  }));

/** Rule changes and packs somebody has to look at. */
export const watchActions = (due: number): WeighedAction[] =>
  due === 0 ? [] : [{ ...plain, kind: 'watchLook', count: due, route: '/rules/watch?view=due', weight: weights.waiting + 4 }];

/** Risk assessment, self-assessment and committee, when their day has come. */
export const programmeActions = ({ risk, assessment, committee }: OutputOf<'programme.standing'>): WeighedAction[] => [
  ...(risk.due.due
    ? [
        {
          ...plain,
          kind: 'riskDue' as const,
          detail: risk.due.because,
          due: risk.due.dueOn,
          route: '/programme/risk',
          weight: weights.regular,
        },
      ]
    : []),
  ...(assessment.due.due
    ? [
        {
          ...plain,
          kind: 'assessmentDue' as const,
          detail: assessment.due.because,
          due: assessment.due.dueOn,
          route: '/programme',
          weight: weights.regular + 2,
        },
      ]
    : []),
  ...(committee.overdueMeetings > 0 || (committee.due.due && committee.next === null)
    ? [
        {
          ...plain,
          kind: 'committeeDue' as const,
          detail: committee.overdueMeetings > 0 ? 'overdue' : committee.due.because,
          due: committee.overdueMeetings > 0 ? null : committee.due.dueOn,
          route: '/programme/committee',
          weight: weights.regular + 4,
        },
      ]
    : []),
];

/** People whose training is overdue, in one line. */
export const trainingActions = ({
  people,
  since,
  courses,
  first,
}: {
  readonly people: number;
  readonly since: IsoDate | null;
  readonly courses: number;
  readonly first: string;
}): WeighedAction[] =>
  people === 0
    ? []
    : [
        {
          ...plain,
          ...{ kind: 'trainingOverdue', count: people, title: first, detail: String(courses), due: since },
          route: '/programme/training?view=people&state=overdue',
          weight: weights.regular + 1,
        },
      ];

/** Transfers that are held or wait, with the day they are to go: those past it after the steps of incidents, what is held and goes soon before what only waits. */
export const transferActions = (
  due: readonly {
    readonly id: string;
    readonly name: string;
    readonly state: 'held' | 'waiting' | 'lapsed';
    readonly day: IsoDate;
    readonly owner: string;
  }[],
  today: IsoDate,
): WeighedAction[] =>
  due.map(({ id, name, state, day, owner }, place) => ({
    ...plain,
    ...{ kind: state === 'held' ? 'transferHeld' : 'transferWaits', title: name, detail: state, ownerName: owner, due: day },
    route: `/transfers/${id}`,
    weight: (day < today ? weights.dueSoon + 5 : state === 'waiting' ? weights.waiting + 1.5 : weights.grave + 3.5) + place / 1000,
  }));

/** What came round in the calendar and nobody deals with yet, in one line. */
export function recurringActions(due: readonly RecurringItem[]): WeighedAction[] {
  const [first] = due;
  if (first === undefined) return [];
  const { title, owner, next } = first;
  const about = { title, detail: '', count: due.length, ownerName: owner, due: next, route: '/plan/calendar' };
  return [{ ...about, kind: 'recurringDue', weight: weights.regular + 3 }];
}

/** Authorities and groups to speak to again, in one line. */
export function contactActions(
  due: readonly { readonly id: string; readonly name: string; readonly owner: string; readonly nextOn: IsoDate | null }[],
): WeighedAction[] {
  const [first] = due;
  if (first === undefined) return [];
  const route = `/programme/organisation?view=contacts${due.length === 1 ? `&contact=${encodeURIComponent(first.id)}` : ''}`;
  const about = { title: first.name, detail: '', count: due.length, ownerName: first.owner, due: first.nextOn, route };
  return [{ ...about, kind: 'contactDue', weight: weights.regular + 3.5 }];
}

/** Tasks whose planned day has passed, the latest first, and tasks that what they measure would let close. */
export const taskActions = (tasks: readonly ScheduledTask[], today: IsoDate): WeighedAction[] =>
  tasks.flatMap((task): WeighedAction[] => {
    if (task.state === 'dropped') return [];
    const about = { title: task.title, detail: '', ownerName: task.owner, due: task.span.end, route: `/plan/tasks/${task.id}` };
    if (task.closed === null && task.proposal === 'close') return [{ ...about, kind: 'closeTask', count: 1, weight: weights.waiting + 6 }];
    if (task.closed !== null || task.slipDays === 0 || task.span.end >= today) return [];
    return [
      {
        ...about,
        kind: 'lateTask',
        count: task.slipDays,
        weight: weights.waiting + (task.critical ? -2 : 3) - Math.min(1, task.slipDays / 100),
      },
    ];
  });
