import { LifeCycleStage } from '../../../../src-shared/contract/inventory.ts';
import type { ImportChoice, ImportField, ImportFieldType, TargetSchema } from '../../../../src-shared/formats/import-target.ts';
import { type AssetField, AssetKind, fieldsOf } from '../../../../src-shared/model/asset-fields.ts';
import { english } from '../../../../src-shared/text/en/index.ts';
import { choiceAliases } from './choice-aliases.ts';
import { exampleOf } from './examples.ts';

const fieldTypes: Readonly<Record<Exclude<AssetField['type'], 'formats'>, ImportFieldType>> = {
  text: 'text',
  longText: 'longText',
  number: 'number',
  yesNo: 'boolean',
  choice: 'choice',
  multiChoice: 'choices',
  country: 'country',
  countries: 'countries',
  date: 'date',
  parts: 'list',
};

/** Number formats that get a column of their own: a chip's peak rates come as one column a format. */
export const rateFormats: ReadonlyArray<{
  readonly id: string;
  readonly format: string;
  readonly bitLength: number;
  readonly names: readonly string[];
}> = [
  { id: 'fp64', format: 'FP64', bitLength: 64, names: ['fp64', 'double'] },
  { id: 'fp32', format: 'FP32', bitLength: 32, names: ['fp32', 'single'] },
  { id: 'tf32', format: 'TF32', bitLength: 19, names: ['tf32', 'tensor float 32'] },
  { id: 'bf16', format: 'BF16', bitLength: 16, names: ['bf16', 'bfloat16'] },
  { id: 'fp16', format: 'FP16', bitLength: 16, names: ['fp16', 'half'] },
  { id: 'fp8', format: 'FP8', bitLength: 8, names: ['fp8', 'e4m3'] },
  { id: 'int8', format: 'INT8', bitLength: 8, names: ['int8'] },
  { id: 'fp6', format: 'FP6', bitLength: 6, names: ['fp6'] },
  { id: 'fp4', format: 'FP4', bitLength: 4, names: ['fp4', 'nvfp4', 'mxfp4'] },
  { id: 'int4', format: 'INT4', bitLength: 4, names: ['int4'] },
];

/** Field that holds the rate of one format: `peakDense.fp16`. */
export const rateFieldId = (id: string) => `peakDense.${id}`;

const text = (key: string): string =>
  (Object.hasOwn(english, key) ? (english as Readonly<Record<string, string>>)[key] : undefined) ?? spelledOut(key);

