import { describe, expect, it } from 'vitest';
import { readDescription } from './describe.ts';
import { readFactPattern, readRow } from './read-facts.ts';
import { readNumber, withInputs } from './values.ts';

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

describe('what a training tool trains on', () => {
  const reads = (type: 'software' | 'geospatialSoftware', what: string) => readDescription(type, what).trainsOnGeospatialImagery;

  it.each([
    ['trains a detector on satellite imagery', 'yes'],
    ['training tool for Sentinel-2 tiles', 'yes'],
    ['trains on orthophotos of harbours', 'yes'],
    ['trains on remote-sensing scenes', 'yes'],
    ['trains on customer support texts', 'no'],
    ['trains on speech recordings and transcripts, not on geospatial imagery', 'no'],
    ['trains on text, never on satellite images', 'no'],
    ['not specially designed for training on geospatial imagery', 'no'],
    ['trains a network on Gaofen strips', undefined],
    ['trains on pictures of ports', undefined],
    ['trains on text; also trains on wide-area motion frames', undefined],
    ['trains on large internal datasets', undefined],
    ['trains on public web data', undefined],
    ['trains quickly', undefined],
    ['trains on text, and not only on satellite imagery', 'yes'],
    ['without human labels trains on satellite imagery', 'yes'],
    ['trains on text and is not meant for training on satellite images', 'no'],
  ])('%s: %s', (what, answer) => {
    expect(reads('geospatialSoftware', what)).toBe(answer);
    expect(reads('software', what)).toBe(answer);
  });
});

