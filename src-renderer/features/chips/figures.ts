import type { Accelerator } from '../../../src-shared/formats/accelerator-catalogue.ts';
import { type Facts, type FieldValue, FormatRate, type SourceKind } from '../../../src-shared/model/asset-fields.ts';
import type { ChipFigures } from '../../../src-shared/model/compute-chip.ts';

/** Number fields of the calculator, in the order of the form, with the unit they are given in. */
export const numberFields = [
  { id: 'applicableDieArea', unit: 'mm²' },
  { id: 'memoryBandwidth', unit: 'GB/s' },
  { id: 'interconnect', unit: 'GB/s' },
  { id: 'thermalDesignPower', unit: 'W' },
] as const;
export type NumberFieldId = (typeof numberFields)[number]['id'];

export const yesNoFields = ['nonPlanarProcess', 'dataCentreMarketed'] as const;
export type YesNoFieldId = (typeof yesNoFields)[number];

export const numberOf = (facts: Facts, id: string): number | null => {
  const fact = facts[id];
  if (fact?.state !== 'known' || typeof fact.value !== 'object' || Array.isArray(fact.value)) return null;
  return fact.value.value;
};

export const wordOf = (facts: Facts, id: string): string | null => {
  const fact = facts[id];
  return fact?.state === 'known' && typeof fact.value === 'string' ? fact.value : null;
};

export function ratesOf(facts: Facts): readonly FormatRate[] {
  const fact = facts['peakDense'];
  const read = fact?.state === 'known' ? FormatRate.array().safeParse(fact.value) : undefined;
  return read?.success === true ? read.data : [];
}

/** A fact that a person typed in the calculator: stated by them until they name a better source. */
export function typed(value: number | string | readonly FormatRate[], before: FieldValue | undefined): FieldValue {
  const kept = before?.state === 'known' && before.source !== undefined ? { source: before.source } : {};
  const known = typeof value === 'number' ? { value } : typeof value === 'string' ? value : [...value];
  return { state: 'known', value: known, sourceKind: 'stated' as SourceKind, ...kept };
}

/** What the calculator in the core works on. The catalogue's dense rates come along, to catch a sparse figure. */
export function chipFigures(name: string, facts: Facts, record: Accelerator | null): ChipFigures {
  const marketed = wordOf(facts, 'dataCentreMarketed');
  const planar = wordOf(facts, 'nonPlanarProcess');
  const area = numberOf(facts, 'applicableDieArea');
  const dense = record === null ? {} : Object.fromEntries(record.peak_dense.map((peak) => [peak.format, peak.dense_tera_ops_per_s]));
  const rates = ratesOf(facts).filter((rate) => rate.denseTeraOpsPerS > 0);
  const otherArea = record?.applicable_die_area_mm2;
  return {
    name: name.slice(0, 300),
    parts: [
      {
        count: 1,
        dieAreaMm2: area !== null && area > 0 ? area : null,
        rates: rates.map((rate) => ({ format: rate.format.slice(0, 20), bitLength: rate.bitLength, denseTeraOps: rate.denseTeraOpsPerS })),
      },
    ],
    ...(otherArea === null || otherArea === undefined || otherArea === area ? {} : { otherDieAreasMm2: [otherArea] }),
    nonPlanar: planar === 'yes' || planar === 'no' ? planar : 'unknown',
    forDataCentres: marketed === 'yes' || marketed === 'no' ? marketed : 'unknown',
    memoryBandwidthGbS: numberOf(facts, 'memoryBandwidth'),
    memoryPackageAreaMm2: positive(numberOf(facts, 'memoryPackageArea')),
    interconnectGbS: numberOf(facts, 'interconnect'),
    powerW: positive(numberOf(facts, 'thermalDesignPower')),
    powerScope: 'board',
    ...(Object.keys(dense).length === 0 ? {} : { catalogueDense: dense }),
  };
}

/** A catalogue record as facts with the catalogue as their source. What is not public stays out. */
export function factsOfRecord(record: Accelerator): Facts {
  const source = (record.sources[0] ?? record.name).slice(0, 400);
  const known = (value: FieldValue & { state: 'known' }): FieldValue => value;
  const figure = (id: string, value: number | null): Facts =>
    value === null ? {} : { [id]: known({ state: 'known', value: { value }, sourceKind: 'vendor', source }) };
  const word = (id: string, value: string): Facts => ({ [id]: known({ state: 'known', value, sourceKind: 'vendor', source }) });
  const marketed = record.designed_or_marketed_for_datacenter;
  return {
    ...word('manufacturer', record.vendor),
    ...word('catalogueId', record.id),
    chipRole: { state: 'known', value: 'accelerator', sourceKind: 'vendor', source },
    peakDense: {
      state: 'known',
      value: record.peak_dense.map((peak) => ({
        format: peak.format,
        bitLength: peak.bit_length,
        denseTeraOpsPerS: peak.dense_tera_ops_per_s,
      })),
      sourceKind: 'vendor',
      source,
    },
    ...figure('applicableDieArea', record.applicable_die_area_mm2),
    ...(marketed === 'needs-decision' ? {} : word('dataCentreMarketed', marketed)),
    ...figure('memoryBandwidth', record.memory_bandwidth_gb_s),
    ...figure('memorySizeGb', record.memory_gb),
    ...figure('interconnect', record.interconnect_bidirectional_gb_s),
    ...figure('thermalDesignPower', record.tdp_w),
    ...(record.process_node === '' ? {} : word('processNode', record.process_node)),
    ...word('nonPlanarProcess', record.non_planar_transistors ? 'yes' : 'no'),
  };
}

const positive = (value: number | null): number | null => (value !== null && value > 0 ? value : null);
