import type { Citation } from '../../../src-shared/model/citation.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { TraceStep, Tri } from '../../../src-shared/model/finding.ts';
import type { ItemFacts } from '../../../src-shared/model/item-facts.ts';
import type { Expression } from '../../../src-shared/model/rule-expression.ts';
import type { DerivedFact, PackEntry } from '../../../src-shared/model/rule-pack.ts';
import { versionOn } from '../rules/dated.ts';
import { type EvaluationContext, evaluate, type Outcome } from '../rules/evaluate.ts';
import { type FactValue, unionOf, unknownFact, wordFact } from '../rules/fact-value.ts';
import { declaredVerdict } from './declared.ts';
import { createFactCache, type FactCache } from './environment.ts';
import type { PackIndex } from './pack-index.ts';

/** Answer to "do the words of this entry describe the item?", before enforcement and presentation. */
export interface Judgement {
  readonly value: Tri;
  readonly missing: readonly string[];
  readonly rebuttable: readonly string[];
  readonly limb?: string;
  readonly version?: string;
  readonly steps: readonly TraceStep[];
  readonly measured: Outcome['measured'];
}

/** Whether something takes the item out of the regime whatever it is. */
type Outside = Pick<Outcome, 'value' | 'missing' | 'steps'>;

/** Judges one item under one pack on one day. Answers are kept, so entries may lean on each other. */
export interface ItemJudge {
  readonly item: ItemFacts;
  readonly index: PackIndex;
  readonly on: IsoDate;
  readonly fact: (id: string) => FactValue;
  readonly judge: (entry: PackEntry) => Judgement;
  /** Answers with the trail. */
  readonly ask: (expression: Expression, ruleId: string, citation: Citation) => Outcome;
  /** Answers without a trail, for questions around a rule. */
  readonly peek: (expression: Expression, citation: Citation) => Outcome;
  readonly outside: () => Outside;
  readonly parts: readonly ItemJudge[];
}

/** Deepest nesting of contained items that is followed. Deeper parts are left open, not dropped. */
const MAX_NESTING = 8;

export function createItemJudge(item: ItemFacts, index: PackIndex, on: IsoDate, read: FactCache = createFactCache(), depth = 0): ItemJudge {
  const facts = new Map<string, FactValue>();
  const judgements = new Map<string, Judgement>();
  const open = new Set<string>();
  const parts = depth >= MAX_NESTING ? [] : (item.contains ?? []).map((part) => createItemJudge(part.item, index, on, read, depth + 1));
  const tooDeep = depth >= MAX_NESTING && (item.contains ?? []).length > 0;
  let outsideAnswer: Outside | undefined;

  const self: ItemJudge = {
    item,
    index,
    on,
    parts,
    fact: (id) => {
      const known = facts.get(id);
      if (known !== undefined) return known;
      const derived = index.derived.get(id);
      const value = id.startsWith('contains:')
        ? tooDeep
          ? unknownFact('contains')
          : containedFact(self, id.slice(9))
        : derived === undefined
          ? read(item, id)
          : chooseFact(self, derived);
      facts.set(id, value);
      return value;
    },
    ask: (expression, ruleId, citation) => evaluate(expression, contextOf(self, ruleId, citation, true)),
    peek: (expression, citation) => evaluate(expression, contextOf(self, '', citation, false)),
    judge: (entry) => {
      const known = judgements.get(entry.id);
      if (known !== undefined) return known;
      // Entries that lean on each other in a circle are a defect of the pack; the loader refuses them. Here they stay open.
      if (open.has(entry.id)) return { value: 'unknown', missing: [`law:${entry.id}`], rebuttable: [], steps: [], measured: [] };
      open.add(entry.id);
      const judgement = judgeEntry(self, entry);
      open.delete(entry.id);
      judgements.set(entry.id, judgement);
      return judgement;
    },
    outside: () => {
      outsideAnswer ??= judgeOutside(self);
      return outsideAnswer;
    },
  };
  return self;
}

