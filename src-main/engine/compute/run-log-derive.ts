import type { LogCandidate } from '../../../src-shared/model/compute.ts';
import { show } from './numbers.ts';
import type { Collected, Found } from './run-log.ts';
import type { RawFigure } from './run-log-patterns.ts';

/** Values offered for one input at most. */
const mostPerInput = 3;

/** Turns raw figures into candidates for inputs; the best supported of an input comes first. */
export function deriveCandidates(collected: Collected): LogCandidate[] {
  const read = reader(collected);
  const candidates: LogCandidate[] = [];
  const offer = (input: string, unit: string, found: Found | undefined, arithmetic?: string, name?: string): void => {
    if (found === undefined || candidates.filter((one) => one.input === input).length >= mostPerInput) return;
    if (candidates.some((one) => one.input === input && one.value === found.value && one.name === name)) return;
    const { value, line, text } = found;
    candidates.push({
      input,
      value,
      unit,
      line,
      text,
      ...(name === undefined ? {} : { name }),
      ...(arithmetic === undefined ? {} : { arithmetic }),
    });
  };
  const derived = (at: Found | undefined, value: number): Found | undefined => (at === undefined ? undefined : { ...at, value });

  offer('measured', 'flop', read.largest('flop'));
  offerParameters(read, offer, derived);

  const chips = chipsOf(read, derived);
  const batch = batchOf(read, chips?.found, derived);
  const steps = read.largest('steps') ?? read.last('plannedSteps');
  offer('count.steps', 'steps', steps);
  offer('count.batchTokens', 'tokens', batch?.found, batch?.arithmetic);
  offer('count.dataset', 'tokens', read.largest('tokens'));
  const samples = read.largest('consumedSamples');
  const sequence = read.last('sequence');
  if (samples !== undefined && sequence !== undefined)
    offer('count.dataset', 'tokens', derived(samples, samples.value * sequence.value), times(samples.value, sequence.value));
  if (steps !== undefined && batch !== undefined)
    offer('count.dataset', 'tokens', derived(steps, steps.value * batch.found.value), times(steps.value, batch.found.value));
  offer('count.dataset', 'examples', read.last('examples'));
  offer('count.epochs', 'epochs', read.last('epochs'));
  offer('count.attention.layers', 'count', read.last('layers'));
  offer('count.attention.width', 'count', read.last('width'));
  offer('count.attention.contextLength', 'tokens', sequence);
  offer('count.embedding.vocabulary', 'count', read.last('vocabulary'));

  offer('hardware.chips', 'chips', chips?.found, chips?.arithmetic);
  offerHours(collected, read, steps, offer, derived);
  offer('hardware.utilisation', 'mfu', read.median('mfu'));
  offer('hardware.utilisation', 'hfu', read.median('hfu'));
  offer('hardware.peak', 'chip', collected.chip, undefined, collected.chip?.name);
  offer('hardware.peak.format', 'format', collected.format, undefined, collected.format?.name);
  return candidates;
}

type Offer = (input: string, unit: string, found: Found | undefined, arithmetic?: string) => void;
type Derived = (at: Found | undefined, value: number) => Found | undefined;
type Reader = ReturnType<typeof reader>;

function reader({ figures }: Collected) {
  const all = (figure: RawFigure): readonly Found[] => figures.get(figure) ?? [];
  return {
    last: (figure: RawFigure): Found | undefined => all(figure).at(-1),
    largest: (figure: RawFigure): Found | undefined =>
      all(figure).reduce<Found | undefined>((best, one) => (best === undefined || one.value >= best.value ? one : best), undefined),
    /** Middle value; utilisation is a share even when it was printed in percent. */
    median: (figure: RawFigure): Found | undefined => {
      const shares = all(figure).map((one) => ({ ...one, value: one.value > 1 ? one.value / 100 : one.value }));
      return [...shares].sort((a, b) => a.value - b.value)[Math.floor((shares.length - 1) / 2)];
    },
  };
}

