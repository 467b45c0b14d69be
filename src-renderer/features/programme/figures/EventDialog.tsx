import { useState } from 'react';
import type { FigureEvent } from '../../../../src-shared/contract/figures.ts';
import { FigureEventKind } from '../../../../src-shared/model/figures.ts';
import { FormDialog, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { DayField, dayOf, Select, TextArea, TextField, useText } from '../../../ui/index.ts';
import classes from '../programme.module.css';
import { currencyOf, MoneyFields } from './MoneyFields.tsx';

interface EventDialogProps {
  /** Null adds one. */
  readonly event: FigureEvent | null;
  readonly currency: string;
  readonly onClose: () => void;
}

/** Something that happened on a day for compliance reasons. */
export function EventDialog(props: EventDialogProps) {
  const settings = useHostQuery('settings.get', {});
  return settings.data === undefined ? null : <Form {...props} today={settings.data.today} />;
}

function Form({ event, currency: last, onClose, today }: EventDialogProps & { readonly today: string }) {
  const t = useText();
  const save = useHostCommand('figures.saveEvent');
  const [kind, setKind] = useState<FigureEventKind>(event?.kind ?? 'won');
  const [title, setTitle] = useState(event?.title ?? '');
  const [on, setOn] = useState<string>(event?.on ?? today);
  const [from, setFrom] = useState<string>(event?.from ?? '');
  const [because, setBecause] = useState(event?.because ?? '');
  const [amount, setAmount] = useState<number | null>(event?.amount ?? null);
  const [currency, setCurrency] = useState(event?.currency ?? last);
  const [source, setSource] = useState(event?.source ?? '');
  const [day, begun] = [dayOf(on), dayOf(from)];
  const code = currencyOf(currency);
  const noDay = day === null || day === undefined || begun === undefined;
  const submit = async () => {
    if (day === null || day === undefined || begun === undefined || code === null) return;
    const reply = await save.run({
      ...{ id: event?.id ?? null, revision: event?.revision ?? 0, kind, title, because, amount, source },
      ...{ on: day, from: begun, currency: code },
    });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t(event === null ? 'figures.event.new' : 'figures.event.edit')}
      onClose={onClose}
      submitLabel={t(event === null ? 'figures.event.add' : 'programme.save')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={
        title.trim() === ''
          ? t('figures.titleFirst')
          : noDay
            ? t('field.noDay')
            : day > today
              ? t('figures.event.ahead')
              : begun !== null && begun > day
                ? t('figures.event.order')
                : code === null
                  ? t('figures.badCurrency')
                  : undefined
      }
      error={save.error}
    >
      <Select<FigureEventKind>
        label={t('figures.event.kind')}
        value={kind}
        options={FigureEventKind.options.map((value) => ({ value, label: t(`figures.event.${value}`) }))}
        onChange={setKind}
      />
      <TextField label={t('figures.event.title')} hint={t('figures.event.titleHint')} value={title} onChange={setTitle} maxLength={200} />
      <div className={classes['pair']}>
        <DayField label={t('figures.event.on')} value={on} onChange={setOn} required />
        <DayField label={t('figures.event.from')} hint={t('figures.event.fromHint')} value={from} onChange={setFrom} />
      </div>
      <TextArea label={t('figures.event.because')} value={because} onChange={setBecause} rows={2} maxLength={1000} />
      <div className={classes['pair']}>
        <MoneyFields
          amountLabel={t('figures.event.amount')}
          amount={amount}
          onAmount={setAmount}
          currency={currency}
          onCurrency={setCurrency}
        />
      </div>
      <TextField label={t('figures.cost.source')} value={source} onChange={setSource} maxLength={300} />
    </FormDialog>
  );
}
