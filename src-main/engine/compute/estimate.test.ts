import { describe, expect, it } from 'vitest';
import type { ComputeEstimate } from '../../../src-shared/model/compute.ts';
import { ComputeEstimate as Schema } from '../../../src-shared/model/compute.ts';
import type { ComputeInputs } from '../../../src-shared/model/compute-inputs.ts';
import { figure, h100, h100Rates, parameters, tokens } from './figures.fixture.ts';
import { compareWithThreshold, estimateCompute } from './index.ts';

type Estimated = Extract<ComputeEstimate, { status: 'estimated' }>;
type Refused = Extract<ComputeEstimate, { status: 'refused' }>;

function estimated(inputs: ComputeInputs): Estimated {
  const estimate = estimateCompute(inputs);
  if (estimate.status !== 'estimated') throw new Error(`Refused: ${estimate.refusal.code}`);
  expect(Schema.safeParse(estimate).error).toBeUndefined();
  return estimate;
}

function refused(inputs: ComputeInputs): Refused {
  const estimate = estimateCompute(inputs);
  if (estimate.status !== 'refused') throw new Error(`Estimated at ${estimate.likely}`);
  expect(Schema.safeParse(estimate).error).toBeUndefined();
  return estimate;
}

const codes = (estimate: ComputeEstimate, severity?: 'note' | 'warning'): string[] =>
  estimate.warnings.filter((one) => severity === undefined || one.severity === severity).map((one) => one.code);

const near = (value: number, expected: number, share = 0.02): void => {
  expect(value / expected).toBeGreaterThan(1 - share);
  expect(value / expected).toBeLessThan(1 + share);
};

const llama = { parameters: parameters(405e9), dataset: tokens(15.6e12), epochs: figure(1, 'epochs') };
const runOf = (chips: number, hours: number) => ({ chips: figure(chips, 'chips'), hours: figure(hours, 'hours'), peak: h100() });

describe('the seven tests of the estimation notes', () => {
  it('1: 405e9 parameters on 15.6e12 tokens take 3.79e25 operations', () => {
    const estimate = estimated({ domains: ['language'], count: llama });
    near(estimate.likely, 3.79e25, 0.002);
    expect(estimate.chosen).toBe('operationCount');
    expect(estimate.methods[0]?.lines.map((line) => line.arithmetic)).toContain('6 × 4.05e11 × 1.56e13 = 3.79e25');
  });

  it('2: shows the hardware figure of the same model beside it, ratio 1.3, without a warning', () => {
    const utilisation = { value: figure(0.404, 'fraction'), basis: 'mfu' as const };
    const estimate = estimated({ domains: ['language'], count: llama, hardware: { ...runOf(16_384, 2142), utilisation } });
    near(estimate.likely, 3.79e25, 0.002);
    near(estimate.methods.find((one) => one.method === 'hardwareTime')?.likely ?? 0, 5.05e25);
    near(estimate.ratio ?? 0, 1.33);
    expect(codes(estimate, 'warning')).toEqual([]);
    expect(estimate.low).toBeLessThan(3.8e25);
    expect(estimate.high).toBeGreaterThan(5.05e25);
  });

  it('3: counts a mixture of experts by its 37e9 active parameters', () => {
    const estimate = estimated({ count: { parameters: parameters(671e9), activeParameters: parameters(37e9), dataset: tokens(14.8e12) } });
    near(estimate.likely, 3.3e24);
    expect(codes(estimate)).toContain('activeParametersUsed');
  });

  it.each([
    { chips: 50_000, hours: 1440, low: 5.1e25, likely: 9.0e25, high: 1.4e26, at26: 'straddles' },
    { chips: 80_000, hours: 2160, low: 1.2e26, likely: 2.2e26, high: 3.4e26, at26: 'above' },
  ])('4: $chips chips for $hours h without utilisation: $at26 10^26, above 10^25', ({ chips, hours, low, likely, high, at26 }) => {
    const estimate = estimated({ hardware: runOf(chips, hours) });
    near(estimate.low, low);
    near(estimate.likely, likely, 0.025);
    near(estimate.high, high, 0.025);
    expect(compareWithThreshold(estimate, { id: 'line26', ops: 1e26, edge: 'atOrAbove' }).position).toBe(at26);
    expect(compareWithThreshold(estimate, { id: 'line25', ops: 1e25, edge: 'above' }).position).toBe('above');
    expect(codes(estimate)).toContain('utilisationAssumed');
  });

  it('5: an adapter on 70e9 frozen weights with 1e9 tokens takes 2.8e20, far below a third of the base', () => {
    const base = { low: 5e24, likely: 6.3e24, high: 8e24 };
    const estimate = estimated({
      adapter: { allParameters: parameters(70e9), tokens: tokens(1e9) },
      lineage: {
        links: [{ relation: 'derivedFrom', parent: 'base' }],
        ancestors: [{ id: 'base', name: 'Base', own: base, links: [] }],
        shareLimit: 1 / 3,
      },
    });
    near(estimate.parts.find((part) => part.id === 'own')?.range?.likely ?? 0, 2.8e20);
    near(estimate.likely, 6.3e24);
    expect(estimate.share?.position).toBe('below');
    expect(estimate.share?.ratio.likely).toBeLessThan(1e-4);
  });

  it('6: refuses an image model whose data size has no patch count, and says what to supply', () => {
    const estimate = refused({ domains: ['vision'], count: { parameters: parameters(3e9), dataset: figure(400e6, 'images') } });
    expect(estimate.refusal.code).toBe('unitsPerExampleMissing');
    expect(estimate.refusal.missing).toContain('count.unitsPerExample');
    expect(estimate.questions[0]).toMatchObject({ input: 'count.unitsPerExample', effect: 1 });
  });

  it('7: notices an FP8 rate entered with sparsity and counts the dense one', () => {
    const peak = h100(3957.8e12, 'fp8');
    const estimate = estimated({ hardware: { chips: figure(1000, 'chips'), hours: figure(100, 'hours'), peak } });
    const dense = estimated({ hardware: { chips: figure(1000, 'chips'), hours: figure(100, 'hours'), peak: h100(h100Rates.fp8, 'fp8') } });
    expect(codes(estimate, 'warning')).toContain('sparseRate');
    near(estimate.likely, dense.likely, 1e-6);
  });
});

