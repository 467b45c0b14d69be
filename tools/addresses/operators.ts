import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { AddressRange } from '../../src-main/core/networks/read/ranges.ts';
import { createStepsBuilder } from '../../src-main/core/networks/read/steps.ts';
import type { LabelledSteps } from '../../src-main/core/networks/read/table.ts';

type Row = readonly [first: string, last: string, number: string, name: string];

/** Makes the operator table from the package's two files of `first,last,number,name`, whose addresses are whole numbers in rising order. */
export function operatorTable(ipv4File: string, ipv6File: string): LabelledSteps & { readonly numbers: readonly number[] } {
  const builder = createStepsBuilder();
  const labels = [''];
  const numbers = [0];
  const places = new Map<number, number>();

  const placeOf = (number: number, name: string): number => {
    let place = places.get(number);
    if (place === undefined) {
      place = labels.length;
      places.set(number, place);
      labels.push(name);
      numbers.push(number);
    }
    return place;
  };
  const addAll = (file: string, range: (first: string, last: string) => AddressRange) => {
    const { data, errors } = Papa.parse<Row>(readFileSync(file, 'utf8'), { skipEmptyLines: true });
    if (errors[0] !== undefined) throw new Error(`${file}, row ${errors[0].row}: ${errors[0].message}`);
    let end: number | bigint = -1;
    for (const [first, last, number, name] of data) {
      // The files hold a rare overlap between two networks of one owner; the row that starts first keeps the addresses.
      const given = range(first, last);
      const own: AddressRange | null = given.first > end ? given : afterEnd(given, end);
      if (own === null) continue;
      builder.add(own, placeOf(Number(number), name.trim()));
      end = own.last;
    }
  };

  addAll(ipv4File, (first, last) => ({ family: 4, first: Number(first), last: Number(last) }));
  addAll(ipv6File, (first, last) => ({ family: 6, first: BigInt(first), last: BigInt(last) }));
  return { steps: builder.finish(), labels, numbers };
}

/** What is left of a range behind the end of the one before it; null when that covers it whole. */
function afterEnd(range: AddressRange, end: number | bigint): AddressRange | null {
  if (range.last <= end) return null;
  return range.family === 4 ? { ...range, first: Number(end) + 1 } : { ...range, first: BigInt(end) + 1n };
}
