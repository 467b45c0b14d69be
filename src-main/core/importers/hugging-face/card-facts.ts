import type { Said } from '../../../../src-shared/contract/imports.ts';
import { readNumber } from '../map/number.ts';
import type { FoundFact } from './found-fact.ts';
import { readFrontMatter } from './front-matter.ts';
import { lineOf, type SourceFile } from './source-lines.ts';

const modalities: ReadonlyArray<readonly [RegExp, string]> = [
  [
    /^(text-generation|text2text|fill-mask|summarization|translation|question-answering|text-classification|token-classification|feature-extraction|sentence-similarity|conversational)/,
    'language',
  ],
  [/^(image-classification|object-detection|image-segmentation|depth|zero-shot-image|image-feature)/, 'vision'],
  [/^(image-text-to-text|visual-question|image-to-text|any-to-any)/, 'vision'],
  [/^(automatic-speech|text-to-speech|audio|text-to-audio|voice)/, 'audio'],
  [/^(text-to-image|image-to-image|unconditional-image)/, 'imageGeneration'],
  [/^(text-to-video|image-to-video)/, 'videoGeneration'],
  [/^video-/, 'video'],
  [/^(reinforcement|robotics)/, 'action'],
  [/^(tabular|time-series)/, 'tabular'],
];

const relations: Readonly<Record<string, string>> = {
  finetune: 'fineTuned',
  adapter: 'fineTuned',
  merge: 'merged',
  quantized: 'openWeights',
};

/** Facts of a model card: licence, base model, data sets and languages of its front matter, and figures its text mentions, which a person must check. */
export function cardFacts(file: SourceFile): FoundFact[] {
  const { fields, textFrom } = readFrontMatter(file.lines);
  const facts: FoundFact[] = [];
  const stated = (
    fieldId: string,
    key: string,
    value: string | string[],
    said: Said = { key: 'imports.model.stated', params: { file: file.name } },
  ) =>
    facts.push({
      fieldId,
      value: { state: 'known', value },
      file: file.name,
      ...lineOf(file, new RegExp(`^${key}:`)),
      basis: 'stated',
      said,
    });
  const first = (key: string) => fields.get(key)?.[0];

  const licence = first('license_name') ?? first('license');
  if (licence !== undefined)
    stated('distribution', first('license_name') === undefined ? 'license' : 'license_name', licence, {
      key: 'imports.model.licence',
      params: { licence },
    });
  const base = fields.get('base_model') ?? [];
  if (base.length > 0) stated('baseModelName', 'base_model', base.join(', ').slice(0, 400), { key: 'imports.model.base', params: {} });
  const relation = first('base_model_relation');
  const origin = relation === undefined ? (base.length > 1 ? 'merged' : base.length === 1 ? 'fineTuned' : undefined) : relations[relation];
  if (origin !== undefined) stated('originType', relation === undefined ? 'base_model' : 'base_model_relation', origin);
  const datasets = fields.get('datasets') ?? [];
  if (datasets.length > 0) stated('dataOriginEvidence', 'datasets', datasets.join(', ').slice(0, 2000));
  const languages = fields.get('language') ?? [];
  if (languages.length > 0) stated('languages', 'language', languages.slice(0, 200));
  const library = first('library_name');
  if (library !== undefined) stated('library', 'library_name', library);
  const task = first('pipeline_tag');
  const modality = task === undefined ? undefined : modalities.find(([pattern]) => pattern.test(task))?.[1];
  if (modality !== undefined) stated('modalities', 'pipeline_tag', [modality]);
  return [...facts, ...textFacts(file, textFrom)];
}

const magnitude = String.raw`(\d[\d.,]*\s*(?:trillion|billion|million|[TBM])?\+?)`;
const mentions: ReadonlyArray<readonly [field: string, unit: string | undefined, pattern: RegExp]> = [
  ['trainingTokens', 'tokens', new RegExp(`(?:trained|pre-?trained|training)\\b[^.|]{0,120}?${magnitude}\\s*tokens`, 'i')],
  ['trainingTokens', 'tokens', new RegExp(`${magnitude}\\s*tokens\\s+(?:of|from|for)\\s+(?:training|pre-?training|publicly)`, 'i')],
  ['trainingOperations', 'operations', /(\d[\d.]*\s*(?:[×x*]\s*10\s*\^?\s*\{?[\d⁰¹²³⁴⁵⁶⁷⁸⁹]+\}?|e\+?\d+))\s*FLOPs?\b(?!\s*\/)/i],
  ['hardwareCount', 'chips', /(\d[\d,]*)\s*(?:x\s*)?(?:NVIDIA\s+)?(?:A100|H100|H200|H800|A800|V100|B200|GB200|TPU\s?v\d\w?|MI\d{3}X?)/i],
];

/** Figures in the running text. The first mention of each counts, and says that it was only read. */
function textFacts(file: SourceFile, from: number): FoundFact[] {
  const facts: FoundFact[] = [];
  const said: Said = { key: 'imports.model.text', params: { file: file.name } };
  const seen = new Set<string>();
  const add = (fieldId: string, value: string | number, line: number, text: string) => {
    if (seen.has(fieldId)) return;
    seen.add(fieldId);
    facts.push({
      fieldId,
      value: { state: 'known', value },
      file: file.name,
      line: line + 1,
      excerpt: text.trim().slice(0, 300),
      basis: 'inferred',
      said,
    });
  };
  for (let line = from; line < file.lines.length; line += 1) {
    // Long lines are cut: a card's line is a paragraph, and patterns must not be run over megabytes.
    const text = (file.lines[line] ?? '').slice(0, 4000);
    const title = /^#\s+(.{1,120})$/.exec(text);
    if (title !== null && !/model card|readme/i.test(text)) add('name', (title[1] ?? '').replace(/[*_`]/g, '').trim(), line, text);
    for (const [field, unit, pattern] of mentions) {
      const found = pattern.exec(text)?.[1]?.replace(/\+$/, '').replace(/[{}]/g, '');
      if (found === undefined) continue;
      const reading = readNumber(found, unit, '.');
      if (reading.is === 'number') add(field, reading.value, line, text);
    }
    const chip = /\b(?:NVIDIA\s+)?(A100|H100|H200|H800|A800|V100|B200|GB200|MI\d{3}X?|TPU\s?v\d\w?)\b/.exec(text)?.[0];
    if (chip !== undefined) add('hardware', chip, line, text);
  }
  return facts;
}
