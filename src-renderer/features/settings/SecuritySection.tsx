import { useState } from 'react';
import { type OutputOf, QueryView, useHostCommand, useHostQuery } from '../../host/index.ts';
import { Button, Note, NumberField, Switch, useText } from '../../ui/index.ts';
import { ChangePassphraseDialog } from './ChangePassphraseDialog.tsx';
import { NewKeyDialog } from './NewKeyDialog.tsx';
import { CommandFailure, SettingsColumn, SettingsSection } from './SettingsSection.tsx';
import classes from './settings.module.css';

/** When the workspace locks, and what opens it. */
export function SecuritySection() {
  const settings = useHostQuery('settings.get', {});
  const status = useHostQuery('workspace.status', {});
  return (
    <SettingsColumn>
      <QueryView query={settings}>{({ workspace }) => (workspace === null ? null : <Locking settings={workspace} />)}</QueryView>
      <QueryView query={status}>{(value) => <Keys status={value} />}</QueryView>
    </SettingsColumn>
  );
}

function Locking({ settings }: { readonly settings: NonNullable<OutputOf<'settings.get'>['workspace']> }) {
  const t = useText();
  const save = useHostCommand('settings.setWorkspace');
  return (
    <SettingsSection title={t('settings.lock')}>
      <div className={classes['number']}>
        <NumberField
          label={t('settings.lock.minutes')}
          hint={t('settings.lock.hint')}
          value={settings.autolockMinutes}
          unit={t('settings.lock.minutesUnit')}
          min={1}
          max={120}
          integer
          onCommit={(minutes) => (minutes === null ? undefined : void save.run({ autolockMinutes: minutes }))}
        />
      </div>
      <Switch
        label={t('settings.lock.hideName')}
        hint={t('settings.lock.hideNameHint')}
        checked={settings.hideNameInTitle}
        onChange={(on) => void save.run({ hideNameInTitle: on })}
      />
      <Switch
        label={t('settings.lock.capture')}
        hint={t('settings.lock.captureHint')}
        checked={settings.captureProtection}
        onChange={(on) => void save.run({ captureProtection: on })}
      />
      <CommandFailure errors={[save.error]} />
    </SettingsSection>
  );
}

type OpenDialog = 'passphrase' | 'recoveryKey' | 'dataKey' | null;

function Keys({ status }: { readonly status: OutputOf<'workspace.status'> }) {
  const t = useText();
  const remember = useHostCommand('workspace.remember');
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const [said, setSaid] = useState<string | null>(null);
  const done = (message: string) => {
    setDialog(null);
    setSaid(message);
  };
  const { keychain } = status;
  const open = (which: OpenDialog) => () => {
    setSaid(null);
    setDialog(which);
  };
  return (
    <>
      {said === null ? null : (
        <Note tone="clear" live>
          {said}
        </Note>
      )}
      <SettingsSection title={t('settings.passphrase')} text={t('settings.passphrase.text')}>
        <div className={classes['buttons']}>
          <Button onClick={open('passphrase')}>{t('settings.passphrase.change')}</Button>
        </div>
      </SettingsSection>
      <SettingsSection title={t('settings.recoveryKey')} text={t('settings.recoveryKey.text')}>
        <div className={classes['buttons']}>
          <Button onClick={open('recoveryKey')}>{t('settings.recoveryKey.replace')}</Button>
        </div>
      </SettingsSection>
      <SettingsSection title={t('settings.dataKey')} text={t('settings.dataKey.text')}>
        <div className={classes['buttons']}>
          <Button onClick={open('dataKey')}>{t('settings.dataKey.rotate')}</Button>
        </div>
      </SettingsSection>
      <SettingsSection title={t('settings.keychain')}>
        {keychain.available ? (
          <Switch
            label={t('settings.keychain.remember')}
            hint={t('settings.keychain.hint', { backend: keychain.backend })}
            checked={keychain.remembered}
            onChange={(on) => void remember.run({ on })}
          />
        ) : (
          <Note>{t('settings.keychain.unavailable', { backend: keychain.backend })}</Note>
        )}
        <CommandFailure errors={[remember.error]} />
      </SettingsSection>
      {dialog === 'passphrase' ? (
        <ChangePassphraseDialog onClose={() => setDialog(null)} onDone={() => done(t('settings.passphrase.changed'))} />
      ) : null}
      {dialog === 'recoveryKey' ? (
        <NewKeyDialog
          method="workspace.replaceRecoveryKey"
          title={t('settings.recoveryKey.replace')}
          onClose={() => setDialog(null)}
          onDone={() => done(t('settings.recoveryKey.replaced'))}
        />
      ) : null}
      {dialog === 'dataKey' ? (
        <NewKeyDialog
          method="workspace.rotateDataKey"
          title={t('settings.dataKey.rotate')}
          onClose={() => setDialog(null)}
          onDone={() => done(t('settings.dataKey.rotated'))}
        />
      ) : null}
    </>
  );
}