function contextOf(judge: ItemJudge, ruleId: string, citation: Citation, withTrace: boolean): EvaluationContext {
  return {
    fact: judge.fact,
    parameter: (id) => judge.index.parameterOn(id, judge.on),
    meets: (entryId) => {
      const entry = judge.index.entries.get(entryId);
      if (entry === undefined) return { value: 'unknown', missing: [`law:${entryId}`] };
      return entry.itemTypes.includes(judge.item.type) ? judge.judge(entry) : { value: 'no', missing: [] };
    },
    ruleId,
    citation,
    withTrace,
  };
}

function judgeOutside(judge: ItemJudge): Outside {
  const outcomes = (judge.index.pack.scope?.outside ?? [])
    .filter((rule) => rule.itemTypes.includes(judge.item.type))
    .map((rule) => judge.ask(rule.when, rule.id, rule.citation));
  const value: Tri = outcomes.some((outcome) => outcome.value === 'yes')
    ? 'yes'
    : outcomes.some((outcome) => outcome.value === 'unknown')
      ? 'unknown'
      : 'no';
  return {
    value,
    missing: value === 'unknown' ? unionOf(...outcomes.map((outcome) => outcome.missing)) : [],
    steps: outcomes.flatMap((outcome) => outcome.steps),
  };
}

function judgeEntry(judge: ItemJudge, entry: PackEntry): Judgement {
  const citation = entry.citations[0];
  if (citation === undefined) return { value: 'unknown', missing: [`law:${entry.id}`], rebuttable: [], steps: [], measured: [] };
  const status = judge.index.statusOf(entry, judge.on);
  if (status.kind === 'outsideCoverage')
    return { value: 'unknown', missing: [`law:${entry.id}`], rebuttable: [], steps: [status.step], measured: [] };
  if (status.kind === 'notApplied') return { value: 'no', missing: [], rebuttable: [], steps: [status.step], measured: [] };
  if (entry.guide === 'notALimit') return { value: 'no', missing: [], rebuttable: [], steps: [], measured: [] };
  if (entry.guide === 'notComputable') return { value: 'unknown', missing: [], rebuttable: [], steps: [], measured: [] };
  const declared = declaredVerdict(judge.item, entry);
  if (declared !== undefined) return declared;
  const version = versionOn(entry.versions, judge.on);
  if (version === undefined) return { value: 'unknown', missing: [`law:${entry.id}`], rebuttable: [], steps: [status.step], measured: [] };

  const limbs = version.limbs.map((limb) => ({ id: limb.id, outcome: judge.ask(limb.when, `${entry.id}#${limb.id}`, limb.citation) }));
  const unless = version.unless.map((rule) => judge.ask(rule.when, `${entry.id}#${rule.id}`, rule.citation));
  return settle(limbs, unless, judge.index.pack.scope === undefined ? undefined : judge.outside(), version.label);
}

interface LimbOutcome {
  readonly id: string;
  readonly outcome: Outcome;
}

/** Met when a limb is met and nothing takes the item out; open while a limb or an exclusion is open. */
function settle(limbs: readonly LimbOutcome[], unless: readonly Outcome[], outside: Outside | undefined, version: string): Judgement {
  const met = limbs.find((limb) => limb.outcome.value === 'yes');
  const limb = met ?? limbs.find((one) => one.outcome.value === 'unknown');
  const excluded = outside?.value === 'yes' || unless.some((outcome) => outcome.value === 'yes');
  const mayBeExcluded = outside?.value === 'unknown' || unless.some((outcome) => outcome.value === 'unknown');
  const value: Tri = excluded || limb === undefined ? 'no' : met !== undefined && !mayBeExcluded ? 'yes' : 'unknown';
  const steps: TraceStep[] = [];
  const measured: Outcome['measured'][number][] = [];
  for (const { outcome } of limbs) {
    steps.push(...outcome.steps);
    measured.push(...outcome.measured);
  }
  for (const outcome of unless) steps.push(...outcome.steps);
  if (outside !== undefined) steps.push(...outside.steps);
  const openLimbs = met === undefined ? limbs.map((one) => one.outcome.missing) : [];
  const asked = value === 'unknown' ? unionOf(...openLimbs, ...unless.map((outcome) => outcome.missing), outside?.missing ?? []) : [];
  const rebuttable = met?.outcome.rebuttable ?? [];
  return limb === undefined || value === 'no'
    ? { value, missing: asked, rebuttable, version, steps, measured }
    : { value, missing: asked, rebuttable, limb: limb.id, version, steps, measured };
}

