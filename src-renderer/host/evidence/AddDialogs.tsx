import { useState } from 'react';
import type { RecordRef } from '../../../src-shared/model/record-ref.ts';
import { Checkbox, TextArea, TextField, useText } from '../../ui/index.ts';
import { FormDialog } from '../FormDialog.tsx';
import { useHostCommand } from '../hooks.ts';

interface AddDialogProps {
  readonly record: RecordRef;
  readonly onClose: () => void;
}

/** Asks where something lies that is not kept here: a page, a path on a share, a shelf. */
export function AddLinkDialog({ record, onClose }: AddDialogProps) {
  const t = useText();
  const add = useHostCommand('evidence.addLink');
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const [note, setNote] = useState('');
  const [attorneyAdvice, setAdvice] = useState(false);
  const submit = async () => {
    const reply = await add.run({ record, name, address, note, attorneyAdvice });
    if (reply.ok) onClose();
  };
  const empty = name.trim() === '' || address.trim() === '';
  return (
    <FormDialog
      title={t('evidence.addLink')}
      onClose={onClose}
      submitLabel={t('evidence.keepLink')}
      onSubmit={() => void submit()}
      busy={add.pending}
      missing={empty ? t('evidence.linkMissing') : undefined}
      error={add.error}
    >
      <TextField label={t('evidence.name')} value={name} onChange={setName} maxLength={200} autoFocus />
      <TextField label={t('evidence.address')} hint={t('evidence.addressHint')} value={address} onChange={setAddress} maxLength={2000} />
      <TextArea label={t('evidence.note')} hint={t('evidence.noteHint')} value={note} onChange={setNote} maxLength={4000} />
      <Checkbox label={t('notes.attorneyAdvice')} hint={t('notes.attorneyAdviceHint')} checked={attorneyAdvice} onChange={setAdvice} />
    </FormDialog>
  );
}

/** Asks for a note that is itself evidence: what was seen, said or agreed, when and by whom. */
export function AddNoteDialog({ record, onClose }: AddDialogProps) {
  const t = useText();
  const add = useHostCommand('evidence.addNote');
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [attorneyAdvice, setAdvice] = useState(false);
  const submit = async () => {
    const reply = await add.run({ record, name, note, attorneyAdvice });
    if (reply.ok) onClose();
  };
  const empty = name.trim() === '' || note.trim() === '';
  return (
    <FormDialog
      title={t('evidence.addNote')}
      onClose={onClose}
      submitLabel={t('evidence.keepNote')}
      onSubmit={() => void submit()}
      busy={add.pending}
      missing={empty ? t('evidence.noteMissing') : undefined}
      error={add.error}
    >
      <TextField label={t('evidence.name')} value={name} onChange={setName} maxLength={200} autoFocus />
      <TextArea label={t('evidence.text')} hint={t('evidence.textHint')} value={note} onChange={setNote} rows={5} maxLength={4000} />
      <Checkbox label={t('notes.attorneyAdvice')} hint={t('notes.attorneyAdviceHint')} checked={attorneyAdvice} onChange={setAdvice} />
    </FormDialog>
  );
}
