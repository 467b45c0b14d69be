import type { Address, Words } from '../../../../src-shared/formats/internet-address.ts';
import { type AddressRange, lastIpv4, lastIpv6 } from './ranges.ts';

/**
 * The whole address space as steps: each value holds from its start up to the next start; 0 is "nothing known".
 * Sorted typed arrays, so that a table of half a million ranges costs no object and lies outside the script heap.
 */
export interface Steps {
  readonly starts4: Uint32Array;
  readonly values4: Uint32Array;
  /** Four words for each start, highest first. */
  readonly starts6: Uint32Array;
  readonly values6: Uint32Array;
}

/** The value that holds at an address; 0 where nothing is known. */
export function valueAt(steps: Steps, address: Address): number {
  return address.family === 4 ? at4(steps, address.value) : at6(steps, address.words);
}

function at4({ starts4, values4 }: Steps, value: number): number {
  let low = 0;
  let high = starts4.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts4[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : (values4[low - 1] as number);
}

function at6({ starts6, values6 }: Steps, [a, b, c, d]: Words): number {
  let low = 0;
  let high = values6.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = middle * 4;
    const difference =
      (starts6[at] as number) - a || (starts6[at + 1] as number) - b || (starts6[at + 2] as number) - c || (starts6[at + 3] as number) - d;
    if (difference <= 0) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : (values6[low - 1] as number);
}

/** A list of numbers that grows off the script heap. */
function createWords() {
  let words = new Uint32Array(1024);
  let length = 0;
  return {
    push(value: number) {
      if (length === words.length) {
        const larger = new Uint32Array(words.length * 2);
        larger.set(words);
        words = larger;
      }
      words[length] = value;
      length += 1;
    },
    finish: () => words.slice(0, length),
  };
}

export interface StepsBuilder {
  /** Ranges of one family must come in rising order and not overlap; it throws otherwise. */
  add(range: AddressRange, value: number): void;
  finish(): Steps;
}

/** Builds steps from ranges in order; gaps become value 0, neighbours with the same value one step. */
export function createStepsBuilder(): StepsBuilder {
  const starts4 = createWords();
  const values4 = createWords();
  const starts6 = createWords();
  const values6 = createWords();
  let next4 = 0;
  let last4 = 0;
  let next6 = 0n;
  let last6 = 0;

  const put4 = (start: number, value: number) => {
    if (value === last4) return;
    starts4.push(start);
    values4.push(value);
    last4 = value;
  };
  const put6 = (start: bigint, value: number) => {
    if (value === last6) return;
    for (const shift of [96n, 64n, 32n, 0n]) starts6.push(Number((start >> shift) & 0xffff_ffffn));
    values6.push(value);
    last6 = value;
  };

  return {
    add(range, value) {
      if (range.family === 4) {
        if (range.first < next4) throw new Error('Ranges out of order');
        if (range.first > next4) put4(next4, 0);
        put4(range.first, value);
        next4 = range.last + 1;
      } else {
        if (range.first < next6) throw new Error('Ranges out of order');
        if (range.first > next6) put6(next6, 0);
        put6(range.first, value);
        next6 = range.last + 1n;
      }
    },
    finish() {
      if (next4 <= lastIpv4) put4(next4, 0);
      if (next6 <= lastIpv6) put6(next6, 0);
      return { starts4: starts4.finish(), values4: values4.finish(), starts6: starts6.finish(), values6: values6.finish() };
    },
  };
}

/** Steps with value 1 for every address in any of the ranges, whatever their order and overlap. */
export function stepsOfSet(ranges: readonly AddressRange[]): Steps {
  const builder = createStepsBuilder();
  const ipv4 = ranges.filter((range) => range.family === 4).sort((a, b) => a.first - b.first);
  const ipv6 = ranges.filter((range) => range.family === 6).sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  let end4 = -1;
  for (const { first, last } of ipv4) {
    if (last <= end4) continue;
    builder.add({ family: 4, first: Math.max(first, end4 + 1), last }, 1);
    end4 = last;
  }
  let end6 = -1n;
  for (const { first, last } of ipv6) {
    if (last <= end6) continue;
    builder.add({ family: 6, first: first > end6 ? first : end6 + 1n, last }, 1);
    end6 = last;
  }
  return builder.finish();
}

/** Goes over the steps of a table: each stretch with its value, up to its last address. */
export function* stretches(steps: Steps): Generator<{ readonly range: AddressRange; readonly value: number }> {
  const { starts4, values4, values6 } = steps;
  for (let place = 0; place < starts4.length; place += 1) {
    const last = place + 1 < starts4.length ? (starts4[place + 1] as number) - 1 : lastIpv4;
    yield { range: { family: 4, first: starts4[place] as number, last }, value: values4[place] as number };
  }
  for (let place = 0; place < values6.length; place += 1) {
    const last = place + 1 < values6.length ? start6(steps, place + 1) - 1n : lastIpv6;
    yield { range: { family: 6, first: start6(steps, place), last }, value: values6[place] as number };
  }
}

function start6({ starts6 }: Steps, place: number): bigint {
  let value = 0n;
  for (let word = 0; word < 4; word += 1) value = (value << 32n) | BigInt(starts6[place * 4 + word] as number);
  return value;
}
