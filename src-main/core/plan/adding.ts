import type { Reply } from '../../../src-shared/contract/kernel.ts';
import type { TaskDraft } from '../../../src-shared/contract/plan.ts';
import type { Task, TaskLink } from '../../../src-shared/model/plan.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { type PlanEvent, settled, workingDays } from '../../engine/plan/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { recordKey } from '../records/index.ts';
import { spanFromToday } from './changing.ts';
import { insertEvent, insertTask, linkedTasks, type Plan, saveTask, tasksOf } from './store.ts';

export const noPlan = err({ code: 'policy.refused', detail: 'No plan is in force. Start one first.' } as const);

/** What adding a task needs beside its draft. */
export interface Stamp {
  readonly newId: () => string;
  readonly today: Task['addedOn'];
}

/** What a task was made from, in one key: two of one record are two where their check, their line or their cause differs. */
const aboutKey = (cause: Task['cause'], { kind, id, check, part }: TaskLink): string =>
  [cause, recordKey({ kind, id }), check ?? '', part ?? ''].join(' ');

/** What a draft is about, where an open task about the same makes it needless; null where it is always a task of its own. */
function aboutOf({ links, cause }: TaskDraft): string | null {
  const [only] = links;
  return only === undefined || links.length > 1 || cause === 'own' ? null : aboutKey(cause, only);
}

/** Open tasks of a plan, by what they were made from. */
function tasksByWhat(workspace: OpenWorkspace, plan: Plan): Map<string, string> {
  return new Map(
    linkedTasks(workspace, plan.id)
      .filter(({ state }) => state !== 'done' && state !== 'dropped')
      .map(({ id, cause, kind, record, check, part }) => [
        aboutKey(cause, { kind, id: record, check: check ?? undefined, part: part ?? undefined }),
        id,
      ]),
  );
}

/** Drafts that are about something no open task is about, each once, and the tasks the others are about. */
export function newDrafts(
  workspace: OpenWorkspace,
  plan: Plan,
  drafts: readonly TaskDraft[],
): { readonly drafts: readonly TaskDraft[]; readonly known: readonly string[] } {
  const held = tasksByWhat(workspace, plan);
  const wanted = new Set<string>();
  const known = new Set<string>();
  const fresh = drafts.filter((draft) => {
    const about = aboutOf(draft);
    if (about === null) return true;
    const there = held.get(about);
    if (there !== undefined) known.add(there);
    const isNew = there === undefined && !wanted.has(about);
    wanted.add(about);
    return isNew;
  });
  return { drafts: fresh, known: [...known] };
}

/** Adds tasks to a plan and answers with their ids; runs inside a command. */
export function addTasks(workspace: OpenWorkspace, plan: Plan, drafts: readonly TaskDraft[], stamp: Stamp): Reply<readonly string[]> {
  const days = workingDays(plan.calendar);
  const tasks = tasksOf(workspace, plan.id);
  const known = new Set(tasks.map(({ id }) => id));
  let rank = Math.max(0, ...tasks.map((task) => task.rank));
  const ids: string[] = [];
  for (const draft of drafts) {
    const missing = draft.dependsOn?.find((id) => !known.has(id));
    if (missing !== undefined) return err({ code: 'record.notFound', entity: 'task', id: missing });
    if (draft.span !== undefined && draft.span.end < draft.span.start)
      return err({ code: 'request.invalid', issues: ['span: the task ends before it starts'] });
    rank += 1;
    const task = taskOf(draft, rank, days, stamp);
    insertTask(workspace, plan.id, task);
    insertEvent(workspace, stamp.newId(), plan.id, eventOf(task, 'added', stamp.today, days));
    ids.push(task.id);
  }
  return ok(ids);
}

function taskOf(draft: TaskDraft, rank: number, days: ReturnType<typeof workingDays>, { newId, today }: Stamp): Task {
  const milestone = draft.milestone ?? false;
  return {
    id: newId(),
    phase: draft.phase,
    rank,
    title: draft.title,
    purpose: draft.purpose ?? '',
    steps: [],
    evidenceWanted: draft.evidenceWanted ?? '',
    ownerRole: draft.ownerRole ?? null,
    owner: draft.owner,
    state: 'todo',
    waitingFor: '',
    milestone,
    span: settled(days, draft.span ?? spanFromToday(days, today), milestone),
    planned: null,
    progress: 0,
    measure: draft.measure ?? null,
    dependsOn: [...new Set(draft.dependsOn ?? [])],
    links: [...new Map(draft.links.map((link) => [aboutKey(draft.cause, link), link])).values()],
    cause: draft.cause,
    addedOn: today,
    closed: null,
    reopened: null,
    revision: 0,
  };
}

/** What happened to a task, with its length from then on; a milestone is no work. */
export const eventOf = (task: Task, kind: PlanEvent['kind'], day: PlanEvent['day'], days: ReturnType<typeof workingDays>): PlanEvent => ({
  day,
  taskId: task.id,
  kind,
  days: lengthOf(task, days),
  cause: task.cause,
});

const lengthOf = (task: Task, days: ReturnType<typeof workingDays>): number => (task.milestone ? 0 : Math.max(1, days.count(task.span)));

/** Writes a changed task, and keeps it for the burndown where its length moved. */
export function keepChanged(workspace: OpenWorkspace, plan: Plan, before: Task, after: Task, stamp: Stamp): void {
  const days = workingDays(plan.calendar);
  saveTask(workspace, after);
  if (lengthOf(before, days) !== lengthOf(after, days))
    insertEvent(workspace, stamp.newId(), plan.id, eventOf(after, 'sized', stamp.today, days));
}
