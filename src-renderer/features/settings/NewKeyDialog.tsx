import { useEffect, useRef, useState } from 'react';
import { RecoveryKeyStep, TypeBackStep } from '../../app/secrets/RecoveryKeySteps.tsx';
import { callHost, errorSentence, type OutputOf, useHostCommand } from '../../host/index.ts';
import { Button, Dialog, PassphraseField, useText } from '../../ui/index.ts';
import { CommandFailure } from './SettingsSection.tsx';

interface NewKeyDialogProps {
  readonly method: 'workspace.replaceRecoveryKey' | 'workspace.rotateDataKey';
  readonly title: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

type KeyDraft = OutputOf<'workspace.replaceRecoveryKey'>;

/** Makes a new recovery key: passphrase, the key shown once, the key typed back. Closing before the end keeps the old one. */
export function NewKeyDialog({ method, title, onClose, onDone }: NewKeyDialogProps) {
  const t = useText();
  const make = useHostCommand(method);
  const confirm = useHostCommand('workspace.confirmRecoveryKey');
  const [passphrase, setPassphrase] = useState('');
  const [draft, setDraft] = useState<KeyDraft | null>(null);
  const [step, setStep] = useState<'passphrase' | 'key' | 'typeBack'>('passphrase');
  const [typed, setTyped] = useState('');
  const open = useRef<string | null>(null);
  open.current = draft?.draftId ?? null;
  useEffect(
    () => () => {
      if (open.current !== null) void callHost('workspace.discardDraft', { draftId: open.current });
    },
    [],
  );

  const next = async () => {
    if (step === 'passphrase') {
      const reply = await make.run({ passphrase });
      if (!reply.ok) return;
      setPassphrase('');
      setDraft(reply.value);
      setStep('key');
    } else if (step === 'key') {
      setStep('typeBack');
    } else if (draft !== null) {
      const reply = await confirm.run({ draftId: draft.draftId, typed });
      if (reply.ok) onDone();
    }
  };
  const label = {
    passphrase: t('settings.keyDialog.next'),
    key: t('settings.keyDialog.typeBack'),
    typeBack: t('settings.keyDialog.finish'),
  }[step];
  const missing =
    step === 'passphrase' && passphrase === ''
      ? t('unlock.enterPassphrase')
      : step === 'typeBack' && typed.trim() === ''
        ? t('create.typeBack.missing')
        : undefined;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={step === 'passphrase' ? title : t(`create.${step}.heading`)}
      width={560}
      closable={step === 'passphrase'}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" busy={make.pending || confirm.pending} disabledBecause={missing} onClick={() => void next()}>
            {label}
          </Button>
        </>
      }
    >
      {step === 'passphrase' ? (
        <PassphraseField
          label={t('settings.keyDialog.passphrase')}
          value={passphrase}
          onChange={setPassphrase}
          autoFocus
          error={make.error?.code === 'passphrase.wrong' ? errorSentence(t, make.error) : undefined}
        />
      ) : (
        <p className="muted">{t(`create.${step}.lead`)}</p>
      )}
      {step === 'key' && draft !== null ? <RecoveryKeyStep draft={draft} /> : null}
      {step === 'typeBack' ? <TypeBackStep typed={typed} onChange={setTyped} error={confirm.error} /> : null}
      <CommandFailure errors={[make.error?.code === 'passphrase.wrong' ? null : make.error]} />
    </Dialog>
  );
}
