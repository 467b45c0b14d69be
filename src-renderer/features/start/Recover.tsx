import { type FormEvent, useState } from 'react';
import { NewPassphrase, usePassphrase } from '../../app/secrets/NewPassphrase.tsx';
import { errorSentence, type OutputOf, useHostCommand } from '../../host/index.ts';
import { Button, Note, TextField, useText } from '../../ui/index.ts';
import classes from './start.module.css';

interface RecoverProps {
  readonly status: OutputOf<'workspace.status'>;
  readonly onBack: () => void;
  readonly onBrowse: () => void;
}

/** Opens a workspace whose passphrase is forgotten, and sets a new one. */
export function Recover({ status, onBack, onBrowse }: RecoverProps) {
  const t = useText();
  const [key, setKey] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const recover = useHostCommand('workspace.recover');
  const { strength, problem } = usePassphrase(passphrase, repeated);
  const name = status.workspace?.name;

  if (name === undefined) {
    return (
      <div className={classes['form']}>
        <h1>{t('start.recover')}</h1>
        <p className="muted">{t('recover.chooseFirst')}</p>
        <div className={classes['buttons']}>
          <Button kind="primary" onClick={onBrowse}>
            {t('start.open')}
          </Button>
          <Button kind="link" onClick={onBack}>
            {t('common.cancel')}
          </Button>
        </div>
      </div>
    );
  }

  const { error } = recover;
  const keyError =
    error?.code === 'recoveryKey.wrong'
      ? error.badGroup === null
        ? errorSentence(t, error)
        : t('create.typeBack.wrongGroup', { group: error.badGroup + 1 })
      : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (problem === undefined && key.trim() !== '') void recover.run({ recoveryKey: key.trim(), newPassphrase: passphrase });
  };
  return (
    <form className={classes['form']} onSubmit={submit}>
      <div className={classes['intro']}>
        <h1>{t('recover.heading', { name })}</h1>
        <p className="muted">{t('recover.lead')}</p>
      </div>
      <TextField
        label={t('recover.key')}
        hint={t('recover.keyHint')}
        value={key}
        onChange={setKey}
        code
        autoFocus
        maxLength={200}
        error={keyError}
      />
      <NewPassphrase
        strength={strength}
        label={t('recover.newPassphrase')}
        repeatLabel={t('recover.repeat')}
        value={passphrase}
        repeated={repeated}
        onChange={setPassphrase}
        onRepeat={setRepeated}
      />
      {error === null || keyError !== undefined ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, error)}
        </Note>
      )}
      <div className={classes['buttons']}>
        <Button
          kind="primary"
          type="submit"
          size="large"
          busy={recover.pending}
          disabledBecause={problem ?? (key.trim() === '' ? t('create.typeBack.missing') : undefined)}
        >
          {t('recover.action')}
        </Button>
        <Button kind="link" onClick={onBack}>
          {t('recover.backToUnlock')}
        </Button>
      </div>
    </form>
  );
}
