import { describe, expect, it } from 'vitest';
import type { HoldingView, PartyDetail } from '../../../../src-shared/contract/parties.ts';
import { tiersOf } from './ownership-tiers.ts';

const holding = (ownerId: string, ownedId: string, percent: number | null = 50): HoldingView => ({
  id: `${ownerId}-${ownedId}`,
  ...{ ownerId, ownerName: ownerId.toUpperCase(), ownedId, ownedName: ownedId.toUpperCase() },
  ...{ kind: 'shares', percent, from: null, until: null, evidence: '', evidenceOn: null, revision: 0 },
});
const row = { id: 'us', name: 'US' } as PartyDetail['row'];
const drawn = (holdings: readonly HoldingView[], listed: readonly string[] = []) =>
  tiersOf({ row, above: { holdings: [...holdings], listed: [...listed] } });

describe('tiers of owners', () => {
  it('sets each owner at the nearest tier and keeps who is listed', () => {
    const { tiers, more } = drawn([holding('top', 'mid'), holding('mid', 'us'), holding('top', 'us', 10)], ['top']);
    expect(tiers.map((tier) => tier.map(({ id, listed }) => [id, listed]))).toEqual([
      [['us', false]],
      [
        ['mid', false],
        ['top', true],
      ],
    ]);
    expect(more).toBe(false);
  });

  it('ends where companies own each other', () => {
    const { tiers, holdings } = drawn([holding('a', 'us'), holding('us', 'a'), holding('b', 'a'), holding('a', 'b')]);
    expect(tiers.map((tier) => tier.map(({ id }) => id))).toEqual([['us'], ['a'], ['b']]);
    expect(holdings).toHaveLength(4);
  });

  it('stops after forty parties and says so', () => {
    const { tiers, holdings, more } = drawn(Array.from({ length: 60 }, (_, at) => holding(`o${at}`, 'us')));
    expect(tiers.flat()).toHaveLength(40);
    expect(holdings).toHaveLength(39);
    expect(more).toBe(true);
  });
});
