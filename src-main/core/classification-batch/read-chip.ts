import type { BrochureRate, DesignerAttestation, Die, ItemFacts, PeakRate } from '../../../src-shared/model/item-facts.ts';
import { isRow, type Row } from '../batch-input/index.ts';
import { countryOf, createReader, type FieldProblem, type FieldReader } from './values.ts';

/** Chip fields by the names of the accelerator catalogue. */
export function readChip(read: FieldReader, problems: FieldProblem[], prefix: string): Record<string, unknown> {
  const node = read.text('processNode', 'process_node', 'process', 'transistors');
  const nonPlanar = read.yesNo('non_planar_transistors', 'nonPlanarTransistors', 'nonPlanar', 'non_planar') ?? nonPlanarOf(node);
  const dies = read.rows('dies');
  const copackaged = read.yesNo('copackagedHbm', 'copackagedWithProcessingLogic', 'copackaged_hbm');
  return {
    peakDense: ratesOf(read, problems, prefix),
    brochure: (read.rows('brochure') ?? []).flatMap((claim, place) => brochureOf(claim, `${prefix}brochure[${place}].`, problems)),
    ...(dies === null ? {} : { dies: dies.map((die, place) => dieOf(die, `${prefix}dies[${place}].`, problems)) }),
    applicableDieAreaMm2: dieArea(read, nonPlanar),
    nonPlanarTransistors: nonPlanar,
    processNodeNm: read.number('processNodeNm', 'process_node_nm') ?? nanometres(node),
    designedOrMarketedForDatacenter: datacentreOf(read),
    memoryBandwidthGbS: read.number('memory_bandwidth_gb_s', 'memoryBandwidthGbS'),
    packageAreaMm2: read.number('package_area_mm2'),
    interconnectBidirectionalGbS: read.number('interconnect_bidirectional_gb_s', 'interconnectBidirectionalGbS'),
    tdpW: read.number('tdp_w', 'tdpW'),
    dominantFunction: functionOf(read.text('dominantFunction')),
    copackagedWithProcessingLogic: copackaged,
    hbmInPackage: read.yesNo('hbmInPackage', 'hbm_in_package') ?? copackaged,
    transistorCount: read.number('transistorCount', 'transistor_count', 'packagedTransistorCount'),
    designerAttestation: attestationOf(read),
    packagingSite: countryOf(read.text('packagingSite', 'packaging_site', 'packagedIn')),
    packagedBy: packagerOf(read.text('packagedBy', 'packager')),
    processorGflops: read.number('performanceGFLOPS', 'processorGflops'),
    aluBits: read.number('aluBits'),
  };
}

/** Fields of a memory stack or package. */
export const readMemory = (read: FieldReader): Record<string, unknown> => ({
  memoryBandwidthGbS: read.number('bandwidth_gb_s', 'memory_bandwidth_gb_s'),
  packageAreaMm2: read.number('package_area_mm2', 'stack_area_mm2'),
  copackagedWithProcessingLogic: read.yesNo('copackagedWithProcessingLogic', 'copackaged'),
  dominantFunction: functionOf(read.text('dominantFunction', 'baseDie', 'baseDieFunction')),
});

/** Designed or marketed: one yes is enough, and "no" needs both answers. */
function datacentreOf(read: FieldReader): 'yes' | 'no' | null {
  const either = read.yesNo('designed_or_marketed_for_datacenter', 'designedOrMarketedForDatacenter');
  if (either === 'yes' || either === 'no') return either;
  const designed = read.yesNo('designed_for_datacenter', 'designedForDatacenter');
  const marketed = read.yesNo('marketed_for_datacenter', 'marketedForDatacenter');
  if (designed === 'yes' || marketed === 'yes') return 'yes';
  return designed === 'no' && marketed === 'no' ? 'no' : null;
}

