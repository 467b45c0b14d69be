import { formatDay } from '../../../../src-shared/text/dates.ts';
import type { ProductText } from '../../../ui/index.ts';

/** From when until when, in words. */
export function periodWords({ from, until }: { readonly from: string | null; readonly until: string | null }, t: ProductText): string {
  const day = (value: string | null) => (value === null ? 'none' : formatDay(value, t.locale));
  return t('networks.period', { from: day(from), until: day(until) });
}
