import { itemFact } from '../../../src-shared/model/item-fact-catalogue.ts';
import type { ItemFacts, NumberFact } from '../../../src-shared/model/item-facts.ts';
import { exactNumber, type FactValue, notApplicable, unknownFact, wordFact } from '../rules/fact-value.ts';
import {
  memoryBandwidthDensity,
  opsPerSecondPerWatt,
  peakTeraOps,
  performanceDensity,
  totalProcessingPerformance,
} from './facts/chip-facts.ts';
import { intervalOf, toFact } from './facts/interval.ts';
import {
  baseOperations,
  baseWeightsPublished,
  extraOperations,
  extraShareOfBase,
  extraShareOfTotal,
  modelPublished,
  operationsWithGenerator,
  syntheticDataPublished,
  syntheticShare,
  totalOperations,
} from './facts/model-facts.ts';

const computed: Readonly<Record<string, (item: ItemFacts) => FactValue>> = {
  tpp: totalProcessingPerformance,
  peakTeraOps,
  performanceDensity,
  memoryBandwidthDensity,
  opsPerSecondPerWatt,
  totalOperations,
  baseOperations,
  extraOperations,
  extraShareOfBase,
  extraShareOfTotal,
  operationsWithGenerator,
  syntheticShareOfOperations: syntheticShare,
  syntheticDataPublished,
  baseWeightsPublished,
  published: (item) => (item.type === 'model' ? modelPublished(item) : direct(item, 'published')),
  hostEntries,
  designerAttestation: (item) =>
    item.designerAttestation === null || item.designerAttestation === undefined
      ? unknownFact('designerAttestation')
      : wordFact(item.designerAttestation.given, 'designerAttestation'),
  designerStanding,
  euMarketSince: (item) => dayNumber(item.euMarketSince, 'euMarketSince'),
  processorGflops: (item) => optionalFigure(item, 'processorGflops'),
};

/** Reads facts once for each item of one classification; packs share what was read. */
export type FactCache = (item: ItemFacts, id: string) => FactValue;

export function createFactCache(): FactCache {
  const items = new Map<ItemFacts, Map<string, FactValue>>();
  return (item, id) => {
    let facts = items.get(item);
    if (facts === undefined) {
      facts = new Map();
      items.set(item, facts);
    }
    const known = facts.get(id);
    if (known !== undefined) return known;
    const value = readFact(item, id);
    facts.set(id, value);
    return value;
  };
}

/** A fact of the item by its id: a field, a figure worked out from fields, or an answer to a pack's question. */
function readFact(item: ItemFacts, id: string): FactValue {
  const work = Object.hasOwn(computed, id) ? computed[id] : undefined;
  if (work !== undefined) return work(item);
  if (id.startsWith('capability:')) {
    const answer = item.capabilities?.[id.slice('capability:'.length)];
    return answer === null || answer === undefined ? unknownFact(id) : wordFact(answer, id);
  }
  return direct(item, id);
}

function direct(item: ItemFacts, id: string): FactValue {
  const value: unknown = (item as Readonly<Record<string, unknown>>)[id] ?? item.answers?.[id];
  if (value === null || value === undefined) return unknownFact(id);
  if (itemFact(id)?.kind === 'number') return toFact(intervalOf(value as NumberFact, id));
  if (typeof value === 'string') return wordFact(value, id);
  if (typeof value === 'number') return exactNumber(value, [id]);
  if (Array.isArray(value)) return { kind: 'list', values: value.filter((word) => typeof word === 'string'), read: [id] };
  return unknownFact(id);
}

/** A day as a number that compares like the day: `2025-08-02` is 20250802. */
function dayNumber(day: string | null | undefined, id: string): FactValue {
  const parts = day === null || day === undefined ? null : /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return parts === null ? unknownFact(id) : exactNumber(Number(`${parts[1] ?? ''}${parts[2] ?? ''}${parts[3] ?? ''}`), [id], day ?? '');
}

/** Standing of the designer who made the showing; a showing by somebody not looked up stays open. */
function designerStanding(item: ItemFacts): FactValue {
  const attestation = item.designerAttestation;
  if (attestation === null || attestation === undefined) return unknownFact('designerAttestation');
  return attestation.by === 'unknown' ? unknownFact('designerStanding') : wordFact(attestation.by, 'designerAttestation');
}

/** Figures of general processors only: a part about which none was given is not taken for one. */
function optionalFigure(item: ItemFacts, id: 'processorGflops'): FactValue {
  return item[id] === null || item[id] === undefined ? notApplicable(id) : toFact(intervalOf(item[id], id));
}

/** Other entries that describe the item; an encryption classification counts as one. */
function hostEntries(item: ItemFacts): FactValue {
  const stated = item.encryptionClassification;
  const entry = stated === null || stated === undefined ? undefined : /\b\d[A-E]\d{3}(?:\.[a-z0-9]+)*/i.exec(stated)?.[0];
  const known = (item.hostEntries !== null && item.hostEntries !== undefined) || (stated !== null && stated !== undefined);
  if (!known) return unknownFact('hostEntries');
  return {
    kind: 'list',
    values: [...(item.hostEntries ?? []), ...(entry === undefined ? [] : [entry])],
    read: ['hostEntries', 'encryptionClassification'],
  };
}