describe('when both methods exist', () => {
  const small = { chips: figure(512, 'chips'), hours: figure(720, 'hours'), peak: h100() };

  it('warns when they differ by more than three times and covers both', () => {
    const estimate = estimated({ count: { parameters: parameters(7e9), dataset: tokens(2.4e12) }, hardware: small });
    expect(codes(estimate, 'warning')).toContain('methodsDisagree');
    expect(estimate.chosen).toBe('operationCount');
    expect(estimate.high).toBeGreaterThan(4e23);
  });

  it('sets the count aside when the chips could not have done it', () => {
    const estimate = estimated({ count: { parameters: parameters(1e12), dataset: tokens(1e13) }, hardware: small });
    expect(estimate.chosen).toBe('hardwareTime');
    expect(estimate.methods.find((one) => one.method === 'operationCount')).toMatchObject({
      excluded: true,
      excludedBecause: 'countExceedsHardware',
    });
    expect(estimate.high).toBeLessThan(1e24);
  });

  it('prefers hardware but reaches down to a count that would mean idle chips', () => {
    const estimate = estimated({ count: { parameters: parameters(7e9), dataset: tokens(5e11) }, hardware: small });
    expect(estimate.chosen).toBe('hardwareTime');
    expect(estimate.low).toBeLessThan(2.1e22);
    expect(codes(estimate)).toContain('countFarBelowHardware');
  });

  it('reads HFU as more than model operations', () => {
    const run = (basis: 'mfu' | 'hfu') =>
      estimated({ hardware: { ...small, utilisation: { value: figure(0.5, 'fraction'), basis } } }).likely;
    expect(run('hfu')).toBeLessThan(run('mfu'));
  });

  it('takes the share lost to failures off the chip-hours', () => {
    const whole = estimated({ hardware: small }).likely;
    const useful = estimated({ hardware: { ...small, lostShare: figure(0.2, 'fraction') } }).likely;
    near(useful / whole, 0.8, 1e-6);
  });
});

