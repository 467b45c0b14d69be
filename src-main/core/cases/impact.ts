import type {
  AssetImpact,
  caseMethods,
  FindingImpact,
  Impact,
  PartyImpact,
  PersonImpact,
  Supposition,
} from '../../../src-shared/contract/cases.ts';
import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { findingDecider } from '../access/index.ts';
import { decisionOn, type JudgedUnder, judgeUnder } from '../classification/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import type { JobContext } from '../jobs/index.ts';
import { type Records, recordKey } from '../records/index.ts';
import type { Audited, CaseJoins, Law } from './joins.ts';
import { supposedLaw } from './suppose.ts';

type Handlers = Pick<HandlersFor<typeof caseMethods>, 'cases.startImpact' | 'cases.impact'>;

/** Lines of each kind that are shown; all are counted. */
const mostShown = 500;
/** Results kept while the workspace is open; they are worked out again in no time. */
const mostKept = 8;

/** Judges everything twice, under the rules as they are and as they might be, and says what differs. Nothing is written. */
export function createImpactHandlers(deps: FeatureDeps, joins: CaseJoins): Handlers {
  const results = new WeakMap<OpenWorkspace, Map<string, Impact>>();

  return {
    'cases.startImpact': (supposed) => {
      const workspace = deps.session();
      const now = joins.judging(workspace);
      const law = supposedLaw(supposed, joins.allPacks(workspace), now);
      if (!law.ok) return law;
      if (supposed.on === null && supposed.packs === null && supposed.changes.length === 0)
        return err({ code: 'policy.refused', detail: 'Suppose something: another day, other packs, or one change' });
      const jobId = deps.jobs.start({ kind: 'cases.impact', touches: ['jobs'] }, async (job): Promise<Reply<unknown>> => {
        const impact = await impactOf(deps, joins, supposed, law.value, job);
        const here = results.get(deps.session()) ?? new Map<string, Impact>();
        results.set(deps.session(), here);
        here.set(job.id, impact);
        for (const id of [...here.keys()].slice(0, Math.max(0, here.size - mostKept))) here.delete(id);
        return ok(null);
      });
      return ok({ jobId });
    },
    'cases.impact': ({ jobId }) => ok(results.get(deps.session())?.get(jobId) ?? null),
  };
}

async function impactOf(deps: FeatureDeps, joins: CaseJoins, supposed: Supposition, law: Law, job: JobContext): Promise<Impact> {
  const now: Law = joins.judging(deps.session());
  const steps = 6;
  job.progress(0, steps);
  const before = await judgeUnder(deps, now, job);
  job.progress(1, steps);
  const after = await judgeUnder(deps, law, job);
  job.progress(2, steps);
  const assets = await assetImpacts(deps, before, after, job);
  const auditedNow = await joins.audit(now, classifiedBy(before), job);
  job.progress(3, steps);
  const auditedThen = await joins.audit(law, classifiedBy(after), job);
  job.progress(4, steps);
  const findings = findingImpacts(deps.session(), auditedNow, auditedThen);
  const people = peopleImpacts(deps.session(), joins.records, auditedNow, auditedThen);
  job.progress(5, steps);
  const parties = await partyImpacts(deps, joins, now, law, job);
  job.progress(6, steps);
  return {
    supposed,
    on: now.on,
    judgedOn: law.on,
    packs: law.packs.map(({ manifest }) => manifest.id),
    assets: shown(assets, before.length),
    findings: shown(findings, new Set([...auditedNow.findings, ...auditedThen.findings].map(({ id }) => id)).size),
    people: shown(people, auditedNow.positions.size),
    parties: shown(parties.rows, parties.looked),
    decisions: [...assets, ...findings].filter(({ decidedBy }) => decidedBy !== '').length,
  };
}

const shown = <T>(rows: readonly T[], looked: number) => ({ total: rows.length, looked, rows: rows.slice(0, mostShown) });

const classifiedBy = (judged: readonly JudgedUnder[]) =>
  new Map(judged.map(({ id, classification, openEntry }) => [id, { classification, openEntry }]));

