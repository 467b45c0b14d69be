import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChipFigures, ChipResult, type ChipTier } from '../../../src-shared/model/compute-chip.ts';
import { calculateChip } from './index.ts';

/** Made-up tiers with round numbers; the real ones live in rule packs. */
const upper: ChipTier = {
  id: 'upper',
  conditions: [
    { quantity: 'tpp', atLeast: 1600 },
    { quantity: 'performanceDensity', atLeast: 6 },
  ],
};
const lower: ChipTier = {
  id: 'lower',
  conditions: [
    { quantity: 'tpp', atLeast: 1600 },
    { quantity: 'performanceDensity', atLeast: 3, below: 6 },
  ],
};
const plain: ChipTier = { id: 'plain', conditions: [{ quantity: 'tpp', atLeast: 4800 }] };
const tiers = [upper, lower, plain];

const chip = (dieAreaMm2: number | null, extra: Partial<ChipFigures> = {}): ChipFigures => ({
  name: 'Test chip',
  parts: [
    {
      count: 1,
      dieAreaMm2,
      rates: [
        { format: 'fp16', bitLength: 16, denseTeraOps: 150 },
        { format: 'fp8', bitLength: 8, denseTeraOps: 310 },
        { format: 'fp4', bitLength: 4, denseTeraOps: 600 },
      ],
    },
  ],
  ...extra,
});

const codes = (result: ChipResult): string[] => result.warnings.map((one) => one.code);

