import { useState } from 'react';
import type { CostLine } from '../../../../src-shared/contract/figures.ts';
import { FigureActivity } from '../../../../src-shared/model/figures.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { NumberField, Select, TextField, useText } from '../../../ui/index.ts';
import classes from '../programme.module.css';
import { currencyOf, MoneyFields } from './MoneyFields.tsx';

interface CostDialogProps {
  /** Null adds one. */
  readonly cost: CostLine | null;
  readonly currency: string;
  readonly onClose: () => void;
}

/** Hours or an amount that went into complying, in a year, with where it stands. */
export function CostDialog({ cost, currency: last, onClose }: CostDialogProps) {
  const t = useText();
  const save = useHostCommand('figures.saveCost');
  const [year, setYear] = useState<string>(String(cost?.year ?? new Date().getFullYear()));
  const [activity, setActivity] = useState<FigureActivity>(cost?.activity ?? 'staff');
  const [what, setWhat] = useState(cost?.what ?? '');
  const [hours, setHours] = useState<number | null>(cost?.hours ?? null);
  const [amount, setAmount] = useState<number | null>(cost?.amount ?? null);
  const [currency, setCurrency] = useState(cost?.currency ?? last);
  const [source, setSource] = useState(cost?.source ?? '');
  const goodYear = /^(?:19[9]\d|2[01]\d\d)$/.test(year.trim());
  const code = currencyOf(currency);
  const submit = async () => {
    if (code === null) return;
    const reply = await save.run({
      ...{ id: cost?.id ?? null, revision: cost?.revision ?? 0, year: Number(year), activity, what, hours, amount, source },
      currency: code,
    });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t(cost === null ? 'figures.cost.new' : 'figures.cost.edit')}
      onClose={onClose}
      submitLabel={t(cost === null ? 'figures.cost.add' : 'programme.save')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={
        what.trim() === ''
          ? t('figures.whatFirst')
          : !goodYear
            ? t('figures.badYear')
            : code === null
              ? t('figures.badCurrency')
              : hours === null && amount === null
                ? t('figures.oneOfBoth')
                : undefined
      }
      error={save.error}
    >
      <TextField label={t('figures.cost.what')} value={what} onChange={setWhat} maxLength={200} />
      <div className={classes['pair']}>
        <TextField label={t('figures.cost.year')} value={year} onChange={setYear} maxLength={4} />
        <Select<FigureActivity>
          label={t('figures.cost.activity')}
          value={activity}
          options={FigureActivity.options.map((value) => ({ value, label: t(`figures.activity.${value}`) }))}
          onChange={setActivity}
        />
      </div>
      <div className={classes['pair']}>
        <NumberField label={t('figures.cost.hours')} min={0} max={1e7} value={hours} onCommit={setHours} />
        <MoneyFields
          amountLabel={t('figures.cost.amount')}
          amount={amount}
          onAmount={setAmount}
          currency={currency}
          onCurrency={setCurrency}
        />
      </div>
      <TextField label={t('figures.cost.source')} hint={t('figures.cost.sourceHint')} value={source} onChange={setSource} maxLength={300} />
    </FormDialog>
  );
}
