import { useState } from 'react';
import { NewPassphrase, usePassphrase } from '../../app/secrets/NewPassphrase.tsx';
import { errorSentence, useHostCommand } from '../../host/index.ts';
import { Button, Dialog, PassphraseField, useText } from '../../ui/index.ts';
import { CommandFailure } from './SettingsSection.tsx';

interface ChangePassphraseDialogProps {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks for the present passphrase and a new one, twice. */
export function ChangePassphraseDialog({ onClose, onDone }: ChangePassphraseDialogProps) {
  const t = useText();
  const change = useHostCommand('workspace.changePassphrase');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [repeated, setRepeated] = useState('');
  const { strength, problem } = usePassphrase(next, repeated);
  const wrong = change.error?.code === 'passphrase.wrong';
  const submit = async () => {
    const reply = await change.run({ current, next });
    if (reply.ok) onDone();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('settings.passphrase.change')}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            kind="primary"
            busy={change.pending}
            disabledBecause={current === '' ? t('unlock.enterPassphrase') : problem}
            onClick={() => void submit()}
          >
            {t('settings.passphrase.change')}
          </Button>
        </>
      }
    >
      <PassphraseField
        label={t('settings.passphrase.current')}
        value={current}
        onChange={setCurrent}
        autoFocus
        error={wrong && change.error !== null ? errorSentence(t, change.error) : undefined}
      />
      <NewPassphrase
        label={t('settings.passphrase.next')}
        repeatLabel={t('settings.passphrase.repeat')}
        value={next}
        repeated={repeated}
        onChange={setNext}
        onRepeat={setRepeated}
        strength={strength}
      />
      <CommandFailure errors={[wrong ? null : change.error]} />
    </Dialog>
  );
}
