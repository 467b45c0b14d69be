import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Question } from '../../../../src-shared/contract/inventory.ts';
import { IsoDate } from '../../../../src-shared/model/dates.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { Button, IconButton, TextArea, TextField, useText } from '../../../ui/index.ts';
import classes from './asset.module.css';

/** Gives an open question somebody to answer it by a day, or sets it aside with a reason that stays on record. */
export function AssignQuestion({ question }: { readonly question: Question }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton icon={IconUserPlus} label={t('inventory.assign')} onClick={() => setOpen(true)} />
      {open ? <AssignDialog question={question} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function AssignDialog({ question, onClose }: { readonly question: Question; readonly onClose: () => void }) {
  const t = useText();
  const assign = useHostCommand('questions.assign');
  const drop = useHostCommand('questions.drop');
  const [ownerName, setOwner] = useState(question.ownerName);
  const [due, setDue] = useState<string>(question.due ?? '');
  const [reason, setReason] = useState('');
  const day = due.trim() === '' ? null : IsoDate.safeParse(due.trim());
  const error = assign.error ?? drop.error;
  const save = async () => {
    if (day !== null && !day.success) return;
    const reply = await assign.run({ id: question.id, ownerName, due: day?.data ?? null });
    if (reply.ok) onClose();
  };
  const setAside = async () => {
    const reply = await drop.run({ id: question.id, reason });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('inventory.assign')}
      onClose={onClose}
      submitLabel={t('inventory.saveOwner')}
      onSubmit={() => void save()}
      busy={assign.pending}
      missing={day !== null && !day.success ? t('inventory.dayFormat') : undefined}
      error={error}
    >
      <b>{question.ask}</b>
      <TextField label={t('mapping.whoFindsOut')} value={ownerName} onChange={setOwner} maxLength={200} autoFocus />
      <TextField
        label={t('inventory.dueLabel')}
        placeholder={t('field.dayExample')}
        value={due}
        onChange={setDue}
        maxLength={10}
        error={day !== null && !day.success ? t('inventory.dayFormat') : undefined}
      />
      <TextArea
        label={t('inventory.dropReason')}
        hint={t('inventory.dropHint')}
        value={reason}
        onChange={setReason}
        rows={2}
        maxLength={400}
      />
      <div className={classes['row']}>
        <Button
          size="small"
          busy={drop.pending}
          disabledBecause={reason.trim() === '' ? t('inventory.reasonFirst') : undefined}
          onClick={() => void setAside()}
        >
          {t('inventory.dropQuestion')}
        </Button>
      </div>
    </FormDialog>
  );
}
