import { and, desc, eq } from 'drizzle-orm';
import type {
  ClassificationView,
  Decision,
  OvertakenDecision,
  Review,
  RulingRequest,
} from '../../../src-shared/contract/classification.ts';
import type { AssetId } from '../../../src-shared/contract/inventory.ts';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import type { IsoDate, IsoInstant } from '../../../src-shared/model/dates.ts';
import type { ItemFacts } from '../../../src-shared/model/item-facts.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { explainChange } from '../../engine/classification/index.ts';
import type { Connection } from '../db/index.ts';
import { type AssetRecord, findAsset, findState, findVersion, linksOf, parseFacts } from '../inventory/index.ts';
import { findFor } from './assess.ts';
import type { ChipRates } from './facts/compute-inputs.ts';
import { asStored, loadFinding, type StoredFinding } from './finding-store.ts';
import type { Judging } from './judging.ts';
import { decisions, findings, reviews, rulings } from './tables.ts';

const inherits = new Set(['contains', 'derivedFrom', 'mergedFrom', 'distilledFrom']);

/** Everything the classification tab shows. Works out the answer of today beside the stored one, so that a stale finding says what would change. */
export function classificationView(
  tx: Connection,
  assetId: string,
  versionId: string | undefined,
  judging: Judging,
  rates: ChipRates,
): Reply<ClassificationView> {
  const asset = findAsset(tx, assetId);
  if (asset === undefined) return err({ code: 'record.notFound', entity: 'asset', id: assetId });
  const version = findVersion(tx, versionId ?? asset.currentVersionId);
  if (version === undefined || version.assetId !== assetId)
    return err({ code: 'record.notFound', entity: 'assetVersion', id: versionId ?? '' });
  const { finding: fresh, input } = findFor(
    tx,
    { id: asset.id, kind: asset.kind, name: asset.name, facts: parseFacts(version.facts) },
    judging,
    rates,
  );
  const stored = storedFinding(tx, asset, version.id, input.facts);
  const findingId = stored?.id ?? null;
  const changes = stored === undefined ? [] : explainChange(stored.finding, fresh);
  const factsMoved = stored !== undefined && JSON.stringify(stored.itemFacts) !== JSON.stringify(asStored(input.facts));
  const packsMoved = stored !== undefined && stored.packsKey !== judging.packsKey;
  const dayMoved = stored !== undefined && !factsMoved && !packsMoved && changes.length > 0;
  const neighbours = linksOf(tx, assetId).filter((link) => inherits.has(link.kind));
  const decision = findingId === null ? null : decisionOn(tx, findingId, judging.today);
  return ok({
    findingId,
    finding: stored?.finding ?? null,
    foundAt: (stored?.foundAt as IsoInstant | undefined) ?? null,
    stale: factsMoved || packsMoved || dayMoved,
    staleBecause: [
      ...(factsMoved ? (['facts'] as const) : []),
      ...(packsMoved ? (['packs'] as const) : []),
      ...(dayMoved ? (['day'] as const) : []),
    ],
    changes: [...changes],
    decision,
    overtaken: decision === null && stored !== undefined ? overtakenDecision(tx, stored, judging.today) : null,
    reviews: reviewsOf(tx, assetId, findingId),
    rulings: rulingsOf(tx, assetId),
    inheritedFrom: neighbours.filter((link) => link.fromId === assetId).flatMap((link) => named(tx, link.toId)),
    inheritedBy: neighbours.filter((link) => link.toId === assetId).flatMap((link) => named(tx, link.fromId)),
  });
}

/** How far back an earlier version's findings are searched for the one that rests on its facts. */
const findingsSearched = 20;

/**
 * The finding in force. An earlier version's is the newest one that rests on the version's facts: findings outlive an undo,
 * so the newest of all may rest on facts that were taken back.
 */