describe('other routes', () => {
  it('agrees roughly between energy and the run it belongs to, at lower confidence', () => {
    const estimate = estimated({
      energy: { energy: figure(5.4e6, 'kilowattHours'), chipPower: figure(700, 'watts'), overhead: figure(1.5, 'ratio'), peak: h100() },
    });
    near(estimate.likely, (5.4e9 / 1050) * 3600 * 989.4e12 * 0.35, 1e-6);
    expect(estimate.confidence).not.toBe('confident');
  });

  it('works from spend and price', () => {
    const estimate = estimated({ cost: { spend: figure(60e6, 'money'), pricePerChipHour: figure(2, 'moneyPerChipHour'), peak: h100() } });
    near(estimate.likely, 30e6 * 3600 * 989.4e12 * 0.35, 1e-6);
  });

  it('adds generation, updates and reference passes of reinforcement learning, and synthetic data, to own compute', () => {
    const estimate = estimated({
      count: { parameters: parameters(1e9), dataset: tokens(1e12) },
      reinforcement: {
        activeParameters: parameters(1e9),
        rollouts: figure(1e6, 'count'),
        tokensPerRollout: figure(1e3, 'tokens'),
        updateTokens: figure(5e8, 'tokens'),
        rewardParameters: parameters(1e9),
        referenceParameters: parameters(1e9),
      },
      syntheticData: [{ generatorParameters: parameters(70e9), tokensGenerated: tokens(1e10) }],
    });
    const rl = 2e9 * 1e9 + 6e9 * 5e8 + 2e9 * 1e9 + 2e9 * 1e9;
    near(estimate.likely, 6e21 + rl + 1.4e21, 1e-6);
    expect(estimate.parts.map((part) => part.id)).toEqual(['own', 'syntheticData', 'reinforcement']);
  });

  it('keeps inference beside training', () => {
    const inputs = { count: { parameters: parameters(1e9), dataset: tokens(1e12) } };
    const inference = {
      activeParameters: parameters(1e9),
      requestsPerMonth: figure(1e6, 'count'),
      tokensPerRequest: tokens(1e3),
      samplesPerRequest: figure(8, 'count'),
    };
    const estimate = estimated({ ...inputs, inference });
    expect(estimate.likely).toBe(estimated(inputs).likely);
    near(estimate.inferencePerMonth?.likely ?? 0, 1.6e19, 1e-6);
  });

  it('splits an encoder-decoder instead of pretending that each token passes all weights', () => {
    expect(refused({ count: { shape: 'encoderDecoder', parameters: parameters(11e9), dataset: tokens(1e12) } }).refusal.code).toBe(
      'encoderDecoderSplitMissing',
    );
    const side = (n: number, d: number) => ({ parameters: parameters(n), units: tokens(d) });
    const estimate = estimated({ count: { shape: 'encoderDecoder', encoder: side(5e9, 8e11), decoder: side(6e9, 2e11) } });
    near(estimate.likely, 6 * 5e9 * 8e11 + 6 * 6e9 * 2e11, 1e-6);
  });

  it('shows a correction that is off without adding it', () => {
    const attention = {
      on: false,
      layers: figure(32, 'count'),
      width: figure(4096, 'count'),
      contextLength: tokens(32_768),
      causalHalf: false,
    };
    const count = { parameters: parameters(7e9), dataset: tokens(1e12) };
    const off = estimated({ count: { ...count, attention } });
    const on = estimated({ count: { ...count, attention: { ...attention, on: true } } });
    expect(off.likely).toBe(estimated({ count }).likely);
    expect(off.methods[0]?.lines.find((line) => line.id === 'attention')).toMatchObject({
      state: 'off',
      value: 12 * 32 * 4096 * 32_768 * 1e12,
    });
    near(on.likely - off.likely, 12 * 32 * 4096 * 32_768 * 1e12, 1e-6);
  });
});

