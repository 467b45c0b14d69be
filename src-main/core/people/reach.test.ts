import { describe, expect, it } from 'vitest';
import { type ControlledAsset, reachOf } from './reach.ts';

const asset = (assetId: string, more: Partial<ControlledAsset> = {}): ControlledAsset => ({
  assetId,
  name: assetId,
  entry: '4E091',
  allowedRoles: null,
  allowedTeams: null,
  ...more,
});
const engineer = { role: 'ML engineer', team: 'Core' };

describe('what is within reach of a person', () => {
  it.each([
    { name: 'meant for the role', more: { allowedRoles: ['ml  Engineer'] }, because: 'role' },
    { name: 'meant for the team', more: { allowedRoles: ['Lawyer'], allowedTeams: ['core'] }, because: 'team' },
  ])('$name, whatever its case', ({ more, because }) => {
    expect(reachOf(engineer, [asset('atlas', more)], new Set())).toMatchObject({ reach: [{ assetId: 'atlas', because }], unsaid: 0 });
  });

  it('is not what others should reach, and not what nobody said', () => {
    const assets = [asset('atlas', { allowedRoles: ['Lawyer'] }), asset('bera', { allowedRoles: [], allowedTeams: [] }), asset('open')];
    expect(reachOf(engineer, assets, new Set())).toEqual({ reach: [], unsaid: 1 });
    expect(reachOf({ role: '', team: '' }, [asset('blank', { allowedRoles: [''] })], new Set())).toEqual({ reach: [], unsaid: 0 });
  });

  it('is what the person did reach, whoever should', () => {
    const assets = [asset('atlas', { allowedRoles: ['Lawyer'] }), asset('open')];
    expect(reachOf(engineer, assets, new Set(['atlas', 'open']))).toMatchObject({
      reach: [{ because: 'reached' }, { because: 'reached' }],
      unsaid: 0,
    });
  });
});
