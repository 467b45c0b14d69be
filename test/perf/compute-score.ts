import type { OutputRecord } from '../../src-main/core/compute-batch/index.ts';
import type { ModelRow } from '../../src-main/core/compute-batch/row.ts';
import { checkPublished } from '../../src-main/engine/compute/index.ts';

export interface Answer {
  readonly method: string;
  readonly published: number;
  readonly inputs: string;
}

interface Case {
  readonly row: ModelRow;
  readonly record: OutputRecord;
  readonly answer: Answer;
}

/** How far a figure is off either way; endless where none was given. */
const off = ({ record, answer }: Case): number =>
  record.point === null ? Number.POSITIVE_INFINITY : Math.max(record.point / answer.published, answer.published / record.point);

const groups: readonly {
  readonly name: string;
  readonly target: number;
  readonly of: (one: Case) => boolean;
  readonly hit: (one: Case) => boolean;
}[] = [
  {
    name: 'suggested 6ND: within 2× of the published figure',
    target: 0.8,
    of: (one) => one.answer.method === '6ND',
    hit: (one) => off(one) <= 2,
  },
  {
    name: 'mixture of experts: counted by active parameters',
    target: 1,
    of: (one) => one.answer.method === '6ND-active',
    hit: isCountedByActive,
  },
  { name: 'mixture of experts: within 2×', target: 0.9, of: (one) => one.answer.method === '6ND-active', hit: (one) => off(one) <= 2 },
  {
    name: 'suggested hardware: within 3.5×',
    target: 0.75,
    of: (one) => one.answer.method === 'hardware-time',
    hit: (one) => off(one) <= 3.5,
  },
  {
    name: 'warn-insufficient: refused, or base plus own',
    target: 0.8,
    of: (one) => one.answer.method === 'warn-insufficient',
    hit: (one) => one.record.refused || one.record.method === 'base+finetune',
  },
  { name: 'base + fine-tune: own and base kept apart', target: 0.8, of: (one) => one.answer.method === 'base+finetune', hit: isSplit },
];

/** Counts hits for each group, and lists the misses by name. */
export function scoreEstimates(rows: readonly ModelRow[], records: readonly OutputRecord[], answers: readonly Answer[]) {
  const cases = rows.flatMap((row, index): Case[] => {
    const record = records[index];
    const answer = answers[index];
    return record === undefined || answer === undefined ? [] : [{ row, record, answer }];
  });
  const notes: string[] = [];
  const table = groups.map(({ name, target, of, hit }) => {
    const inGroup = cases.filter(of);
    const hits = inGroup.filter(hit).length;
    const share = inGroup.length === 0 ? 1 : hits / inGroup.length;
    const misses = inGroup.filter((one) => !hit(one)).map(describe);
    if (misses.length > 0) notes.push(`Misses, ${name}: ${misses.join('; ')}`);
    return [
      name,
      `≥ ${Math.round(target * 100)} %`,
      hits,
      inGroup.length,
      `${(share * 100).toFixed(1)} %`,
      share >= target ? 'met' : 'missed',
    ];
  });
  const estimated = cases.filter(({ record }) => !record.refused);
  const covered = estimated.filter(
    ({ record, answer }) => (record.low ?? 0) <= answer.published * 1.01 && (record.high ?? 0) >= answer.published * 0.99,
  );
  table.push([
    'range covers the published figure',
    '',
    covered.length,
    estimated.length,
    `${((covered.length / Math.max(1, estimated.length)) * 100).toFixed(1)} %`,
    'for information',
  ]);
  const slips = cases.flatMap(({ row, answer }) =>
    slipsOf(row, answer).length > 0 ? [`${row.model} (${slipsOf(row, answer).join(', ')})`] : [],
  );
  if (slips.length > 0) notes.push(`Published figures that look like a slip: ${slips.join('; ')}`);
  return { rows: table, notes };
}

function isCountedByActive({ row, record }: Case): boolean {
  const line = record.breakdown.find((one) => one.line === 'parametersTakingPart');
  return !record.refused && line?.value === row.activeParameters;
}

function isSplit({ record }: Case): boolean {
  return record.method === 'base+finetune' && record.breakdown.some((one) => one.part === 'base');
}

function slipsOf(row: ModelRow, answer: Answer): string[] {
  if (row.datasetSize === undefined) return [];
  const count = {
    ...(row.parameters === undefined ? {} : { parameters: { value: row.parameters, unit: 'parameters' as const } }),
    ...(row.activeParameters === undefined ? {} : { activeParameters: { value: row.activeParameters, unit: 'parameters' as const } }),
    dataset: { value: row.datasetSize, unit: row.datasetUnit },
    ...(row.epochs === undefined ? {} : { epochs: { value: row.epochs, unit: 'epochs' as const } }),
  };
  return checkPublished(answer.published, count)
    .map((one) => one.code)
    .filter((code) => code !== 'publishedDiffers');
}

function describe(one: Case): string {
  const { row, record } = one;
  if (record.refused) return `${row.model} (refused: ${record.reasonCode ?? ''})`;
  const ratio = (record.point ?? 0) / one.answer.published;
  return `${row.model} (${record.method}, ${Number(ratio.toPrecision(2))}×)`;
}
