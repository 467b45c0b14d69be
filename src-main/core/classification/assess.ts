import type { AssetKind, Facts } from '../../../src-shared/model/asset-fields.ts';
import { assetField, ContainedPart } from '../../../src-shared/model/asset-fields.ts';
import type { ComputeEstimate } from '../../../src-shared/model/compute.ts';
import type { ItemFinding } from '../../../src-shared/model/finding.ts';
import type { ItemFacts } from '../../../src-shared/model/item-facts.ts';
import { english } from '../../../src-shared/text/en/index.ts';
import { classifyItem } from '../../engine/classification/index.ts';
import { estimateCompute } from '../../engine/compute/index.ts';
import type { Connection } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import {
  type Assessor,
  type AssetRecord,
  findAsset,
  findState,
  findVersion,
  insertLink,
  linksFrom,
  linksOf,
  parseFacts,
  saveState,
  stateOf,
} from '../inventory/index.ts';
import { type ChipRates, computeInputsOf } from './facts/compute-inputs.ts';
import { fieldOfFact } from './facts/field-of-fact.ts';
import { chipFacts, computerFacts, type PartFacts } from './facts/hardware.ts';
import { modelFacts, type ParentModel } from './facts/model.ts';
import { otherFacts } from './facts/other.ts';
import { findingMark, type OpenQuestionRow, packFinding, saveFinding, summaryOf } from './finding-store.ts';
import type { Judging, JudgingFor } from './judging.ts';

/** Depth to which containers of containers are made new when a part changes. */
const maxSpread = 4;

export interface ItemInput {
  readonly facts: ItemFacts;
  readonly estimate: ComputeEstimate | null;
}

/** Turns register facts into what the engine reads, following links to parents and parts. */
export function itemInputOf(
  tx: Connection | null,
  item: { readonly id?: string; readonly kind: AssetKind; readonly name: string; readonly facts: Facts },
  rates: ChipRates,
  depth = 0,
): ItemInput {
  switch (item.kind) {
    case 'model': {
      const estimate = estimateCompute(computeInputsOf(item.facts, rates));
      const range = estimate.status === 'estimated' ? { low: estimate.low, likely: estimate.likely, high: estimate.high } : null;
      return { facts: modelFacts(item.name, item.facts, parentsOf(tx, item.id), range), estimate };
    }
    case 'chip':
      return { facts: chipFacts(item.name, item.facts), estimate: null };
    case 'computer':
      return { facts: computerFacts(item.name, item.facts, partsOf(tx, item.facts, rates, depth)), estimate: null };
    default:
      return { facts: otherFacts(item.kind, item.name, item.facts), estimate: null };
  }
}

function parentsOf(tx: Connection | null, id: string | undefined): ParentModel[] {
  if (tx === null || id === undefined) return [];
  return linksFrom(tx, [id]).flatMap((link) => {
    if (link.kind !== 'derivedFrom' && link.kind !== 'distilledFrom' && link.kind !== 'mergedFrom') return [];
    const parent = findAsset(tx, link.toId);
    const version = parent === undefined ? undefined : findVersion(tx, parent.currentVersionId);
    return parent === undefined || version === undefined
      ? []
      : [{ relation: link.kind, name: parent.name, facts: parseFacts(version.facts) }];
  });
}

function partsOf(tx: Connection | null, facts: Facts, rates: ChipRates, depth: number): PartFacts[] {
  const fact = facts['containedParts'];
  const parts = fact?.state === 'known' ? ContainedPart.array().safeParse(fact.value) : undefined;
  if (parts?.success !== true) return [];
  return parts.data.map((part) => {
    const asset = tx === null || part.assetId === undefined || depth > maxSpread ? undefined : findAsset(tx, part.assetId);
    const version = tx === null || asset === undefined ? undefined : findVersion(tx, asset.currentVersionId);
    if (tx === null || asset === undefined || version === undefined) return { part, item: null };
    return {
      part,
      item: itemInputOf(tx, { id: asset.id, kind: asset.kind, name: asset.name, facts: parseFacts(version.facts) }, rates, depth + 1).facts,
    };
  });
}

/** Classifies facts that need not be stored. */
export function findFor(
  tx: Connection | null,
  item: { readonly id?: string; readonly kind: AssetKind; readonly name: string; readonly facts: Facts },
  judging: Pick<Judging, 'packs' | 'on'>,
  rates: ChipRates,
): { readonly input: ItemInput; readonly finding: ItemFinding } {
  const input = itemInputOf(tx, item, rates);
  return { input, finding: classifyItem(input.facts, judging.on, judging.packs) };
}

/** Makes findings and list lines new after every change; the register calls it inside its transactions. */
export function createAssessor(deps: FeatureDeps, judgingFor: JudgingFor, rates: ChipRates): Assessor {
  return {
    assess(tx, assetIds) {
      const judging = judgingFor(deps.session());
      const done = new Set<string>();
      let wave: readonly string[] = assetIds;
      for (let spread = 0; spread <= maxSpread && wave.length > 0; spread += 1) {
        for (const id of wave) {
          if (done.has(id)) continue;
          done.add(id);
          const asset = findAsset(tx, id);
          if (asset !== undefined) assessOne(tx, deps, asset, judging, rates);
        }
        wave = wave.flatMap((id) => dependentsOf(tx, id)).filter((id) => !done.has(id));
      }
    },
    judgedNow: (workspace) => {
      const { packsKey, lastRuleChange, today } = judgingFor(workspace);
      return { packsKey, lastRuleChange, today };
    },
  };
}

