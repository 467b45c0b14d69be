import { describe, expect, it } from 'vitest';
import { fitInto, type Sharing, shareWidths } from './share-widths.ts';

const words = (width: number): Sharing => ({ width, fixed: false, words: true, whole: false });
const figure = (width: number): Sharing => ({ ...words(width), words: false });
const set = (width: number): Sharing => ({ ...words(width), fixed: true });
const state = (width: number): Sharing => ({ ...words(width), whole: true });
const total = (widths: readonly number[]) => widths.reduce((all, one) => all + one, 0);

describe('sharing the width of a table', () => {
  it('leaves widths as asked before the table is laid out', () => {
    expect(shareWidths([words(200), figure(80)], 0)).toEqual([200, 80]);
  });

  it('gives what is left to the columns of words, in proportion', () => {
    expect(shareWidths([words(200), figure(80), words(400), words(100)], 1080)).toEqual([300, 80, 600, 100]);
  });

  it('takes what is missing from the columns of words, and never overshoots the room', () => {
    const widths = shareWidths([words(330), words(168), words(124), words(124), figure(92), words(120)], 860);
    expect(total(widths)).toBeLessThanOrEqual(860);
    expect(total(widths)).toBeGreaterThan(850);
    expect(widths[4]).toBe(92);
    expect(Math.min(...widths.slice(2, 4))).toBeGreaterThanOrEqual(96);
  });

  it('scrolls with widths as asked where words could no longer be read', () => {
    expect(shareWidths([words(400), words(100), figure(90)], 200)).toEqual([400, 100, 90]);
  });

  it('cuts no state and no day', () => {
    expect(shareWidths([words(400), state(200), words(200)], 700)).toEqual([333, 200, 166]);
  });

  it('keeps a width that somebody set', () => {
    expect(shareWidths([set(400), words(300)], 650)).toEqual([400, 250]);
    expect(shareWidths([set(400), words(300)], 900)).toEqual([400, 500]);
  });

  it('says whether columns can stand side by side and be read', () => {
    const columns = [words(400), state(100), words(100)];
    expect(fitInto(columns, 460)).toBe(true);
    expect(fitInto(columns, 459)).toBe(false);
    expect(total(shareWidths(columns, 460))).toBeLessThanOrEqual(460);
  });
});