describe('figures and answers in other words', () => {
  const chip = (fields: Record<string, unknown>) => readFactPattern({ item: { type: 'chip', ...fields } });

  it('reads a figure given with its unit, in the unit of the field', () => {
    const { facts, problems } = chip({
      applicable_die_area_mm2: '814 mm²',
      interconnect_bidirectional_gb_s: '1.2 TB/s',
      peak_dense: [{ format: 'fp8', bit_length: '8 bits', dense_tera_ops_per_s: '2 PFLOP/s' }],
    });
    expect(problems).toEqual([]);
    expect(facts).toMatchObject({
      applicableDieAreaMm2: 814,
      interconnectBidirectionalGbS: 1200,
      peakDense: [{ bitLength: 8, denseTeraOpsPerS: 2000 }],
    });
    expect(readRow({ parameters: '405B', tokens: '15.6T tokens', trainingOperations: '3.8e25 FLOP' }, 'model').facts).toMatchObject({
      parametersTotal: 405e9,
      trainingTokens: 15.6e12,
      trainingOperations: 3.8e25,
    });
  });

  it.each([
    ['a unit of another kind', { applicable_die_area_mm2: '350 W' }],
    ['a figure in doubt', { applicable_die_area_mm2: 'about 800 mm2' }],
    ['a magnitude where none belongs', { tdp_w: '2B' }],
  ])('refuses %s', (_what, fields) => {
    expect(chip(fields).facts).toBeUndefined();
  });

  it('refuses a rate where a total is wanted', () => {
    expect(readRow({ trainingOperations: '3e20 FLOP/s' }, 'model').facts).toBeUndefined();
  });

  it('takes a remark that something is not known for not known', () => {
    const { facts, problems } = chip({
      applicable_die_area_mm2: 'not published by the maker',
      tdp_w: 'unknown, asked for',
      designed_or_marketed_for_datacenter: 'not yet decided',
    });
    expect(problems).toEqual([]);
    expect(facts).toMatchObject({ applicableDieAreaMm2: null, tdpW: null, designedOrMarketedForDatacenter: null });
  });

  it('takes a remark after yes or no', () => {
    expect(chip({ designed_or_marketed_for_datacenter: 'No (workstation card)' }).facts?.designedOrMarketedForDatacenter).toBe('no');
  });

  it.each([
    [{ designedForDatacenter: false, marketedForDatacenter: true }, 'yes'],
    [{ designedForDatacenter: false, marketedForDatacenter: false }, 'no'],
    [{ designedForDatacenter: false }, null],
  ])('asks for both, designed and marketed, before it says no: %j', (fields, expected) => {
    expect(chip(fields).facts?.designedOrMarketedForDatacenter).toBe(expected);
  });

  it('counts a plain area only up to its size while the process is not known', () => {
    expect(chip({ die_area_mm2: 500 }).facts?.applicableDieAreaMm2).toEqual({ low: 0, high: 500 });
    expect(chip({ die_area_mm2: 500, process: '4 nm FinFET' }).facts?.applicableDieAreaMm2).toBe(500);
  });

  it('takes a die for input and output as one without a processing unit', () => {
    const { facts } = chip({ dies: [{ role: 'I/O die', process: '12 nm planar', area_mm2: 300 }] });
    expect(facts?.dies?.[0]).toMatchObject({ peakDense: [{ denseTeraOpsPerS: 0 }], nonPlanarTransistors: 'no' });
  });

  it('sums stages given one by one, and none while one of them is not known', () => {
    const model = (fields: Record<string, unknown>) => readRow(fields, 'model').facts?.trainingOperations;
    expect(model({ preTrainingOperations: 8e25, postTrainingOperations: 3e25 })).toBe(1.1e26);
    expect(model({ stages: [{ operations: 8e25 }, { operations: 1e25 }] })).toBe(9e25);
    expect(model({ stages: [{ operations: 8e25 }, { operations: null }] })).toBeNull();
    expect(model({ preTrainingOperations: 8e25 })).toBeNull();
  });

  it.each([
    ['approved researchers only', 'no'],
    ['not released to the public', 'no'],
    ['anyone may download', 'yes'],
  ])('reads publication in words: %s', (words, expected) => {
    expect(readRow({ weightsPublished: words }, 'model').facts?.weightsPublished).toBe(expected);
  });

  it('takes a veto of the sponsor for the end of fundamental research', () => {
    const research = (limits: string) =>
      readFactPattern({ item: { type: 'technology', fundamentalResearch: true, publicationRestrictions: limits } }).facts
        ?.fundamentalResearch;
    expect(research('the sponsor may veto publication')).toBe('no');
    expect(research('short review for patents')).toBe('yes');
    expect(research('none')).toBe('yes');
  });

  it('reads countries by name', () => {
    expect(chip({ origin: 'United States', packagingSite: 'Taiwan' }).facts).toMatchObject({ origin: 'US', packagingSite: 'TW' });
    expect(chip({ origin: 'various' }).facts?.origin).toBeNull();
  });
});