/** Assets whose answer rests on this one. */
function dependentsOf(tx: Connection, id: string): string[] {
  const inherits = new Set(['contains', 'derivedFrom', 'mergedFrom', 'distilledFrom']);
  return linksOf(tx, id)
    .filter((link) => link.toId === id && inherits.has(link.kind))
    .map((link) => link.fromId);
}

function assessOne(tx: Connection, deps: FeatureDeps, asset: AssetRecord, judging: Judging, rates: ChipRates): void {
  const version = findVersion(tx, asset.currentVersionId);
  if (version === undefined) return;
  const facts = parseFacts(version.facts);
  linkParts(tx, deps, asset, facts);
  const { input, finding } = findFor(tx, { id: asset.id, kind: asset.kind, name: asset.name, facts }, judging, rates);
  const before = findState(tx, asset.id);
  const earlier = before?.findingId === null || before?.findingId === undefined ? undefined : findingMark(tx, before.findingId);
  const packed = packFinding(finding);
  const questions = questionsOf(asset.kind, finding, facts);
  const isSame =
    earlier !== undefined &&
    earlier.packsKey === judging.packsKey &&
    earlier.versionId === version.id &&
    earlier.resultSha256 === packed.sha256 &&
    earlier.questions === questions.length;
  const findingId = isSame ? earlier.id : deps.ports.ids.next();
  if (!isSame) {
    saveFinding(tx, {
      id: findingId,
      assetId: asset.id,
      versionId: version.id,
      packsKey: judging.packsKey,
      itemFacts: input.facts,
      on: finding.on,
      packed,
      summary: summaryOf(finding, before?.findingId === null || before === undefined ? null : before),
      questions,
      foundAt: deps.ports.clock.now(),
    });
  }
  const site = tx.db.prepare<[string | null], { name: string }>('SELECT name FROM sites WHERE id = ?').get(asset.siteId);
  saveState(
    tx,
    stateOf({
      assetId: asset.id,
      versionId: version.id,
      kind: asset.kind,
      name: asset.name,
      versionLabel: version.label,
      ownerName: asset.ownerName,
      externalId: asset.externalId,
      siteName: site?.name ?? '',
      facts,
      assessment: {
        findingId,
        judgedOn: judging.on,
        packsKey: judging.packsKey,
        finding,
        compute: computeOf(finding, input.estimate),
        openQuestions: questions.length,
      },
      decidedUntil: isSame ? (before?.decidedUntil ?? '') : '',
    }),
  );
}

/** Range shown in lists: what the engine counted, else the estimate. */
function computeOf(finding: ItemFinding, estimate: ComputeEstimate | null) {
  const { computed } = finding;
  const likely = computed['trainingOperations'];
  if (estimate?.status === 'estimated') return { low: estimate.low, likely: estimate.likely, high: estimate.high };
  if (likely === undefined) return null;
  return { low: computed['trainingOperationsLow'] ?? likely, likely, high: computed['trainingOperationsHigh'] ?? likely };
}

/** The engine's questions, and the fields somebody marked unknown; an answered question is not asked again. */
export function questionsOf(kind: AssetKind, finding: ItemFinding, facts: Facts): OpenQuestionRow[] {
  const rows = new Map<string, OpenQuestionRow>();
  for (const question of finding.questions) {
    const field = fieldOfFact(kind, question.factId);
    const fact = field === null ? undefined : facts[field];
    const owner = fact?.state === 'unknown' ? (fact.owner ?? '') : '';
    rows.set(question.factId, {
      factId: question.factId,
      field,
      ask: question.ask,
      decides: question.decides,
      effect: question.effect,
      ownerName: owner,
    });
  }
  const asked = new Set([...rows.values()].flatMap((row) => row.field ?? []));
  for (const [id, fact] of Object.entries(facts)) {
    if (fact.state !== 'unknown' || asked.has(id) || assetField(id) === undefined) continue;
    const ask = (english as Readonly<Record<string, string>>)[`field.${id}.ask`] ?? id;
    rows.set(id, { factId: id, field: id, ask, decides: [], effect: 0, ownerName: fact.owner ?? '' });
  }
  return [...rows.values()];
}

/** Parts that are assets of the register are tied to their computer, so that a changed chip reaches it. */
function linkParts(tx: Connection, deps: FeatureDeps, asset: AssetRecord, facts: Facts): void {
  if (asset.kind !== 'computer') return;
  const fact = facts['containedParts'];
  const parts = fact?.state === 'known' ? ContainedPart.array().safeParse(fact.value) : undefined;
  for (const part of parts?.success === true ? parts.data : []) {
    if (part.assetId === undefined || findAsset(tx, part.assetId) === undefined) continue;
    // A tie that stands already, or would close a circle, is left as it is: the part's figures are read either way.
    insertLink(
      tx,
      { kind: 'contains', fromId: asset.id, toId: part.assetId, note: '' },
      { newId: () => deps.ports.ids.next(), now: deps.ports.clock.now() },
    );
  }
}
