import type { FindingWarning, TraceValue } from '../../../src-shared/model/finding.ts';
import type { ItemFacts } from '../../../src-shared/model/item-facts.ts';
import type { Measured } from '../rules/evaluate.ts';
import { showNumber } from '../rules/fact-value.ts';
import type { Conclusion } from './conclusion.ts';
import type { JudgedEntry } from './entry-finding.ts';
import type { ItemJudge } from './judge.ts';

/** Distance from a limit, as a share of it, within which a person should look twice. A habit of care, not a number of law. */
export const NEAR_LIMIT = 0.02;

/** A tera-operation rate above this is a slip of units: no circuit comes near 10^18 operations a second. */
const IMPLAUSIBLE_TERA_OPS = 1_000_000;
/** A training total below this is a slip of units (tera- or exa-operations, or a rate typed for a total). */
const IMPLAUSIBLE_TRAINING_TOTAL = 1e12;

const texts = {
  nearLimit:
    '{quantity} is {value}, within two per cent of the limit of {limit} {unit} ({entry}). Check the figure and its source before relying on the side it falls.',
  textNotEnforced:
    '{entry}: the text stands, and the authority says it does not enforce it. Both belong in the record; the text can be enforced again without a new rule.',
  conductRulesStillApply: 'No list-based licence follows from this answer. End-use, end-user, US-person and sanctions rules still apply.',
  sparseFigure:
    'A figure that counts skipped zeros was given ({value} tera-operations a second, {format}). It is shown and not used: the rule counts dense rates.',
  brochureOpen:
    'An advertised figure ({value} tera-operations a second, {format}) does not say whether it counts skipped zeros. It only bounds the answer from above.',
  unitTrap: '{quantity} of {value} is not plausible in {unit}. Check the unit.',
  capabilityOfConcern:
    'The capability "{capability}" was answered with yes. It calls for a review of end use whatever the compute or the list says.',
} as const;

const warn = (code: keyof typeof texts, params: Record<string, TraceValue>): FindingWarning => ({
  code: code === 'brochureOpen' || code === 'sparseFigure' ? 'sparse' : code,
  text: texts[code].replace(/\{(\w+)\}/g, (_all, name: string) => shown(params[name] ?? '')),
  params,
});

const shown = (value: TraceValue): string => (typeof value === 'number' ? showNumber(value) : String(value));

/** Everything a reader must not overlook, each warning once. */
export function warningsOf(judges: readonly ItemJudge[], judged: readonly JudgedEntry[], conclusion: Conclusion): FindingWarning[] {
  const found: FindingWarning[] = [];
  const [item] = judges.map((judge) => judge.item);
  for (const { entry, finding, judgement } of judged) {
    found.push(...nearLimits(entry.id, judgement.measured));
    const inPlay = finding.verdict !== 'doesNotMeet';
    if (inPlay && finding.isLaw && finding.enforcement === 'notEnforced') found.push(warn('textNotEnforced', { entry: entry.id }));
  }
  for (const judge of judges) found.push(...packWarnings(judge, judged), ...partWarnings(judge));
  if (item !== undefined) {
    found.push(...unitTraps(item), ...capabilityWarnings(judges, item));
    if (['none', 'EAR99', 'notSubjectToEar'].includes(conclusion.classification)) found.push(warn('conductRulesStillApply', {}));
  }
  return distinct(found);
}

function nearLimits(entryId: string, measured: readonly Measured[]): FindingWarning[] {
  return measured.flatMap((entry) => {
    const narrow = Number.isFinite(entry.high) && entry.high <= entry.low * 1.1;
    const reach = NEAR_LIMIT * entry.limit * (1 + 1e-9);
    const near = narrow && entry.low <= entry.limit + reach && entry.high >= entry.limit - reach;
    return entry.watch && entry.relevant && near
      ? [warn('nearLimit', { quantity: entry.quantity, value: entry.low, limit: entry.limit, unit: entry.unit, entry: entryId })]
      : [];
  });
}

function packWarnings(judge: ItemJudge, judged: readonly JudgedEntry[]): FindingWarning[] {
  return judged.flatMap(({ entry, finding }) => {
    if (finding.pack !== judge.index.pack.manifest.id || finding.verdict === 'doesNotMeet') return [];
    return (entry.warnings ?? [])
      .filter((rule) => judge.peek(rule.when, rule.citation).value === 'yes')
      .map((rule) => ({ code: rule.code, text: rule.text, params: { entry: entry.id } }));
  });
}

/** What holds of a part holds of the whole: its near limits, its class, its slips of unit. */
function partWarnings(judge: ItemJudge): FindingWarning[] {
  return judge.parts.flatMap((part) => {
    const own = part.index.entriesFor(part.item.type).map((entry) => ({ entry, judgement: part.judge(entry) }));
    return [
      ...own.flatMap(({ entry, judgement }) => nearLimits(entry.id, judgement.measured)),
      ...own.flatMap(({ entry, judgement }) =>
        judgement.value === 'no'
          ? []
          : (entry.warnings ?? [])
              .filter((rule) => part.peek(rule.when, rule.citation).value === 'yes')
              .map((rule) => ({ code: rule.code, text: rule.text, params: { entry: entry.id } })),
      ),
      ...unitTraps(part.item),
      ...partWarnings(part),
    ];
  });
}

function unitTraps(item: ItemFacts): FindingWarning[] {
  const found: FindingWarning[] = [];
  const rates = [...(item.peakDense ?? []), ...(item.dies ?? []).flatMap((die) => die.peakDense ?? [])];
  for (const rate of rates) {
    const value = typeof rate.denseTeraOpsPerS === 'number' ? rate.denseTeraOpsPerS : (rate.denseTeraOpsPerS?.high ?? 0);
    if (rate.sparse === true) found.push(warn('sparseFigure', { value, format: rate.format }));
    if (value > IMPLAUSIBLE_TERA_OPS)
      found.push(warn('unitTrap', { quantity: `peakDense ${rate.format}`, value, unit: '10^12 operations a second' }));
  }
  for (const claim of item.brochure ?? []) {
    if (claim.sparsity === true) found.push(warn('sparseFigure', { value: claim.teraOpsPerS, format: claim.format }));
    if (claim.sparsity === null || claim.sparsity === undefined)
      found.push(warn('brochureOpen', { value: claim.teraOpsPerS, format: claim.format }));
  }
  const total = typeof item.trainingOperations === 'number' ? item.trainingOperations : item.trainingOperations?.high;
  if (total !== undefined && total > 0 && total < IMPLAUSIBLE_TRAINING_TOTAL)
    found.push(warn('unitTrap', { quantity: 'trainingOperations', value: total, unit: 'operations (a total, not a rate)' }));
  return found;
}

function capabilityWarnings(judges: readonly ItemJudge[], item: ItemFacts): FindingWarning[] {
  const known = judges.flatMap((judge) => judge.index.pack.capabilities).filter((question) => question.itemTypes.includes(item.type));
  return known
    .filter((question) => item.capabilities?.[question.id] === 'yes')
    .map((question) => warn('capabilityOfConcern', { capability: question.title }));
}

function distinct(warnings: readonly FindingWarning[]): FindingWarning[] {
  const seen = new Map<string, FindingWarning>();
  for (const warning of warnings) {
    const key = warning.code === 'nacAcaClass' ? warning.code : `${warning.code}|${warning.text}`;
    if (!seen.has(key)) seen.set(key, warning);
  }
  return [...seen.values()];
}
