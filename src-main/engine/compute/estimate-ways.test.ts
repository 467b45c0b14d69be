import { describe, expect, it } from 'vitest';
import { type ComputeEstimate, ComputeEstimate as Schema } from '../../../src-shared/model/compute.ts';
import type { ComputeInputs } from '../../../src-shared/model/compute-inputs.ts';
import { figure, h100, parameters, tokens } from './figures.fixture.ts';
import { compareWithThreshold, estimateCompute } from './index.ts';

type Of<Status> = Extract<ComputeEstimate, { status: Status }>;

function estimated(inputs: ComputeInputs): Of<'estimated'> {
  const estimate = Schema.parse(estimateCompute(inputs));
  if (estimate.status !== 'estimated') throw new Error(`Refused: ${estimate.refusal.code}`);
  return estimate;
}

function refused(inputs: ComputeInputs): Of<'refused'> {
  const estimate = Schema.parse(estimateCompute(inputs));
  if (estimate.status !== 'refused') throw new Error(`Estimated at ${estimate.likely}`);
  return estimate;
}

const refusalOf = (estimate: ComputeEstimate, method: string) =>
  estimate.warnings.find((one) => one.code === 'methodRefused' && one.params['method'] === method)?.params['reason'];

const count = { parameters: parameters(7e9), dataset: tokens(1e12) };
const rollouts = { activeParameters: parameters(7e9), rollouts: figure(1e6, 'count'), tokensPerRollout: tokens(1e3) };

describe('a section that lacks a figure says which', () => {
  const price = figure(2, 'moneyPerChipHour');
  it.each([
    ['cost', { cost: { pricePerChipHour: price, peak: h100() } }, 'spendMissing'],
    ['cost', { cost: { spend: figure(6e7, 'money'), peak: h100() } }, 'priceMissing'],
    ['cost', { cost: { spend: figure(6e7, 'money'), pricePerChipHour: price } }, 'hardwareMissing'],
    ['energy', { energy: { chipPower: figure(700, 'watts'), peak: h100() } }, 'energyMissing'],
    ['energy', { energy: { energy: figure(5e6, 'kilowattHours'), peak: h100() } }, 'powerMissing'],
    ['adapter', { adapter: { allParameters: parameters(7e9) } }, 'datasetMissing'],
    ['operationCount', { count: { encoder: { parameters: parameters(1e9), units: tokens(1e11) } } }, 'encoderDecoderSideIncomplete'],
  ] as const)('%s: %o', (method, inputs, reason) => {
    const estimate = refused(inputs);
    expect(refusalOf(estimate, method)).toBe(reason);
    expect(estimate.refusal.missing.length).toBeGreaterThan(0);
  });

  it('names the missing side of an encoder-decoder', () => {
    const inputs: ComputeInputs = { count: { encoder: { parameters: parameters(1e9) }, decoder: { units: tokens(1e11) } } };
    expect(refused(inputs).refusal.missing).toEqual(['count.encoder.units', 'count.decoder.parameters']);
  });
});

describe('stages that were entered without all their figures', () => {
  it.each([
    ['rolloutsMissing', { reinforcement: { activeParameters: parameters(7e9), rollouts: figure(1e6, 'count') } }],
    ['policyParametersMissing', { reinforcement: { rollouts: figure(1e6, 'count'), tokensPerRollout: tokens(1e3) } }],
    ['parametersTooSmall', { reinforcement: { ...rollouts, rewardParameters: parameters(7) } }],
    ['generatorMissing', { syntheticData: [{ tokensGenerated: tokens(1e12) }] }],
    ['generatedTokensMissing', { syntheticData: [{ generatorParameters: parameters(7e10) }] }],
    ['parametersTooSmall', { syntheticData: [{ generatorParameters: parameters(70), tokensGenerated: tokens(1e12) }] }],
  ] as const)('refuse the total (%s), keep the run, and never read as below a line', (code, stage) => {
    const estimate = refused({ count, ...stage } as ComputeInputs);
    expect(estimate.refusal.code).toBe(code);
    expect(estimate.parts.find((part) => part.id === 'own')?.range?.likely).toBeCloseTo(4.2e22, -19);
    expect(compareWithThreshold(estimate, { id: 'x', ops: 1e26, edge: 'atOrAbove' }).position).toBe('unknown');
    expect(compareWithThreshold(estimate, { id: 'x', ops: 1e21, edge: 'atOrAbove' }).position).toBe('above');
  });
});

