import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { ItemFinding } from '../../../src-shared/model/finding.ts';
import type { ItemFacts } from '../../../src-shared/model/item-facts.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { conclude, standingOf } from './conclusion.ts';
import { entryFinding, guideNotApplicable, type JudgedEntry } from './entry-finding.ts';
import { createFactCache } from './environment.ts';
import { createItemJudge, type ItemJudge } from './judge.ts';
import { indexOf } from './pack-index.ts';
import { type OpenConsideration, openQuestions } from './questions.ts';
import { warningsOf } from './warnings.ts';

/** Rises when the same facts, day and packs could give other bytes. Stored in every finding. */
export const ENGINE_VERSION = '1.0.1';

/**
 * Classifies one item on one day under a set of packs.
 *
 * Answers which control entries the item meets, misses or leaves open, with the trail, and which facts would settle what is
 * open. Pure: the same facts, day and packs give the same bytes. Facts that are not known stay unknown throughout.
 *
 * Units are those of `ItemFacts`. Comparisons follow the words of each rule ("or more" includes the limit).
 * Errors: none; a day or a law the packs do not hold makes entries undetermined and is named among the missing facts.
 * Sources: every step of the trace carries its citation.
 */
export function classifyItem(facts: ItemFacts, on: IsoDate, packs: readonly RulePack[]): ItemFinding {
  const read = createFactCache();
  const judges = packs.map((pack) => createItemJudge(facts, indexOf(pack), on, read));
  const judged: JudgedEntry[] = [];
  const open: OpenConsideration[] = [];
  for (const judge of judges) judgePack(judge, judged, open);

  const lead = judges.find((judge) => judge.index.pack.scope !== undefined) ?? judges[0];
  const ofLead = judged.filter(({ finding }) => finding.pack === lead?.index.pack.manifest.id);
  const conclusion = lead === undefined ? { classification: 'undetermined', subjectToEar: null, missing: [] } : conclude(lead, ofLead);
  const entries = judged.map(({ finding }) => finding);
  const warnings = warningsOf(judges, judged, conclusion);
  return {
    engineVersion: ENGINE_VERSION,
    on,
    packs: packs.map(({ manifest }) => ({ id: manifest.id, version: manifest.version, hash: manifest.hash })),
    computed: computedNumbers(judges),
    entries,
    classification: conclusion.classification,
    ...(conclusion.missing.length > 0 ? { classificationMissing: [...conclusion.missing] } : {}),
    subjectToEar: conclusion.subjectToEar,
    standing:
      packs.length === 0
        ? 'unassessed'
        : standingOf(
            judged,
            open.some(({ entry }) => entry.isLaw && entry.isExportControl && entry.classification !== null),
            warnings.some((warning) => warning.code === 'capabilityOfConcern'),
          ),
    questions: openQuestions(judges, judged, open),
    warnings,
  };
}

function judgePack(judge: ItemJudge, judged: JudgedEntry[], open: OpenConsideration[]): void {
  for (const entry of judge.index.entriesFor(judge.item.type)) {
    const [citation] = entry.citations;
    // Replaced wording is not shown beside its successor: the successor answers for the day.
    if (judge.index.statusOf(entry, judge.on).textStatus === 'repealed') continue;
    if (entry.considerWhen !== undefined && citation !== undefined) {
      const wanted = judge.peek(entry.considerWhen, citation);
      if (wanted.value === 'no' && entry.guide !== undefined) judged.push(guideNotApplicable(judge, entry));
      // Asked only where the answer could matter: an entry that fails on other grounds needs no question.
      if (wanted.value === 'unknown' && judge.judge(entry).value !== 'no') open.push({ entry, missing: wanted.missing });
      if (wanted.value !== 'yes') continue;
    }
    judged.push(entryFinding(judge, entry));
  }
}

/** Figures shown as worked out, with the name they are exported under. */
const shownNumbers = [
  ['tpp', 'tpp'],
  ['performanceDensity', 'performanceDensity'],
  ['peakTeraOps', 'peakTeraOps'],
  ['memoryBandwidthDensity', 'memoryBandwidthDensity'],
  ['opsPerSecondPerWatt', 'opsPerSecondPerWatt'],
  ['totalOperations', 'trainingOperations'],
  ['extraOperations', 'extraOperations'],
] as const;

function computedNumbers(judges: readonly ItemJudge[]): Record<string, number> {
  const [first] = judges;
  if (first === undefined) return {};
  const forType: Record<string, readonly string[]> = {
    chip: ['tpp', 'performanceDensity', 'peakTeraOps', 'memoryBandwidthDensity', 'opsPerSecondPerWatt'],
    memory: ['memoryBandwidthDensity'],
    model: ['totalOperations', 'extraOperations'],
  };
  const wanted = forType[first.item.type] ?? [];
  const numbers: Record<string, number> = {};
  for (const [id, name] of shownNumbers) if (wanted.includes(id)) put(numbers, name, first, id);
  if (first.item.type === 'model') for (const judge of judges) for (const { id } of judge.index.pack.derived) put(numbers, id, judge, id);
  return numbers;
}

function put(numbers: Record<string, number>, name: string, judge: ItemJudge, id: string): void {
  const fact = judge.fact(id);
  if (fact.kind !== 'number') return;
  if (fact.low === fact.high) {
    numbers[name] = fact.low;
    return;
  }
  numbers[`${name}Low`] = fact.low;
  if (fact.likely !== undefined) numbers[`${name}Likely`] = fact.likely;
  if (Number.isFinite(fact.high)) numbers[`${name}High`] = fact.high;
}
