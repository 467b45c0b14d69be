import { describe, expect, it } from 'vitest';
import { createFacts } from './facts.ts';
import { readRemarks } from './remarks.ts';

function read(remarks: string) {
  const unknown: string[] = [];
  const facts = createFacts('person', () => undefined);
  readRemarks(remarks, facts, (clause) => unknown.push(clause));
  return { unknown, numbers: facts.asParty().identifiers.map(({ label, value, country }) => `${label}: ${value} ${country ?? '-'}`) };
}

describe('numbers in the remarks of the Treasury', () => {
  it('takes neither the end of the label nor the place behind a number into it', () => {
    const { numbers, unknown } = read(
      'Personal ID Card A0071 0804 (Senegal); Tax ID No. 7020 (Exampletown) (Colombia); Registration Number HRB 788478 (Exampletown); Company Number IT022428/2014(G).',
    );
    expect(numbers).toEqual([
      'Personal ID Card: A0071 0804 SN',
      'Tax ID No.: 7020 CO',
      'Registration Number: HRB 788478 -',
      'Company Number: IT022428/2014(G) -',
    ]);
    expect(unknown).toEqual([]);
  });

  it('keeps words about a paper as words', () => {
    const { numbers, unknown } = read('Passport issued in Exampletown, Bosnia; SWIFT/BIC ABCDEFGH.');
    expect(numbers).toEqual(['SWIFT/BIC: ABCDEFGH -']);
    expect(unknown).toEqual(['Passport issued in Exampletown, Bosnia']);
  });
});
