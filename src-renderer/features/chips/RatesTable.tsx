import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { FormatRate } from '../../../src-shared/model/asset-fields.ts';
import type { ChipResult } from '../../../src-shared/model/compute-chip.ts';
import { Button, IconButton, NumberField, Quantity, TextField, useText } from '../../ui/index.ts';
import classes from './chips.module.css';

interface RatesTableProps {
  readonly rates: readonly FormatRate[];
  readonly result: ChipResult | undefined;
  readonly onChange: (rates: readonly FormatRate[]) => void;
}

/** Dense rates by number format, each a line that can be changed; the one that sets TPP says so. */
export function RatesTable({ rates, result, onChange }: RatesTableProps) {
  const t = useText();
  const set = (at: number, change: Partial<FormatRate>) =>
    onChange(rates.map((rate, place) => (place === at ? { ...rate, ...change } : rate)));
  // Lines have no name of their own: the format is being typed, so only the place stays the same.
  const keys = rates.map((_, place) => `line-${place}`);
  const highest = result?.tpp?.value;
  const worked = (rate: FormatRate) => result?.perFormat.find((one) => one.format === rate.format && one.bitLength === rate.bitLength);
  return (
    <section aria-label={t('chips.rates')}>
      <h2 className={classes['heading']}>
        {t('chips.rates')} <span className="muted">{t('chips.neverSparse')}</span>
      </h2>
      <table className={classes['rates']} aria-label={t('chips.rates')}>
        <thead>
          <tr>
            <th scope="col">{t('chips.format')}</th>
            <th scope="col" data-align="end">
              {t('chips.bits')}
            </th>
            <th scope="col" data-align="end">
              {t('chips.teraOps')}
            </th>
            <th scope="col" data-align="end">
              {t('chips.rateTimesBits')}
            </th>
            <th scope="col" data-align="end">
              {t('chips.tpp')}
            </th>
            <th scope="col">
              <span className="visually-hidden">{t('chips.removeColumn')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rates.map((rate, place) => {
            const one = worked(rate);
            const isHighest = one !== undefined && highest !== undefined && one.teraOpsTimesBits === highest;
            return (
              <tr key={keys[place]} data-deciding={one?.deciding === true ? '' : undefined}>
                <td>
                  <TextField
                    label={t('chips.formatOf', { line: place + 1 })}
                    labelHidden
                    size="small"
                    value={rate.format}
                    maxLength={20}
                    onChange={(format) => set(place, { format })}
                  />
                </td>
                <td>
                  <NumberField
                    label={t('chips.bitsOf', { format: rate.format })}
                    labelHidden
                    size="small"
                    integer
                    min={1}
                    max={1024}
                    value={rate.bitLength}
                    onCommit={(bitLength) => bitLength !== null && set(place, { bitLength })}
                  />
                </td>
                <td>
                  <NumberField
                    label={t('chips.teraOpsOf', { format: rate.format })}
                    labelHidden
                    size="small"
                    min={0}
                    value={rate.denseTeraOpsPerS}
                    onCommit={(value) => set(place, { denseTeraOpsPerS: value ?? 0 })}
                  />
                </td>
                <td data-align="end" className="tabular">
                  {one === undefined ? '–' : <Quantity value={one.teraOpsTimesBits} />}
                </td>
                <td data-align="end">{one?.deciding === true ? t('chips.highest') : isHighest ? t('chips.equal') : ''}</td>
                <td>
                  <IconButton
                    icon={IconTrash}
                    label={t('chips.removeRate', { format: rate.format })}
                    onClick={() => onChange(rates.filter((_, other) => other !== place))}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className={classes['underRates']}>
        <Button
          size="small"
          kind="quiet"
          icon={IconPlus}
          onClick={() => onChange([...rates, { format: 'int8', bitLength: 8, denseTeraOpsPerS: 0 }])}
        >
          {t('chips.addRate')}
        </Button>
        <span className="caption muted">{t('chips.countsTwo')}</span>
      </div>
    </section>
  );
}
