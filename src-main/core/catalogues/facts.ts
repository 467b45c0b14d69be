import type { Accelerator } from '../../../src-shared/formats/accelerator-catalogue.ts';
import type { Facts, FieldValue, KnownValue } from '../../../src-shared/model/asset-fields.ts';

/**
 * A catalogue record as facts of a chip in the register, each with its source. What the catalogue does not have is left out,
 * never guessed; a marking that needs a person's decision stays unasked.
 */
export function chipFigures(record: Accelerator): Facts {
  const [source = record.name] = record.sources;
  const known = (value: KnownValue): FieldValue => ({ state: 'known', value, sourceKind: 'vendor', source: source.slice(0, 400) });
  const figure = (field: string, value: number | null): Facts => (value === null ? {} : { [field]: known({ value }) });
  const marketed = record.designed_or_marketed_for_datacenter;
  return {
    manufacturer: known(record.vendor),
    catalogueId: known(record.id),
    peakDense: known(
      record.peak_dense.map((peak) => ({ format: peak.format, bitLength: peak.bit_length, denseTeraOpsPerS: peak.dense_tera_ops_per_s })),
    ),
    ...figure('applicableDieArea', record.applicable_die_area_mm2),
    ...(marketed === 'needs-decision' ? {} : { dataCentreMarketed: known(marketed) }),
    ...figure('memoryBandwidth', record.memory_bandwidth_gb_s),
    ...figure('memorySizeGb', record.memory_gb),
    ...figure('interconnect', record.interconnect_bidirectional_gb_s),
    ...figure('thermalDesignPower', record.tdp_w),
    ...(record.process_node === '' ? {} : { processNode: known(record.process_node) }),
    nonPlanarProcess: known(record.non_planar_transistors ? 'yes' : 'no'),
  };
}
