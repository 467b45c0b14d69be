import type { Method, OutputOf } from '../../src-shared/contract/index.ts';
import { ok, type Result } from '../../src-shared/model/result.ts';
import { english } from '../../src-shared/text/en/index.ts';
import { createText } from '../../src-shared/text/format.ts';
import { defineCommand } from './command.ts';
import { readingOptions, readingWorkspace } from './reading.ts';
import type { Refusal } from './refusal.ts';
import type { HeadlessWorkspace } from './workspace.ts';

const usage = `Usage: gatehouse status --workspace DIR [--json] [--on YYYY-MM-DD] [--passphrase-fd N]

Says where a workspace stands: the numbers of its overview, from the same questions the window asks. Changes nothing in it.
  --json           one JSON object; else lines to read
  --on             day to judge by; the workspace's own where it is not given
  --passphrase-fd  number of an open file descriptor whose first line is the passphrase; asked at the terminal where it is not given
The passphrase is never an argument and never taken from the environment.
`;

/** What \`--json\` prints; documented in docs/cli.md. */
interface Status {
  readonly workspace: { readonly name: string; readonly kind: string };
  readonly on: string;
  readonly assets: number;
  readonly standing: OutputOf<'overview.get'>['byStanding'];
  readonly measures: Readonly<Record<string, { readonly done: number; readonly of: number }>>;
  readonly openQuestions: number;
  readonly stale: number;
  readonly secondLooksWaiting: number;
  readonly decisions: {
    /** Assets whose newest decision takes the finding as it is, and those whose newest decision goes against it. */
    readonly accepted: number;
    readonly overridden: number;
    /** Decisions that run out within 60 days or have run out, the first of them. */
    readonly expiring: readonly { readonly asset: string; readonly classification: string; readonly expiresOn: string }[];
  };
  readonly access: { readonly open: number; readonly high: number };
  readonly screening: {
    readonly waiting: number;
    readonly strong: number;
    readonly neverScreened: number;
    readonly changedSince: number;
    readonly lists: readonly {
      readonly code: string;
      readonly title: string;
      readonly ageDays: number | null;
      readonly old: boolean;
      readonly training: boolean;
    }[];
  };
  readonly quality: {
    readonly checks: number;
    readonly found: number;
    readonly high: number;
    readonly medium: number;
    readonly low: number;
  };
  readonly plan: {
    readonly title: string;
    readonly startsOn: string;
    readonly endsOn: string;
    readonly week: number;
    readonly weeks: number;
    readonly tasks: { readonly total: number; readonly closed: number; readonly late: number };
    readonly expectedEnd: string | null;
  } | null;
  readonly incidents: { readonly open: number; readonly late: number };
  readonly gates: { readonly held: number; readonly overtaken: number };
  readonly transfers: {
    readonly open: number;
    readonly held: number;
    readonly waiting: number;
    readonly cleared: number;
    readonly late: number;
  };
  readonly watch: { readonly due: number };
  readonly programme: {
    /** Newest final self-assessment; null where there is none. Maturity 0 to 4, null where nothing was scored. */
    readonly assessed: { readonly on: string; readonly maturity: number | null; readonly gaps: number } | null;
    readonly reviews: Readonly<Record<'assessment' | 'risk' | 'committee', { readonly due: boolean; readonly dueOn: string }>>;
    readonly overdueMeetings: number;
  };
  /** What to do next, the first first, as the overview says it. */
  readonly next: readonly {
    readonly kind: string;
    readonly what: string;
    readonly why: string;
    readonly owner: string;
    readonly due: string | null;
    readonly count: number;
  }[];
  readonly packs: readonly { readonly id: string; readonly version: string; readonly lastChecked: string; readonly reviewDue: boolean }[];
}

/** As many next actions as the overview shows. */
const nextActions = 5;

const text = createText<Record<string, string>>('en', english);