function offerParameters(read: Reader, offer: Offer, derived: Derived): void {
  const all = read.largest('parameters');
  const trained = read.largest('trainableParameters');
  const perRank = read.largest('parametersPerRank');
  offer('count.parameters', 'parameters', all);
  if (perRank !== undefined) {
    const ranks = (read.last('tensorParallel')?.value ?? 1) * (read.last('pipelineParallel')?.value ?? 1);
    offer('count.parameters', 'parameters', derived(perRank, perRank.value * ranks), times(perRank.value, ranks));
  }
  if (all === undefined) offer('count.parameters', 'parameters', trained);
  else if (trained !== undefined && trained.value < all.value * 0.9) {
    offer('adapter.allParameters', 'parameters', all);
    offer('adapter.trainedParameters', 'parameters', trained);
  }
}

interface Worked {
  readonly found: Found;
  readonly arithmetic?: string;
}

function chipsOf(read: Reader, derived: Derived): Worked | undefined {
  const nodes = read.last('nodes');
  const perNode = read.last('chipsPerNode');
  const stated = read.largest('chips');
  if (stated !== undefined) return { found: stated };
  const found = nodes === undefined || perNode === undefined ? undefined : derived(nodes, nodes.value * perNode.value);
  return found === undefined || nodes === undefined || perNode === undefined
    ? undefined
    : { found, arithmetic: times(nodes.value, perNode.value) };
}

function batchOf(read: Reader, chips: Found | undefined, derived: Derived): Worked | undefined {
  const stated = read.last('batchTokens');
  if (stated !== undefined) return { found: stated };
  const sequence = read.last('sequence');
  const global = read.last('globalBatch');
  if (sequence === undefined) return undefined;
  if (global !== undefined) return worked(derived(global, global.value * sequence.value), times(global.value, sequence.value));
  const micro = read.last('microBatch');
  if (micro === undefined || chips === undefined) return undefined;
  const accumulation = read.last('accumulation')?.value ?? 1;
  const factors = [micro.value, accumulation, chips.value, sequence.value];
  return worked(
    derived(
      micro,
      factors.reduce((product, factor) => product * factor, 1),
    ),
    times(...factors),
  );
}

function offerHours(collected: Collected, read: Reader, steps: Found | undefined, offer: Offer, derived: Derived): void {
  const runtime = read.largest('runtimeSeconds');
  if (runtime !== undefined)
    offer(
      'hardware.hours',
      'hours',
      derived(runtime, runtime.value / 3600),
      `${show(runtime.value)} ÷ 3,600 = ${show(runtime.value / 3600)}`,
    );
  const each = read.median('stepSeconds') === undefined ? undefined : medianSeconds(collected);
  if (each !== undefined && steps !== undefined) {
    const hours = (each.value * steps.value) / 3600;
    offer('hardware.hours', 'hours', derived(each, hours), `${show(each.value)} × ${show(steps.value)} ÷ 3,600 = ${show(hours)}`);
  }
  const { firstTime, lastTime } = collected;
  if (firstTime === undefined || lastTime === undefined || lastTime.value - firstTime.value < 60) return;
  const hours = (lastTime.value - firstTime.value) / 3600;
  offer(
    'hardware.hours',
    'hours',
    derived(lastTime, hours),
    `${firstTime.text.slice(0, 30)} … ${lastTime.text.slice(0, 30)} = ${show(hours)}`,
  );
}

function medianSeconds({ figures }: Collected): Found | undefined {
  const all = [...(figures.get('stepSeconds') ?? [])].sort((a, b) => a.value - b.value);
  return all[Math.floor((all.length - 1) / 2)];
}

function worked(found: Found | undefined, arithmetic: string): Worked | undefined {
  return found === undefined ? undefined : { found, arithmetic };
}

function times(...factors: readonly number[]): string {
  return `${factors.map(show).join(' × ')} = ${show(factors.reduce((product, factor) => product * factor, 1))}`;
}