/** `stage.inDevelopment` → `In development`, for options the catalogue has no words for. */
function spelledOut(key: string): string {
  const words = key
    .slice(key.indexOf('.') + 1)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function choice(value: string, label = text(`choice.${value}`)): ImportChoice {
  const aliases = choiceAliases[value];
  return aliases === undefined ? { value, label } : { value, label, aliases: [...aliases] };
}

const schemas = new Map<AssetKind, TargetSchema>();

/** What a spreadsheet row can say about an asset of a kind: the register's own columns, then every field of the catalogue. */
export function assetTargetSchema(kind: AssetKind): TargetSchema {
  const known = schemas.get(kind);
  if (known !== undefined) return known;
  const schema: TargetSchema = {
    id: 'assets',
    variant: kind,
    label: text(`assetKind.${kind}`),
    fields: [...registerFields(kind), ...fieldsOf(kind).flatMap(importFields)],
    identity: [['externalId'], ['name', 'version']],
  };
  schemas.set(kind, schema);
  return schema;
}

/** Kinds that can be imported, in menu order. */
export const assetVariants: readonly string[] = AssetKind.options;

function registerFields(kind: AssetKind): ImportField[] {
  const names: Readonly<Record<AssetKind, readonly string[]>> = {
    model: ['model', 'model name', 'modell', 'modèle', 'modelo', 'model id', 'ai model'],
    dataset: ['dataset', 'data set', 'dataset name', 'corpus', 'datensatz'],
    chip: ['chip', 'chip name', 'gpu', 'gpu model', 'accelerator', 'part', 'part number', 'product', 'product name', 'model'],
    computer: ['system', 'server', 'cluster', 'machine', 'computer', 'hostname', 'system name', 'model'],
    software: ['software', 'software name', 'application', 'package', 'product', 'tool'],
    service: ['service', 'service name', 'offering', 'product'],
    technology: ['technology', 'technology name', 'document', 'know-how', 'item'],
  };
  return [
    {
      id: 'name',
      label: 'Name',
      aliases: ['title', 'asset', 'asset name', 'bezeichnung', 'nom', 'nombre', 'naam', ...names[kind]],
      type: 'text',
      required: true,
      common: true,
    },
    {
      id: 'version',
      label: 'Version',
      aliases: ['version label', 'release', 'rev', 'revision', 'ver', 'model version', 'checkpoint'],
      type: 'text',
      required: false,
      common: true,
    },
    {
      id: 'externalId',
      label: 'Your id',
      aliases: [
        'id',
        'asset id',
        'external id',
        'identifier',
        'inventory number',
        'asset tag',
        'serial',
        'key',
        'nr',
        'no',
        'uid',
        'inventarnummer',
      ],
      type: 'text',
      required: false,
      common: true,
    },
    {
      id: 'ownerName',
      label: 'Owner',
      aliases: [
        'responsible',
        'contact',
        'owner name',
        'team',
        'verantwortlich',
        'besitzer',
        'responsable',
        'maintainer',
        'lead',
        'person responsible',
      ],
      type: 'text',
      required: false,
      common: true,
    },
    {
      id: 'stage',
      label: 'Stage',
      aliases: ['status', 'life cycle', 'lifecycle', 'life-cycle stage', 'state', 'phase'],
      type: 'choice',
      required: false,
      common: true,
      // "Unknown" is an answer of every column, with its own words.
      choices: LifeCycleStage.exclude(['unknown']).options.map((value) => choice(value, text(`stage.${value}`))),
    },
    {
      id: 'site',
      label: 'Site',
      aliases: ['office', 'campus', 'standort', 'facility', 'plant', 'location name'],
      type: 'text',
      required: false,
    },
  ].map((field) => withExample(kind, field as ImportField));
}

function importFields(field: AssetField): ImportField[] {
  if (field.type === 'formats') return rateFields(field);
  const choices = field.options?.map((value) => choice(value));
  const made: ImportField = {
    id: field.id,
    label: text(`field.${field.id}`),
    aliases: [...field.aliases],
    type: fieldTypes[field.type],
    required: false,
    common: field.weight >= 2,
    help: text(`field.${field.id}.ask`),
    ...(field.unit === undefined ? {} : { unit: field.unit }),
    ...(choices === undefined ? {} : { choices }),
    ...(field.min === undefined && field.max === undefined ? {} : { plausible: bounds(field) }),
  };
  return [withExample(field.kinds[0] ?? 'model', made)];
}

function bounds(field: AssetField): { min?: number; max?: number } {
  return { ...(field.min === undefined ? {} : { min: field.min }), ...(field.max === undefined ? {} : { max: field.max }) };
}

function rateFields(field: AssetField): ImportField[] {
  const suffixes = [
    '',
    ' tops',
    ' tflops',
    ' dense',
    ' dense tops',
    ' dense tflops',
    ' tensor',
    ' peak',
    ' peak tflops',
    ' peak tops',
    ' performance',
    ' compute',
  ];
  return rateFormats.map((rate) => ({
    id: rateFieldId(rate.id),
    label: `${text(`field.${field.id}`)}, ${rate.format}`,
    aliases: rate.names.flatMap((name) => [
      ...suffixes.map((suffix) => `${name}${suffix}`),
      `peak ${name}`,
      `dense ${name}`,
      `tflops ${name}`,
      `tops ${name}`,
    ]),
    type: 'number' as const,
    unit: 'TOPS',
    required: false,
    common: rate.id === 'fp16' || rate.id === 'int8' || rate.id === 'fp8',
    plausible: { min: 0 },
    help: 'Dense, without sparsity; 10^12 operations per second.',
  }));
}

function withExample(kind: AssetKind, field: ImportField): ImportField {
  const examples = exampleOf(kind, field.id);
  return examples === undefined ? field : { ...field, examples: [...examples] };
}