describe('calculateChip', () => {
  it('takes the format with the highest rate × bits and shows the arithmetic of each', () => {
    const result = calculateChip(chip(600, { powerW: 300 }), [], tiers);
    expect(ChipResult.safeParse(result).error).toBeUndefined();
    expect(result.tpp).toEqual({ value: 2480, arithmetic: '310 × 8 = 2,480' });
    expect(result.decidingFormat).toBe('fp8');
    expect(result.perFormat.map((one) => one.teraOpsTimesBits)).toEqual([2400, 2480, 2400]);
    expect(result.performanceDensity?.arithmetic).toBe('2,480 ÷ 600 = 4.13333');
    expect(result.opsPerSecondPerWatt?.value).toBe(2e12);
  });

  it('sums the dies of a package and the packages of a board', () => {
    const die = { dieAreaMm2: 800, rates: [{ format: 'fp8', bitLength: 8, denseTeraOps: 1000 }] };
    const io = { count: 1, dieAreaMm2: 100, rates: [{ format: 'int8', bitLength: 8, denseTeraOps: 10 }] };
    const result = calculateChip({ name: 'Two dies', parts: [{ count: 2, ...die }, io] }, [], []);
    expect(result.tpp?.value).toBe(16_080);
    expect(result.dieAreaMm2).toBe(1700);
    expect(codes(result)).toContain('severalUnits');
  });

  it('gives no TPP while one unit of several has no rate: a sum that is too small would read as clear', () => {
    const result = calculateChip({ ...chip(600), parts: [...chip(600).parts, { count: 1, dieAreaMm2: 10, rates: [] }] }, [], tiers);
    expect(result.tpp).toBeNull();
    expect(result.tiers.map((one) => one.holds)).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('never guesses a die area and names the areas that would decide', () => {
    const result = calculateChip(chip(null), [], tiers);
    expect(result.performanceDensity).toBeNull();
    expect(result.tiers).toEqual([
      {
        id: 'upper',
        holds: 'unknown',
        missing: ['performanceDensity'],
        dieArea: { to: 2480 / 6, toInclusive: true, fromInclusive: false },
      },
      {
        id: 'lower',
        holds: 'unknown',
        missing: ['performanceDensity'],
        dieArea: { from: 2480 / 6, fromInclusive: false, to: 2480 / 3, toInclusive: true },
      },
      { id: 'plain', holds: 'no', missing: [] },
    ]);
    expect(codes(result)).toContain('dieAreaUnknown');
  });

  it('meets "at least" exactly on the edge, and says that the value is on it', () => {
    const onEdge = calculateChip(chip(2480 / 6), [{ id: 'd', quantity: 'performanceDensity', limit: 6 }], tiers);
    expect(onEdge.limits[0]).toMatchObject({ onLimit: true, ratio: 1 });
    expect(onEdge.tiers.map((one) => one.holds)).toEqual(['yes', 'no', 'no']);
    expect(codes(onEdge)).toContain('onLimit');
  });

  it.each([
    { area: 827, close: true },
    { area: 850, close: false },
  ])('warns within two per cent of a limit (area $area: $close) and gives the area where it flips', ({ area, close }) => {
    const result = calculateChip(chip(area), [{ id: 'd', quantity: 'performanceDensity', limit: 3 }], tiers);
    expect(result.limits[0]?.withinTwoPercent).toBe(close);
    expect(codes(result).includes('nearLimit')).toBe(close);
    expect(result.limits[0]?.flipsAtDieAreaMm2).toBeCloseTo(2480 / 3, 6);
  });

  it('warns when published areas lead to different answers', () => {
    expect(codes(calculateChip(chip(820, { otherDieAreasMm2: [840] }), [], tiers))).toContain('dieAreasDisagree');
    expect(codes(calculateChip(chip(700, { otherDieAreasMm2: [710] }), [], tiers))).not.toContain('dieAreasDisagree');
  });

  it('leaves sparse rates out and replaces one that the catalogue shows to be sparse', () => {
    const rates = [
      { format: 'fp8', bitLength: 8, denseTeraOps: 2000 },
      { format: 'fp16', bitLength: 16, denseTeraOps: 9000, isSparse: true },
    ];
    const result = calculateChip({ name: 'Sparse', parts: [{ count: 1, dieAreaMm2: 800, rates }], catalogueDense: { fp8: 1000 } }, [], []);
    expect(result.tpp?.value).toBe(8000);
    expect(codes(result)).toEqual(expect.arrayContaining(['sparseRate', 'markedSparse']));
  });

  it('names a bit length that is the accumulator’s', () => {
    const rates = [{ format: 'fp8', bitLength: 32, denseTeraOps: 100 }];
    expect(codes(calculateChip({ name: 'x', parts: [{ count: 1, dieAreaMm2: 100, rates }] }, [], []))).toContain('bitLengthDiffers');
  });

  it('gives a planar chip no density', () => {
    const result = calculateChip(chip(600, { nonPlanar: 'no' }), [], tiers);
    expect(result.performanceDensity).toBeNull();
    expect(codes(result)).toContain('planarProcess');
  });

  it('compares bandwidth figures and their sum with reported limits', () => {
    const limits = [{ id: 'sum', quantity: 'memoryPlusInterconnect' as const, limit: 1700 }];
    expect(calculateChip(chip(600, { memoryBandwidthGbS: 1200, interconnectGbS: 600 }), limits, []).limits[0]).toMatchObject({
      value: 1800,
    });
    expect(calculateChip(chip(600, { memoryBandwidthGbS: 1200 }), limits, []).limits[0]).toMatchObject({ value: null, ratio: null });
    expect(
      calculateChip(chip(600, { memoryBandwidthGbS: 820, memoryPackageAreaMm2: 110 }), [], []).memoryBandwidthDensity?.value,
    ).toBeCloseTo(7.4545, 3);
  });

  it('agrees with its own die-area ranges for any area', () => {
    const rate = fc.double({ min: 1, max: 5000, noNaN: true });
    fc.assert(
      fc.property(rate, fc.double({ min: 10, max: 3000, noNaN: true }), (teraOps, area) => {
        const part = { count: 1, rates: [{ format: 'fp8', bitLength: 8, denseTeraOps: teraOps }] };
        const open = calculateChip({ name: 'x', parts: [{ ...part, dieAreaMm2: null }] }, [], [upper, lower]);
        const known = calculateChip({ name: 'x', parts: [{ ...part, dieAreaMm2: area }] }, [], [upper, lower]);
        for (const [index, tier] of open.tiers.entries()) {
          const range = tier.dieArea;
          if (range === undefined) throw new Error('Both tiers hang on density');
          const edges = typeof range === 'string' ? [] : [range.from, range.to].filter((edge) => edge !== undefined);
          fc.pre(edges.every((edge) => Math.abs(edge / area - 1) > 1e-6));
          const inside =
            range === 'any' || (range !== 'never' && area > (range.from ?? 0) && area <= (range.to ?? Number.POSITIVE_INFINITY));
          expect(known.tiers[index]?.holds).toBe(inside ? 'yes' : 'no');
        }
      }),
    );
  });
});
