import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { computeText } from '../../../src-shared/text/en/compute.ts';
import { refusalSentence, sentenceOf } from './sentences.ts';

const engine = join(import.meta.dirname, '..', '..', 'engine', 'compute');
const sources = readdirSync(engine)
  .filter((file) => file.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(engine, file), 'utf8') }));

/** Codes that the engine's sources name, by the pattern they are named with. */
function codes(pattern: RegExp, only: (file: string) => boolean): string[] {
  return [
    ...new Set(sources.filter(({ file }) => only(file)).flatMap(({ text }) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''))),
  ];
}

const isChip = (file: string): boolean => file.startsWith('chip');
const isQuantity = (file: string): boolean => file.startsWith('parse-quantity');
const isEstimate = (file: string): boolean => !isChip(file) && !isQuantity(file);
const message = /(?:warning|note)\(\s*'(\w+)'/g;

describe('every code of the engine has its words', () => {
  it.each(codes(message, isEstimate))('warning %s', (code) => expect(computeText).toHaveProperty([`compute.warning.${code}`]));
  it.each(codes(message, isChip))('chip warning %s', (code) => expect(computeText).toHaveProperty([`compute.chip.${code}`]));
  it.each(codes(message, isQuantity))('quantity %s', (code) => expect(computeText).toHaveProperty([`compute.quantity.${code}`]));
  it.each(codes(/(?:refused\(|refusedPart\(|deny\(|code: )\s*'(\w+)'/g, (file) => isEstimate(file) && file !== 'questions.ts'))(
    'refusal %s',
    (code) => expect(computeText).toHaveProperty([`compute.refusal.${code}`]),
  );
  it.each(codes(/\bline\(\s*'(\w+)'/g, isEstimate))('line %s', (code) => expect(computeText).toHaveProperty([`compute.line.${code}`]));
});

describe('sentences', () => {
  it('write big numbers as powers of ten and leave no gap unfilled', () => {
    const said = sentenceOf({
      code: 'sparseRate',
      severity: 'warning',
      params: { entered: 3.9578e15, dense: 1.9789e15, format: 'fp8', chip: 'H100' },
    });
    expect(said).toContain('3.96 × 10¹⁵');
    expect(said).not.toMatch(/[{}]/);
  });

  it('say why a method was not used in its own words', () => {
    const said = sentenceOf({ code: 'methodRefused', severity: 'note', params: { method: 'operationCount', reason: 'datasetMissing' } });
    expect(said).toBe('Not used: Operation count, 6 × N × D. The size of the training data is missing.');
  });

  it('name what to supply', () => {
    const said = refusalSentence({
      code: 'datasetUnitUnknown',
      params: { size: 4e8, domain: 'vision' },
      missing: ['count.dataset.unit', 'hardware.hours'],
    });
    expect(said).toMatch(/Supply: what the data size counts .*; hours of training\.$/);
  });
});
