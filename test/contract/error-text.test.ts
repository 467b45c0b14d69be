import { describe, expect, it } from 'vitest';
import { AppError } from '../../src-shared/contract/kernel.ts';
import { english } from '../../src-shared/text/en/index.ts';

const codes = AppError.options.map((option) => option.shape.code.value);

describe('every error code', () => {
  it.each(codes)('%s has a text that tells the user what happened', (code) => {
    const text = (english as Readonly<Record<string, string>>)[`error.${code}`];
    expect(text, `error.${code}`).toBeDefined();
    expect(text?.trim()).toMatch(/^[A-Z{].{8,}/s);
  });
});
