import type { MoneySum } from '../../../../src-shared/contract/figures.ts';

/** Amounts with their currencies, one after the other: sums of two currencies stay two sums. */
export const moneyText = (sums: readonly MoneySum[], locale: string): string =>
  sums.length === 0
    ? '–'
    : sums
        .map(({ currency, amount }) => `${new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(amount)} ${currency}`)
        .join('; ');
