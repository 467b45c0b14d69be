import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../../src-shared/model/dates.ts';
import { standingOn } from './standing-on.ts';

describe('where an authorisation stands', () => {
  it.each([
    { name: 'the last day is to come', status: 'valid', validTo: isoDate('2030-02-01'), is: 'valid' },
    { name: 'today is the last day', status: 'valid', validTo: isoDate('2030-01-15'), is: 'valid' },
    { name: 'the last day was yesterday', status: 'valid', validTo: isoDate('2030-01-14'), is: 'expired' },
    { name: 'there is no last day', status: 'valid', validTo: null, is: 'valid' },
    { name: 'it was revoked and its last day is past', status: 'revoked', validTo: isoDate('2029-01-01'), is: 'revoked' },
  ] as const)('$name → $is', ({ status, validTo, is }) => {
    expect(standingOn({ status, validTo }, '2030-01-15')).toBe(is);
  });
});
