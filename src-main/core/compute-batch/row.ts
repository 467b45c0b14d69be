import type { ModelDomain, QuantityUnit } from '../../../src-shared/model/compute-inputs.ts';
import { parseQuantity } from '../../engine/compute/index.ts';
import { InputRejected, type Row, type RowProblem } from '../batch-input/index.ts';

/** One model as the table states it. Columns that hold answers or hints are not read. */
export interface ModelRow {
  readonly line: number;
  readonly model: string;
  readonly domains: readonly ModelDomain[];
  readonly parameters: number | undefined;
  readonly activeParameters: number | undefined;
  readonly datasetSize: number | undefined;
  readonly datasetUnit: QuantityUnit;
  readonly epochs: number | undefined;
  readonly hardware: string | undefined;
  readonly chips: number | undefined;
  readonly hours: number | undefined;
  readonly mfu: number | undefined;
  readonly hfu: number | undefined;
  readonly format: string | undefined;
  readonly bases: readonly string[];
  readonly fineTuneFlop: number | undefined;
  readonly powerW: number | undefined;
}

const domainWords: Readonly<Record<string, ModelDomain>> = {
  language: 'language',
  text: 'language',
  code: 'language',
  multimodal: 'multimodal',
  vision: 'vision',
  image: 'vision',
  'image generation': 'imageGeneration',
  video: 'video',
  'video generation': 'video',
  speech: 'speech',
  audio: 'audio',
  music: 'audio',
  biology: 'biology',
  games: 'games',
  robotics: 'robotics',
  driving: 'robotics',
  'earth science': 'earthScience',
  recommendation: 'recommendation',
};

const unitWords: Readonly<Record<string, QuantityUnit>> = {
  token: 'tokens',
  tokens: 'tokens',
  patch: 'patches',
  patches: 'patches',
  frame: 'frames',
  frames: 'frames',
  step: 'steps',
  steps: 'steps',
  image: 'images',
  images: 'images',
  example: 'examples',
  examples: 'examples',
  samples: 'examples',
  pairs: 'examples',
  words: 'words',
  characters: 'characters',
  pixels: 'pixels',
};

const dataUnits = ['tokens', 'examples', 'images', 'patches', 'frames', 'steps', 'characters', 'words'] as const;

/** Kinds of quantity a column takes; a figure with a unit of another kind is refused. The first names the column's own unit. */
const fieldUnits: Readonly<Record<string, readonly string[]>> = {
  parameters: ['parameters'],
  active_parameters: ['parameters'],
  dataset_size: dataUnits,
  epochs: ['epochs'],
  hardware_quantity: ['chips'],
  training_hours: ['hours'],
  mfu: ['fraction'],
  hfu: ['fraction'],
  finetune_flop: ['flop'],
  training_power_w: ['watts'],
};

/** Unit that stands with the figure itself (`2T tokens`). */
function unitBeside(size: string | undefined): QuantityUnit {
  const parsed = size === undefined ? undefined : parseQuantity(size);
  const unit = parsed?.ok === true ? parsed.value.unit : undefined;
  return dataUnits.find((one) => one === unit) ?? 'unknown';
}

/** A row as text or JSON values, by column name in small letters, with its place in the file. */
export interface RawRow {
  readonly line: number;
  readonly values: Row;
}

/** Cells by the names of their columns; an empty one stays, so that a column that is missing can be told. */
export const rowFromCells = (header: readonly string[], cells: readonly string[]): Row =>
  Object.fromEntries(header.map((name, place) => [name, cells[place] ?? '']));

/** A row as it is checked. Throws `InputRejected` where no column or field names the model: then it is another table. */
export function rawRow(line: number, row: Row): RawRow {
  const values = Object.fromEntries(Object.entries(row).map(([name, value]) => [name.trim().toLowerCase(), value]));
  if (!('model' in values)) throw new InputRejected([{ line, column: 'model', problem: 'There is no column "model"' }]);
  return { line, values };
}

/** Checks one row. Problems name the column; all of them are collected, so that a file is mended in one go. */
export function parseRow(raw: RawRow): { readonly row: ModelRow; readonly problems: readonly RowProblem[] } {
  const problems: RowProblem[] = [];
  const text = (column: string): string | undefined => {
    const value = raw.values[column];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.length === 0 ? undefined : value.join(',');
    problems.push({ line: raw.line, column, problem: 'Neither text nor a number' });
    return undefined;
  };
  const amount = (column: string): number | undefined => {
    const value = text(column);
    if (value === undefined) return undefined;
    const plain = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value) ? Number(value) : undefined;
    const parsed = plain === undefined ? parseQuantity(value) : undefined;
    const found = parsed?.ok === true ? parsed.value.unit : undefined;
    const fits = fieldUnits[column] ?? [];
    // `FLOPS` after a total is a common slip for FLOP; `FLOP/s` is a rate.
    const isSlip = found === 'flopPerSecond' && fits.includes('flop') && /\dx?\s*FLOPS$/.test(value);
    if (found !== undefined && !fits.includes(found) && !isSlip) {
      problems.push({ line: raw.line, column, problem: `"${value.slice(0, 60)}" is not in ${fits[0] ?? 'a number'}` });
      return undefined;
    }
    const result = plain ?? (parsed?.ok === true ? parsed.value.value : undefined);
    if (result === undefined || !Number.isFinite(result))
      problems.push({ line: raw.line, column, problem: `"${value.slice(0, 60)}" is not a number` });
    else if (result < 0) problems.push({ line: raw.line, column, problem: `"${value.slice(0, 60)}" is below zero` });
    else return result === 0 ? undefined : result;
    return undefined;
  };
  const model = text('model');
  if (model === undefined) problems.push({ line: raw.line, column: 'model', problem: 'The model has no name' });
  const unit = text('dataset_unit')?.toLowerCase();
  const row: ModelRow = {
    line: raw.line,
    model: (model ?? '').slice(0, 300),
    domains: domainsOf(text('domain')),
    parameters: amount('parameters'),
    activeParameters: amount('active_parameters'),
    datasetSize: amount('dataset_size'),
    datasetUnit: unit === undefined ? unitBeside(text('dataset_size')) : (unitWords[unit] ?? 'unknown'),
    epochs: amount('epochs'),
    hardware: text('hardware')?.slice(0, 300),
    chips: amount('hardware_quantity'),
    hours: amount('training_hours'),
    mfu: amount('mfu'),
    hfu: amount('hfu'),
    format: text('numerical_format')?.slice(0, 20),
    bases: (text('base_model') ?? '')
      .split(/[,;]/)
      .map((name) => name.trim().slice(0, 200))
      .filter((name) => name !== '')
      .slice(0, 20),
    fineTuneFlop: amount('finetune_flop'),
    powerW: amount('training_power_w'),
  };
  return { row, problems };
}

function domainsOf(text: string | undefined): readonly ModelDomain[] {
  const found = (text ?? '')
    .split(',')
    .map((word) => domainWords[word.trim().toLowerCase()] ?? (word.trim() === '' ? undefined : ('other' as const)));
  return [...new Set(found.filter((domain) => domain !== undefined))];
}
