import type { AssetField } from './types.ts';

const chip = ['chip'] as const;
const computer = ['computer'] as const;
const both = ['chip', 'computer'] as const;

export const hardwareFields: readonly AssetField[] = [
  { id: 'manufacturer', kinds: both, group: 'identity', type: 'text', weight: 1, aliases: ['manufacturer', 'vendor', 'maker', 'brand', 'supplier'] },
  { id: 'catalogueId', kinds: chip, group: 'identity', type: 'text', weight: 0, aliases: ['catalogue id', 'catalog id'] },
  { id: 'chipRole', kinds: chip, group: 'identity', type: 'choice', options: ['accelerator', 'graphics', 'processor', 'memory', 'network', 'other'], weight: 2, aliases: ['chip type', 'role', 'category', 'type'] },
  { id: 'unitCount', kinds: both, group: 'identity', type: 'number', unit: 'units', min: 0, weight: 1, aliases: ['quantity', 'qty', 'count', 'units', 'number of units', 'amount'] },
  { id: 'peakDense', kinds: chip, group: 'figures', type: 'formats', weight: 3, aliases: ['tops', 'tflops', 'peak dense', 'int8 tops', 'fp16 tflops', 'peak performance'] },
  { id: 'brochureRate', kinds: chip, group: 'figures', type: 'text', weight: 0, aliases: ['brochure', 'advertised', 'marketing tops', 'sparse tops'] },
  { id: 'applicableDieArea', kinds: chip, group: 'figures', type: 'number', unit: 'mm²', min: 0, weight: 3, aliases: ['die area', 'die size', 'applicable die area', 'die mm2', 'die area (mm2)', 'applicable_die_area_mm2'] },
  { id: 'dataCentreMarketed', kinds: chip, group: 'figures', type: 'yesNo', weight: 3, aliases: ['datacenter', 'data centre', 'data center', 'marketed for datacenter', 'designed_or_marketed_for_datacenter', 'server grade'] },
  { id: 'memoryBandwidth', kinds: chip, group: 'figures', type: 'number', unit: 'GB/s', min: 0, weight: 1, aliases: ['memory bandwidth', 'bandwidth', 'bandwidth gb/s', 'memory_bandwidth_gb_s', 'mem bw', 'dram bandwidth'] },
  { id: 'memoryPackageArea', kinds: chip, group: 'figures', type: 'number', unit: 'mm²', min: 0, weight: 1, when: { field: 'chipRole', is: ['memory'] }, aliases: ['package area', 'stack area', 'memory package area'] },
  { id: 'memorySizeGb', kinds: chip, group: 'figures', type: 'number', unit: 'GB', min: 0, weight: 0, aliases: ['memory', 'memory gb', 'vram', 'hbm'] },
  { id: 'interconnect', kinds: chip, group: 'figures', type: 'number', unit: 'GB/s', min: 0, weight: 1, aliases: ['interconnect', 'nvlink', 'i/o bandwidth', 'interconnect_bidirectional_gb_s', 'interconnect gb/s'] },
  { id: 'thermalDesignPower', kinds: chip, group: 'figures', type: 'number', unit: 'W', min: 0, weight: 1, aliases: ['tdp', 'power', 'watts', 'tdp_w', 'tdp (w)', 'power w'] },
  { id: 'processNode', kinds: chip, group: 'figures', type: 'text', weight: 0, aliases: ['process', 'node', 'process node', 'lithography'] },
  { id: 'nonPlanarProcess', kinds: chip, group: 'figures', type: 'yesNo', weight: 0, aliases: ['non-planar', 'finfet', 'gaafet'] },
  { id: 'transistorCount', kinds: chip, group: 'figures', type: 'number', unit: 'transistors', min: 0, weight: 0, aliases: ['transistors', 'transistor count'] },
  { id: 'copackagedMemory', kinds: chip, group: 'figures', type: 'yesNo', weight: 0, aliases: ['hbm in package', 'co-packaged memory', 'copackaged hbm'] },
  { id: 'containedParts', kinds: computer, group: 'figures', type: 'parts', weight: 3, aliases: ['contains', 'chips inside', 'accelerators', 'gpus', 'configuration', 'gpu'] },
  { id: 'adjustedPeakPerformance', kinds: computer, group: 'figures', type: 'number', unit: 'WT', min: 0, weight: 1, aliases: ['app', 'adjusted peak performance', 'app wt', 'weighted teraflops'] },
  { id: 'encryptionClassification', kinds: ['computer', 'chip', 'software'], group: 'figures', type: 'text', weight: 1, aliases: ['encryption classification', 'encryption eccn', '5a992', '5a002'] },
  { id: 'computerRole', kinds: computer, group: 'identity', type: 'choice', options: ['card', 'workstation', 'server', 'rack', 'cluster', 'other'], weight: 1, aliases: ['type', 'form', 'system type'] },
  { id: 'locatedIn', kinds: ['computer', 'chip', 'dataset'], group: 'origin', type: 'country', weight: 2, aliases: ['country', 'location', 'located in', 'installed in', 'site country'] },
  { id: 'vendorEccn', kinds: ['chip', 'computer', 'software', 'technology', 'model', 'service'], group: 'figures', type: 'text', weight: 0, aliases: ['eccn', 'vendor eccn', 'stated eccn', 'classification', 'export classification'] },
];
