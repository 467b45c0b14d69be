import { describe, expect, it } from 'vitest';
import { readName } from './read-name.ts';

const person = (text: string) => readName(text, { type: 'person', listed: true })[0]?.tokens ?? [];

describe('readName', () => {
  it.each([
    ["AL-'ANIZI, 'Abd al-Rahman Khalaf", ['abdulrahman given', 'khalaf given', 'anizi family']],
    ['SAFI-AL-DIN, Abdallah', ['abdallah given', 'safiuddin family']],
    ['Walerii Sergeewitsch Selesnjow', ['walerii given', 'sergeewitsch patronymic', 'selesnjow family']],
  ])('reads %s in natural order with roles', (text, expected) => {
    expect(person(text).map(({ norm, role }) => `${norm} ${role}`)).toEqual(expected);
  });

  it('keeps what was written for each word', () => {
    expect(person("AL-'ANIZI, 'Abd al-Rahman").map(({ text }) => text)).toEqual(['Abd al-Rahman', "AL-'ANIZI"]);
  });
});
