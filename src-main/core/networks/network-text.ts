import type { AllowedNetwork } from './list.ts';
import { rangeOf, writeRange } from './read/ranges.ts';

/** A network as people name it: `AS64500`, a prefix, a range or one address. Null for anything else. */
export function readNetwork(text: string): { readonly network: AllowedNetwork['network']; readonly written: string } | null {
  const number = /^AS\s?(\d{1,10})$/i.exec(text.trim());
  if (number !== null) {
    const asn = Number(number[1]);
    return asn > 0 && asn <= 0xffff_ffff ? { network: { asn }, written: `AS${asn}` } : null;
  }
  const range = rangeOf(text);
  return range === null ? null : { network: { range }, written: writeRange(range) };
}
