import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CountryTie, ReleaseAnswer, ReleaseFacts } from '../../../src-shared/model/release.ts';
import { loadRulePacks } from '../../core/rulepacks/index.ts';
import { cases } from './cases.fixture.ts';
import { judgeRelease, type ReleaseLaw, releaseLawOf } from './index.ts';

let law: ReleaseLaw;
beforeAll(async () => {
  const loaded = await loadRulePacks(path.resolve('resources/rulepacks'));
  if (!loaded.ok || loaded.value.refused.length > 0) throw new Error(JSON.stringify(loaded));
  law = releaseLawOf(loaded.value.packs.map(({ pack }) => pack));
});

const anyCase = fc.constantFrom(...cases.filter(({ facts }) => facts.person !== null && facts.item !== null));
/** Facts whose absence must never make an answer milder. */
const removable = [
  ['person', 'usStatus'],
  ['person', 'citizenships'],
  ['person', 'permanentResidences'],
  ['person', 'employment'],
  ['person', 'employer'],
  ['person', 'locatedIn'],
  ['item', 'classification'],
  ['item', 'reasons'],
  ['item', 'host'],
  ['item', 'form'],
  ['item', 'published'],
  ['access', 'from'],
  ['access', 'keys'],
  ['access', 'cryptography'],
  ['access', 'storedIn'],
  ['access', 'logsComplete'],
] as const;

function without(facts: ReleaseFacts, [group, field]: (typeof removable)[number]): ReleaseFacts {
  const { [field]: _gone, ...rest } = (facts[group] ?? {}) as Record<string, unknown>;
  return { ...facts, [group]: rest };
}

const isFree = (answer: ReleaseAnswer): boolean => answer.licence === 'notRequired';

describe('properties of release answers', () => {
  it('is never set free by a fact that is taken away', () => {
    for (const { name, facts, on } of cases) {
      const before = judgeRelease(facts, on, law);
      if (before.licence !== 'required' && before.licence !== 'undetermined') continue;
      // A stated status that a dated residence corrects stands uncorrected once the date is gone.
      const corrected = facts.person?.usStatus === 'lawfulPermanentResident' || facts.person?.usStatus === 'citizen';
      for (const gone of removable) {
        if (corrected && (gone[1] === 'permanentResidences' || gone[1] === 'citizenships')) continue;
        expect(isFree(judgeRelease(without(facts, gone), on, law)), `${name} without ${gone.join('.')}`).toBe(false);
      }
    }
  });

  it('is never made worse by a permanent residence at home', () => {
    fc.assert(
      fc.property(anyCase, ({ facts, on }) => {
        fc.pre(isFree(judgeRelease(facts, on, law)));
        const person = { ...facts.person, usStatus: 'lawfulPermanentResident' as const };
        const residences: readonly CountryTie[] = [...(facts.person?.permanentResidences ?? []), { country: 'US', since: '2001-02-03' }];
        expect(isFree(judgeRelease({ ...facts, person: { ...person, permanentResidences: residences } }, on, law))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('does not hang on the order of citizenships and residences', () => {
    fc.assert(
      fc.property(anyCase, ({ facts, on }) => {
        const turned = {
          ...facts,
          person: {
            ...facts.person,
            citizenships: [...(facts.person?.citizenships ?? [])].reverse(),
            permanentResidences:
              facts.person?.permanentResidences === null ? null : [...(facts.person?.permanentResidences ?? [])].reverse(),
          },
        };
        fc.pre(Array.isArray(facts.person?.citizenships));
        expect(judgeRelease(turned, on, law)).toEqual(judgeRelease(facts, on, law));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same bytes for the same facts, whatever the order of their fields', () => {
    const turn = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turn);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, one]) => [key, turn(one)]),
      );
    };
    fc.assert(
      fc.property(anyCase, ({ facts, on }) => {
        const first = JSON.stringify(judgeRelease(facts, on, law));
        expect(JSON.stringify(judgeRelease(facts, on, law))).toBe(first);
        expect(JSON.stringify(judgeRelease(turn(facts) as ReleaseFacts, on, law))).toBe(first);
      }),
      { numRuns: 300 },
    );
  });

  it('never lets the chip rule take a national-security reason away', () => {
    const countries = law.regimes[0]?.places ?? [];
    expect(countries.length).toBeGreaterThan(150);
    for (const country of countries.filter((code) => code !== 'US')) {
      const facts = (reasons: readonly string[], host: string): ReleaseFacts => ({
        person: {
          citizenships: [{ country, since: '1990-01-01' }],
          permanentResidences: [],
          usStatus: 'visa',
          locatedIn: 'US',
          employment: 'visitor',
        },
        item: { classification: '3E001', host, reasons, form: 'technology', origin: 'US', published: false },
        access: { kind: 'drawings', what: 'reads drawings', from: 'US' },
        authorisation: { type: 'none' },
      });
      const on = cases[0]?.on ?? ('2026-11-21' as never);
      const plain = judgeRelease(facts(['NS', 'AT'], '3A001'), on, law);
      const withChip = judgeRelease(facts(['NS', 'RS', 'AT'], '3A001.z'), on, law);
      expect(withChip.reasons, country).toEqual(plain.reasons);
      expect(isFree(withChip), country).toBe(isFree(plain));
    }
  });

  it('names no nationality in the table of exclusions', () => {
    const names = new Intl.DisplayNames(['en'], { type: 'region' });
    for (const { facts, on } of cases) {
      const told = judgeRelease(facts, on, law)
        .tests.map(({ because }) => because)
        .join(' ');
      for (const tie of facts.person?.citizenships ?? []) {
        if (tie.country === null || tie.country === 'US') continue;
        expect(told).not.toContain(names.of(tie.country) ?? tie.country);
        expect(told).not.toMatch(new RegExp(`\\b${tie.country}\\b`));
      }
    }
  });
});
