import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { NetworkTag } from '../../../src-shared/model/network.ts';
import type { AddressRange } from './read/ranges.ts';
import type { Steps } from './read/steps.ts';

/** A list of networks of one kind, ready to be asked. */
export interface NetworkList {
  readonly id: string;
  readonly name: string;
  readonly tag: NetworkTag;
  /** Day the list is of; null where nobody said. */
  readonly day: IsoDate | null;
  readonly builtIn: boolean;
  /** Numbers of autonomous systems, rising. */
  readonly asns: Uint32Array;
  readonly prefixes: Steps;
  /** Entries as given: networks by number, and ranges of addresses. */
  readonly networks: number;
  readonly ranges: number;
  /** Tells this content from any other. */
  readonly hash: string;
}

/** An address of the company's own: people who come from it are at the company's network, wherever they sit. */
export interface CorporateExit {
  readonly label: string;
  readonly range: AddressRange;
  /** First and last day, both included; null is open. */
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
}

/** A network the company knows and accepts: no finding for being a VPN, hosting or Tor network. */
export interface AllowedNetwork {
  readonly network: { readonly asn: number } | { readonly range: AddressRange };
  readonly reason: string;
}

/** True when the number is in the rising list. */
export function hasNumber(numbers: Uint32Array, wanted: number): boolean {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = numbers[middle] as number;
    if (found === wanted) return true;
    if (found < wanted) low = middle + 1;
    else high = middle;
  }
  return false;
}
