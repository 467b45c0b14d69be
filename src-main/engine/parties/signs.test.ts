import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isoDate } from '../../../src-shared/model/dates.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { loadRulePacks } from '../../core/rulepacks/index.ts';
import { createPlaceSigns, type PartyPlaces, placeSigns } from './signs.ts';

let packs: readonly RulePack[];
beforeAll(async () => {
  const loaded = await loadRulePacks(path.resolve('resources/rulepacks'));
  if (!loaded.ok || loaded.value.refused.length > 0) throw new Error(JSON.stringify(loaded));
  packs = loaded.value.packs.map(({ pack }) => pack);
});

const signs = (places: Partial<PartyPlaces>) =>
  placeSigns({ registration: null, headquarters: null, countries: [], texts: [], ...places }, packs, isoDate('2026-11-22')).map(
    ({ kind, question }) => (question ? `${kind}?` : kind),
  );

describe('signs about places', () => {
  it('calls an embargoed country one, with the rule it rests on', () => {
    expect(signs({ countries: ['IR'] })).toContain('embargoed');
    expect(signs({ registration: 'CU' })).toContain('embargoed');
    for (const sign of placeSigns({ registration: 'KP', headquarters: null, countries: [], texts: [] }, packs, isoDate('2026-11-22')))
      expect(sign.citations.join('')).not.toBe('');
  });

  it('asks which part of Ukraine, and knows Crimea by its name', () => {
    expect(signs({ registration: 'UA' })).toEqual(['embargoedRegion?']);
    expect(signs({ registration: 'UA', texts: ['12 Naberezhna, Sevastopol'] })).toEqual(['embargoedRegion']);
    expect(signs({ texts: ['Simferopol, CRIMEA'] })).toEqual(['embargoedRegion']);
  });

  it('sees a company registered elsewhere and run from Country Group D:5', () => {
    expect(signs({ registration: 'DE', headquarters: 'CN' })).toEqual(['controlledGroup', 'diversion?']);
    expect(signs({ registration: 'HK', headquarters: 'CN' })).toEqual(['controlledGroup']);
  });

  it('says nothing of ordinary places', () => {
    expect(signs({ registration: 'DE', headquarters: 'NL', countries: ['FR'], texts: ['Donostia, Spain'] })).toEqual([]);
  });

  it('says the same of many parties as of each alone', () => {
    const on = isoDate('2026-11-22');
    const signsOf = createPlaceSigns(packs, on);
    const texts = [[], ['Simferopol, CRIMEA'], ['12 Naberezhna, Sevastopol', 'Donetsk'], ['Kyiv']];
    for (const registration of [null, 'UA', 'DE', 'HK', 'IR'])
      for (const headquarters of [null, 'CN', 'UA'])
        for (const named of texts) {
          const places = { registration, headquarters, countries: ['RU'], texts: named };
          expect(signsOf(places)).toEqual(placeSigns(places, packs, on));
          expect(signsOf(places)).toEqual(placeSigns(places, packs, on));
        }
  });
});