describe('lists in other shapes', () => {
  it('reads rates by format', () => {
    expect(readRow({ peak_dense: { int8: 625, fp16: '312 TFLOPS' } }, 'chip').facts?.peakDense).toMatchObject([
      { format: 'int8', denseTeraOpsPerS: 625 },
      { format: 'fp16', denseTeraOpsPerS: 312 },
    ]);
  });

  it('reads advertised rates, and takes one without a figure for nothing', () => {
    const brochure = (claims: unknown) => readRow({ brochure: claims }, 'chip').facts?.brochure;
    expect(brochure([{ format: 'int8', tera_ops_per_s: '1160 TOPS', sparsity: 'yes' }])).toEqual([
      { format: 'int8', teraOpsPerS: 1160, sparsity: true },
    ]);
    expect(brochure([{ format: 'int8', tera_ops_per_s: 'not disclosed', sparsity: false }])).toEqual([]);
    expect(brochure([{ format: 'int8', tera_ops_per_s: [500, 700], sparsity: false }])).toEqual([
      { format: 'int8', teraOpsPerS: 700, sparsity: null },
    ]);
  });

  it('takes a format named sparse for a figure that does not count', () => {
    const rates = [
      { format: 'fp8 (with sparsity)', dense_tera_ops_per_s: 1200 },
      { format: 'fp8, without sparsity', dense_tera_ops_per_s: 600 },
    ];
    expect(readRow({ peak_dense: rates }, 'chip').facts?.peakDense?.map((rate) => rate.sparse ?? false)).toEqual([true, false]);
  });

  it.each([[[625]], ['int8: 625']])('refuses rates it cannot take apart: %j', (rates) => {
    expect(readRow({ peak_dense: rates }, 'chip').problems[0]?.field).toBe('peak_dense');
  });

  it('takes a part or a base known by name only for one of which nothing else is known', () => {
    const server = readFactPattern({ item: { type: 'server', contains: ['eight accelerators', '3A090.a'] } }).facts;
    expect(server?.contains?.map((part) => part.item)).toMatchObject([
      { type: 'chip', name: 'eight accelerators' },
      { type: 'chip', declaredClassification: '3A090.a' },
    ]);
    expect(readRow({ derivedFrom: 'some base' }, 'model').facts?.derivedFrom).toEqual([
      { name: 'some base', weightsPublished: null, trainingOperations: null },
    ]);
    expect(readRow({ derivedFrom: 'none', syntheticData: false }, 'model').facts).toMatchObject({ derivedFrom: [], syntheticData: null });
  });

  it('knows of a base it is not told about where operations come on top of something', () => {
    const bases = (fields: Record<string, unknown>) => readRow(fields, 'model').facts?.derivedFrom?.length;
    expect(bases({ extraTrainingOperations: 3e25 })).toBe(1);
    expect(bases({ ownTrainingOperations: 3e25, derivedFrom: null })).toBe(1);
    expect(bases({ ownTrainingOperations: 3e25 })).toBe(0);
    expect(bases({ trainingOperations: 9e25, extraTrainingOperations: 3e25 })).toBe(0);
  });

  it('takes an empty list of parts for parts that are not known', () => {
    expect(readFactPattern({ item: { type: 'server', contains: [] } }).facts).not.toHaveProperty('contains');
  });

  it('does not let an empty field of inputs hide a figure of the row', () => {
    const row = withInputs({ tdp_w: 300, applicable_die_area_mm2: 600, inputs: { tdp_w: null, applicable_die_area_mm2: 500 } });
    expect(row).toMatchObject({ tdp_w: 300, applicable_die_area_mm2: 500 });
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
    ['software', 'compiler that lets customers run models on 3A090.a chips; nothing in it designs them', { servesStages: ['use'] }],
    ['intrusionSoftware', 'specially designed to deliver intrusion software', { intrusionPurpose: 'yes' }],
    ['intrusionSoftware', 'scanner that does not generate or deliver intrusion software', { intrusionPurpose: 'no' }],
    ['intrusionSoftware', 'updates that run only with the authority of the owner', { authorisedUpdatesOnly: 'yes' }],
    ['dataset', 'web text without technical data', { technicalDataForListedItems: 'no' }],
    ['service', 'the customer downloads the tuned weights', { handsOverItem: 'yes' }],
  ] as const)('%s: %s', (type, text, expected) => {
    expect(readDescription(type, text)).toMatchObject(expected);
  });

  it('says nothing about what the text leaves open', () => {
    for (const text of [
      '',
      'confidential technical documents',
      'circuits that do not reach 3A090.a or 3A090.b',
      'photolithography recipe',
      'transistor models',
      'interposer rules',
      'process at 3 nm',
      'quantum gate control',
    ])
      expect(readDescription('technology', text)).not.toHaveProperty('servesEntries');
    expect(
      readDescription('intrusionSoftware', 'updates authorised by the owner; what is updated can deliver intrusion software'),
    ).not.toHaveProperty('authorisedUpdatesOnly');
    expect(readDescription('software', 'tool for chip designers')).not.toHaveProperty('servesEntries');
    expect(readDescription('intrusionSoftware', 'network tool')).not.toHaveProperty('intrusionPurpose');
  });
});
