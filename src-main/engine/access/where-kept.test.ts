import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AuditAsset, AuditInput, AuditPerson } from '../../../src-shared/model/access-audit.ts';
import { isoDate } from '../../../src-shared/model/dates.ts';
import { loadRulePacks } from '../../core/rulepacks/index.ts';
import { auditAccess } from './audit.ts';
import { auditLawOf } from './law.ts';
import { planStandings } from './plan.ts';
import { positionsOf } from './positions.ts';
import { standardSettings } from './settings.ts';
import type { AuditFinding, AuditLaw } from './types.ts';
import { explainEvent } from './why-not.ts';

let law: AuditLaw;
beforeAll(async () => {
  const loaded = await loadRulePacks(path.resolve('resources/rulepacks'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded));
  law = auditLawOf(loaded.value.packs.map(({ pack }) => pack));
});

const person = (country: string | null, workCountry: string, id = 'p'): AuditPerson => ({
  id,
  name: 'Kari Berg',
  citizenships: country === null ? [] : [{ country, since: '1990-01-01' }],
  permanentResidences: [],
  usStatus: country === 'US' ? 'citizen' : country === null ? 'unknown' : 'none',
  employment: null,
  employerCountry: workCountry,
  employerHeadquarters: null,
  role: null,
  team: null,
  site: null,
  workCountry,
  startOn: null,
  lastDay: null,
});

const asset = (keptIn: string | null | undefined, more: Partial<AuditAsset> = {}): AuditAsset => ({
  id: 'a',
  version: null,
  name: 'Etch recipe',
  kind: 'technology',
  eccn: '3E001',
  reasons: ['NS', 'AT'],
  form: 'technology',
  published: null,
  fundamentalResearch: null,
  licenceRequiredForNationalsOf: null,
  allowedRoles: null,
  ...(keptIn === undefined ? {} : { keptIn }),
  ...more,
});

const march = Date.parse('2026-03-04T10:00:00Z');

/** Each person reads the asset `times` times, from where they work. */
function readings(people: readonly AuditPerson[], item: AuditAsset, times = 1): AuditInput {
  const length = people.length * times;
  const of = <T>(make: (place: number) => T): T[] => Array.from({ length }, (_, place) => make(place));
  return {
    events: {
      length,
      id: Float64Array.from(of((place) => place + 1)),
      ts: Float64Array.from(of((place) => march + place * 60_000)),
      account: Uint32Array.from(of((place) => 1 + (place % people.length))),
      address: new Uint32Array(length),
      resource: new Uint32Array(length).fill(1),
      action: new Uint32Array(length).fill(1),
      loggedCountry: new Uint16Array(length),
      outcome: new Uint8Array(length).fill(1),
      count: new Float64Array(length).fill(1),
      tokens: new Float64Array(length),
      bytes: new Float64Array(length),
    },
    dictionaries: {
      accounts: ['', ...people.map(({ id }) => `${id}@firm.example`)],
      addresses: [''],
      resources: ['', item.id],
      actions: ['', 'read document'],
      loggedCountries: [''],
    },
    addresses: [null],
    accounts: [{ kind: 'unknown' }, ...people.map(({ id }) => ({ kind: 'person' as const, personId: id }))],
    resources: Int32Array.from([-1, 0]),
    actions: ['other', 'readTechnology'],
    people,
    assets: [item],
    authorisations: [],
    travel: [],
    coverage: [],
    on: isoDate('2026-11-22'),
  };
}

const exportsIn = (input: AuditInput): AuditFinding[] =>
  auditAccess(input, standardSettings, law).filter(({ type }) => type === 'deemed_export');
/** Findings of people, and questions on the asset alone, with severity. */
const told = (findings: readonly AuditFinding[]) =>
  findings.map(({ personId, severity, countries }) => `${personId ?? 'asset'} ${severity} ${countries.join()}`).sort();

