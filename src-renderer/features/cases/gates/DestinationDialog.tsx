import { useState } from 'react';
import type { ModelGates } from '../../../../src-shared/contract/cases.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { Select, TextField, useText } from '../../../ui/index.ts';
import { placeOptions } from '../words.tsx';

/** Names a place the model is to be released to. */
export function DestinationDialog({ model, onClose }: { readonly model: ModelGates; readonly onClose: () => void }) {
  const t = useText();
  const save = useHostCommand('cases.nameDestination');
  const [country, setCountry] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const submit = async () => {
    if (country === null) return;
    const reply = await save.run({ assetId: model.assetId, country, note });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('gates.destinations.add')}
      onClose={onClose}
      submitLabel={t('gates.destinations.add')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={country === null ? t('gates.destinations.placeFirst') : undefined}
      error={save.error}
    >
      <Select label={t('gates.destinations.place')} required searchable value={country} options={placeOptions(t)} onChange={setCountry} />
      <TextField label={t('gates.destinations.note')} value={note} onChange={setNote} maxLength={600} />
    </FormDialog>
  );
}
