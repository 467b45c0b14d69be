import { useState } from 'react';
import { HoldCause } from '../../../src-shared/contract/retention.ts';
import { FormDialog, useHostCommand } from '../../host/index.ts';
import { Checkbox, Select, TextArea, TextField, useText } from '../../ui/index.ts';
import { type ChosenRecord, RecordsField } from './RecordsField.tsx';

/** Asks what a hold is about and which records it keeps. */
export function PlaceHoldDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const place = useHostCommand('retention.placeHold');
  const [matter, setMatter] = useState('');
  const [cause, setCause] = useState<HoldCause>('government');
  const [reference, setReference] = useState('');
  const [note, setNote] = useState('');
  const [everything, setEverything] = useState(false);
  const [records, setRecords] = useState<readonly ChosenRecord[]>([]);
  const submit = async () => {
    const reply = await place.run({
      matter,
      cause,
      reference,
      note,
      everything,
      records: everything ? [] : records.map(({ kind, id }) => ({ kind, id })),
      from: null,
    });
    if (reply.ok) onClose();
  };
  const missing =
    matter.trim() === '' ? t('retention.matterMissing') : !everything && records.length === 0 ? t('retention.recordsMissing') : undefined;
  return (
    <FormDialog
      title={t('retention.placeHold')}
      onClose={onClose}
      submitLabel={t('retention.placeHold')}
      onSubmit={() => void submit()}
      busy={place.pending}
      missing={missing}
      error={place.error}
    >
      <TextField
        label={t('retention.matter')}
        hint={t('retention.matterHint')}
        value={matter}
        onChange={setMatter}
        maxLength={200}
        autoFocus
      />
      <Select<HoldCause>
        label={t('retention.cause')}
        value={cause}
        options={HoldCause.options.map((value) => ({ value, label: t(`retention.holdFor.${value}`) }))}
        onChange={setCause}
      />
      <TextField label={t('retention.reference')} value={reference} onChange={setReference} maxLength={200} />
      <Checkbox label={t('retention.everything')} hint={t('retention.everythingHint')} checked={everything} onChange={setEverything} />
      {everything ? null : <RecordsField records={records} onChange={setRecords} />}
      <TextArea label={t('retention.note')} value={note} onChange={setNote} maxLength={2000} />
    </FormDialog>
  );
}
