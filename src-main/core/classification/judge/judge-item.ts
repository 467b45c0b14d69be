import { createHash } from 'node:crypto';
import { type AssetKind, assetField, type Facts, type FieldValue } from '../../../../src-shared/model/asset-fields.ts';
import type { ComputeEstimate } from '../../../../src-shared/model/compute.ts';
import type { IsoDate } from '../../../../src-shared/model/dates.ts';
import type { ItemFinding } from '../../../../src-shared/model/finding.ts';
import { digestOf, type FindingDigest } from '../../../../src-shared/model/finding-digest.ts';
import { isWaiting, type OpenQuestionRow } from '../../../../src-shared/model/open-question.ts';
import type { RulePack } from '../../../../src-shared/model/rule-pack.ts';
import { english } from '../../../../src-shared/text/en/index.ts';
import { classifyItem } from '../../../engine/classification/index.ts';
import type { ChipRates } from '../facts/compute-inputs.ts';
import { fieldOfFact } from '../facts/field-of-fact.ts';
import { type Item, inputOf, type Surroundings } from './item-input.ts';
import { type Dictionary, linesOf, packedQuestions, packedRecord, recordOf } from './packing.ts';

/** What the results table and overviews need of a finding without opening it. */
export interface FindingSummary {
  readonly met: readonly string[];
  readonly undetermined: readonly string[];
  readonly guideAbove: readonly string[];
  readonly missing: readonly string[];
  readonly warnings: readonly string[];
  /** Nearest limit: entry and value over limit; null where nothing has a margin. */
  readonly nearest: { readonly entry: string; readonly ratio: number } | null;
  /** The finding before this one said something else. */
  readonly changed: boolean;
}

export interface Packed {
  /** The `ItemFacts` it rests on and the `ItemFinding`, a line of JSON each, compressed against the dictionary. */
  readonly record: Uint8Array;
  readonly dictionary: Dictionary;
  /** Its `OpenQuestionRow[]` as compressed JSON. */
  readonly questions: Uint8Array;
}

/** A finding ready to be stored, with everything worked out that needs no database. Survives a message between threads. */
export interface Judged {
  readonly on: IsoDate;
  /** SHA-256 over the finding's JSON, hex: what a replay must reach. */
  readonly sha256: string;
  /** SHA-256 over the JSON of its questions, hex. */
  readonly questionsSha256: string;
  /** What is stored of it. Null when that is stored already. */
  readonly packed: Packed | null;
  /** `FindingSummary` as JSON. */
  readonly summary: string;
  /** Facts whose questions wait for an answer. */
  readonly waiting: readonly string[];
  /** Largest effect among the questions; 0 without any. */
  readonly topEffect: number;
  readonly digest: FindingDigest;
  readonly compute: { readonly low: number; readonly likely: number; readonly high: number } | null;
}

/** What the finding before said, to tell whether this one differs. */
export interface Earlier {
  readonly classification: string;
  readonly standing: string;
  /** Its hashes, where a finding that says the same need not be written again. */
  readonly same: { readonly sha256: string; readonly questionsSha256: string } | null;
}

/** SHA-256 over a finding's JSON, hex. The engine is pure and builds its objects in one order, so equal findings have equal bytes. */
export const findingSha256 = (finding: ItemFinding): string => sha256Of(JSON.stringify(finding));

const sha256Of = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** Classifies an item and makes the answer ready for the store. Pure: the same item, packs and day give the same bytes. */
export function judgeItem(
  item: Item,
  around: Surroundings,
  law: { readonly packs: readonly RulePack[]; readonly on: IsoDate },
  rates: ChipRates,
  earlier: Earlier | null,
): Judged {
  const input = inputOf(item, around, rates);
  const finding = classifyItem(input.facts, law.on, law.packs);
  const record = recordOf(input.facts, finding);
  const sha256 = sha256Of(linesOf(record).finding);
  const questions = questionsOf(item.kind, finding, item.facts);
  const questionsJson = Buffer.from(JSON.stringify(questions));
  const questionsSha256 = sha256Of(questionsJson);
  const isStored = earlier?.same?.sha256 === sha256 && earlier.same.questionsSha256 === questionsSha256;
  return {
    on: finding.on,
    sha256,
    questionsSha256,
    packed: isStored
      ? null
      : { ...packedRecord(record, item.kind, input.facts.type, law), questions: packedQuestions(questionsSha256, questionsJson) },
    summary: JSON.stringify(summaryOf(finding, earlier)),
    waiting: questions.filter((question) => isWaiting(question, item.facts)).map(({ factId }) => factId),
    topEffect: Math.max(0, ...questions.map((question) => question.effect)),
    digest: digestOf(finding),
    compute: computeOf(finding, input.estimate),
  };
}

