import { useState } from 'react';
import { HoldCause } from '../../../src-shared/contract/retention.ts';
import type { RecordRef } from '../../../src-shared/model/record-ref.ts';
import { FormDialog, useHostCommand, useHostQuery } from '../../host/index.ts';
import { Checkbox, FilterChips, Select, TextArea, TextField, useText } from '../../ui/index.ts';
import { kindName } from './words.ts';

interface Chosen extends RecordRef {
  readonly title: string;
}

const keyOf = ({ kind, id }: RecordRef) => `${kind} ${id}`;

/** Asks what a hold is about and which records it keeps. */
export function PlaceHoldDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const place = useHostCommand('retention.placeHold');
  const [matter, setMatter] = useState('');
  const [cause, setCause] = useState<HoldCause>('government');
  const [reference, setReference] = useState('');
  const [note, setNote] = useState('');
  const [everything, setEverything] = useState(false);
  const [records, setRecords] = useState<readonly Chosen[]>([]);
  const [typed, setTyped] = useState('');
  const found = useHostQuery('search.records', { text: typed.trim() || '-', limit: 20 }, { keepPrevious: true });
  const offered = typed.trim() === '' ? [] : (found.data ?? []).filter(({ tab }) => tab === null);
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
      {everything ? null : (
        <>
          <Select
            label={t('retention.findRecord')}
            value={null}
            searchable
            onSearch={setTyped}
            options={offered.map(({ ref, title }) => ({ value: keyOf(ref), label: title, detail: kindName(t, ref) }))}
            onChange={(key) => {
              const one = offered.find(({ ref }) => keyOf(ref) === key);
              if (one !== undefined) setRecords([...records.filter((known) => keyOf(known) !== key), { ...one.ref, title: one.title }]);
            }}
          />
          <FilterChips
            filters={records.map((record) => ({ id: keyOf(record), label: record.title }))}
            onRemove={(key) => setRecords(records.filter((known) => keyOf(known) !== key))}
          />
        </>
      )}
      <TextArea label={t('retention.note')} value={note} onChange={setNote} maxLength={2000} />
    </FormDialog>
  );
}
