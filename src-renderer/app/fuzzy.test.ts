import { describe, expect, it } from 'vitest';
import { fuzzyScore } from './fuzzy.ts';

describe('fuzzyScore', () => {
  it.each([
    ['lock', 'Lock the workspace'],
    ['dark', 'Dark appearance'],
    ['apearance', 'Dark appearance'],
    ['drak', 'Dark appearance'],
    ['snapshto', 'Make a snapshot now'],
    ['bckp', 'Backups and restore points'],
    ['backup rest', 'Backups and restore points'],
    ['zuruck', 'Zurück zum Anfang'],
  ])('finds with %j: %s', (search, text) => {
    expect(fuzzyScore(search, text)).toBeGreaterThan(0);
  });

  it.each([
    ['memo', 'Lock the workspace'],
    ['lock everything', 'Lock the workspace'],
    ['xk', 'Lock the workspace'],
  ])('does not find with %j: %s', (search, text) => {
    expect(fuzzyScore(search, text)).toBe(0);
  });

  it('puts a whole word before a part, and a part before a mistake', () => {
    expect(fuzzyScore('model', 'Map a model')).toBeGreaterThan(fuzzyScore('model', 'Modelling notes'));
    expect(fuzzyScore('model', 'Modelling notes')).toBeGreaterThan(fuzzyScore('modle', 'Map a model'));
  });
});
