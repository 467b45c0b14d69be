import type { ItemFacts } from '../../../src-shared/model/item-facts.ts';

type CoreReading = Partial<Pick<ItemFacts, 'coreBits' | 'vectorCalculationsAtOnce' | 'fp64ResultsPerCycle' | 'mac16ResultsPerCycle'>>;

const numberWords: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  sixteen: 16,
  'thirty-two': 32,
};

function countBefore(text: string, what: RegExp): number | undefined {
  const found = new RegExp(
    `(more than |over |at most |up to )?\\b(\\d+|${Object.keys(numberWords).join('|')})\\s+(?:${what.source})`,
    'i',
  ).exec(text);
  if (found === null) return undefined;
  const word = (found[2] ?? '').toLowerCase();
  const value = numberWords[word] ?? Number(word);
  return /more than|over/i.test(found[1] ?? '') ? value + 1 : value;
}

/** Reads what a text says about a processor core, in the measures of 3E002. */
export function readCore(text: string): CoreReading {
  const bits =
    /\b(\d{2,3})[- ]bits?(?:\s+or\s+(?:wider|more))?\b[^.;]{0,40}\b(?:cores?|processors?|access width)\b/i.exec(text)?.[1] ??
    /\b(?:cores?|processors?)\b[^.;]{0,30}?\b(\d{2,3})[- ]bits?\b/i.exec(text)?.[1];
  const vector = countBefore(text, /(?:floating-point )?(?:vector )(?:calculations?|results?|operations?)/);
  const fp64 = countBefore(text, /64-bit (?:floating-point )?(?:results?|operations?)/);
  const mac = countBefore(text, /(?:16-bit )?(?:fixed-point )?(?:multiply-accumulates?|macs?)\b/);
  return {
    ...(bits === undefined ? {} : { coreBits: Number(bits) }),
    ...(vector === undefined ? {} : { vectorCalculationsAtOnce: vector }),
    ...(fp64 === undefined ? {} : { fp64ResultsPerCycle: fp64 }),
    ...(mac === undefined ? {} : { mac16ResultsPerCycle: mac }),
  };
}
