import type { ComputeEstimate, ComputeMessage, ComputePart, MethodResult, OpsRange } from '../../../src-shared/model/compute.ts';
import type { ComputeInputs } from '../../../src-shared/model/compute-inputs.ts';
import { type Choice, choose, type HardwareBasis, isMostlySimulation, methodRefused } from './choose.ts';
import { figuresOf } from './figures.ts';
import { fromCost, fromEnergy, hardwareTime } from './hardware-time.ts';
import { type BaseCompute, shareOfBase, sumBase, teacherParts } from './lineage.ts';
import { type MethodOutcome, type MethodRefusal, warning } from './method.ts';
import { countOperations } from './operation-count.ts';
import { generateData, inferPerMonth, type PartOutcome, reinforce, trainAdapter } from './post-training.ts';
import { questionsFrom } from './questions.ts';
import { addRanges, widthOf } from './range.ts';
import { measuredTotal, reportedOwn } from './stated.ts';

/** Rises whenever the same inputs could give another number; stored with every estimate so that it can be rebuilt. */
const formulaVersion = '1.1';

type Tried = readonly [name: string, outcome: MethodOutcome];

/**
 * Estimates total training compute from everything that was entered, or says why it cannot.
 *
 * Units: operations (FLOP), never a rate. The total is own compute plus, for a derived model, that of its base, plus
 * synthetic data and reinforcement learning where entered. `low ≤ likely ≤ high`. Never throws on user input.
 * Refusals: the code of the method closest to an answer; `baseUnknown` when only own compute is known, `lineageCircle`,
 * `nothingEntered`, and the code of a part that was entered without all its figures: leaving it out would understate the total.
 * Parts that are known are returned with a refusal too. A measured or stated total covers reinforcement learning already.
 * Source: estimation notes, sections 1 and 2.
 */
export function estimateCompute(inputs: ComputeInputs): ComputeEstimate {
  const domains = inputs.domains ?? [];
  const tried = tryMethods(inputs);
  const basis = hardwareBasis(inputs, tried);
  const results = tried.flatMap(([, outcome]) => (outcome.ok ? [outcome.result] : [])).map((result) => setAside(result, domains, basis));
  const refusals = tried.flatMap(([name, outcome]) => (outcome.ok ? [] : [{ name, refusal: outcome.refusal }]));
  const choice = choose(results, basis);
  const warnings = unique([
    ...tried.flatMap(([, outcome]) => outcome.warnings),
    ...(choice?.warnings ?? []),
    ...refusals.map(({ name, refusal }) => methodRefused(name, refusal)),
  ]);
  const lineage = inputs.lineage;
  const hasParents = lineage?.links.some((link) => link.relation !== 'distilledFrom') === true;
  const base = lineage !== undefined && hasParents ? sumBase(lineage) : undefined;
  const extras = extraParts(inputs);
  if (extras.unknownTeachers.length > 0) warnings.push(warning('teacherUnknown', { teachers: extras.unknownTeachers.join(', ') }));

  const own: ComputePart[] = choice === undefined ? [] : [{ id: 'own', range: choice.range, lines: [...choice.chosen.lines] }];
  const parts = [...own, ...extras.parts, ...(base?.parts ?? [])];
  const ownTotal = totalOf([...own, ...extras.parts]);
  const share = ownTotal !== null && base?.range ? shareOfBase(ownTotal, base.range, lineage?.shareLimit) : undefined;
  const shared = {
    formulaVersion,
    methods: [...(choice?.methods ?? results)],
    figures: figuresOf(inputs),
    ...(choice?.ratio === undefined ? {} : { ratio: choice.ratio }),
    parts,
    ...(share === undefined ? {} : { share }),
    ...(inputs.inference === undefined ? {} : { inferencePerMonth: inferPerMonth(inputs.inference) }),
    warnings,
  };

  const refusal = whyRefused(choice, results, refusals, base, extras.parts);
  if (refusal !== undefined || (choice === undefined && ownTotal === null)) {
    const final = refusal ?? { code: 'nothingEntered', params: {}, missing: ['count', 'hardware'] };
    return {
      status: 'refused',
      refusal: { ...final, missing: [...final.missing] },
      ...shared,
      questions: questionsFrom(choice?.chosen, final.missing),
    };
  }
  const total = addRanges([ownTotal ?? zero, base?.range ?? zero]);
  return {
    status: 'estimated',
    ...total,
    confidence: wordFor(total, choice?.chosen),
    chosen: choice?.chosen.method ?? 'reinforcement',
    ...shared,
    questions: questionsFrom(choice?.chosen, []),
  };
}

const zero: OpsRange = { low: 0, likely: 0, high: 0 };

function tryMethods(inputs: ComputeInputs): readonly Tried[] {
  const tried: Tried[] = [];
  if (inputs.measured !== undefined) tried.push(['measured', measuredTotal(inputs.measured)]);
  if (inputs.lineage?.ownReported !== undefined) tried.push(['reportedOwn', reportedOwn(inputs.lineage.ownReported)]);
  if (inputs.adapter !== undefined && inputs.adapter.on !== false) tried.push(['adapter', trainAdapter(inputs.adapter)]);
  if (inputs.count !== undefined && inputs.count.on !== false)
    tried.push(['operationCount', countOperations(inputs.count, inputs.domains ?? [])]);
  if (inputs.hardware !== undefined && inputs.hardware.on !== false) tried.push(['hardwareTime', hardwareTime(inputs.hardware)]);
  if (inputs.energy !== undefined && inputs.energy.on !== false) tried.push(['energy', fromEnergy(inputs.energy)]);
  if (inputs.cost !== undefined && inputs.cost.on !== false) tried.push(['cost', fromCost(inputs.cost)]);
  return tried;
}

