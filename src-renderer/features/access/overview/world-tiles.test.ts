import { expect, it } from 'vitest';
import { countryCodes } from '../../../../src-shared/text/countries.ts';
import { worldTiles } from './world-tiles.ts';

it('has each country once, and only countries', () => {
  const codes = worldTiles.map((tile) => tile.country);
  expect(codes.filter((code, place) => codes.indexOf(code) !== place)).toEqual([]);
  expect(codes.filter((code) => !countryCodes.includes(code))).toEqual([]);
});

it('has every country of the control groups that matter most', () => {
  const codes = new Set(worldTiles.map((tile) => tile.country));
  expect(
    ['CU', 'IR', 'KP', 'SY', 'CN', 'RU', 'BY', 'VE', 'HK', 'MO', 'AE', 'SG', 'IN', 'US', 'GB'].filter((code) => !codes.has(code)),
  ).toEqual([]);
});
