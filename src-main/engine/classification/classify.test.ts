import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../src-shared/model/dates.ts';
import type { Verdict } from '../../../src-shared/model/finding.ts';
import { ItemFinding } from '../../../src-shared/model/finding.ts';
import type { ItemFacts } from '../../../src-shared/model/item-facts.ts';
import { loadRulePacks } from '../../core/rulepacks/index.ts';
import { classifyItem, explainChange, replay } from './index.ts';

const loaded = await loadRulePacks(path.resolve(import.meta.dirname, '../../../resources/rulepacks'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const packs = loaded.value.packs.map(({ pack }) => pack);
const today = isoDate('2026-11-21');

const severity: Readonly<Record<Verdict, number>> = { doesNotMeet: 0, undetermined: 1, meets: 2 };
const verdictOf = (facts: ItemFacts, entry: string, on = today) =>
  classifyItem(facts, on, packs).entries.find((one) => one.entry === entry)?.verdict;
const worst = (facts: ItemFacts, entries: readonly string[]) =>
  Math.max(...entries.map((entry) => severity[verdictOf(facts, entry) ?? 'doesNotMeet']));

const chip = (tops: number, area: number | null, more: Partial<ItemFacts> = {}): ItemFacts => ({
  type: 'chip',
  origin: 'US',
  peakDense: [{ format: 'int8', bitLength: 8, denseTeraOpsPerS: tops }],
  applicableDieAreaMm2: area,
  designedOrMarketedForDatacenter: 'yes',
  ...more,
});
const model = (operations: number, more: Partial<ItemFacts> = {}): ItemFacts => ({
  type: 'model',
  origin: 'US',
  weightsPublished: 'no',
  trainingOperations: operations,
  ...more,
});

const tops = fc.double({ min: 0, max: 3000, noNaN: true });
const area = fc.double({ min: 20, max: 1600, noNaN: true });
const operations = fc.double({ min: 1e20, max: 1e28, noNaN: true });
const yesNoUnknown = fc.constantFrom('yes' as const, 'no' as const, null);
const anyItem: fc.Arbitrary<ItemFacts> = fc.oneof(
  fc
    .record({ rate: tops, area: fc.option(area), marketed: yesNoUnknown })
    .map(({ rate, area: mm2, marketed }) => chip(rate, mm2, { designedOrMarketedForDatacenter: marketed })),
  fc.record({ total: fc.option(operations), published: yesNoUnknown, eu: yesNoUnknown }).map(({ total, published, eu }) => ({
    type: 'model' as const,
    origin: 'US',
    weightsPublished: published,
    trainingOperations: total,
    placedOnEuMarket: eu,
  })),
  fc
    .record({ rate: tops, area: fc.option(area), count: fc.integer({ min: 1, max: 16 }) })
    .map(({ rate, area: mm2, count }) => ({ type: 'server' as const, origin: 'US', contains: [{ count, item: chip(rate, mm2) }] })),
  fc.record({ published: yesNoUnknown, special: yesNoUnknown }).map(({ published, special }) => ({
    type: 'software' as const,
    origin: 'US',
    published,
    speciallyDesigned: special,
    servesEntries: ['4A090.a'],
    servesStages: ['development' as const],
  })),
);
const anyDay = fc
  .constantFrom(
    '2010-01-01',
    '2021-06-01',
    '2022-12-01',
    '2023-11-17',
    '2025-01-13',
    '2025-05-13',
    '2026-11-21',
    '2027-01-01',
    '2031-01-01',
  )
  .map(isoDate);

describe('classifyItem', () => {
  it('gives the same bytes for the same facts, day and packs [I2]', () => {
    fc.assert(
      fc.property(anyItem, anyDay, (facts, on) => {
        expect(JSON.stringify(classifyItem(structuredClone(facts), on, packs))).toBe(JSON.stringify(classifyItem(facts, on, packs)));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps to the schema of a finding and cites a source for every step and entry [I1]', () => {
    const sources = new Set(packs.flatMap((pack) => pack.manifest.sources.map((source) => source.id)));
    fc.assert(
      fc.property(anyItem, anyDay, (facts, on) => {
        const finding = ItemFinding.parse(classifyItem(facts, on, packs));
        for (const entry of finding.entries) {
          expect(entry.citations.length).toBeGreaterThan(0);
          for (const step of entry.trace) expect(sources).toContain(step.citation.sourceId);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('names the facts that would settle every entry of law it leaves open', () => {
    fc.assert(
      fc.property(anyItem, anyDay, (facts, on) => {
        for (const entry of classifyItem(facts, on, packs).entries) {
          if (entry.isLaw && entry.verdict === 'undetermined') expect(entry.missing.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  describe('never gives a milder verdict for more adverse facts [I5]', () => {
    it('a faster chip on the same die', () => {
      fc.assert(
        fc.property(tops, tops, area, (a, b, mm2) => {
          const [slow, fast] = a < b ? [a, b] : [b, a];
          // .a and .b together: a faster chip may leave .b upwards, into .a.
          expect(worst(chip(fast, mm2), ['3A090.a', '3A090.b'])).toBeGreaterThanOrEqual(worst(chip(slow, mm2), ['3A090.a', '3A090.b']));
        }),
      );
    });

    it('the same chip on a smaller die', () => {
      fc.assert(
        fc.property(tops, area, area, (rate, a, b) => {
          const [small, large] = a < b ? [a, b] : [b, a];
          expect(worst(chip(rate, small), ['3A090.a', '3A090.b'])).toBeGreaterThanOrEqual(worst(chip(rate, large), ['3A090.a', '3A090.b']));
        }),
      );
    });

    it('a chip for data centres instead of not', () => {
      fc.assert(
        fc.property(tops, fc.option(area), (rate, mm2) => {
          for (const entry of ['3A090.a', '3A090.b']) {
            const [no, open, yes] = (['no', null, 'yes'] as const).map((marketed) =>
              worst(chip(rate, mm2, { designedOrMarketedForDatacenter: marketed }), [entry]),
            );
            expect(yes).toBeGreaterThanOrEqual(open ?? 0);
            expect(open).toBeGreaterThanOrEqual(no ?? 0);
          }
        }),
      );
    });

    it('a model trained with more operations, and unpublished instead of published', () => {
      fc.assert(
        fc.property(operations, operations, (a, b) => {
          const [less, more] = a < b ? [a, b] : [b, a];
          expect(worst(model(more), ['4E091'])).toBeGreaterThanOrEqual(worst(model(less), ['4E091']));
          expect(worst(model(less), ['4E091'])).toBeGreaterThanOrEqual(worst(model(less, { weightsPublished: null }), ['4E091']));
          expect(worst(model(less, { weightsPublished: null }), ['4E091'])).toBeGreaterThanOrEqual(
            worst(model(less, { weightsPublished: 'yes' }), ['4E091']),
          );
        }),
      );
    });

    it('more work on top of published weights', () => {
      fc.assert(
        fc.property(operations, operations, operations, (base, a, b) => {
          const [less, more] = a < b ? [a, b] : [b, a];
          const derived = (extra: number): ItemFacts => ({
            type: 'model',
            origin: 'US',
            weightsPublished: 'no',
            ownTrainingOperations: extra,
            derivedFrom: [{ weightsPublished: 'yes', trainingOperations: base }],
          });
          expect(worst(derived(more), ['4E091'])).toBeGreaterThanOrEqual(worst(derived(less), ['4E091']));
        }),
      );
    });

    it('a computer with one more chip inside', () => {
      fc.assert(
        fc.property(tops, tops, fc.option(area), (a, b, mm2) => {
          const server = (...rates: readonly number[]): ItemFacts => ({
            type: 'server',
            origin: 'US',
            contains: rates.map((rate) => ({ count: 1, item: chip(rate, mm2) })),
          });
          for (const entry of ['4A090.a', '4A090.b'])
            expect(worst(server(a, b), [entry])).toBeGreaterThanOrEqual(worst(server(a), [entry]));
        }),
      );
    });
  });

  it('takes an unknown fact for neither answer: a known one never contradicts it', () => {
    fc.assert(
      fc.property(tops, area, fc.constantFrom('yes' as const, 'no' as const), (rate, mm2, marketed) => {
        for (const entry of ['3A090.a', '3A090.b', '3A991.p']) {
          const open = verdictOf(chip(rate, null, { designedOrMarketedForDatacenter: null }), entry);
          const settled = verdictOf(chip(rate, mm2, { designedOrMarketedForDatacenter: marketed }), entry);
          if (open !== 'undetermined') expect(settled).toBe(open);
        }
      }),
    );
  });

  it('leaves a day before the pack speaks open, and asks [I4]', () => {
    const finding = classifyItem(chip(1000, 500), isoDate('2010-01-01'), packs);
    expect(finding.entries.find((entry) => entry.entry === '3A090.a')).toMatchObject({
      verdict: 'undetermined',
      textStatus: 'unconfirmed',
      enforcement: 'unconfirmed',
    });
    expect(finding.classification).toBe('undetermined');
    expect(finding.standing).not.toMatch(/^clear/);
  });

  it('says so when a rule had lapsed or was not yet made, and does not apply it [I4]', () => {
    expect(classifyItem(model(5e26), isoDate('2024-12-31'), packs).entries.find((entry) => entry.entry === '4E091')).toMatchObject({
      verdict: 'doesNotMeet',
      textStatus: 'notYetInForce',
      enforcement: 'notApplicable',
    });
    const trace = classifyItem(model(5e26), isoDate('2024-12-31'), packs).entries.find((entry) => entry.entry === '4E091')?.trace ?? [];
    expect(trace.map((step) => step.said)).toContain('trace.notInForce');
  });

  it('never calls an item plainly clear on sources that were only claimed [I3]', () => {
    fc.assert(
      fc.property(anyItem, anyDay, (facts, on) => {
        const finding = classifyItem(facts, on, packs);
        if (finding.standing !== 'clear') return;
        expect(finding.entries.some((one) => one.isLaw)).toBe(true);
        for (const entry of finding.entries.filter((one) => one.isLaw)) {
          expect(entry.confidence).toBe('text');
          for (const citation of entry.citations) expect(citation.standing).toBe('verified');
        }
      }),
      { numRuns: 60 },
    );
    expect(classifyItem(model(1e24, { placedOnEuMarket: 'no', generatesLanguageOrMedia: 'no' }), today, packs).standing).toBe(
      'clearOnClaimedRules',
    );
    expect(classifyItem({ type: 'dataset', origin: 'US' }, today, packs).standing).toBe('clearOnClaimedRules');
  });

  it('raises the capability questions whatever the compute is, and a yes asks for a review', () => {
    const small = classifyItem(model(1e20, { placedOnEuMarket: 'no', generatesLanguageOrMedia: 'no' }), today, packs);
    expect(small.questions.map((question) => question.factId)).toContain('capability:drones');
    const drones = classifyItem(
      model(1e20, { placedOnEuMarket: 'no', generatesLanguageOrMedia: 'no', capabilities: { drones: 'yes' } }),
      today,
      packs,
    );
    expect(drones.standing).toBe('review');
    expect(drones.warnings.map((warning) => warning.code)).toContain('capabilityOfConcern');
    expect(drones.classification).toBe(small.classification);
  });

  it('asks first for the fact that could change most', () => {
    const [first] = classifyItem(chip(375, null), today, packs).questions;
    expect(first).toMatchObject({ factId: 'applicableDieAreaMm2', decides: ['us-ear:3A090.a', 'us-ear:3A090.b', 'us-ear:3A991.p'] });
  });

  it('points to the part whose fact is missing', () => {
    const finding = classifyItem(
      {
        type: 'server',
        origin: 'US',
        contains: [
          { count: 1, item: chip(5, 100) },
          { count: 8, item: chip(375, null) },
        ],
      },
      today,
      packs,
    );
    expect(finding.entries.find((entry) => entry.entry === '4A090.a')?.missing).toEqual(['contains.1.applicableDieAreaMm2']);
  });

  it('shows a figure that counts skipped zeros and does not use it', () => {
    const finding = classifyItem(chip(580, 790, { brochure: [{ format: 'int8', teraOpsPerS: 1160, sparsity: true }] }), today, packs);
    expect(finding.computed['tpp']).toBe(4640);
    expect(finding.warnings.map((warning) => warning.code)).toContain('sparse');
  });

  it('keeps guide numbers apart from the law', () => {
    const finding = classifyItem(model(3e25), today, packs);
    const guide = finding.entries.filter((entry) => entry.regime === 'guide');
    expect(guide.find((entry) => entry.entry === 'G1')).toMatchObject({ guideResult: 'above', isLaw: false });
    expect(finding.classification).toBe('EAR99');
  });
});

describe('explainChange and replay', () => {
  const before = classifyItem(chip(375, null), today, packs);
  const after = classifyItem(chip(375, 450), today, packs);

  it('names the entries whose verdict changed, the conclusion first', () => {
    const changes = explainChange(before, after);
    expect(changes[0]).toMatchObject({ what: 'classification', before: 'undetermined', after: '3A090.a' });
    expect(changes).toContainEqual({ what: 'verdict', pack: 'us-ear', entry: '3A090.a', before: 'undetermined', after: 'meets' });
    expect(explainChange(after, after)).toEqual([]);
  });

  it('replays to the same bytes, and says which pack is missing', () => {
    expect(replay(before, chip(375, null), packs)).toMatchObject({ ok: true, value: { same: true } });
    expect(replay(before, chip(375, 450), packs)).toMatchObject({ ok: true, value: { same: false } });
    expect(replay(before, chip(375, null), packs.slice(1))).toMatchObject({
      ok: false,
      error: { code: 'replay.packMissing', packs: ['us-ear 2026.11.21'] },
    });
  });
});
