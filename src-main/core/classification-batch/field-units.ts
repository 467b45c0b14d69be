import type { UnitWord } from '../../engine/compute/index.ts';

interface FieldUnit {
  /** Kind of quantity the field holds. */
  readonly is: UnitWord['unit'];
  /** Size of the field's own unit in the kind's unit: 10^12 operations a second for a rate in tera-operations. */
  readonly size?: number;
  /** A count, so that a magnitude alone is enough: `405B`. */
  readonly counts?: true;
  /** The field's unit in words only this field knows. */
  readonly word?: RegExp;
}

const units: readonly (readonly [FieldUnit, string])[] = [
  [
    { is: 'squareMillimetres' },
    'applicable_die_area_mm2 applicableDieAreaMm2 dieAreaMm2 area_mm2 package_area_mm2 packageAreaMm2 stack_area_mm2',
  ],
  [
    { is: 'gigabytesPerSecond', word: /\s*(?<=\d\s*)GB\/s(?:ec)?$/i },
    'bandwidth_gb_s memory_bandwidth_gb_s memoryBandwidthGbS interconnect_bidirectional_gb_s interconnectBidirectionalGbS interconnectGBsPerLink interconnectPerLinkGbS',
  ],
  [
    { is: 'flopPerSecond', size: 1e12, word: /\s*(?<=\d\s*)T(?:FL)?OP(?:S|s|\/s)$/i },
    'dense_tera_ops_per_s denseTeraOpsPerS dense_tops mac_tera_ops_per_s macTops MacTOPS tera_ops_per_s tops tflops',
  ],
  [
    { is: 'flop', counts: true },
    'trainingOperations training_operations training_compute_flop ownTrainingOperations extraTrainingOperations own_training_operations finetune_flop generationOperations operations preTrainingOperations pretrainingOperations pre_training_operations postTrainingOperations post_training_operations laterTrainingOperations ops flop',
  ],
  [
    { is: 'parameters', counts: true },
    'parametersTotal parameters_total totalParameters parameters parametersActive activeParameters parameters_active active_parameters',
  ],
  [{ is: 'tokens', counts: true }, 'trainingTokens training_tokens tokens uniqueTokens datasetTokens unique_tokens dataset_tokens'],
  [{ is: 'watts' }, 'tdp_w tdpW'],
  [{ is: 'bits', word: /[\s-]*bits?$/i }, 'bit_length bitLength aluBits coreBits'],
  [{ is: 'fraction' }, 'shareOfOperations share'],
  [{ is: 'fraction', size: 0.01 }, 'usContentPercent usControlledContentPercent'],
  [{ is: 'chips', counts: true, word: /\s*transistors$/i }, 'transistorCount transistor_count packagedTransistorCount'],
  [{ is: 'chips', word: /\s*nm$/i }, 'processNodeNm process_node_nm'],
  [{ is: 'chips', word: /\s*(?:WT|weighted tera\s?flops)$/i }, 'appWT appWt app_wt servedAppWt targetAppWT'],
  [{ is: 'flopPerSecond', size: 1e9 }, 'performanceGFLOPS processorGflops'],
];

/** Units in which figures of the fields of a row are given, by the field's name. */
export const fieldUnits: ReadonlyMap<string, FieldUnit> = new Map(
  units.flatMap(([unit, names]) => names.split(' ').map((name) => [name, unit] as const)),
);
