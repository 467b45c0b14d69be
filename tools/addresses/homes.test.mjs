import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rangeOf } from '../../src-main/core/networks/read/ranges.ts';
import { createStepsBuilder, stretches } from '../../src-main/core/networks/read/steps.ts';
import { homesOf } from './homes.ts';
import { operatorTable } from './operators.ts';

/** A table of `prefix: label` in rising order. */
function table(entries) {
  const labels = ['', ...new Set(Object.values(entries))];
  const builder = createStepsBuilder();
  for (const [text, label] of Object.entries(entries)) builder.add(rangeOf(text), labels.indexOf(label));
  return { steps: builder.finish(), labels };
}
const homes = (operators, first, second = first) => {
  const its = table(operators);
  const found = homesOf(its, table(first), table(second));
  return Object.fromEntries(its.labels.slice(1).map((label, place) => [label, found[place + 1]]));
};

describe('homesOf', () => {
  it('names the country of nine tenths of the addresses, where both databases agree', () => {
    const operators = { '11.0.0.0/24': 'A', '12.0.0.0/24': 'B', '13.0.0.0/24': 'C' };
    const first = {
      '11.0.0.0-11.0.0.239': 'IR',
      '11.0.0.240-11.0.0.255': 'DE',
      '12.0.0.0/25': 'IR',
      '12.0.0.128/25': 'DE',
      '13.0.0.0/24': 'CU',
    };
    expect(homes(operators, first)).toEqual({ A: 'IR', B: null, C: 'CU' });
    expect(homes(operators, first, { ...first, '13.0.0.0/24': 'ES' })).toEqual({ A: 'IR', B: null, C: null });
  });

  it('counts a wide range of countries for each operator in it, and every prefix of an operator', () => {
    const operators = { '11.0.0.0/24': 'A', '11.0.1.0/24': 'B', '11.0.2.0/24': 'A', '14.0.0.0/21': 'A' };
    expect(homes(operators, { '11.0.0.0/8': 'KP', '14.0.0.0/8': 'CN' })).toEqual({ A: null, B: 'KP' });
  });

  it('judges by IPv6 where there is no IPv4, and says nothing where no country is known', () => {
    const operators = { '11.0.0.0/24': 'A', '2001:db8::/32': 'B', '2001:dead::/32': 'A', '2002::/32': 'C' };
    expect(homes(operators, { '11.0.0.0/24': 'SY', '2001:db8::/33': 'CU', '2001:db8:8000::/33': 'CU', '2001:dead::/32': 'DE' })).toEqual({
      A: 'SY',
      B: 'CU',
      C: null,
    });
  });
});

describe('operatorTable', () => {
  let folder;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-operators-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('reads both files, and gives an overlap to the row that starts first', () => {
    const [ipv4, ipv6] = ['4.csv', '6.csv'].map((name) => path.join(folder, name));
    writeFileSync(ipv4, '100,199,64500,"Example, Inc."\n150,249,64501,Other\n160,180,64502,Inside\n');
    writeFileSync(ipv6, '42540488161975842760550356425300246528,42540488161975842760550356425300246530,64501,Other\n');
    const { steps, labels, numbers } = operatorTable(ipv4, ipv6);
    expect(labels).toEqual(['', 'Example, Inc.', 'Other']);
    expect(numbers).toEqual([0, 64_500, 64_501]);
    const known = [...stretches(steps)]
      .filter(({ value }) => value !== 0)
      .map(({ range, value }) => [range.first, range.last, labels[value]]);
    expect(known).toEqual([
      [100, 199, 'Example, Inc.'],
      [200, 249, 'Other'],
      [42540488161975842760550356425300246528n, 42540488161975842760550356425300246530n, 'Other'],
    ]);
  });
});