/** Whether any contained item, at any depth, meets the entry. Packages are judged one by one and never summed. */
function containedFact(judge: ItemJudge, entryId: string): FactValue {
  const entry = judge.index.entries.get(entryId);
  if (entry === undefined) return unknownFact(`law:${entryId}`);
  if (judge.item.contains === null || judge.item.contains === undefined) return unknownFact('contains');
  const missing: string[] = [];
  let open = false;
  for (const [place, part] of judge.parts.entries()) {
    const own = entry.itemTypes.includes(part.item.type) || part.item.declaredClassification ? part.judge(entry) : undefined;
    const nested = part.item.contains === null || part.item.contains === undefined ? undefined : part.fact(`contains:${entryId}`);
    if (own?.value === 'yes' || (nested?.kind === 'word' && nested.value === 'yes')) return wordFact('yes', 'contains');
    if (own?.value === 'unknown') missing.push(...own.missing.map((id) => placeName(place, id)));
    if (nested?.kind === 'unknown') missing.push(...nested.missing.map((id) => placeName(place, id)));
    open ||= own?.value === 'unknown' || nested?.kind === 'unknown' || (own === undefined && nested === undefined && isComputer(part.item));
  }
  return open
    ? { kind: 'unknown', missing: missing.length > 0 ? [...new Set(missing)] : ['contains'], read: ['contains'] }
    : wordFact('no', 'contains');
}

const isComputer = (item: ItemFacts): boolean => item.type === 'assembly' || item.type === 'server' || item.type === 'cluster';

const placeName = (place: number, id: string): string => (id.startsWith('law:') ? id : `contains.${place}.${id}`);

/** Piecewise number of a pack. While its conditions are open it spans every branch that may hold. */
function chooseFact(judge: ItemJudge, derived: DerivedFact): FactValue {
  const branches: FactValue[] = [];
  const asked: string[] = [];
  for (const branch of derived.choose) {
    const outcome = judge.peek(branch.when, derived.citation);
    if (outcome.value === 'no') continue;
    branches.push(judge.fact(branch.fact));
    if (outcome.value === 'yes') return span(branches, asked);
    asked.push(...outcome.missing);
  }
  branches.push(judge.fact(derived.otherwise));
  return span(branches, asked);
}

function span(branches: readonly FactValue[], asked: readonly string[]): FactValue {
  const [first] = branches;
  if (branches.length === 1 && first !== undefined) return first;
  const missing = unionOf(
    asked,
    ...branches.map((branch) => (branch.kind === 'unknown' || branch.kind === 'number' ? branch.missing : [])),
  );
  const read = unionOf(...branches.map((branch) => branch.read));
  const numbers = branches.filter((branch) => branch.kind === 'number');
  const unbounded = branches.some((branch) => branch.kind === 'unknown');
  if (numbers.length === 0) return { kind: 'unknown', missing, read };
  return {
    kind: 'number',
    low: unbounded ? 0 : Math.min(...numbers.map((branch) => branch.low)),
    high: unbounded ? Number.POSITIVE_INFINITY : Math.max(...numbers.map((branch) => branch.high)),
    missing,
    read,
  };
}
