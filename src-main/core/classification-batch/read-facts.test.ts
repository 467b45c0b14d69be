import { describe, expect, it } from 'vitest';
import { readDescription } from './describe.ts';
import { readFactPattern, readRow } from './read-facts.ts';
import { readNumber } from './values.ts';

describe('readFactPattern', () => {
  it('takes an absent or null field for unknown, never for no', () => {
    const { facts } = readFactPattern({
      item: { type: 'chip', peak_dense: [], applicable_die_area_mm2: null, designed_or_marketed_for_datacenter: 'needs-decision' },
    });
    expect(facts).toMatchObject({ applicableDieAreaMm2: null, designedOrMarketedForDatacenter: null, peakDense: [] });
  });

  it('collects everything that is wrong with a row, with the field', () => {
    const { facts, problems } = readFactPattern({
      item: { type: 'chip', tdp_w: 'much', peak_dense: [{ format: 'int8', bit_length: 8, dense_tera_ops_per_s: -1 }] },
    });
    expect(facts).toBeUndefined();
    expect(problems.map((problem) => problem.field)).toEqual(['facts.item.peak_dense[0].dense_tera_ops_per_s', 'facts.item.tdp_w']);
  });

  it('refuses a type nobody knows and lists the known ones', () => {
    expect(readFactPattern({ item: { type: 'toaster' } }).problems[0]?.message).toMatch(/toaster.*Known types: chip/);
  });

  it('reads nested computers with chips given by figures or by classification', () => {
    const { facts } = readFactPattern({
      item: {
        type: 'cluster',
        contains: [
          { count: 4, item: { classification: '4A090.a' } },
          { count: 1, item: { peak_dense: [{ format: 'int8', bit_length: 8, dense_tera_ops_per_s: 9 }] } },
        ],
      },
    });
    expect(facts?.contains?.map((part) => part.item.type)).toEqual(['server', 'chip']);
  });

  it('takes twice the multiply-accumulate rate', () => {
    const { facts } = readRow({ peak_dense: [{ format: 'int8', bit_length: 8, mac_tera_ops_per_s: 300 }] }, 'chip');
    expect(facts?.peakDense?.[0]?.denseTeraOpsPerS).toBe(600);
  });

  it('takes weights given to a vetted circle for unpublished', () => {
    expect(
      readFactPattern({ item: { type: 'model', weightsPublished: true, distribution: 'vetted partners only, no onward sharing' } }).facts
        ?.publicationUnrestricted,
    ).toBe('no');
  });
});

describe('readNumber', () => {
  it.each([
    ['4,800', 4800],
    ['1.2e25', 1.2e25],
    ['2 × 10^26', 2e26],
    [[1, 2], { low: 1, high: 2 }],
    [
      { low: 1, likely: 1.5, high: 2 },
      { low: 1, likely: 1.5, high: 2 },
    ],
    ['about 5', undefined],
    [{ low: 2, high: 1 }, undefined],
    [-1, undefined],
  ])('reads %j', (value, expected) => {
    expect(readNumber(value)).toEqual(expected);
  });
});

describe('readDescription', () => {
  it.each([
    [
      'software',
      'specially designed to produce and test servers that are 4A090.b',
      { servesEntries: ['4A090.b'], servesStages: ['production'], speciallyDesigned: 'yes' },
    ],
    [
      'technology',
      'technology for design of a circuit that meets 3A090.b, not in 3A001',
      { servesEntries: ['3A090.b'], servesStages: ['development'] },
    ],
    ['technology', 'technology for use (installation, repair) of 4A090.a servers', { servesEntries: ['4A090.a'], servesStages: ['use'] }],
    ['software', 'runs on 4A090.a servers; not specially designed for them', { servesEntries: ['4A090.a'], speciallyDesigned: 'no' }],
    ['software', 'text editor with spell check', { servesEntries: [] }],
    ['intrusionSoftware', 'specially designed to deliver intrusion software', { intrusionPurpose: 'yes' }],
    ['intrusionSoftware', 'scanner that does not generate or deliver intrusion software', { intrusionPurpose: 'no' }],
    ['intrusionSoftware', 'updates that run only with the authority of the owner', { authorisedUpdatesOnly: 'yes' }],
    ['dataset', 'web text without technical data', { technicalDataForListedItems: 'no' }],
    ['service', 'the customer downloads the tuned weights', { handsOverItem: 'yes' }],
  ] as const)('%s: %s', (type, text, expected) => {
    expect(readDescription(type, text)).toMatchObject(expected);
  });

  it('says nothing about what the text leaves open', () => {
    expect(readDescription('software', 'tool for chip designers')).not.toHaveProperty('servesEntries');
    expect(readDescription('intrusionSoftware', 'network tool')).not.toHaveProperty('intrusionPurpose');
  });
});