describe('where files are kept', () => {
  it.each([
    ['read by nationals of the country where they are kept', 'NO', 'NO', 'NO', ['asset low NO']],
    ['read there by somebody from a third country', 'CN', 'NO', 'NO', ['asset low NO', 'p high NO']],
    ['read there by a person of the home country', 'US', 'NO', 'NO', ['asset low NO']],
    ['read there by somebody of whom no citizenship is known', null, 'NO', 'NO', ['asset low NO', 'p medium NO']],
    ['read from a third place', 'NO', 'SE', 'NO', ['p medium SE']],
    ['kept in China and read there by nationals', 'CN', 'CN', 'CN', ['asset medium CN']],
    ['kept at home and read from abroad', 'NO', 'NO', 'US', ['p medium NO']],
    ['kept abroad and read at home by a foreign national', 'CN', 'US', 'NO', ['p high US']],
  ] as const)('%s', (_what, country, work, keptIn, want) => {
    expect(told(exportsIn(readings([person(country, work)], asset(keptIn))))).toEqual([...want]);
  });

  it('changes nothing where the place is not known: reading from abroad counts as an export', () => {
    const people = [person('NO', 'NO', 'p1'), person('US', 'NO', 'p2'), person('CN', 'US', 'p3')];
    const [unsaid, unknown] = [undefined, null].map((keptIn) => exportsIn(readings(people, asset(keptIn))));
    expect(told(unsaid ?? [])).toEqual(told(exportsIn(readings(people, asset('US')))));
    expect(unsaid).toEqual(unknown);
    expect(told(unsaid ?? [])).toContain('p1 medium NO');
    expect(JSON.stringify(unsaid)).not.toContain('kept in');
  });

  it('asks once for the asset how it came there, however many people read it and however often', () => {
    const people = [person('NO', 'NO', 'p1'), person('NO', 'NO', 'p2'), person('US', 'NO', 'p3')];
    const [question, ...others] = exportsIn(readings(people, asset('NO'), 4));
    expect(others).toEqual([]);
    expect(question).toMatchObject({ personId: null, assetId: 'a', severity: 'low', confidence: 'low' });
    expect(question?.events).toHaveLength(12);
    expect(question?.title).toBe('Etch recipe is kept in Norway: how it came there is not on file');
    expect(question?.questions.map(({ id }) => id)).toEqual(['finding.broughtThere', 'finding.keptThere']);
    expect(question?.citations).toContain('15 CFR 734.13(a)(1)');
  });

  it('asks nothing of an item that needs no licence for that country, or is under no control', () => {
    const reader = [person('NO', 'NO')];
    expect(exportsIn(readings(reader, asset('NO', { eccn: '3E991', reasons: ['AT'] })))).toEqual([]);
    expect(exportsIn(readings(reader, asset('NO', { eccn: 'EAR99', reasons: [] })))).toEqual([]);
  });

  it('holds for a list of the company too: it replaces the computed answer, not the exclusion', () => {
    const listed = asset('NO', { licenceRequiredForNationalsOf: ['NO', 'CN'] });
    expect(told(exportsIn(readings([person('NO', 'NO')], listed)))).toEqual(['asset medium NO']);
    expect(told(exportsIn(readings([person('CN', 'NO')], listed)))).toEqual(['asset medium NO', 'p high NO']);
    expect(told(exportsIn(readings([person('NO', 'NO')], { ...listed, keptIn: null })))).toEqual(['p high NO']);
    expect(told(exportsIn(readings([person('NO', 'NO')], asset('NO', { licenceRequiredForNationalsOf: ['CN'] }))))).toEqual([]);
  });

  it('says on the finding that nothing was sent, and does not call it an export to that place', () => {
    const [finding] = exportsIn(readings([person('CN', 'NO')], asset('NO'))).filter(({ personId }) => personId === 'p');
    expect(finding?.why.join(' ')).toContain('Files kept in Norway were read there, so nothing was sent');
    expect(finding?.why.join(' ')).not.toContain('is an export to that place');
    expect(finding?.summary).toContain('counts as a reexport');
    expect(finding?.citations.join()).toContain('734.14(a)(2)');
    const [sent] = exportsIn(readings([person('NO', 'SE')], asset('NO')));
    expect(sent?.why.join(' ')).toContain('Access from Sweden to files kept in Norway is a reexport to that place as well');
  });

  it('tells assets apart by place in positions and in the plan', () => {
    const people = [person('NO', 'NO')];
    const both = { ...readings(people, asset('NO')), assets: [asset('NO'), asset('US', { id: 'b' })] };
    expect(positionsOf({ ...both, assets: [asset('NO')] }, standardSettings, law)).toEqual(['noLicenceNeeded']);
    expect(positionsOf(both, standardSettings, law)).toEqual(['exceptionPossible']);
    const plan = (keptIn: string) => planStandings(people, asset(keptIn), [], standardSettings, law, isoDate('2026-11-22'))[0]?.may;
    expect([plan('NO'), plan('US')]).toEqual(['yes', 'open']);
  });

  it('says of a single event why it is none', () => {
    const answer = explainEvent(readings([person('NO', 'NO')], asset('NO')), standardSettings, law, new Set()).find(
      ({ type }) => type === 'deemed_export',
    );
    expect(answer?.result).toBe('harmless');
    expect(answer?.because).toContain('kept in Norway');
  });
});
