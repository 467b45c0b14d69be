import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { isoDate } from '../../../src-shared/model/dates.ts';
import type { Holding, OwnershipNode } from '../../../src-shared/model/ownership.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { loadRulePacks } from '../../core/rulepacks/index.ts';
import { judgeOwnership, type OwnershipPicture, ultimateParents } from './ownership.ts';

let packs: readonly RulePack[];
beforeAll(async () => {
  const loaded = await loadRulePacks(path.resolve('resources/rulepacks'));
  if (!loaded.ok || loaded.value.refused.length > 0) throw new Error(JSON.stringify(loaded));
  packs = loaded.value.packs.map(({ pack }) => pack);
});
const today = isoDate('2026-11-22');

const company = (id: string, more: Partial<OwnershipNode> = {}): OwnershipNode => ({
  id,
  name: id.toUpperCase(),
  ownersKnown: 'complete',
  headquarters: 'DE',
  listed: [],
  ...more,
});
const listed = (id: string, list: string, programmes: readonly string[] = []) =>
  company(id, { ownersKnown: 'noneFurther', listed: [{ list, entryId: `${list}-1`, programmes }] });
const holds = (ownerId: string, ownedId: string, percent: number | null, more: Partial<Holding> = {}): Holding => ({
  ownerId,
  ownedId,
  kind: 'shares',
  percent,
  from: null,
  until: null,
  evidence: 'register extract',
  ...more,
});

function outcomes(picture: OwnershipPicture, on = today) {
  return Object.fromEntries(judgeOwnership('us', picture, packs, on).map((one) => [one.test, one.outcome]));
}
const finding = (picture: OwnershipPicture, test: string, on = today) =>
  judgeOwnership('us', picture, packs, on).find((one) => one.test === test);

describe('shares of blocked owners', () => {
  it('adds the shares of several blocked owners together', () => {
    const nodes = [company('us'), listed('a', 'SDN'), listed('b', 'SDN'), company('c', { ownersKnown: 'noneFurther' })];
    const picture = { nodes, holdings: [holds('a', 'us', 30), holds('b', 'us', 20), holds('c', 'us', 50)] };
    expect(finding(picture, 'ofac50')).toMatchObject({ outcome: 'met', aggregate: 50, confirmed: false });
  });

  it('counts a company that is caught in full, and multiplies nothing', () => {
    const nodes = [company('us'), company('mid'), listed('top', 'SDN'), company('rest', { ownersKnown: 'noneFurther' })];
    const picture = {
      nodes,
      holdings: [holds('top', 'mid', 50), holds('rest', 'mid', 50), holds('mid', 'us', 50), holds('rest', 'us', 50)],
    };
    const found = finding(picture, 'ofac50');
    expect(found?.outcome).toBe('met');
    expect(found?.steps.map(({ ownedId, ownerId }) => [ownedId, ownerId])).toEqual([
      ['us', 'mid'],
      ['mid', 'top'],
    ]);
  });

  it('stops at a tier that is not caught', () => {
    const nodes = [company('us'), company('mid'), listed('top', 'SDN'), company('rest', { ownersKnown: 'noneFurther' })];
    const picture = { nodes, holdings: [holds('top', 'mid', 49), holds('rest', 'mid', 51), holds('mid', 'us', 100)] };
    expect(outcomes(picture)['ofac50']).toBe('notMet');
  });

  it('asks when the owners of a company are not known, and never clears it', () => {
    expect(outcomes({ nodes: [company('us', { ownersKnown: 'unknown' })], holdings: [] })).toMatchObject({
      ofac50: 'question',
      bisAffiliates: 'question',
      eu50OrControl: 'question',
      ukMoreThan50OrControl: 'question',
    });
  });

  it('asks for a share nobody knows', () => {
    const picture = { nodes: [company('us'), listed('a', 'SDN')], holdings: [holds('a', 'us', null)] };
    const found = finding(picture, 'ofac50');
    expect(found?.outcome).toBe('question');
    expect(found?.questions).toContain('What share of US does A hold?');
  });

  it('leaves out a holding that was sold before the day', () => {
    const nodes = [company('us', { ownersKnown: 'noneFurther' }), listed('a', 'SDN')];
    const picture = { nodes, holdings: [holds('a', 'us', 80, { until: isoDate('2025-01-01') })] };
    expect(outcomes(picture)['ofac50']).toBe('notMet');
    expect(outcomes(picture, isoDate('2024-06-01'))['ofac50']).toBe('met');
  });

  it('is not misled by companies that own each other', () => {
    const nodes = [company('us'), company('ring'), listed('a', 'SDN')];
    const picture = { nodes, holdings: [holds('ring', 'us', 60), holds('us', 'ring', 60), holds('a', 'us', 40)] };
    // 40 % is a minority: worth a question, and the ring adds nothing to it.
    expect(finding(picture, 'ofac50')).toMatchObject({ outcome: 'question', aggregate: 40 });
    expect(ultimateParents('us', picture, today).every(({ complete }) => !complete)).toBe(true);
  });
});

