import { useState } from 'react';
import { errorSentence, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Button, Dialog, Note, TextArea, TextField, useText } from '../../../ui/index.ts';
import classes from './asset.module.css';

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
    <Dialog
      opened
      onClose={onClose}
      title={t('inventory.askReview')}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            kind="primary"
            busy={askReview.pending}
            disabledBecause={of.trim() === '' ? t('inventory.personFirst') : undefined}
            onClick={() => void submit()}
          >
            {t('inventory.askReview')}
          </Button>
        </>
      }
    >
      <div className={classes['form']}>
        <TextField label={t('inventory.reviewer')} value={of} onChange={setOf} maxLength={120} autoFocus />
        <TextArea label={t('inventory.note')} value={note} onChange={setNote} maxLength={4000} />
        {askReview.error === null ? null : (
          <Note tone="restricted" live>
            {errorSentence(t, askReview.error)}
          </Note>
        )}
      </div>
    </Dialog>
  );
}