function ratesOf(read: FieldReader, problems: FieldProblem[], prefix: string): PeakRate[] | null {
  const rows = ratesByFormat(read) ?? read.rows('peak_dense', 'peakDense');
  if (rows !== null) return rows.map((row, place) => rateOf(row, `${prefix}peak_dense[${place}].`, problems));
  const tops = read.number('dense_tera_ops_per_s');
  const bits = read.number('bit_length');
  if (tops === null || tops === undefined) return read.has('peak_dense') ? [] : null;
  return [{ format: read.text('format') ?? '', bitLength: typeof bits === 'number' ? bits : null, denseTeraOpsPerS: tops }];
}

const FORMAT_NAME = /^(?:u?int|fp|bf|tf|mxfp|nvfp)\d{1,2}(?:_?e\dm\d)?$/i;

/** Rates written as `{ "int8": 625, "fp16": 312 }`, as the list they stand for. */
function ratesByFormat(read: FieldReader): readonly Row[] | null {
  const value = read.raw('peak_dense', 'peakDense');
  if (!isRow(value)) return null;
  const formats = Object.entries(value);
  if (formats.length === 0 || !formats.every(([name]) => FORMAT_NAME.test(name))) return null;
  return formats.map(([format, rate]) => ({ format, dense_tera_ops_per_s: rate }));
}

function rateOf(row: Row, prefix: string, problems: FieldProblem[]): PeakRate {
  const read = createReader(row, prefix, problems);
  const macs = read.number('mac_tera_ops_per_s', 'macTops', 'MacTOPS');
  const dense = read.number('dense_tera_ops_per_s', 'denseTeraOpsPerS', 'dense_tops');
  const bits = read.number('bit_length', 'bitLength');
  return {
    format: read.text('format') ?? '',
    bitLength: typeof bits === 'number' && bits > 0 ? bits : null,
    denseTeraOpsPerS: dense ?? (typeof macs === 'number' ? 2 * macs : null),
    ...(read.yesNo('sparse', 'sparsity', 'with_sparsity') === 'yes' || isSparse(read.text('format') ?? '') ? { sparse: true } : {}),
  };
}

/** A format that says it counts skipped zeros: `fp8 sparse`, `INT8 (with sparsity)`. */
const isSparse = (format: string): boolean => /\bspars/i.test(format) && !/\b(?:no|non|not|without|w\/o)\b[ -]?\w* ?spars/i.test(format);

/** An advertised rate. One without a figure says nothing; the top of a range only bounds the answer from above. */
function brochureOf(row: Row, prefix: string, problems: FieldProblem[]): BrochureRate[] {
  const read = createReader(row, prefix, problems);
  const rate = read.number('tera_ops_per_s', 'dense_tera_ops_per_s', 'tops', 'tflops');
  if (rate === null || rate === undefined) return [];
  const bits = read.number('bit_length', 'bitLength');
  const format = read.text('format') ?? '';
  const stated = isSparse(format) ? 'yes' : read.yesNo('sparsity', 'sparse', 'with_sparsity');
  const sparsity = stated === 'yes' ? true : stated === 'no' && typeof rate === 'number' ? false : null;
  return [
    {
      format,
      ...(typeof bits === 'number' && bits > 0 ? { bitLength: bits } : {}),
      teraOpsPerS: typeof rate === 'number' ? rate : rate.high,
      sparsity,
    },
  ];
}

/** Dies of a package that hold no processing unit; those of memory and of wiring are no logic either. */
const NO_PROCESSING = /\b(?:i\/?o|input[ /-]output|interposer|hbm|dram|memory|bridge|spacer|dummy)\b/i;
const NO_LOGIC = /\b(?:interposer|hbm|dram|memory|bridge|spacer|dummy)\b/i;
const PROCESSING = /\b(?:comput\w*|process\w*|accelerat\w*|cores?|tensor|matrix|logic|gpu|npu|base)\b/i;

