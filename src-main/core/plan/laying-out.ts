import type { PlanView, RoleOwner } from '../../../src-shared/contract/plan.ts';
import type { PlanPack } from '../../../src-shared/formats/plan-pack.ts';
import { dayAfter, type IsoDate } from '../../../src-shared/model/dates.ts';
import type { Task, WorkCalendar } from '../../../src-shared/model/plan.ts';
import { layOut, workingDays } from '../../engine/plan/index.ts';

/** A template on the days of a calendar. */
export interface LaidOut {
  readonly phases: PlanView['phases'];
  readonly endsOn: IsoDate;
  readonly tasks: readonly Task[];
}

/** Puts a template on days: each task where it is planned, with the name that stands for its role. */
export function laidOut(
  pack: PlanPack,
  about: {
    readonly startsOn: IsoDate;
    readonly calendar: WorkCalendar;
    readonly owners: readonly RoleOwner[];
    readonly newId: () => string;
  },
): LaidOut {
  const days = workingDays(about.calendar);
  const placed = layOut(
    pack.tasks.map(({ key, ...place }) => ({ id: key, ...place })),
    about.startsOn,
    days,
  );
  if (!placed.ok) throw new Error(`Tasks of ${pack.id} wait for each other: ${placed.error.join(', ')}`);
  const ids = new Map(pack.tasks.map(({ key }) => [key, about.newId()]));
  const named = new Map(about.owners.map(({ role, name }) => [role, name]));
  const tasks = pack.tasks.map((one, place): Task => {
    const span = placed.value.get(one.key) ?? { start: about.startsOn, end: about.startsOn };
    return {
      id: ids.get(one.key) ?? one.key,
      phase: one.phase,
      rank: place + 1,
      title: one.title,
      purpose: one.purpose,
      steps: one.steps.map((text) => ({ text, done: false })),
      evidenceWanted: one.evidenceWanted,
      ownerRole: one.ownerRole,
      owner: one.ownerRole === null ? '' : (named.get(one.ownerRole) ?? ''),
      state: 'todo',
      waitingFor: '',
      milestone: one.milestone,
      span,
      planned: span,
      progress: 0,
      measure: one.measure,
      dependsOn: one.dependsOn.flatMap((id) => ids.get(id) ?? []),
      links: [],
      cause: 'template',
      addedOn: about.startsOn,
      closed: null,
      reopened: null,
      revision: 0,
    };
  });
  const endsOn = tasks.reduce((last, { span }) => (span.end > last ? span.end : last), about.startsOn);
  const phases = pack.phases.map(({ phase, from, to }, place) => {
    const start = dayAfter(about.startsOn, (from - 1) * 7);
    // A phase ends with the working week, not with the weekend after it; the last one with the plan.
    const end = days.onOrBefore(dayAfter(about.startsOn, to * 7 - 1));
    return { phase, start, end: place === pack.phases.length - 1 ? endsOn : end < start ? start : end };
  });
  return { phases, endsOn, tasks };
}
