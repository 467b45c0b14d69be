import type { z } from 'zod';
import type { classificationMethods } from '../../../src-shared/contract/classification.ts';
import type { AssetId, Question } from '../../../src-shared/contract/inventory.ts';
import { type IsoDate, isoDate } from '../../../src-shared/model/dates.ts';
import { type Connection, prepared, type RestsOn, untilChangedInSlices } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { assetTotals, type JudgedNow, listQuestions, newestDecisionKind } from '../inventory/index.ts';
import { listEntries } from '../journal/index.ts';
import { overdueMappings, runsAboveExpected } from '../operation/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';

type Overview = z.output<(typeof classificationMethods)['overview.get']['output']>;
type Action = Overview['nextActions'][number];

/** Days before a decision lapses in which the overview speaks of it. */
const expiryNoticeDays = 60;

/** What it is read from but for the journal, which every change is in. */
export const overviewTables: RestsOn = [
  'asset_states',
  'asset_versions',
  'assets',
  'decisions',
  'finding_questions',
  'findings',
  'map_reviews',
  'question_care',
  'reviews',
  'run_readings',
  'settings',
];

/** What the overview shows: counts, and the actions that would settle most. Read a part at a time and kept until something of it is written. */
export async function overviewOf(deps: FeatureDeps, now: JudgedNow, pause: () => Promise<void>): Promise<Overview> {
  const on = `${now.today} ${now.lastRuleChange} ${now.packsKey}`;
  const read = await untilChangedInSlices(deps.session, 'overview', on, pause, (turn) => readOverview(deps, now, turn), overviewTables);
  return { ...read, recent: listEntries(deps.session().db, { limit: 8 }).entries };
}

async function readOverview(deps: FeatureDeps, now: JudgedNow, pause: () => Promise<void>): Promise<Omit<Overview, 'recent'>> {
  const totals = assetTotals(deps.session().db, now);
  await pause();
  const questions = listQuestions(deps.session(), { dropped: false, limit: 60 });
  await pause();
  const leastComplete = leastCompleteOf(deps.session());
  await pause();
  const near = nearLimits(deps);
  await pause();
  const actions = nextActions(deps, now, totals.stale, questions);
  await pause();
  const workspace = deps.session();
  return {
    ...totals,
    waitingReviews:
      prepared<[], { n: number }>(
        workspace.db,
        "SELECT count(*) AS n FROM reviews r JOIN assets a ON a.id = r.asset_id WHERE r.outcome = 'waiting' AND a.archived_at IS NULL",
      ).get()?.n ?? 0,
    decisions: decisionCounts(workspace),
    expiringDecisions: expiring(deps, now),
    nextActions: actions,
    nearLimits: near,
    leastComplete,
  };
}

const leastCompleteOf = ({ db }: Connection): Overview['leastComplete'] =>
  prepared<[], { assetId: AssetId; name: string; completeness: number }>(
    db,
    `SELECT a.id AS assetId, a.name, s.completeness FROM asset_states s JOIN assets a ON a.id = s.asset_id
     WHERE a.archived_at IS NULL AND s.completeness < 1 ORDER BY s.completeness, a.name LIMIT 5`,
  ).all();

/** The product's own rate, by the newest decision on each asset: how often people followed what it found. */
function decisionCounts({ db }: Connection): Overview['decisions'] {
  const rows = prepared<[], { kind: keyof Overview['decisions']; n: number }>(
    db,
    `SELECT kind, count(*) AS n FROM (SELECT ${newestDecisionKind} AS kind FROM assets a WHERE a.archived_at IS NULL)
     WHERE kind IS NOT NULL GROUP BY kind`,
  ).all();
  return { accepted: 0, overridden: 0, ...Object.fromEntries(rows.map(({ kind, n }) => [kind, n])) };
}

function expiring(deps: FeatureDeps, now: JudgedNow): Overview['expiringDecisions'] {
  const horizon = new Date(Date.parse(`${now.today}T00:00:00Z`) + expiryNoticeDays * 86_400_000).toISOString().slice(0, 10);
  return deps
    .session()
    .db.prepare<[string], { assetId: AssetId; name: string; classification: string; expiresOn: IsoDate }>(
      `SELECT a.id AS assetId, a.name, s.classification, s.decided_until AS expiresOn FROM asset_states s JOIN assets a ON a.id = s.asset_id
       WHERE a.archived_at IS NULL AND s.decided_until <> '' AND s.decided_until <= ? ORDER BY s.decided_until LIMIT 10`,
    )
    .all(horizon);
}