export const run = defineCommand({
  name: 'status',
  usage,
  options: readingOptions,
  perform: (given, io) =>
    readingWorkspace(given, io, async (workspace) => {
      const status = await statusOf(workspace);
      if (!status.ok) return status;
      io.stdout(given.json === true ? `${JSON.stringify(status.value)}\n` : linesOf(status.value));
      return ok(`${status.value.workspace.name}, judged as of ${status.value.on}. Not legal advice.`);
    }),
});

/** Asks what the overview asks. */
async function statusOf(workspace: HeadlessWorkspace): Promise<Result<Status, Refusal>> {
  const refusals: Refusal[] = [];
  const ask = async <M extends Method>(method: M, input: unknown = {}): Promise<OutputOf<M> | undefined> => {
    const reply = await workspace.call<OutputOf<M>>(method, input);
    if (reply.ok) return reply.value;
    refusals.push(reply.error);
    return undefined;
  };
  const open = { states: ['open'], limit: 1 };
  const about = await ask('workspace.status');
  const overview = await ask('overview.get');
  const measures = await ask('measures.read');
  const findings = await ask('access.findings', open);
  const grave = await ask('access.findings', { ...open, severities: ['high'] });
  const screening = await ask('screening.standing');
  const quality = await ask('quality.check');
  const plan = await ask('plan.get');
  const incidents = await ask('cases.incidents', { view: 'open', limit: 1 });
  const gates = await ask('cases.gates', { limit: 1 });
  const transfers = await ask('transfers.list', { view: 'open', offset: 0, limit: 1 });
  const watch = await ask('cases.watch');
  const programme = await ask('programme.standing');
  const next = await ask('overview.actions', { limit: nextActions });
  const [refusal] = refusals;
  if (refusal !== undefined) return { ok: false, error: refusal };
  if (
    !about?.workspace ||
    !overview ||
    !measures ||
    !findings ||
    !grave ||
    !screening ||
    !quality ||
    !incidents ||
    !gates ||
    !transfers ||
    !watch ||
    !programme ||
    !next
  )
    throw new Error('A question was neither answered nor refused');
  const ofSeverity = (wanted: 'high' | 'medium' | 'low') =>
    quality.lines.filter(({ severity }) => severity === wanted).reduce((sum, { count }) => sum + count, 0);
  return ok({
    workspace: { name: about.workspace.name, kind: about.workspace.kind },
    on: watch.on,
    assets: overview.assets,
    standing: overview.byStanding,
    measures: Object.fromEntries(measures.map(({ id, done, of }) => [id, { done, of }])),
    openQuestions: overview.openQuestions,
    stale: overview.stale,
    secondLooksWaiting: overview.waitingReviews,
    decisions: {
      ...overview.decisions,
      expiring: overview.expiringDecisions.map(({ name, classification, expiresOn }) => ({ asset: name, classification, expiresOn })),
    },
    access: { open: findings.total, high: grave.total },
    screening: {
      waiting: screening.waiting.hits,
      strong: screening.waiting.strong,
      neverScreened: screening.subjects.neverScreened,
      changedSince: screening.subjects.changedSince,
      lists: screening.lists.map(({ code, title, ageDays, old, training }) => ({ code, title, ageDays, old, training })),
    },
    quality: {
      checks: quality.checks,
      found: quality.lines.length,
      high: ofSeverity('high'),
      medium: ofSeverity('medium'),
      low: ofSeverity('low'),
    },
    plan: plan === null || plan === undefined ? null : planOf(plan),
    incidents: { open: incidents.counts.open, late: incidents.counts.late },
    gates: { held: gates.counts.held, overtaken: gates.counts.overtaken },
    transfers: {
      open: transfers.counts.open,
      held: transfers.counts.held,
      waiting: transfers.counts.waiting,
      cleared: transfers.counts.cleared,
      late: transfers.counts.late,
    },
    watch: { due: watch.due },
    programme: programmeOf(programme),
    next: next.map(actionOf),
    packs: watch.packs.map(({ pack, version, lastChecked, overdue }) => ({ id: pack, version, lastChecked, reviewDue: overdue })),
  });
}

