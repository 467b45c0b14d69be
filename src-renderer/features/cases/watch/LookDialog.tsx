import { useState } from 'react';
import type { WatchLook } from '../../../../src-shared/contract/cases.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { ChoiceCards, DayField, dayOf, TextArea, TextField, useText } from '../../../ui/index.ts';
import classes from '../cases.module.css';
import { useMe } from '../words.tsx';
import type { LookAt } from './WatchScreen.tsx';

interface LookDialogProps {
  readonly at: LookAt;
  readonly today: string;
  readonly onClose: () => void;
}

/** Somebody looked: when, where, what was found, and what it comes to. */
export function LookDialog({ at, today, onClose }: LookDialogProps) {
  const t = useText();
  const me = useMe();
  const save = useHostCommand('cases.recordLook');
  const [on, setOn] = useState(today);
  const [where, setWhere] = useState('');
  const [found, setFound] = useState('');
  const [outcome, setOutcome] = useState<WatchLook['outcome']>('asStated');
  const [typed, setBy] = useState<string | null>(null);
  const [next, setNext] = useState('');
  const by = typed ?? me;
  const [day, nextDay] = [dayOf(on), dayOf(next)];
  const submit = async () => {
    if (day === null || day === undefined || nextDay === undefined) return;
    const reply = await save.run({ subject: at.subject, checkedOn: day, where, found, outcome, by, nextOn: nextDay });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('watch.lookDialog.title', { title: at.title })}
      onClose={onClose}
      submitLabel={t('watch.lookDialog.submit')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={
        day === null || day === undefined || nextDay === undefined
          ? t('cases.part.noDay')
          : where.trim() === '' || found.trim() === '' || by.trim() === ''
            ? t('watch.lookDialog.first')
            : undefined
      }
      error={save.error}
    >
      <TextField
        label={t('watch.lookDialog.where')}
        hint={at.look === '' ? t('watch.lookDialog.whereHint') : at.look}
        required
        value={where}
        onChange={setWhere}
        maxLength={600}
        autoFocus
      />
      <TextArea label={t('watch.lookDialog.found')} required value={found} onChange={setFound} rows={3} maxLength={4000} />
      <ChoiceCards<WatchLook['outcome']>
        label={t('watch.lookDialog.outcome')}
        labelHidden={false}
        value={outcome}
        onChange={setOutcome}
        choices={(['asStated', 'differs', 'stillOpen'] as const).map((value) => ({
          value,
          label: t(`watch.outcome.${value}`),
          detail: t(`watch.outcome.${value}Why`),
        }))}
      />
      <div className={classes['pair']}>
        <DayField label={t('watch.lookDialog.on')} required value={on} onChange={setOn} />
        <DayField label={t('watch.lookDialog.next')} value={next} onChange={setNext} />
      </div>
      <TextField label={t('watch.lookDialog.by')} required value={by} onChange={setBy} maxLength={200} />
    </FormDialog>
  );
}
