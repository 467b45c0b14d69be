import { useState } from 'react';
import type { EscalatedCase } from '../../../src-shared/contract/escalations.ts';
import type { RecordRef } from '../../../src-shared/model/record-ref.ts';
import { insideSentence } from '../../../src-shared/text/bidi.ts';
import { TextArea, TextField, useText } from '../../ui/index.ts';
import { FormDialog } from '../FormDialog.tsx';
import { useHostCommand } from '../hooks.ts';
import classes from './escalations.module.css';
import { useEscalationFields } from './fields.tsx';

interface PassOnDialogProps {
  readonly record: RecordRef;
  /** Already written as what is asked. */
  readonly ask: string;
  readonly onClose: () => void;
}

/** Passes a record on to somebody by name. */
export function PassOnDialog({ record, ask, onClose }: PassOnDialogProps) {
  const t = useText();
  const send = useHostCommand('escalations.ask');
  const { value, missing, fields } = useEscalationFields({ ask });
  const submit = async () => {
    if (value === null) return;
    const reply = await send.run({ record, escalation: value });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('escalations.askTitle')}
      onClose={onClose}
      submitLabel={t('escalations.ask')}
      onSubmit={() => void submit()}
      busy={send.pending}
      missing={missing}
      error={send.error}
    >
      {fields}
    </FormDialog>
  );
}

/** Keeps the answer to a question that was passed on. */
export function AnswerDialog({ escalation, onClose }: { readonly escalation: EscalatedCase; readonly onClose: () => void }) {
  const t = useText();
  const send = useHostCommand('escalations.answer');
  const [answer, setAnswer] = useState('');
  const [by, setBy] = useState(escalation.to);
  const submit = async () => {
    const reply = await send.run({ id: escalation.id, answer, by });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('escalations.answerTitle', { to: insideSentence(escalation.to) })}
      onClose={onClose}
      submitLabel={t('escalations.answer')}
      onSubmit={() => void submit()}
      busy={send.pending}
      missing={answer.trim() === '' ? t('escalations.needs.answer') : by.trim() === '' ? t('escalations.needs.by') : undefined}
      error={send.error}
    >
      <p dir="auto" className={classes['asked']}>
        {escalation.ask}
      </p>
      <TextArea label={t('escalations.answerText')} required value={answer} onChange={setAnswer} rows={4} maxLength={2000} />
      <TextField label={t('escalations.answeredBy')} required value={by} onChange={setBy} maxLength={200} />
      {escalation.record.kind === 'screeningHit' ? <p className="caption muted">{t('escalations.answerHit')}</p> : null}
    </FormDialog>
  );
}
