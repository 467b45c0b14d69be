import { describe, expect, it } from 'vitest';
import type { Facts, FieldValue, KnownValue } from '../../../../src-shared/model/asset-fields.ts';
import { ComputeInputs } from '../../../../src-shared/model/compute-inputs.ts';
import { estimateCompute } from '../../../engine/compute/index.ts';
import { inputOf, noSurroundings } from '../judge/item-input.ts';
import { computeInputsOf } from './compute-inputs.ts';
import type { ChipRates } from './compute-run.ts';

const known = (value: KnownValue): FieldValue => ({ state: 'known', value, sourceKind: 'published' });
const figure = (value: number): FieldValue => known({ value });

const rates: ChipRates = (name, format) =>
  name === 'Test chip'
    ? {
        chip: 'Test chip',
        rate: 1e15,
        format: format ?? 'bf16',
        isAssumed: format === undefined,
        dense: { bf16: 1e15, fp8: 2e15 },
        powerW: 700,
      }
    : undefined;

const inputs = (facts: Facts) => ComputeInputs.parse(computeInputsOf(facts, rates));
const counted: Facts = { architecture: known('denseTransformer'), parametersTotal: figure(7e10), trainingTokens: figure(1e13) };

describe('inputs of the estimator from the register', () => {
  it('leaves out a section that nobody said anything about', () => {
    expect(Object.keys(inputs(counted))).toEqual(['count']);
    expect(inputs({ rlRollouts: { state: 'unknown' } })).toEqual({});
  });

  it('takes the model itself for the policy, unless another was given, and never all experts of a mixture', () => {
    const rollouts = { rlRollouts: figure(1e6), rlTokensPerRollout: figure(1e3) };
    expect(inputs({ ...counted, ...rollouts }).reinforcement?.activeParameters?.value).toBe(7e10);
    expect(inputs({ ...counted, ...rollouts, rlParameters: figure(8e9) }).reinforcement?.activeParameters?.value).toBe(8e9);
    const mixture = { ...counted, ...rollouts, architecture: known('mixtureOfExperts') };
    expect(inputs(mixture).reinforcement).not.toHaveProperty('activeParameters');
    expect(inputs({ ...mixture, parametersActive: figure(9e9) }).reinforcement?.activeParameters?.value).toBe(9e9);
  });

  it('hands over a section that lacks figures, so that the refusal can name them', () => {
    expect(inputs({ trainingCost: figure(6e7), hardware: known('Test chip') }).cost).toMatchObject({ spend: { value: 6e7 } });
    expect(inputs({ chipHourPrice: figure(2), costCurrency: known('EUR') }).cost).toEqual({
      pricePerChipHour: { value: 2, unit: 'moneyPerChipHour', source: 'disclosed' },
      currency: 'EUR',
    });
    expect(inputs({ energyKwh: figure(5e6) }).energy).not.toHaveProperty('chipPower');
  });

  it('takes the catalogue’s power and rate until somebody gives their own', () => {
    const facts = { energyKwh: figure(5e6), hardware: known('Test chip'), numericalFormat: known('bf16') };
    expect(inputs(facts).energy).toMatchObject({ chipPower: { value: 700 }, peak: { rate: { value: 1e15 } } });
    const own = inputs({ ...facts, chipPower: figure(600), chipPeakRate: figure(2000) });
    expect(own.energy).toMatchObject({ chipPower: { value: 600 }, peak: { rate: { value: 2e15 }, catalogueDense: { bf16: 1e15 } } });
  });

  it('catches the sparse rate of a chip in the catalogue', () => {
    const run = { hardware: known('Test chip'), numericalFormat: known('fp8'), hardwareCount: figure(1000), trainingHours: figure(1000) };
    const estimate = estimateCompute(inputs({ ...run, chipPeakRate: figure(4000) }));
    expect(estimate.warnings.map((one) => one.code)).toContain('sparseRate');
    expect(estimate.methods[0]?.lines.find((line) => line.id === 'peakRate')?.value).toBe(2e15);
  });

  it('reads chip-hours, lost time and hardware utilisation', () => {
    const run = { hardware: known('Test chip'), chipHours: figure(1e6), lostShare: figure(0.1), utilisation: figure(0.5) };
    expect(inputs({ ...run, utilisationBasis: known('hfu') }).hardware).toMatchObject({
      chipHours: { value: 1e6, unit: 'chipHours' },
      lostShare: { value: 0.1 },
      utilisation: { basis: 'hfu' },
    });
  });

  it('keeps a data size in its unit and refuses one whose unit nobody gave', () => {
    const images = { architecture: known('encoderDecoder'), trainingExamples: figure(4e8), parametersTotal: figure(1e9) };
    const vision = { ...images, architecture: known('other') };
    expect(estimateCompute(inputs(vision))).toMatchObject({ refusal: { code: 'datasetUnitUnknown' } });
    expect(estimateCompute(inputs({ ...vision, trainingUnit: known('images') }))).toMatchObject({
      refusal: { code: 'unitsPerExampleMissing' },
    });
    const patches = { ...vision, trainingUnit: known('images'), unitsPerExample: figure(256) };
    expect(estimateCompute(inputs(patches))).toMatchObject({ status: 'estimated', likely: 6 * 1e9 * 4e8 * 256 });
  });

  it('counts both sides of an encoder-decoder', () => {
    const sides = {
      architecture: known('encoderDecoder'),
      encoderParameters: figure(1e9),
      encoderTokens: figure(8e11),
      decoderParameters: figure(2e9),
      decoderTokens: figure(2e11),
    };
    expect(estimateCompute(inputs(sides))).toMatchObject({ status: 'estimated', likely: 6 * (1e9 * 8e11 + 2e9 * 2e11) });
  });

  it('counts a teacher of a distillation by what it generated', () => {
    const facts = { ...counted, originType: known('distilled'), teacherParameters: figure(4e11), teacherTokens: figure(1e12) };
    const teacher = estimateCompute(inputs(facts)).parts.find((part) => part.id === 'teacher');
    expect(teacher?.range?.likely).toBe(8e23);
  });
});

