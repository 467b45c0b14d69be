import { describe, expect, it } from 'vitest';
import { pastedNames } from './paste.ts';

const anybody = { type: 'unknown', country: null } as const;

describe('pastedNames', () => {
  it('takes one name a line and leaves empty lines out', () => {
    expect(pastedNames('Ada Ünal\r\n\r\n  يوسف الحضراوي \n', anybody).map(({ name }) => name)).toEqual(['Ada Ünal', 'يوسف الحضراوي']);
  });

  it('reads country, type and birth from the columns of a spreadsheet, whatever their order', () => {
    expect(pastedNames('Name\tCountry\tType\tBorn\nKarvel FZE\tAE\tcompany\nDmitri V\t03.01.1962\tKazakhstan\tperson', anybody)).toEqual([
      { name: 'Karvel FZE', country: 'AE', type: 'org', birth: '' },
      { name: 'Dmitri V', country: 'KZ', type: 'person', birth: '1962-01-03' },
    ]);
  });

  it('keeps what was said for all where a row says nothing, and does not guess at dates with slashes', () => {
    expect(pastedNames('Orlan\t03/01/1962', { type: 'org', country: 'TR' })).toEqual([
      { name: 'Orlan', country: 'TR', type: 'org', birth: '' },
    ]);
  });
});
