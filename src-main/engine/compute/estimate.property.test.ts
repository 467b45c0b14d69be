import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComputeInputs, FigureSource } from '../../../src-shared/model/compute-inputs.ts';
import { figure } from './figures.fixture.ts';
import { compareRange, estimateCompute } from './index.ts';

const sources: readonly FigureSource[] = ['exact', 'measured', 'disclosed', 'reported', 'inferred', 'rumoured', 'default', 'unknown'];
const source = fc.constantFrom(...sources);
const between = (min: number, max: number) =>
  fc.double({ min: Math.log10(min), max: Math.log10(max), noNaN: true }).map((power) => 10 ** power);

const counted = fc.record({ n: between(1e6, 1e13), d: between(1e6, 1e14), epochs: between(0.1, 500), source });
const ran = fc.record({
  chips: between(1, 1e6),
  hours: between(1, 20_000),
  rate: between(1e12, 1e16),
  share: fc.option(between(0.05, 0.7), { nil: undefined }),
  source,
});

const countInputs = ({ n, d, epochs, source: kind }: { n: number; d: number; epochs: number; source: FigureSource }): ComputeInputs => ({
  count: { parameters: figure(n, 'parameters', kind), dataset: figure(d, 'tokens', kind), epochs: figure(epochs, 'epochs', kind) },
});

const hardwareInputs = (one: {
  chips: number;
  hours: number;
  rate: number;
  share: number | undefined;
  source: FigureSource;
}): ComputeInputs => ({
  hardware: {
    chips: figure(one.chips, 'chips', one.source),
    hours: figure(one.hours, 'hours', one.source),
    peak: { rate: figure(one.rate, 'flopPerSecond', one.source) },
    ...(one.share === undefined ? {} : { utilisation: { value: figure(one.share, 'fraction', one.source), basis: 'mfu' as const } }),
  },
});

function bounds(inputs: ComputeInputs) {
  const estimate = estimateCompute(inputs);
  if (estimate.status === 'refused') throw new Error(`Refused: ${estimate.refusal.code}`);
  return estimate;
}

const rises = (less: ComputeInputs, more: ComputeInputs): void => {
  const [a, b] = [bounds(less), bounds(more)];
  for (const end of ['low', 'likely', 'high'] as const) expect(b[end]).toBeGreaterThanOrEqual(a[end] * (1 - 1e-9));
};

describe('estimateCompute', () => {
  it('keeps low ≤ likely ≤ high whatever is entered', () => {
    fc.assert(
      fc.property(counted, ran, fc.boolean(), fc.boolean(), (count, run, withCount, withRun) => {
        const estimate = estimateCompute({ ...(withCount ? countInputs(count) : {}), ...(withRun ? hardwareInputs(run) : {}) });
        if (estimate.status === 'refused') return;
        for (const range of [estimate, ...estimate.methods]) {
          expect(range.low).toBeLessThanOrEqual(range.likely);
          expect(range.likely).toBeLessThanOrEqual(range.high);
        }
      }),
    );
  });

  it('never falls when parameters, data or epochs rise', () => {
    fc.assert(
      fc.property(counted, fc.constantFrom('n', 'd', 'epochs'), between(1, 100), (count, which, times) => {
        rises(countInputs(count), countInputs({ ...count, [which]: count[which] * times }));
      }),
    );
  });

  it('never falls when chips, hours or rate rise', () => {
    fc.assert(
      fc.property(ran, fc.constantFrom('chips', 'hours', 'rate'), between(1, 50), (run, which, times) => {
        rises(hardwareInputs(run), hardwareInputs({ ...run, [which]: run[which] * times }));
      }),
    );
  });

  it('never falls when utilisation rises', () => {
    fc.assert(
      fc.property(ran, between(0.01, 0.7), between(0.01, 0.7), (run, a, b) => {
        rises(hardwareInputs({ ...run, share: Math.min(a, b) }), hardwareInputs({ ...run, share: Math.max(a, b) }));
      }),
    );
  });

  it('is the same for the same inputs, byte for byte', () => {
    fc.assert(
      fc.property(counted, ran, (count, run) => {
        const inputs = { ...countInputs(count), ...hardwareInputs(run) };
        expect(JSON.stringify(estimateCompute(inputs))).toBe(JSON.stringify(estimateCompute(structuredClone(inputs))));
      }),
    );
  });
});

describe('compareRange', () => {
  it('says above or below only when the whole range lies there', () => {
    const ops = between(1e20, 1e28);
    fc.assert(
      fc.property(ops, between(1, 30), between(1, 30), ops, fc.constantFrom('above', 'atOrAbove'), (likely, down, up, line, edge) => {
        const range = { low: likely / down, likely, high: likely * up };
        const { position } = compareRange(range, { id: 'line', ops: line, edge });
        if (position === 'below') expect(range.high).toBeLessThanOrEqual(line);
        if (position === 'above') expect(range.low).toBeGreaterThanOrEqual(line);
        if (position === 'straddles') expect(range.low <= line && range.high >= line).toBe(true);
      }),
    );
  });

  it.each([
    { edge: 'atOrAbove' as const, position: 'above' },
    { edge: 'above' as const, position: 'below' },
  ])('reads a value exactly on the line by the wording "$edge"', ({ edge, position }) => {
    expect(compareRange({ low: 1e25, likely: 1e25, high: 1e25 }, { id: 'line', ops: 1e25, edge }).position).toBe(position);
  });
});
