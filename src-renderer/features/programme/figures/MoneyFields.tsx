import { NumberField, TextField, useText } from '../../../ui/index.ts';

interface MoneyFieldsProps {
  readonly amountLabel: string;
  readonly amount: number | null;
  readonly onAmount: (amount: number | null) => void;
  readonly currency: string;
  readonly onCurrency: (currency: string) => void;
}

/** An amount and its currency, side by side in the form around them. */
export function MoneyFields({ amountLabel, amount, onAmount, currency, onCurrency }: MoneyFieldsProps) {
  const t = useText();
  return (
    <>
      <NumberField label={amountLabel} min={0} max={1e12} value={amount} onCommit={onAmount} />
      <TextField
        label={t('figures.cost.currency')}
        hint={t('figures.cost.currencyHint')}
        value={currency}
        onChange={onCurrency}
        maxLength={3}
      />
    </>
  );
}

/** A currency as it is kept, by its three letters; null where what was typed is none. ISO 4217. */
export function currencyOf(typed: string): string | null {
  const code = typed.trim().toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? code : null;
}
