import type { ProductText } from '../../../ui/index.ts';

/** Networks by number and ranges, whichever there are. */
export function entryWords({ networks, ranges }: { readonly networks: number; readonly ranges: number }, t: ProductText): string {
  return t('networks.entries', { networks, ranges, both: networks > 0 && ranges > 0 ? 'yes' : 'no' });
}
