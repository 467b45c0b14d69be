import { describe, expect, it } from 'vitest';
import { insideSentence } from './bidi.ts';

describe('a text inside a sentence', () => {
  it.each(['Ada Berg', '廷德拉光电', 'Зорване', '', '2026-11-23'])('%s is left as it is', (text) => {
    expect(insideSentence(text)).toBe(text);
  });

  it.each(['يوسف السنداري', 'דנה לוי', 'Yusuf يوسف'])('%s is kept apart from what stands beside it', (text) => {
    expect(insideSentence(text)).toBe(`\u2068${text}\u2069`);
  });
});