describe('the affiliates rule of BIS', () => {
  const picture = { nodes: [company('us'), listed('a', 'EL')], holdings: [holds('a', 'us', 60)] };

  it('is met but not confirmed after the stay ran out', () => {
    const found = finding(picture, 'bisAffiliates');
    expect(found).toMatchObject({ outcome: 'met', confirmed: false });
    expect(found?.citations).toEqual(['90 FR 47201', '90 FR 50857']);
    expect(found?.questions.join(' ')).toContain('Federal Register');
  });

  it('was in force before the stay, a question during it, and nothing before it was made', () => {
    expect(finding(picture, 'bisAffiliates', isoDate('2025-10-01'))).toMatchObject({ outcome: 'met', confirmed: true });
    expect(finding(picture, 'bisAffiliates', isoDate('2026-03-01'))?.outcome).toBe('question');
    expect(finding(picture, 'bisAffiliates', isoDate('2025-09-28'))).toBeUndefined();
  });

  it('counts blocked persons only with a tag of section 744.8', () => {
    const owned = (programme: string) => ({ nodes: [company('us'), listed('a', 'SDN', [programme])], holdings: [holds('a', 'us', 100)] });
    expect(outcomes(owned('SDGT'))['bisAffiliates']).toBe('met');
    expect(outcomes(owned('CUBA'))['bisAffiliates']).toBe('notMet');
  });

  it('keeps a smaller share as a red flag to ask about', () => {
    const nodes = [company('us'), listed('a', 'EL'), company('b', { ownersKnown: 'noneFurther' })];
    const small = { nodes, holdings: [holds('a', 'us', 30), holds('b', 'us', 70)] };
    const found = finding(small, 'bisAffiliates');
    expect(found?.outcome).toBe('question');
    expect(found?.why.join(' ')).toContain('red flag');
  });
});

describe('control', () => {
  it('reaches a company in the EU and the UK, not in the United States', () => {
    const nodes = [company('us'), listed('a', 'UK'), { ...listed('b', 'EU') }, listed('c', 'SDN')];
    const board = ['a', 'b', 'c'].map((id) => holds(id, 'us', null, { kind: 'boardMajority' }));
    expect(outcomes({ nodes, holdings: board })).toMatchObject({
      eu50OrControl: 'met',
      ukMoreThan50OrControl: 'met',
      ofac50: 'question',
    });
  });

  it('takes exactly half as enough in the EU and not in the UK', () => {
    const half = (list: string) => ({
      nodes: [company('us'), listed('a', list), company('b', { ownersKnown: 'noneFurther' })],
      holdings: [holds('a', 'us', 50), holds('b', 'us', 50)],
    });
    expect(outcomes(half('EU'))['eu50OrControl']).toBe('met');
    expect(outcomes(half('UK'))['ukMoreThan50OrControl']).not.toBe('met');
  });
});

describe('headquarters', () => {
  it('finds a parent in D:5 or Macau above a company elsewhere', () => {
    for (const seat of ['CN', 'HK', 'MO', 'RU'])
      expect(
        outcomes({
          nodes: [company('us'), company('top', { headquarters: seat, ownersKnown: 'noneFurther' })],
          holdings: [holds('top', 'us', 100)],
        })['headquarters'],
      ).toBe('met');
  });

  it('asks for a parent or a seat nobody knows', () => {
    expect(outcomes({ nodes: [company('us', { ownersKnown: 'unknown' })], holdings: [] })['headquarters']).toBe('question');
    expect(outcomes({ nodes: [company('us', { headquarters: null, ownersKnown: 'noneFurther' })], holdings: [] })['headquarters']).toBe(
      'question',
    );
    expect(outcomes({ nodes: [company('us', { ownersKnown: 'noneFurther' })], holdings: [] })['headquarters']).toBe('notMet');
  });
});

describe('any picture', () => {
  const ids = ['us', 'a', 'b', 'c', 'd'];
  const anyPicture = fc.record({
    nodes: fc.tuple(
      ...ids.map((id) =>
        fc.record({
          id: fc.constant(id),
          name: fc.constant(id),
          ownersKnown: fc.constantFrom('complete' as const, 'partial' as const, 'noneFurther' as const, 'unknown' as const),
          headquarters: fc.constantFrom('DE', 'CN', null),
          listed: fc.constantFrom([], [{ list: 'SDN', entryId: 'SDN-1', programmes: [] }]),
        }),
      ),
    ),
    holdings: fc.array(
      fc.record({
        ownerId: fc.constantFrom(...ids),
        ownedId: fc.constantFrom(...ids),
        kind: fc.constantFrom('shares' as const, 'votingRights' as const),
        percent: fc.constantFrom(null, 10, 25, 50, 60),
        from: fc.constant(null),
        until: fc.constant(null),
        evidence: fc.constant(''),
      }),
      { maxLength: 8 },
    ),
  });

  it('is cleared only when every owner up the chain is known', () => {
    fc.assert(
      fc.property(anyPicture, (picture) => {
        const unknown = { ...picture, nodes: picture.nodes.map((node) => ({ ...node, listed: [], ownersKnown: 'unknown' as const })) };
        const bare = { ...unknown, holdings: unknown.holdings.filter(({ ownedId }) => ownedId !== 'us') };
        expect(outcomes(bare)['ofac50']).toBe('question');
      }),
    );
  });

  it('never becomes clearer by another owner being listed', () => {
    const rank = { notMet: 0, question: 1, met: 2 } as const;
    fc.assert(
      fc.property(anyPicture, fc.constantFrom('a', 'b', 'c', 'd'), (picture, id) => {
        const more = {
          ...picture,
          nodes: picture.nodes.map((node) =>
            node.id === id ? { ...node, listed: [{ list: 'SDN', entryId: 'SDN-2', programmes: [] }] } : node,
          ),
        };
        const before = finding(picture, 'ofac50')?.outcome ?? 'notMet';
        const after = finding(more, 'ofac50')?.outcome ?? 'notMet';
        expect(rank[after]).toBeGreaterThanOrEqual(rank[before]);
      }),
    );
  });
});