/** The parts of a finding that lists and overviews show. Pure. */
function summaryOf(finding: ItemFinding, before: Pick<Earlier, 'classification' | 'standing'> | null): FindingSummary {
  const control = finding.entries.filter((entry) => entry.isExportControl);
  const margins = control.flatMap((entry) => (entry.margin === undefined ? [] : [{ entry: entry.entry, ratio: entry.margin.ratio }]));
  const nearest = margins.sort((a, b) => Math.abs(Math.log(a.ratio || 1e-12)) - Math.abs(Math.log(b.ratio || 1e-12)))[0] ?? null;
  return {
    met: control.filter((entry) => entry.verdict === 'meets').map((entry) => entry.entry),
    undetermined: control.filter((entry) => entry.verdict === 'undetermined').map((entry) => entry.entry),
    guideAbove: finding.entries.filter((entry) => !entry.isLaw && entry.verdict === 'meets').map((entry) => entry.entry),
    missing: [...new Set(finding.questions.map((question) => question.factId))],
    warnings: [...new Set(finding.warnings.map((warning) => warning.code))],
    nearest,
    changed: before !== null && (before.classification !== finding.classification || before.standing !== finding.standing),
  };
}

/** Range shown in lists: what the engine counted, else the estimate. */
function computeOf(finding: ItemFinding, estimate: ComputeEstimate | null): Judged['compute'] {
  const { computed } = finding;
  const likely = computed['trainingOperations'];
  if (estimate?.status === 'estimated') return { low: estimate.low, likely: estimate.likely, high: estimate.high };
  if (likely === undefined) return null;
  return { low: computed['trainingOperationsLow'] ?? likely, likely, high: computed['trainingOperationsHigh'] ?? likely };
}

/** Known without a range, and not by inference or rumour. */
function isSettled(fact: FieldValue | undefined): boolean {
  if (fact?.state !== 'known' || fact.sourceKind === 'inferred' || fact.sourceKind === 'rumoured') return false;
  const { value } = fact;
  return !(typeof value === 'object' && 'value' in value && (value.low !== undefined || value.high !== undefined));
}

/** Who was named to find out, and by when. */
const careOf = (fact: FieldValue | undefined): Pick<OpenQuestionRow, 'ownerName' | 'due'> => ({
  ownerName: fact?.state === 'unknown' ? (fact.owner ?? '') : '',
  due: fact?.state === 'unknown' ? (fact.due ?? null) : null,
});

/**
 * The engine's questions, and the fields somebody marked unknown. A field that is settled is not asked again, unless it is
 * all that keeps an entry open.
 */
function questionsOf(kind: AssetKind, finding: ItemFinding, facts: Facts): OpenQuestionRow[] {
  const rows = new Map<string, OpenQuestionRow>();
  const lastMissing = new Set(
    finding.entries.flatMap(({ verdict, missing }) => (verdict === 'undetermined' && missing.length === 1 ? missing : [])),
  );
  for (const question of finding.questions) {
    const field = fieldOfFact(kind, question.factId);
    const fact = field === null ? undefined : facts[field];
    if (isSettled(fact) && !lastMissing.has(question.factId)) continue;
    rows.set(question.factId, {
      factId: question.factId,
      field,
      ask: question.ask,
      decides: question.decides,
      effect: question.effect,
      ...careOf(fact),
    });
  }
  const asked = new Set([...rows.values()].flatMap((row) => row.field ?? []));
  for (const [id, fact] of Object.entries(facts)) {
    if (fact.state !== 'unknown' || asked.has(id) || assetField(id) === undefined) continue;
    const ask = (english as Readonly<Record<string, string>>)[`field.${id}.ask`] ?? id;
    rows.set(id, { factId: id, field: id, ask, decides: [], effect: 0, ...careOf(fact) });
  }
  return [...rows.values()];
}