function dieOf(row: Row, prefix: string, problems: FieldProblem[]): Die {
  const read = createReader(row, prefix, problems);
  const count = read.number('count');
  const role = read.text('role', 'kind', 'function', 'type', 'name', 'what') ?? '';
  const isPassive = !PROCESSING.test(role);
  const rates = ratesOf(read, problems, prefix) ?? [];
  const nonPlanar =
    read.yesNo('non_planar_transistors', 'nonPlanarTransistors', 'nonPlanar', 'non_planar') ??
    nonPlanarOf(read.text('processNode', 'process_node', 'process', 'transistors'));
  return {
    count: typeof count === 'number' && count >= 1 ? Math.round(count) : 1,
    peakDense:
      rates.length === 0 && isPassive && NO_PROCESSING.test(role) ? [{ format: 'none', bitLength: 1, denseTeraOpsPerS: 0 }] : rates,
    applicableDieAreaMm2: isPassive && NO_LOGIC.test(role) ? 0 : dieArea(read, nonPlanar),
    nonPlanarTransistors: nonPlanar,
  };
}

/** Area of one die. A plain area counts in full only where the process is known; "applicable" in the name says it counts. */
function dieArea(read: FieldReader, nonPlanar: string | null | undefined): Die['applicableDieAreaMm2'] {
  const applicable = read.number('applicable_die_area_mm2', 'applicableDieAreaMm2');
  if (applicable !== null && applicable !== undefined) return applicable;
  const whole = read.number('area_mm2', 'die_area_mm2', 'dieAreaMm2');
  if (typeof whole !== 'number' || nonPlanar === 'yes' || nonPlanar === 'no') return whole;
  return { low: 0, high: whole };
}

function nonPlanarOf(node: string | null): 'yes' | 'no' | null {
  if (node === null) return null;
  if (/non-?\s?planar|fin-?fet|gaa|gate-all-around|nanosheet/i.test(node)) return 'yes';
  return /\bplanar\b/i.test(node) ? 'no' : null;
}

const nanometres = (node: string | null): number | null => {
  const figure =
    node === null ? undefined : (/(\d+(?:\.\d+)?)\s*-?(?:\/\s*\d+\s*)?nm/i.exec(node) ?? /\bN(\d{1,2})[A-Z]?\b/.exec(node))?.[1];
  return figure === undefined ? null : Number(figure);
};

function functionOf(text: string | null): ItemFacts['dominantFunction'] {
  if (text === null) return null;
  if (/control|interface|phy/i.test(text)) return 'controlInterface';
  if (/process|logic|comput/i.test(text)) return 'processing';
  return /memory|storage/i.test(text) ? 'memory' : 'other';
}

function attestationOf(read: FieldReader): DesignerAttestation | null {
  const stated = read.text('designerAttestation');
  if (stated === null) return null;
  const given = /^(?:no|false|none|missing|absent)\b/i.test(stated) ? 'no' : 'yes';
  const standing = `${stated} ${read.text('designerStatus', 'designerStanding') ?? ''}`;
  if (/\b(?:not|un)[ -]?(?:approved|authori[sz]ed)/i.test(standing)) return { given, by: 'other' };
  if (/\bapproved\b/i.test(standing)) return { given, by: 'approved' };
  if (/\bauthori[sz]ed\b/i.test(standing)) return { given, by: 'authorised' };
  if (/\bappli(?:ed|cation|cant)\b/i.test(standing)) return { given, by: 'applied' };
  return { given, by: 'unknown' };
}

function packagerOf(text: string | null): ItemFacts['packagedBy'] {
  if (text === null) return null;
  if (/\bapproved\b/i.test(text) && !/\bnot[ -]approved|unapproved/i.test(text)) return 'approvedPackagingHouse';
  return /fabricat|foundry/i.test(text) ? 'frontEndFabricator' : 'otherPackagingHouse';
}

/** Whether a row carries what only chips carry. */
export const looksLikeChip = (row: Row): boolean =>
  ['peak_dense', 'peakDense', 'applicable_die_area_mm2', 'designed_or_marketed_for_datacenter'].some((name) => Object.hasOwn(row, name)) ||
  (isRow(row['inputs']) && looksLikeChip(row['inputs']));