function nearLimits(deps: FeatureDeps): Overview['nearLimits'] {
  const rows = deps
    .session()
    .db.prepare<[], { assetId: AssetId; name: string; summary: string }>(
      `SELECT a.id AS assetId, a.name, f.summary FROM asset_states s JOIN assets a ON a.id = s.asset_id JOIN findings f ON f.id = s.finding_id
       WHERE a.archived_at IS NULL AND s.near_limit = 1 ORDER BY a.name LIMIT 50`,
    )
    .all();
  return rows
    .flatMap(({ assetId, name, summary }) => {
      const nearest = (JSON.parse(summary) as { nearest: { entry: string; ratio: number } | null }).nearest;
      return nearest === null ? [] : [{ assetId, name, entry: nearest.entry, ratio: nearest.ratio }];
    })
    .sort((a, b) => Math.abs(Math.log(a.ratio)) - Math.abs(Math.log(b.ratio)))
    .slice(0, 5);
}

/** Things that are believed to be in order and are not. */
const urgent: ReadonlySet<Action['kind']> = new Set(['decideAgain', 'checkRun', 'mapAgain']);

const to = (assetId: AssetId, tab?: string) => ({
  assetId,
  unblocks: 1,
  due: null,
  route: tab === undefined ? `/assets/${assetId}` : `/assets/${assetId}?tab=${tab}`,
});

/** At most one action an asset, so that five lines mean five different things to do. */
function nextActions(deps: FeatureDeps, now: JudgedNow, stale: number, questions: readonly Question[]): Action[] {
  const workspace = deps.session();
  const { db } = workspace;
  const actions: Action[] = [];
  if (stale > 0)
    actions.push({
      kind: 'reclassify',
      assetId: null,
      title: '',
      detail: '',
      unblocks: stale,
      ownerName: '',
      due: null,
      route: '/check?stale=yes',
    });
  const seen = new Set<string>();
  for (const question of questions) {
    if (seen.has(question.assetId) || question.effect <= 0) continue;
    seen.add(question.assetId);
    actions.push({
      kind: 'answerQuestion',
      assetId: question.assetId,
      title: question.assetName,
      detail: question.ask,
      unblocks: question.decides.length,
      ownerName: question.ownerName,
      due: question.due,
      route: `/assets/${question.assetId}`,
    });
  }
  const reviews = db
    .prepare<[], { assetId: AssetId; name: string; askedOf: string }>(
      "SELECT a.id AS assetId, a.name, r.asked_of AS askedOf FROM reviews r JOIN assets a ON a.id = r.asset_id WHERE r.outcome = 'waiting' AND a.archived_at IS NULL ORDER BY r.asked_on LIMIT 5",
    )
    .all();
  for (const { assetId, name, askedOf } of reviews) {
    actions.push({ ...to(assetId), kind: 'review', title: name, detail: '', ownerName: askedOf });
  }
  const restricted = db
    .prepare<[string], { assetId: AssetId; name: string; classification: string; ownerName: string }>(
      `SELECT a.id AS assetId, a.name, s.classification, a.owner_name AS ownerName FROM asset_states s JOIN assets a ON a.id = s.asset_id
       WHERE a.archived_at IS NULL AND s.standing = 'restricted' AND s.decided_until < ?
         AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.asset_id = a.id) ORDER BY a.name LIMIT 5`,
    )
    .all(now.today);
  for (const { assetId, name, classification, ownerName } of restricted) {
    actions.push({ ...to(assetId), kind: 'decide', title: name, detail: classification, ownerName });
  }
  const decidedBefore = db
    .prepare<[string], { assetId: AssetId; name: string; until: string; ownerName: string }>(
      `SELECT a.id AS assetId, a.name, s.decided_until AS until, a.owner_name AS ownerName FROM asset_states s JOIN assets a ON a.id = s.asset_id
       WHERE a.archived_at IS NULL AND s.decided_until < ? AND s.asset_id IN (SELECT asset_id FROM decisions) ORDER BY a.name LIMIT 2`,
    )
    .all(now.today);
  for (const { assetId, name, until, ownerName } of decidedBefore) {
    actions.push({ ...to(assetId), kind: 'decideAgain', title: name, detail: until === '' ? 'none' : until, ownerName });
  }
  for (const { assetId, name, ownerName, ratio } of runsAboveExpected(workspace, 2)) {
    const detail = ratio.toFixed(1);
    actions.push({ ...to(assetId, 'operation'), kind: 'checkRun', title: name, detail, ownerName });
  }
  const { mapEveryDays } = readWorkspaceSettings(db);
  for (const { assetId, name, ownerName, since } of overdueMappings(workspace, isoDate(now.today), mapEveryDays, 1)) {
    actions.push({ ...to(assetId, 'operation'), kind: 'mapAgain', title: name, detail: since, ownerName });
  }
  // Two lines at most, and first: a decision that no longer stands is believed to.
  const rank = ({ kind, unblocks }: Action) => (urgent.has(kind) ? Number.POSITIVE_INFINITY : unblocks);
  return actions.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a))).slice(0, 8);
}