describe('unit traps', () => {
  it.each([
    {
      name: 'parameters typed in billions',
      inputs: { count: { parameters: parameters(405), dataset: tokens(15.6e12) } },
      code: 'parametersTooSmall',
    },
    {
      name: 'tokens typed in trillions',
      inputs: { count: { parameters: parameters(405e9), dataset: tokens(15.6) } },
      code: 'datasetTooSmall',
    },
    {
      name: 'unknown data unit',
      inputs: { domains: ['speech' as const], count: { parameters: parameters(1e9), dataset: figure(1e9, 'unknown' as const) } },
      code: 'datasetUnitUnknown',
    },
    { name: 'peak typed in tera-operations', inputs: { hardware: { ...runOf(8, 100), peak: h100(989.4) } }, code: 'rateTypedInTera' },
    { name: 'peak of a whole cluster', inputs: { hardware: { ...runOf(8, 100), peak: h100(1e19) } }, code: 'rateOfWholeSystem' },
    { name: 'a rate where a total belongs', inputs: { measured: figure(3.8e25, 'flopPerSecond' as const) }, code: 'rateGivenAsTotal' },
    {
      name: 'total experts only',
      inputs: { count: { isMixtureOfExperts: true, parameters: parameters(671e9), dataset: tokens(14.8e12) } },
      code: 'activeParametersMissing',
    },
    {
      name: 'convolution by 6ND',
      inputs: { count: { shape: 'convolutional' as const, parameters: parameters(25e6), dataset: figure(1.2e6, 'images' as const) } },
      code: 'forwardOpsMissing',
    },
    { name: 'chips of a game-playing agent', inputs: { domains: ['games' as const], hardware: runOf(512, 500) }, code: 'mostlySimulation' },
    { name: 'nothing', inputs: {}, code: 'nothingEntered' },
  ])('refuses $name', ({ inputs, code }) => {
    expect(refused(inputs).refusal.code).toBe(code);
  });

  it('warns of chip-hours entered as hours, and of percent', () => {
    const estimate = estimated({ hardware: { ...runOf(1024, 700_000), utilisation: { value: figure(40, 'fraction'), basis: 'mfu' } } });
    expect(codes(estimate, 'warning')).toEqual(expect.arrayContaining(['hoursLookLikeChipHours', 'utilisationTypedInPercent']));
  });
});

describe('lineage', () => {
  const own = { parameters: parameters(7e9), dataset: tokens(1e11) };
  const range = (likely: number) => ({ low: likely / 2, likely, high: likely * 2 });

  it('refuses a total without the base but keeps the own part, and never says "below"', () => {
    const estimate = refused({ count: own, lineage: { links: [{ relation: 'derivedFrom', parent: 'x' }], ancestors: [] } });
    expect(estimate.refusal.code).toBe('baseUnknown');
    near(estimate.parts.find((part) => part.id === 'own')?.range?.likely ?? 0, 4.2e21);
    expect(compareWithThreshold(estimate, { id: 'high', ops: 1e25, edge: 'atOrAbove' }).position).toBe('unknown');
    expect(compareWithThreshold(estimate, { id: 'low', ops: 1e21, edge: 'atOrAbove' }).position).toBe('above');
  });

  it('counts a shared ancestor once and a merged parent each', () => {
    const node = (id: string, parents: string[]) => ({
      id,
      name: id,
      own: range(1e24),
      links: parents.map((parent) => ({ relation: 'derivedFrom' as const, parent })),
    });
    const links = ['left', 'right'].map((parent) => ({ relation: 'mergedFrom' as const, parent }));
    const estimate = estimated({
      count: own,
      lineage: { links, ancestors: [node('left', ['root']), node('right', ['root']), node('root', [])] },
    });
    near(estimate.likely, 3e24 + 4.2e21, 1e-6);
  });

  it('counts a teacher by its inference, not by its training', () => {
    const link = {
      relation: 'distilledFrom' as const,
      parent: 'teacher',
      teacherParameters: parameters(70e9),
      teacherTokens: tokens(1e11),
    };
    const estimate = estimated({
      count: own,
      lineage: { links: [link], ancestors: [{ id: 'teacher', name: 'Teacher', own: range(6e24), links: [] }] },
    });
    near(estimate.likely, 4.2e21 + 1.4e22, 1e-6);
  });

  it('finds a circle of parents', () => {
    const node = (id: string, parent: string) => ({
      id,
      name: id,
      own: range(1e24),
      links: [{ relation: 'derivedFrom' as const, parent }],
    });
    const estimate = refused({
      count: own,
      lineage: { links: [{ relation: 'derivedFrom', parent: 'a' }], ancestors: [node('a', 'b'), node('b', 'a')] },
    });
    expect(estimate.refusal.code).toBe('lineageCircle');
  });
});