describe('stages beside the run', () => {
  it('take data generation as stated in place of its figures', () => {
    const estimate = estimated({ count, syntheticData: [{ operations: figure(3e23, 'flop'), generatorParameters: parameters(7e10) }] });
    expect(estimate.parts.find((part) => part.id === 'syntheticData')?.range?.likely).toBe(3e23);
  });

  it('do not add reinforcement learning to a stated total, which covers all stages, but show it', () => {
    const measured = figure(5e23, 'flop');
    const estimate = estimated({ measured, reinforcement: rollouts });
    expect(estimate.likely).toBe(estimated({ measured }).likely);
    const part = estimate.parts.find((one) => one.id === 'reinforcement');
    expect(part).toMatchObject({ excludedBecause: 'statedTotalCoversIt' });
    expect(part?.range?.likely).toBeCloseTo(8 * 7e9 * 1e9, -10);
  });

  it('let reinforcement learning alone be the own compute of a derived model', () => {
    const base = { low: 1e24, likely: 1e24, high: 1e24 };
    const lineage = {
      links: [{ relation: 'derivedFrom' as const, parent: 'base' }],
      ancestors: [{ id: 'base', name: 'Base', own: base, links: [] }],
    };
    const estimate = estimated({ reinforcement: rollouts, lineage });
    expect(estimate.chosen).toBe('reinforcement');
    expect(estimate.likely).toBeCloseTo(1e24 + 8 * 7e9 * 1e9, -16);
    expect(estimate.share?.ratio.likely).toBeCloseTo(5.6e-5, 6);
    expect(refused({ reinforcement: rollouts }).refusal.code).toBe('ownUnknown');
  });

  it('widen each pass by its own figures and write their sum', () => {
    const surer = estimated({ count, reinforcement: rollouts });
    const vague = estimated({ count, reinforcement: { ...rollouts, updateTokens: figure(1e9, 'tokens', 'rumoured') } });
    const part = (estimate: ComputeEstimate) => estimate.parts.find((one) => one.id === 'reinforcement');
    expect(part(vague)?.range?.likely).toBe(part(surer)?.range?.likely);
    expect(part(vague)?.range?.high ?? 0).toBeGreaterThan((part(surer)?.range?.high ?? 0) * 2);
    expect(part(surer)?.lines.at(-1)?.arithmetic).toBe('1.4e19 + 4.2e19 = 5.6e19');
  });
});

describe('corrections', () => {
  it('that are switched on without their figures add nothing and say so', () => {
    const estimate = estimated({
      count: { ...count, attention: { on: true, causalHalf: false, layers: figure(32, 'count') }, embedding: { on: true, tied: false } },
    });
    expect(estimate.likely).toBe(estimated({ count }).likely);
    expect(estimate.warnings.filter((one) => one.code === 'correctionIncomplete').map((one) => one.params['correction'])).toEqual([
      'embedding',
      'attention',
    ]);
  });

  it('take the input table out of N unless the output uses it, and never more than half', () => {
    const embedding = (vocabulary: number, tied: boolean) => ({
      count: { ...count, embedding: { on: true, tied, vocabulary: figure(vocabulary, 'count'), width: figure(4096, 'count') } },
    });
    const whole = estimated({ count }).likely;
    expect(estimated(embedding(128_000, false)).likely / whole).toBeCloseTo(1 - (128_000 * 4096) / 7e9, 6);
    expect(estimated(embedding(128_000, true)).likely).toBe(whole);
    const huge = estimated(embedding(128_000_000, false));
    expect(huge.likely / whole).toBeCloseTo(0.5, 6);
    expect(huge.warnings.map((one) => one.code)).toContain('embeddingTableTooLarge');
  });
});

it('lists every figure with its source and factor', () => {
  const estimate = estimated({
    count: { ...count, dataset: figure(1e12, 'tokens', 'inferred') },
    reinforcement: { ...rollouts, tokensPerRollout: { ...tokens(1e3), factor: 1.5 } },
  });
  expect(estimate.figures).toEqual(
    expect.arrayContaining([
      { input: 'count.dataset', source: 'inferred', factor: 2 },
      { input: 'count.parameters', source: 'disclosed', factor: 1.02 },
      { input: 'reinforcement.tokensPerRollout', source: 'disclosed', factor: 1.5 },
    ]),
  );
  expect(estimate.figures).toHaveLength(5);
});