describe('what the rules are told of further stages', () => {
  const told = (facts: Facts) => inputOf({ kind: 'model', name: 'M', facts }, noSurroundings, rates).facts;
  const rollouts = { rlRollouts: figure(1e9), rlTokensPerRollout: figure(1e4) };

  it('nothing new where parameters and tokens say it all', () => {
    expect(told(counted)).toMatchObject({ trainingOperations: null, ownTrainingOperations: null, trainingTokens: 1e13 });
  });

  it('adds reinforcement learning to the count', () => {
    const own = told({ ...counted, ...rollouts }).ownTrainingOperations;
    expect(own).toMatchObject({ likely: 6 * 7e10 * 1e13 + 8 * 7e10 * 1e13 });
    expect(own).toMatchObject({ low: expect.toSatisfy((low: number) => low > 6 * 7e10 * 1e13) });
  });

  it('adds generated data at the high end only, since not every rule counts it', () => {
    const facts = told({ ...counted, generatorParameters: figure(7e10), generatedTokens: figure(1e12), syntheticShare: figure(0.6) });
    const whole = 6 * 7e10 * 1e13;
    expect(facts.ownTrainingOperations).toMatchObject({ low: whole, likely: whole + 1.4e23 });
    expect(facts.syntheticData?.generators?.[0]?.generationOperations).toMatchObject({ likely: 1.4e23 });
  });

  it('leaves the top open while a stage lacks figures, whatever the count says', () => {
    expect(told({ ...counted, rlRollouts: figure(1e9) })).toMatchObject({
      trainingOperations: null,
      ownTrainingOperations: null,
      trainingTokens: null,
    });
  });

  it('counts an adapter as an adapter, beside its base', () => {
    const adapter = {
      ...counted,
      originType: known('fineTuned'),
      fineTuneMethod: known('adapter'),
      baseModelName: known('Base'),
      baseModelOperations: figure(4e24),
      trainingTokens: figure(1e9),
      adapterParameters: figure(2e8),
    };
    const facts = told(adapter);
    expect(facts.ownTrainingOperations).toMatchObject({ likely: 4 * 7e10 * 1e9 + 2 * 2e8 * 1e9 });
    expect(facts.derivedFrom).toMatchObject([{ trainingOperations: 4e24 }]);
  });

  it('keeps a stated total, which covers reinforcement learning', () => {
    expect(told({ ...counted, ...rollouts, trainingOperations: figure(9e24) }).trainingOperations).toBe(9e24);
  });
});
