import { useState } from 'react';
import { FormDialog, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { TextArea, TextField, useText } from '../../../ui/index.ts';

/** Asks a second person to look. The one who asks cannot be the one who looks. */
export function ReviewDialog({ findingId, onClose }: { readonly findingId: string; readonly onClose: () => void }) {
  const t = useText();
  const askReview = useHostCommand('classification.askReview');
  const settings = useHostQuery('settings.get', {});
  const [of, setOf] = useState('');
  const [note, setNote] = useState('');
  const by = settings.data?.workspace?.person.name || t('inventory.someone');
  const submit = async () => {
    const reply = await askReview.run({ findingId, askedOf: of, askedBy: by, note });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('inventory.askReview')}
      onClose={onClose}
      submitLabel={t('inventory.askReview')}
      onSubmit={() => void submit()}
      busy={askReview.pending}
      missing={of.trim() === '' ? t('inventory.personFirst') : undefined}
      error={askReview.error}
    >
      <TextField label={t('inventory.reviewer')} value={of} onChange={setOf} maxLength={120} autoFocus />
      <TextArea label={t('inventory.note')} value={note} onChange={setNote} maxLength={4000} />
    </FormDialog>
  );
}
