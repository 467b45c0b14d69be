import type { Citation } from '../../../src-shared/model/citation.ts';
import type { EntryFinding, Margin, TraceStep, Verdict } from '../../../src-shared/model/finding.ts';
import type { PackEntry } from '../../../src-shared/model/rule-pack.ts';
import { valueOn } from '../rules/dated.ts';
import type { Measured } from '../rules/evaluate.ts';
import { tidy } from '../rules/fact-value.ts';
import type { ItemJudge, Judgement } from './judge.ts';
import { enforcementOn } from './status.ts';

export interface JudgedEntry {
  readonly entry: PackEntry;
  readonly finding: EntryFinding;
  readonly judgement: Judgement;
}

const verdicts = { yes: 'meets', no: 'doesNotMeet', unknown: 'undetermined' } as const;

/** Puts an entry's answer, its two states and its sources together as the finding everybody reads. */
export function entryFinding(judge: ItemJudge, entry: PackEntry): JudgedEntry {
  const judgement = judge.judge(entry);
  const { manifest } = judge.index.pack;
  const status = judge.index.statusOf(entry, judge.on);
  const verdict: Verdict = verdicts[judgement.value];
  const enforcement =
    status.kind === 'notApplied'
      ? 'notApplicable'
      : status.kind === 'outsideCoverage'
        ? 'unconfirmed'
        : enforcementFor(judge, entry, verdict);
  const licence = entry.licence === undefined ? undefined : valueOn(`${entry.id}:licence`, entry.licence, judge.on);
  const margin = marginOf(judgement.measured, verdict);
  const { limb, version } = judgement;
  const trace = status.kind === 'applied' ? [status.step, ...judgement.steps] : [...judgement.steps];
  // Built in the order of the schema, so that the same answer has the same bytes; optional fields are left out, not undefined.
  const finding: EntryFinding = Object.assign(
    { pack: manifest.id, regime: entry.regime ?? manifest.regime, entry: entry.id, title: entry.title },
    limb === undefined ? undefined : { limb },
    {
      verdict,
      textStatus: status.textStatus,
      enforcement,
      confidence: entry.confidence,
      isExportControl: entry.isExportControl,
      isLaw: entry.isLaw,
      reasons: [...reasonsFor(judge, entry, verdict)],
    },
    licence?.ok === true ? { licenceScope: licence.value.value.summary } : undefined,
    version === undefined ? undefined : { version },
    margin === undefined ? undefined : { margin, decidedBy: margin.quantity },
    { citations: citationsOf(entry, judgement.steps), missing: [...judgement.missing] },
    judgement.rebuttable.length > 0 && verdict === 'meets' ? { rebuttableBy: [...judgement.rebuttable] } : undefined,
    entry.isLaw ? undefined : guideResultOf(entry, judgement),
    { trace },
  );
  return { entry, finding, judgement };
}

/** A guide's number that makes no sense for this type of item: said so, and never a verdict. */
export function guideNotApplicable(judge: ItemJudge, entry: PackEntry): JudgedEntry {
  const { manifest } = judge.index.pack;
  const status = judge.index.statusOf(entry, judge.on);
  const finding: EntryFinding = {
    pack: manifest.id,
    regime: entry.regime ?? manifest.regime,
    entry: entry.id,
    title: entry.title,
    verdict: 'doesNotMeet',
    textStatus: status.textStatus,
    enforcement: 'notApplicable',
    confidence: entry.confidence,
    isExportControl: false,
    isLaw: false,
    reasons: [],
    citations: [...entry.citations],
    missing: [],
    guideResult: 'notApplicable',
    trace: [status.step],
  };
  return { entry, finding, judgement: { value: 'no', missing: [], rebuttable: [], steps: [], measured: [] } };
}

function enforcementFor(judge: ItemJudge, entry: PackEntry, verdict: Verdict): EntryFinding['enforcement'] {
  for (const part of entry.enforcementWhen ?? []) {
    if (verdict === 'doesNotMeet') break;
    const [first] = entry.citations;
    if (first !== undefined && judge.peek(part.when, first).value !== 'no') return enforcementOn(entry.id, part.history, judge.on).value;
  }
  return enforcementOn(entry.id, entry.enforcement, judge.on).value;
}

function reasonsFor(judge: ItemJudge, entry: PackEntry, verdict: Verdict): readonly string[] {
  if (verdict === 'doesNotMeet') return entry.reasons;
  const special = entry.reasonsWhen?.find((rule) => judge.peek(rule.when, rule.citation).value === 'yes');
  return special?.reasons ?? entry.reasons;
}

function guideResultOf(entry: PackEntry, judgement: Judgement): Pick<EntryFinding, 'guideResult'> {
  if (entry.guide === undefined) return {};
  if (entry.guide !== 'compare') return { guideResult: entry.guide };
  return { guideResult: judgement.value === 'yes' ? 'above' : judgement.value === 'no' ? 'below' : 'undetermined' };
}

/**
 * Picks the comparison that decided: of those that went the verdict's way, the one closest to its limit. Only comparisons
 * that could matter are looked at, unless none could.
 */
function marginOf(measured: readonly Measured[], verdict: Verdict): Margin | undefined {
  const wanted = verdict === 'meets' ? 'yes' : verdict === 'doesNotMeet' ? 'no' : 'unknown';
  const fitting = measured.filter((entry) => entry.outcome === wanted && entry.limit > 0);
  const relevant = fitting.filter((entry) => entry.relevant);
  const pool = relevant.length > 0 ? relevant : fitting;
  const distance = (entry: Measured) => Math.abs(Math.log((entry.low > 0 ? entry.low : entry.limit * 1e-9) / entry.limit));
  const closest = pool.reduce<Measured | undefined>(
    (best, entry) => (best === undefined || distance(entry) < distance(best) ? entry : best),
    undefined,
  );
  if (closest === undefined) return undefined;
  return {
    quantity: closest.quantity,
    value: closest.low,
    ...(closest.high !== closest.low && Number.isFinite(closest.high) ? { high: closest.high } : {}),
    limit: closest.limit,
    unit: closest.unit,
    ratio: tidy(closest.low / closest.limit),
  };
}

/** The entry's own sources first, then those of the steps, each once. */
function citationsOf(entry: PackEntry, steps: readonly TraceStep[]): Citation[] {
  const found: Citation[] = [...entry.citations];
  for (const { citation } of steps) {
    // Steps share the pack's citation objects, so identity settles most of them before the words are compared.
    if (found.includes(citation) || found.some((known) => known.sourceId === citation.sourceId && known.locator === citation.locator))
      continue;
    found.push(citation);
  }
  return found;
}
