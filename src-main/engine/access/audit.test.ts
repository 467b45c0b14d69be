import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AuditWorld, auditWorld, seeded } from '../../../test/perf/audit-generator.ts';
import { auditAccess, rankedFindings } from './audit.ts';
import { standardSettings } from './settings.ts';
import type { AuditFinding, AuditLaw } from './types.ts';

const law: AuditLaw = {
  judge: () => {
    throw new Error('Every asset of this log has a list of its own');
  },
  changeDays: [],
  embargoed: new Map([
    ['IR', 'made-up embargo'],
    ['KP', 'made-up embargo'],
    ['SY', 'made-up embargo'],
    ['CU', 'made-up embargo'],
  ]),
};

const world = auditWorld({ events: 30_000, people: 120, assets: 12, days: 60, seed: 7 });
const run = (one: AuditWorld) => auditAccess(one.input, standardSettings, law);

/** Findings beside those planted, and plants without a finding. */
function compare(one: AuditWorld, findings: readonly AuditFinding[]) {
  const used = new Set<string>();
  const missed = one.planted.filter(({ type, rows, assetId }) => {
    const ids = new Set(rows.map((row) => one.input.events.id[row]));
    const hit = findings.find(
      (finding) => finding.type === type && (rows.length === 0 ? finding.assetId === assetId : finding.events.some((id) => ids.has(id))),
    );
    if (hit !== undefined) used.add(hit.id);
    return hit === undefined;
  });
  return {
    missed: missed.map(({ type, what }) => `${type}: ${what}`),
    extra: findings.filter(({ id }) => !used.has(id)).map(({ type, title, why }) => `${type}: ${title} ${why.join(' ')}`),
  };
}

/** The same log with its events in another order. */
function shuffled(one: AuditWorld, seed: number): AuditWorld {
  const random = seeded(seed);
  const order = Uint32Array.from({ length: one.input.events.length }, (_, place) => place);
  for (let place = order.length - 1; place > 0; place -= 1) {
    const other = Math.floor(random() * (place + 1));
    [order[place], order[other]] = [order[other] ?? 0, order[place] ?? 0];
  }
  const { length, ...columns } = one.input.events;
  const moved = Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [name, values.map((_: number, place: number) => values[order[place] ?? 0] ?? 0)]),
  );
  return { ...one, input: { ...one.input, events: { length, ...moved } as AuditWorld['input']['events'] } };
}

const bytesOf = (findings: readonly AuditFinding[]) =>
  JSON.stringify(findings.map((finding) => ({ ...finding, events: [...finding.events] })));
const released = (one: AuditWorld) =>
  new Set(
    run(one)
      .filter(({ type }) => type === 'deemed_export')
      .flatMap(({ events }) => [...events]),
  );

