import type { AuditAsset } from '../../../src-shared/model/access-audit.ts';
import type { Judging } from '../classification/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import type { JobContext } from '../jobs/index.ts';
import { withExitDays } from './exit-days.ts';
import type { AuditAnswer } from './judge/audit-task.ts';
import { requestOf } from './run.ts';
import { type AccessJoins, auditInputOf, hasNoEntry, surroundingsInSlices } from './sources.ts';

/** What an asset is under the rules that are asked about. */
export interface Classified {
  readonly classification: string;
  /** Entry that keeps the answer open; empty where none does. */
  readonly openEntry: string;
}

/** What the audit finds under some rules, and where people stand. */
export interface AuditUnder {
  readonly findings: AuditAnswer['findings'];
  readonly positions: ReadonlyMap<string, string>;
}

/**
 * Runs the audit over everything that counts under some rules, with assets classified as said. Keeps nothing: findings and positions of the last
 * run stay as they are.
 */
export async function auditUnder(
  deps: FeatureDeps,
  joins: AccessJoins,
  law: Pick<Judging, 'packs' | 'packsKey' | 'on'>,
  classified: ReadonlyMap<string, Classified>,
  job: Pick<JobContext, 'signal' | 'pause'>,
): Promise<AuditUnder> {
  const under = { ...joins, judging: (workspace: OpenWorkspace) => ({ ...joins.judging(workspace), ...law }) };
  const judged = await surroundingsInSlices(deps.session, under, job.pause);
  const reasons = new Map(law.packs.flatMap(({ entries }) => entries.map(({ id, reasons: own }) => [id, own] as const)));
  const around = { ...judged, assets: judged.assets.map((asset) => as(asset, classified.get(asset.id), reasons)) };
  await job.pause();
  const { input: read } = await auditInputOf(deps.session(), around, {}, job.pause);
  const { task, transfer } = requestOf({
    input: withExitDays(read, joins.exits(deps.session())),
    settings: around.settings,
    packs: law.packs,
  });
  const answer = (await deps.jobs.pool({ task: 'access.audit', input: task, transfer }, job.signal)) as AuditAnswer;
  return {
    findings: answer.findings,
    positions: new Map(around.people.people.map(({ id }, place) => [id, answer.positions[place] ?? 'unknown'])),
  };
}

function as(asset: AuditAsset, said: Classified | undefined, reasons: ReadonlyMap<string, readonly string[]>): AuditAsset {
  if (said === undefined) return asset;
  const isOpen = hasNoEntry(said.classification);
  const entry = isOpen ? said.openEntry : said.classification;
  return {
    ...asset,
    eccn: entry === '' ? null : entry,
    reasons: reasons.get(entry) ?? [],
    eccnOpen: isOpen && entry !== '' && asset.licenceRequiredForNationalsOf === null,
  };
}
