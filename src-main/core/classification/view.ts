import { and, desc, eq } from 'drizzle-orm';
import type { ClassificationView, Decision, Review, RulingRequest } from '../../../src-shared/contract/classification.ts';
import type { AssetId } from '../../../src-shared/contract/inventory.ts';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import type { IsoDate, IsoInstant } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { explainChange } from '../../engine/classification/index.ts';
import type { Connection } from '../db/index.ts';
import { type AssetRecord, findAsset, findState, findVersion, linksOf, parseFacts } from '../inventory/index.ts';
import { findFor } from './assess.ts';
import type { ChipRates } from './facts/compute-inputs.ts';
import { asStored, loadFinding } from './finding-store.ts';
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
  const findingId = newestFinding(tx, asset, version.id);
  const stored = findingId === null ? undefined : loadFinding(tx, findingId);
  const { finding: fresh, input } = findFor(
    tx,
    { id: asset.id, kind: asset.kind, name: asset.name, facts: parseFacts(version.facts) },
    judging,
    rates,
  );
  const changes = stored === undefined ? [] : explainChange(stored.finding, fresh);
  const factsMoved = stored !== undefined && JSON.stringify(stored.itemFacts) !== JSON.stringify(asStored(input.facts));
  const packsMoved = stored !== undefined && stored.packsKey !== judging.packsKey;
  const dayMoved = stored !== undefined && !factsMoved && !packsMoved && changes.length > 0;
  const neighbours = linksOf(tx, assetId).filter((link) => inherits.has(link.kind));
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
    decision: findingId === null ? null : decisionOn(tx, findingId, judging.today),
    reviews: reviewsOf(tx, assetId),
    rulings: rulingsOf(tx, assetId),
    inheritedFrom: neighbours.filter((link) => link.fromId === assetId).flatMap((link) => named(tx, link.toId)),
    inheritedBy: neighbours.filter((link) => link.toId === assetId).flatMap((link) => named(tx, link.fromId)),
  });
}

function newestFinding(tx: Connection, asset: AssetRecord, versionId: string): string | null {
  if (versionId === asset.currentVersionId) return findState(tx, asset.id)?.findingId ?? null;
  const row = tx.orm
    .select({ id: findings.id })
    .from(findings)
    .where(and(eq(findings.assetId, asset.id), eq(findings.versionId, versionId)))
    .orderBy(desc(findings.foundAt))
    .limit(1)
    .get();
  return row?.id ?? null;
}

function named(tx: Connection, id: string): { id: AssetId; name: string; classification: string }[] {
  const asset = findAsset(tx, id);
  return asset === undefined
    ? []
    : [{ id: asset.id as AssetId, name: asset.name, classification: findState(tx, id)?.classification ?? '' }];
}

/** Newest decision on a finding. */
export function decisionOn({ orm }: Connection, findingId: string, today: IsoDate): Decision | null {
  const row = orm
    .select()
    .from(decisions)
    .where(eq(decisions.findingId, findingId))
    .orderBy(desc(decisions.decidedOn), desc(decisions.id))
    .limit(1)
    .get();
  if (row === undefined) return null;
  const { assetId: _, ...decision } = row;
  return { ...decision, decidedOn: row.decidedOn as IsoDate, expiresOn: row.expiresOn as IsoDate, expired: row.expiresOn < today };
}

export function reviewsOf({ orm }: Connection, assetId: string): Review[] {
  return orm
    .select()
    .from(reviews)
    .where(eq(reviews.assetId, assetId))
    .orderBy(desc(reviews.askedOn), desc(reviews.id))
    .all()
    .map(({ assetId: _, ...row }) => ({ ...row, askedOn: row.askedOn as IsoDate, reviewedOn: row.reviewedOn as IsoDate | null }));
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