describe('auditAccess', () => {
  it.each([7, 20_260_302, 99])('finds every planted violation and nothing else (seed %i)', (seed) => {
    const one = auditWorld({ events: 30_000, people: 120, assets: 12, days: 60, seed });
    expect(compare(one, run(one))).toEqual({ missed: [], extra: [] });
  });

  it('finds no look-alike: none of its events stands in a finding', () => {
    const found = new Set(run(world).flatMap(({ events }) => [...events]));
    const caught = [...world.decoys]
      .filter(([, rows]) => rows.some((row) => found.has(world.input.events.id[row] ?? 0)))
      .map(([note]) => note);
    expect(caught).toEqual([]);
    expect(world.decoys.size).toBeGreaterThan(15);
  });

  it('gives the same bytes for the same log, in whatever order its events and people come', () => {
    const bytes = bytesOf(run(world));
    expect(bytesOf(run(world))).toBe(bytes);
    expect(bytesOf(run(shuffled(world, 3)))).toBe(bytes);
    const { people, authorisations, travel } = world.input;
    const turned = {
      ...world,
      input: {
        ...world.input,
        people: [...people].reverse(),
        authorisations: [...authorisations].reverse(),
        travel: [...travel].reverse(),
      },
    };
    expect(bytesOf(run(turned))).toBe(bytes);
  });

  it('finds embargoed places on networks that the company accepts all the same, and no hidden network there', () => {
    const found = (allowed: boolean, type: AuditFinding['type']) => {
      const addresses = world.input.addresses.map((facts) => (facts === null ? null : { ...facts, allowed }));
      return auditAccess({ ...world.input, addresses }, standardSettings, law).filter(
        (finding) =>
          finding.type === type && (type !== 'sanctioned_country' || finding.countries.some((country) => law.embargoed.has(country))),
      );
    };
    expect(found(true, 'sanctioned_country').length).toBeGreaterThan(0);
    expect(found(true, 'sanctioned_country').length).toBe(found(false, 'sanctioned_country').length);
    expect(found(true, 'vpn_hosting_tor')).toEqual([]);
  });

  it('never finds an attempt that was denied or failed', () => {
    const { outcome, id } = world.input.events;
    const failed = new Set([...id].filter((_, place) => outcome[place] !== 1));
    expect(run(world).flatMap(({ events }) => [...events].filter((event) => failed.has(event)))).toEqual([]);
    const none = { ...world, input: { ...world.input, events: { ...world.input.events, outcome: outcome.map(() => 3) } } };
    expect(run(none).filter(({ type }) => type !== 'coverage_gap')).toEqual([]);
  });

  it('never finds more deemed exports when an exclusion or an authority is added', () => {
    const before = released(world);
    const { input } = world;
    const isSubset = (after: ReadonlySet<number>) => [...after].every((event) => before.has(event));
    fc.assert(
      fc.property(
        fc.nat(input.people.length - 1),
        fc.nat(input.assets.length - 1),
        fc.integer({ min: 0, max: 4 }),
        (person, asset, way) => {
          const people = input.people.map((one, place) =>
            place !== person
              ? one
              : way === 0
                ? { ...one, usStatus: 'protectedIndividual' as const }
                : way === 1
                  ? { ...one, permanentResidences: [{ country: 'US', since: null }] }
                  : one,
          );
          const assets = input.assets.map((one, place) =>
            place !== asset ? one : way === 2 ? { ...one, published: true } : way === 3 ? { ...one, fundamentalResearch: true } : one,
          );
          const licence = {
            id: 'more',
            kind: 'licence',
            number: null,
            personId: input.people[person]?.id ?? '',
            nationalities: [],
            assetIds: [input.assets[asset]?.id ?? ''],
            eccns: [],
            validFrom: null,
            validTo: null,
            status: 'valid',
          } as const;
          return isSubset(
            released({
              ...world,
              input: { ...input, people, assets, authorisations: way === 4 ? [...input.authorisations, licence] : input.authorisations },
            }),
          );
        },
      ),
      { numRuns: 25 },
    );
  });

  it('hands out the same findings in the same order one at a time', () => {
    expect(bytesOf([...rankedFindings(world.input, standardSettings, law)])).toBe(bytesOf(run(world)));
  });

  it('shows every exclusion it looked at, cites the rule and asks what would clear it', () => {
    for (const finding of run(world)) {
      expect(finding.why.length).toBeGreaterThan(0);
      expect(finding.citations.length).toBeGreaterThan(0);
      expect(finding.questions.length).toBeGreaterThan(0);
      if (finding.type === 'deemed_export')
        expect(finding.exclusions.map(({ code }) => code)).toContain('notForeignPerson.protectedIndividual');
    }
  });

  it('counts every access as a release where the settings say so, and only then', () => {
    const strict = auditAccess(world.input, { ...standardSettings, releaseActions: 'all' }, law);
    const used = world.decoys.get('decoy use is no release') ?? [];
    const found = new Set(strict.filter(({ type }) => type === 'deemed_export').flatMap(({ events }) => [...events]));
    expect(used.every((row) => found.has(world.input.events.id[row] ?? 0))).toBe(true);
    expect([...released(world)].every((event) => found.has(event))).toBe(true);
  });

  it('takes the people of the home country it is given for its own', () => {
    const dutch = run(world);
    const other = auditAccess(world.input, { ...standardSettings, home: 'CN' }, law);
    const persons = (findings: readonly AuditFinding[]) =>
      findings.filter(({ type }) => type === 'deemed_export').map(({ personId }) => personId);
    const chinese = world.input.people
      .filter(
        ({ citizenships }) => citizenships.length > 0 && citizenships.every(({ country, since }) => country === 'CN' && since === null),
      )
      .map(({ id }) => id);
    expect(persons(dutch).some((id) => chinese.includes(id ?? ''))).toBe(true);
    expect(persons(other).some((id) => chinese.includes(id ?? ''))).toBe(false);
  });
});
