import { useState } from 'react';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { DayField, dayOf, TextField, useText, useToast } from '../../../ui/index.ts';
import classes from './networks.module.css';

/** Names one exit of the company. */
export function ExitDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const toast = useToast();
  const add = useHostCommand('networks.addExit');
  const [label, setLabel] = useState('');
  const [network, setNetwork] = useState('');
  const [typedFrom, setTypedFrom] = useState('');
  const [typedUntil, setTypedUntil] = useState('');
  const [from, until] = [dayOf(typedFrom), dayOf(typedUntil)];
  const missing =
    label.trim() === ''
      ? t('networks.nameNeeded')
      : network.trim() === ''
        ? t('networks.networkNeeded')
        : from === undefined || until === undefined
          ? t('field.noDay')
          : from !== null && until !== null && until < from
            ? t('networks.daysSwapped')
            : undefined;

  const submit = async () => {
    if (from === undefined || until === undefined) return;
    const reply = await add.run({ label, network, from, until });
    if (!reply.ok) return;
    toast({ message: t('networks.exitAdded', { label: reply.value.label }) });
    onClose();
  };

  return (
    <FormDialog
      title={t('networks.exitDialog')}
      submitLabel={t('networks.addExit')}
      busy={add.pending}
      missing={missing}
      error={add.error}
      errorText={errorText(add.error?.code, t)}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField label={t('networks.exitLabel')} value={label} maxLength={200} onChange={setLabel} autoFocus />
      <TextField
        label={t('networks.exitNetwork')}
        hint={t('networks.exitNetworkHint')}
        value={network}
        maxLength={120}
        code
        onChange={setNetwork}
      />
      <div className={classes['days']}>
        <DayField label={t('networks.exitFrom')} hint={t('networks.exitDayHint')} value={typedFrom} onChange={setTypedFrom} />
        <DayField label={t('networks.exitUntil')} hint={t('networks.exitDayHint')} value={typedUntil} onChange={setTypedUntil} />
      </div>
    </FormDialog>
  );
}

function errorText(code: string | undefined, t: ReturnType<typeof useText>): string | undefined {
  if (code === 'request.invalid') return t('networks.notANetwork');
  return code === 'record.conflict' ? t('networks.alreadyThere') : undefined;
}