function programmeOf({ assessment, risk, committee }: OutputOf<'programme.standing'>): Status['programme'] {
  const review = ({ due, dueOn }: { readonly due: boolean; readonly dueOn: string }) => ({ due, dueOn });
  const { latest } = assessment;
  return {
    assessed: latest === null ? null : { on: latest.assessedOn, maturity: latest.maturity, gaps: latest.gaps },
    reviews: { assessment: review(assessment.due), risk: review(risk.due), committee: review(committee.due) },
    overdueMeetings: committee.overdueMeetings,
  };
}

const actionOf = ({ kind, title, detail, count, ownerName, due }: OutputOf<'overview.actions'>[number]): Status['next'][number] => ({
  kind,
  what: text.dynamic(`overview.action.${kind}`, { name: title, count }),
  why: text.dynamic(`overview.action.${kind}.detail`, { detail, count }),
  owner: ownerName,
  due,
  count,
});

function planOf({ title, startsOn, endsOn, week, weeks, end, tasks }: NonNullable<OutputOf<'plan.get'>>): NonNullable<Status['plan']> {
  const counted = tasks.filter(({ state }) => state !== 'dropped');
  return {
    ...{ title, startsOn, endsOn, week, weeks },
    tasks: {
      total: counted.length,
      closed: counted.filter(({ closed }) => closed !== null).length,
      late: counted.filter(({ closed, slipDays }) => closed === null && slipDays > 0).length,
    },
    expectedEnd: end?.expected ?? null,
  };
}

function linesOf(status: Status): string {
  const lines: readonly (readonly [string, string | number])[] = [
    ...Object.entries(status.measures).map(
      ([id, { done, of }]) => [text.dynamic(`measure.${id}`), of === 0 ? text('measure.nothing') : `${done} of ${of}`] as const,
    ),
    ['Open questions', status.openQuestions],
    ['Classifications under earlier rules', status.stale],
    ['Access findings open, grave ones among them', `${status.access.open}, ${status.access.high}`],
    ['Possible matches waiting, strong ones among them', `${status.screening.waiting}, ${status.screening.strong}`],
    ...(status.plan === null
      ? []
      : [['Plan: tasks closed, late', `${status.plan.tasks.closed} of ${status.plan.tasks.total}, ${status.plan.tasks.late}`] as const]),
    ['Quality checks that found something', `${status.quality.found} of ${status.quality.checks}`],
    ['Incidents open, late ones among them', `${status.incidents.open}, ${status.incidents.late}`],
    ['Gates held', status.gates.held],
    ['Transfers open, held ones among them', `${status.transfers.open}, ${status.transfers.held}`],
    ['Rule changes and packs to look at', status.watch.due],
    ['Assets decided as found, against the finding', `${status.decisions.accepted}, ${status.decisions.overridden}`],
    ['Decisions that run out within 60 days', status.decisions.expiring.length],
    ['Maturity of the programme, 0 to 4', maturityOf(status.programme.assessed)],
    ['Reviews of the programme that are due', Object.values(status.programme.reviews).filter(({ due }) => due).length],
  ];
  const width = Math.max(...lines.map(([what]) => what.length)) + 2;
  const figures = lines.map(([what, figure]) => `${what.padEnd(width)}${figure}`);
  const next = status.next.map(({ what, why, owner, due }) => `- ${[`${what}.`, why, owner, due].filter(Boolean).join(' ')}`);
  return `${[...figures, ...(next.length === 0 ? [] : ['', 'Next:', ...next])].join('\n')}\n`;
}

const maturityOf = (assessed: Status['programme']['assessed']): string =>
  assessed === null ? 'not assessed yet' : assessed.maturity === null ? 'nothing scored' : assessed.maturity.toFixed(1);
