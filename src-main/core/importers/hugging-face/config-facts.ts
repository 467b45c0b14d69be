import type { Said } from '../../../../src-shared/contract/imports.ts';
import { countParameters, type ModelConfig } from './count-parameters.ts';
import type { FoundFact } from './found-fact.ts';
import { lineOfKey, type SourceFile } from './source-lines.ts';

/** Bytes of one weight by its number format. */
const weightBytes: Readonly<Record<string, number>> = {
  float64: 8,
  float32: 4,
  bfloat16: 2,
  float16: 2,
  float8_e4m3fn: 1,
  int8: 1,
  uint8: 1,
};

const architectures: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(t5|mt5|umt5|bart|mbart|pegasus|marian|whisper)$/, 'encoderDecoder'],
  [/mamba|rwkv|ssm/, 'stateSpace'],
  [/resnet|convnext|efficientnet|yolo/, 'convolutional'],
  [/diffusion|unet|dit|flux/, 'diffusion'],
];

/** Facts of a `config.json`: name, architecture, parameters (worked out), active parameters, number format, context length. */
export function configFacts(file: SourceFile, whole: ModelConfig): { readonly facts: FoundFact[]; readonly notes: Said[] } {
  const nested = whole['text_config'];
  const inner: ModelConfig =
    typeof nested === 'object' && nested !== null && typeof whole['hidden_size'] !== 'number'
      ? { ...whole, ...(nested as ModelConfig) }
      : whole;
  const facts: FoundFact[] = [];
  const notes: Said[] = [];
  const stated = (fieldId: string, key: string, value: string | number) =>
    facts.push({
      fieldId,
      value: { state: 'known', value },
      file: file.name,
      ...lineOfKey(file, key),
      basis: 'stated',
      said: { key: 'imports.model.stated', params: { file: file.name } },
    });

  const name = inner['_name_or_path'];
  if (typeof name === 'string' && name !== '' && !name.startsWith('/') && !name.startsWith('.'))
    stated('name', '_name_or_path', name.split('/').at(-1) ?? name);
  const dtype = inner['torch_dtype'] ?? inner['dtype'];
  if (typeof dtype === 'string') stated('numericalFormat', typeof inner['torch_dtype'] === 'string' ? 'torch_dtype' : 'dtype', dtype);
  const context = inner['max_position_embeddings'] ?? inner['n_positions'];
  if (typeof context === 'number')
    stated('contextLength', typeof inner['max_position_embeddings'] === 'number' ? 'max_position_embeddings' : 'n_positions', context);

  const declared = whole['num_parameters'];
  if (typeof declared === 'number' && declared > 0) stated('parametersTotal', 'num_parameters', declared);
  const count = countParameters(inner);
  const type = String(inner['model_type'] ?? '');
  if (count === null) notes.push({ key: 'imports.model.unknownArchitecture', params: { file: file.name, architecture: type || '?' } });
  else {
    const at = lineOfKey(file, 'hidden_size').line === null ? lineOfKey(file, 'model_type') : lineOfKey(file, 'hidden_size');
    const computed = (fieldId: string, value: number, said: Said): FoundFact => ({
      fieldId,
      value: { state: 'known', value },
      file: file.name,
      ...at,
      basis: 'computed',
      said,
    });
    if (typeof declared !== 'number')
      facts.push(
        computed('parametersTotal', count.total, {
          key: 'imports.model.computed',
          params: { file: file.name, arithmetic: count.arithmetic.slice(0, 400) },
        }),
      );
    if (count.experts !== null) {
      const { all, perToken } = count.experts;
      facts.push(
        computed('parametersActive', count.active, {
          key: 'imports.model.experts',
          params: { active: perToken, experts: all, arithmetic: count.activeArithmetic.slice(0, 400) },
        }),
      );
    }
  }
  const architecture = count?.experts
    ? 'mixtureOfExperts'
    : (architectures.find(([pattern]) => pattern.test(type))?.[1] ?? (count === null ? null : 'denseTransformer'));
  if (architecture !== null) stated('architecture', 'model_type', architecture);
  return { facts, notes };
}

/** Parameters from the index of the weights: its own count, or its bytes over the size of one weight. */
export function weightIndexFacts(file: SourceFile, index: ModelConfig, dtype: string | null): FoundFact[] {
  const metadata = index['metadata'];
  if (typeof metadata !== 'object' || metadata === null) return [];
  const { total_parameters: counted, total_size: bytes } = metadata as { total_parameters?: unknown; total_size?: unknown };
  if (typeof counted === 'number') {
    return [
      {
        fieldId: 'parametersTotal',
        value: { state: 'known', value: counted },
        file: file.name,
        ...lineOfKey(file, 'total_parameters'),
        basis: 'stated',
        said: { key: 'imports.model.stated', params: { file: file.name } },
      },
    ];
  }
  const each = dtype === null ? undefined : weightBytes[dtype];
  if (typeof bytes !== 'number' || each === undefined) return [];
  const said = { key: 'imports.model.weightCount', params: { bytes, each } };
  return [
    {
      fieldId: 'parametersTotal',
      value: { state: 'known', value: Math.round(bytes / each) },
      file: file.name,
      ...lineOfKey(file, 'total_size'),
      basis: 'computed',
      said,
    },
  ];
}