async function assetImpacts(
  deps: FeatureDeps,
  before: readonly JudgedUnder[],
  after: readonly JudgedUnder[],
  job: Pick<JobContext, 'pause'>,
): Promise<AssetImpact[]> {
  const then = new Map(after.map((one) => [one.id, one]));
  const today = deps.ports.clock.today();
  const rows: AssetImpact[] = [];
  for (const one of before) {
    const other = then.get(one.id);
    if (other === undefined) continue;
    const entries = movedEntries(one, other);
    const same = one.classification === other.classification && one.standing === other.standing;
    if (same && entries.length === 0) continue;
    const decision = one.findingId === null ? null : decisionOn(deps.session(), one.findingId, today);
    rows.push({
      id: one.id,
      name: one.name,
      kind: one.kind,
      before: { classification: one.classification, standing: one.standing },
      after: { classification: other.classification, standing: other.standing },
      entries: entries.slice(0, 40),
      // A decision loses its ground where what it decided on would say something else.
      decidedBy: same || decision === null ? '' : decision.decidedBy,
    });
    await job.pause();
  }
  const weight = ({ before: b, after: a }: AssetImpact) =>
    b.classification === a.classification ? (b.standing === a.standing ? 2 : 1) : 0;
  return rows.sort((a, b) => weight(a) - weight(b));
}

/** Entries that are met or open under one of the two and not under the other. */
function movedEntries(before: JudgedUnder, after: JudgedUnder): string[] {
  const words = ({ met, undetermined }: JudgedUnder) =>
    new Map([...met.map((id) => [id, 'met'] as const), ...undetermined.map((id) => [id, 'open'] as const)]);
  const [a, b] = [words(before), words(after)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((id) => a.get(id) !== b.get(id)).sort();
}

function findingImpacts(workspace: OpenWorkspace, before: Audited, after: Audited): FindingImpact[] {
  const then = new Map(after.findings.map((one) => [one.id, one]));
  const had = new Set(before.findings.map(({ id }) => id));
  const decidedBy = findingDecider(workspace);
  const rows: FindingImpact[] = [];
  for (const { id, title, severity } of after.findings)
    if (!had.has(id)) rows.push({ id, title, what: 'new', before: '', after: severity, decidedBy: '' });
  for (const { id, title, severity } of before.findings) {
    const other = then.get(id);
    if (other === undefined) rows.push({ id, title, what: 'gone', before: severity, after: '', decidedBy: decidedBy(id) });
    else if (other.severity !== severity)
      rows.push({ id, title, what: 'severity', before: severity, after: other.severity, decidedBy: decidedBy(id) });
    else if (other.title !== title) rows.push({ id, title, what: 'words', before: title, after: other.title, decidedBy: decidedBy(id) });
  }
  return rows;
}

function peopleImpacts(workspace: OpenWorkspace, records: Records, before: Audited, after: Audited): PersonImpact[] {
  const moved = [...before.positions].flatMap(([id, position]) => {
    const other = after.positions.get(id) ?? position;
    return other === position ? [] : [{ ref: { kind: 'person' as const, id }, before: position, after: other }];
  });
  const names = records.titles(
    workspace,
    moved.map(({ ref }) => ref),
  );
  return moved.map(({ ref, ...change }) => ({ id: ref.id, name: names.get(recordKey(ref)) ?? '', ...change }));
}

async function partyImpacts(
  deps: FeatureDeps,
  joins: CaseJoins,
  now: Law,
  law: Law,
  job: Pick<JobContext, 'pause'>,
): Promise<{ readonly rows: PartyImpact[]; readonly looked: number }> {
  const parties = joins.partyNames(deps.session());
  const wordsNow = joins.partyWords(deps.session(), now);
  await job.pause();
  const wordsThen = joins.partyWords(deps.session(), law);
  await job.pause();
  const rows: PartyImpact[] = [];
  for (const { id, name } of parties) {
    const [had, would] = [wordsNow(id), wordsThen(id)];
    await job.pause();
    const gained = would.filter((word) => !had.includes(word));
    const lost = had.filter((word) => !would.includes(word));
    if (gained.length + lost.length > 0) rows.push({ id, name, gained: gained.slice(0, 20), lost: lost.slice(0, 20) });
  }
  return { rows, looked: parties.length };
}