function storedFinding(tx: Connection, asset: AssetRecord, versionId: string, facts: ItemFacts): StoredFinding | undefined {
  if (versionId === asset.currentVersionId) {
    const id = findState(tx, asset.id)?.findingId ?? null;
    return id === null ? undefined : loadFinding(tx, id);
  }
  const found = tx.orm
    .select({ id: findings.id })
    .from(findings)
    .where(and(eq(findings.assetId, asset.id), eq(findings.versionId, versionId)))
    .orderBy(desc(findings.foundAt), desc(findings.id))
    .limit(findingsSearched)
    .all()
    .flatMap(({ id }) => loadFinding(tx, id) ?? []);
  const wanted = JSON.stringify(asStored(facts));
  return found.find((one) => JSON.stringify(one.itemFacts) === wanted) ?? found[0];
}

function named(tx: Connection, id: string): { id: AssetId; name: string; classification: string }[] {
  const asset = findAsset(tx, id);
  return asset === undefined
    ? []
    : [{ id: asset.id as AssetId, name: asset.name, classification: findState(tx, id)?.classification ?? '' }];
}

type DecisionRecord = typeof decisions.$inferSelect;

/** Newest decision on a finding. */
export function decisionOn({ orm }: Connection, findingId: string, today: IsoDate): Decision | null {
  const row = orm
    .select()
    .from(decisions)
    .where(eq(decisions.findingId, findingId))
    .orderBy(desc(decisions.decidedOn), desc(decisions.id))
    .limit(1)
    .get();
  return row === undefined ? null : toDecision(row, today);
}

const toDecision = ({ assetId: _, ...row }: DecisionRecord, today: IsoDate): Decision => ({
  ...row,
  decidedOn: row.decidedOn as IsoDate,
  expiresOn: row.expiresOn as IsoDate,
  expired: row.expiresOn < today,
});

/**
 * The newest decision that somebody took on an earlier finding of the asset, with what moved since. A decision never goes
 * away by itself: facts, versions and packs may take the ground from under it, and then a person has to see that.
 */
export function overtakenDecision(tx: Connection, now: StoredFinding, today: IsoDate): OvertakenDecision | null {
  const rows = tx.orm
    .select()
    .from(decisions)
    .where(eq(decisions.assetId, now.assetId))
    .orderBy(desc(decisions.decidedOn), desc(decisions.id))
    .all();
  for (const row of rows) {
    const then = row.findingId === now.id ? undefined : loadFinding(tx, row.findingId);
    // Looking at an earlier version, a decision on a later one overtakes nothing.
    if (then === undefined || then.foundAt > now.foundAt) continue;
    const factsMoved = JSON.stringify(then.itemFacts) !== JSON.stringify(now.itemFacts);
    const packsMoved = then.packsKey !== now.packsKey;
    return {
      decision: toDecision(row, today),
      because: [
        ...(then.versionId === now.versionId ? [] : (['version'] as const)),
        ...(factsMoved ? (['facts'] as const) : []),
        ...(packsMoved ? (['packs'] as const) : []),
        ...(!factsMoved && !packsMoved && then.finding.on !== now.finding.on ? (['day'] as const) : []),
      ],
      changes: [...explainChange(then.finding, now.finding)],
    };
  }
  return null;
}

/** Second looks at an asset, newest first; those at a finding other than `findingId` are marked overtaken. */
export function reviewsOf({ orm }: Connection, assetId: string, findingId: string | null): Review[] {
  return orm
    .select()
    .from(reviews)
    .where(eq(reviews.assetId, assetId))
    .orderBy(desc(reviews.askedOn), desc(reviews.id))
    .all()
    .map(({ assetId: _, ...row }) => ({
      ...row,
      askedOn: row.askedOn as IsoDate,
      reviewedOn: row.reviewedOn as IsoDate | null,
      // A look that is still awaited will be one at the finding in force.
      overtaken: row.outcome !== 'waiting' && row.findingId !== findingId,
    }));
}

export function rulingsOf({ orm }: Connection, assetId: string): RulingRequest[] {
  return orm
    .select()
    .from(rulings)
    .where(eq(rulings.assetId, assetId))
    .all()
    .map((row) => ({
      ...row,
      assetId: row.assetId as AssetId,
      submittedOn: row.submittedOn as IsoDate | null,
      answeredOn: row.answeredOn as IsoDate | null,
    }));
}