function hardwareBasis(inputs: ComputeInputs, tried: readonly Tried[]): HardwareBasis | undefined {
  const outcome = tried.find(([name]) => name === 'hardwareTime')?.[1];
  if (outcome === undefined || !outcome.ok) return undefined;
  const used = outcome.result.lines.find((one) => one.id.startsWith('utilisation'));
  const hours = outcome.result.lines.find((one) => one.id === 'chipHours');
  return { utilisation: used?.value ?? 1, isReported: inputs.hardware?.utilisation !== undefined, chipTimeUp: hours?.factor ?? 1 };
}

function setAside(result: MethodResult, domains: NonNullable<ComputeInputs['domains']>, basis: HardwareBasis | undefined): MethodResult {
  if (result.method !== 'hardwareTime' || !isMostlySimulation(domains, basis)) return result;
  return { ...result, excluded: true, excludedBecause: 'mostlySimulation' };
}

interface ExtraParts {
  readonly parts: readonly ComputePart[];
  readonly unknownTeachers: readonly string[];
}

function extraParts(inputs: ComputeInputs): ExtraParts {
  const parts: ComputePart[] = [];
  for (const [index, data] of (inputs.syntheticData ?? []).entries())
    if (data.on !== false) parts.push(partOf('syntheticData', generateData(data, index)));
  if (inputs.reinforcement !== undefined && inputs.reinforcement.on !== false) {
    const part = partOf('reinforcement', reinforce(inputs.reinforcement));
    parts.push(inputs.measured === undefined ? part : { ...part, excludedBecause: 'statedTotalCoversIt' });
  }
  const teachers = inputs.lineage === undefined ? { parts: [], unknown: [] } : teacherParts(inputs.lineage);
  return { parts: [...parts, ...teachers.parts], unknownTeachers: teachers.unknown };
}

function partOf(id: 'syntheticData' | 'reinforcement', outcome: PartOutcome): ComputePart {
  if (outcome.ok) return { id, range: outcome.range, lines: [...outcome.lines] };
  return { id, range: null, lines: [], refusal: { ...outcome.refusal, missing: [...outcome.refusal.missing] } };
}

function whyRefused(
  choice: Choice | undefined,
  results: readonly MethodResult[],
  refusals: readonly { readonly name: string; readonly refusal: MethodRefusal }[],
  base: BaseCompute | undefined,
  extras: readonly ComputePart[],
): MethodRefusal | undefined {
  if (base !== undefined && base.circle.length > 0)
    return { code: 'lineageCircle', params: { names: base.circle.join(' → ') }, missing: ['lineage.links'] };
  if (base !== undefined && base.range === null)
    return {
      code: choice === undefined ? 'baseAndOwnUnknown' : 'baseUnknown',
      params: { names: base.unknown.join(', ') },
      missing: ['lineage.ancestors', ...(choice === undefined ? refusals.flatMap(({ refusal }) => refusal.missing) : [])],
    };
  const unworked = extras.find((part) => part.refusal !== undefined && part.excludedBecause === undefined);
  if (unworked?.refusal !== undefined) return unworked.refusal;
  if (choice !== undefined) return undefined;
  const aside = results.find((result) => result.excluded);
  if (aside !== undefined)
    return {
      code: aside.excludedBecause ?? 'mostlySimulation',
      params: {},
      missing: ['hardware.utilisation', ...refusals.flatMap(({ refusal }) => refusal.missing)],
    };
  const [first, ...others] = refusals;
  if (first !== undefined)
    return { ...first.refusal, missing: [...new Set([...first.refusal.missing, ...others.flatMap(({ refusal }) => refusal.missing)])] };
  // A derived model may have been trained further by reinforcement learning alone: that is its own compute.
  if (base !== undefined && extras.some((part) => part.id === 'reinforcement')) return undefined;
  return extras.length > 0 ? { code: 'ownUnknown', params: {}, missing: ['count', 'hardware'] } : undefined;
}

function totalOf(parts: readonly ComputePart[]): OpsRange | null {
  const ranges = parts.flatMap((part) => (part.range === null || part.excludedBecause !== undefined ? [] : [part.range]));
  return ranges.length === 0 ? null : addRanges(ranges);
}

/** Confident is about three times either way, likely ten, speculative more. Energy and cost never give more than "likely". */
function wordFor(total: OpsRange, chosen: MethodResult | undefined): 'confident' | 'likely' | 'speculative' {
  const width = widthOf(total);
  const isIndirect = chosen?.method === 'energy' || chosen?.method === 'cost';
  if (width <= 3 && !isIndirect) return 'confident';
  return width <= 10 ? 'likely' : 'speculative';
}

function unique(messages: readonly ComputeMessage[]): ComputeMessage[] {
  const seen = new Map(messages.map((message) => [`${message.code}:${JSON.stringify(message.params)}`, message]));
  return [...seen.values()];
}
