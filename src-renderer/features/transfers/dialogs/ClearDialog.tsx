import { useState } from 'react';
import type { TransferDetail } from '../../../../src-shared/contract/transfers.ts';
import { checkTitle, checkWords } from '../../../../src-shared/text/transfers.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { TextArea, TextField, useText, useToast } from '../../../ui/index.ts';
import classes from '../transfers.module.css';

/** Clears a transfer on which nothing holds: each open question with its own reason. */
export function ClearDialog({ transfer, onClose }: { readonly transfer: TransferDetail; readonly onClose: () => void }) {
  const t = useText();
  const toast = useToast();
  const clear = useHostCommand('transfers.clear');
  const undo = useHostCommand('journal.undo');
  const open = transfer.checks.filter(({ state }) => state === 'unknown');
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [note, setNote] = useState('');
  const { id, revision, number } = transfer.row;
  const submit = async () => {
    const reply = await clear.run({
      ...{ id, revision, digest: transfer.digest, note },
      reasons: open.map(({ key }) => ({ key, reason: reasons[key] ?? '' })),
    });
    if (!reply.ok) return;
    toast({ message: t('transfers.clear.done', { number }), onUndo: () => void undo.run({}) });
    onClose();
  };
  const lacks = open.some(({ key }) => (reasons[key] ?? '').trim() === '');
  return (
    <FormDialog
      title={t('transfers.clear.title', { number })}
      width={640}
      onClose={onClose}
      submitLabel={t('transfers.clear')}
      onSubmit={() => void submit()}
      busy={clear.pending}
      missing={lacks ? t('transfers.clear.needs') : undefined}
      error={clear.error}
    >
      <p>{t('transfers.clear.lead')}</p>
      {open.length === 0 ? null : (
        <fieldset className={classes['lines']}>
          <legend>{t('transfers.clear.reasons')}</legend>
          {open.map((check) => (
            <TextField
              key={check.key}
              label={checkTitle(t, check)}
              hint={checkWords(t, check)}
              required
              value={reasons[check.key] ?? ''}
              onChange={(reason) => setReasons((now) => ({ ...now, [check.key]: reason }))}
              maxLength={2000}
            />
          ))}
        </fieldset>
      )}
      <TextArea label={t('transfers.clear.note')} value={note} onChange={setNote} rows={2} maxLength={2000} />
    </FormDialog>
  );
}
