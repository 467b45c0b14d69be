import type { AddressRange } from '../../src-main/core/networks/read/ranges.ts';
import { type Steps, stretches } from '../../src-main/core/networks/read/steps.ts';
import type { LabelledSteps } from '../../src-main/core/networks/read/table.ts';

/** Share of an operator's addresses that must lie in one country, by both databases, before it counts as run from there. */
const nearlyAll = 0.9;

/**
 * The country each operator is run from: where nearly all addresses it announces lie, and where the two country databases agree on it.
 * IPv4 decides; an operator without IPv4 is judged by its IPv6 networks of 64 bits. Null where the data do not say: nothing is guessed.
 */
export function homesOf(operators: LabelledSteps, first: LabelledSteps, second: LabelledSteps): (string | null)[] {
  const count = operators.labels.length;
  const byFirst = sharesOf(operators.steps, count, first);
  const bySecond = sharesOf(operators.steps, count, second);
  return operators.labels.map((_, place) => {
    const one = leading(byFirst[place]);
    return one !== null && one === leading(bySecond[place]) ? one : null;
  });
}

interface Share {
  readonly all: [ipv4: number, ipv6: number];
  readonly byCountry: Map<string, [ipv4: number, ipv6: number]>;
}

function leading(share: Share | undefined): string | null {
  if (share === undefined) return null;
  const family = share.all[0] > 0 ? 0 : 1;
  for (const [country, counts] of share.byCountry) if (counts[family] >= nearlyAll * share.all[family]) return country;
  return null;
}

/** Lays the operators' stretches over the country's and adds up what falls where. Both are in the same order, so one pass does. */
function sharesOf(operators: Steps, count: number, countries: LabelledSteps): readonly Share[] {
  const shares: Share[] = Array.from({ length: count }, () => ({ all: [0, 0], byCountry: new Map() }));
  const places = stretches(countries.steps);
  let place = places.next();
  for (const { range, value } of stretches(operators)) {
    while (place.done !== true && isBefore(place.value.range, range)) place = places.next();
    const share = shares[value];
    if (value === 0 || share === undefined) continue;
    const family = range.family === 4 ? 0 : 1;
    share.all[family] += sizeOf(range, range);
    while (place.done !== true && overlaps(place.value.range, range)) {
      const country = countries.labels[place.value.value] ?? '';
      if (country !== '') {
        const counts = share.byCountry.get(country) ?? [0, 0];
        counts[family] += sizeOf(place.value.range, range);
        share.byCountry.set(country, counts);
      }
      // A stretch of countries that reaches further also meets the next operator.
      if (place.value.range.last > range.last) break;
      place = places.next();
    }
  }
  return shares;
}

const isBefore = (a: AddressRange, b: AddressRange) => a.family < b.family || (a.family === b.family && a.last < b.first);
const overlaps = (a: AddressRange, b: AddressRange) => a.family === b.family && a.first <= b.last && a.last >= b.first;

/** Addresses that two ranges share: single ones in IPv4, networks of 64 bits in IPv6. */
function sizeOf(a: AddressRange, b: AddressRange): number {
  if (a.family === 4 && b.family === 4) return Math.min(a.last, b.last) - Math.max(a.first, b.first) + 1;
  if (a.family === 6 && b.family === 6) {
    const first = a.first > b.first ? a.first : b.first;
    const last = a.last < b.last ? a.last : b.last;
    return Number((last >> 64n) - (first >> 64n)) + 1;
  }
  return 0;
}
