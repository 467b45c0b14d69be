import { IconLock } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../src-shared/contract/kernel.ts';
import { formatClock, formatInstant, formatRecent } from '../../../src-shared/text/dates.ts';
import { formatBytes } from '../../../src-shared/text/numbers.ts';
import { describeError, errorSentence, type OutputOf, useHostCommand } from '../../host/index.ts';
import { Button, FactList, Icon, Note, PassphraseField, type ProductText, useText } from '../../ui/index.ts';
import classes from './start.module.css';
import { useCountdown } from './use-countdown.ts';

type Status = OutputOf<'workspace.status'>;

interface UnlockProps {
  readonly status: Status;
  readonly onRecover: () => void;
}

/** The lock screen: why it is locked, the passphrase, and only what the public header and the folder show. */
export function Unlock({ status, onRecover }: UnlockProps) {
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  const [passphrase, setPassphrase] = useState('');
  const unlock = useHostCommand('workspace.unlock');
  const keychain = useHostCommand('workspace.unlockFromKeychain');
  const { details, workspace } = status;
  const wait = useCountdown(waitIn(unlock.error) ?? details?.waitSeconds ?? 0, unlock.error);
  const error = unlock.error ?? keychain.error;

  useEffect(() => {
    if (unlock.error?.code === 'passphrase.wrong') field.current?.select();
  }, [unlock.error]);

  const submit = (options: { readonly takeOver?: boolean; readonly readOnly?: boolean; readonly passphrase?: string } = {}) => {
    const secret = options.passphrase ?? passphrase;
    if (secret !== '' && wait === 0)
      void unlock.run({ passphrase: secret, takeOver: options.takeOver ?? false, readOnly: options.readOnly ?? false });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  const demo = details?.demoPassphrase ?? null;

  return (
    <form onSubmit={onSubmit} className={classes['form']}>
      <div className={classes['intro']}>
        <span>
          <Icon of={IconLock} />
          {reasonOf(t, status)}
        </span>
        <h1>{workspace?.name}</h1>
        {status.lock === null || status.lock.because === 'opened' ? null : <p className="muted">{t('unlock.draftsKept')}</p>}
      </div>
      <PassphraseField
        ref={field}
        label={t('unlock.passphrase')}
        size="large"
        value={passphrase}
        onChange={setPassphrase}
        autoFocus
        error={error?.code === 'passphrase.wrong' ? errorSentence(t, error) : undefined}
      />
      {error === null || error.code === 'passphrase.wrong' ? null : (
        <UnlockProblem error={error} passphrase={passphrase} onRetry={submit} />
      )}
      {demo === null ? null : (
        <Note>
          <p>{t('unlock.demoPassphrase', { passphrase: demo })}</p>
          <Button size="small" onClick={() => submit({ passphrase: demo })}>
            {t('unlock.useDemoPassphrase')}
          </Button>
        </Note>
      )}
      <div className={classes['buttons']}>
        <Button
          kind="primary"
          size="large"
          type="submit"
          busy={unlock.pending}
          disabledBecause={wait > 0 ? t('unlock.wait', { seconds: wait }) : undefined}
        >
          {wait > 0 ? t('unlock.wait', { seconds: wait }) : t('unlock.unlock')}
        </Button>
        <Button kind="link" onClick={onRecover}>
          {t('unlock.useRecoveryKey')}
        </Button>
        {status.keychain.remembered ? (
          <Button kind="link" onClick={() => void keychain.run({})}>
            {t('unlock.useKeychain')}
          </Button>
        ) : null}
      </div>
      {details === null ? null : (
        <>
          <div className={classes['facts']}>
            <FactList rows={factsOf(t, details)} />
          </div>
          {details.cautions.map((caution) => (
            <Note key={caution} tone="review">
              {t(`workspace.caution.${caution}`)}
            </Note>
          ))}
        </>
      )}
    </form>
  );
}

interface UnlockProblemProps {
  readonly error: AppError;
  readonly passphrase: string;
  readonly onRetry: (options: { readonly takeOver?: boolean; readonly readOnly?: boolean }) => void;
}

/** A failure other than a wrong passphrase, with the ways on that belong to it. */
function UnlockProblem({ error, passphrase, onRetry }: UnlockProblemProps) {
  const t = useText();
  const repair = useHostCommand('backups.repair');
  const [repaired, setRepaired] = useState<string | null>(null);
  if (repaired !== null) return <Note tone="clear">{t('unlock.repaired', { when: formatInstant(repaired, t.locale) })}</Note>;
  const { title, detail } = describeError(t, repair.error ?? error);
  const snapshot = error.code === 'workspace.damaged' ? error.newestGoodSnapshot : null;
  const mend = async (id: string) => {
    const reply = await repair.run({ id, passphrase });
    if (reply.ok) setRepaired(reply.value.restored.at);
  };
  return (
    <Note tone="restricted" live>
      <p>
        <b className="medium">{title}</b> {detail}
      </p>
      {error.code !== 'workspace.inUse' ? null : (
        <div className={classes['buttons']}>
          <Button size="small" onClick={() => onRetry({ readOnly: true })}>
            {t('unlock.readOnly')}
          </Button>
          {error.canTakeOver ? (
            <Button size="small" onClick={() => onRetry({ takeOver: true })}>
              {t('unlock.takeOver')}
            </Button>
          ) : null}
        </div>
      )}
      {error.code === 'workspace.inUse' && error.canTakeOver ? <p className="caption">{t('unlock.takeOverExplained')}</p> : null}
      {snapshot === null ? null : (
        <Button size="small" busy={repair.pending} onClick={() => void mend(snapshot)}>
          {t('unlock.repair')}
        </Button>
      )}
    </Note>
  );
}

function waitIn(error: AppError | null): number | undefined {
  return error?.code === 'passphrase.wrong' ? error.waitSeconds : undefined;
}

function reasonOf(t: ProductText, { lock }: Status): string {
  if (lock === null) return t('unlock.because.opened');
  return t(`unlock.because.${lock.because}`, { time: formatClock(lock.at, t.locale), minutes: lock.idleMinutes ?? 10 });
}

function factsOf(t: ProductText, details: NonNullable<Status['details']>) {
  return [
    {
      label: t('unlock.lastOpened'),
      value:
        details.lastOpenedAt === null
          ? t('unlock.never')
          : t('unlock.onThisComputer', { when: formatInstant(details.lastOpenedAt, t.locale) }),
    },
    {
      label: t('unlock.lastBackup'),
      value:
        details.lastBackupAt === null
          ? t('unlock.noBackup')
          : sentenceCase(t('unlock.lastBackupAt', { when: formatRecent(details.lastBackupAt, new Date(), t.locale) })),
    },
    { label: t('unlock.waysIn'), value: sentenceCase(details.waysIn.map((way) => t(`unlock.way.${way}`)).join(', ')) },
    {
      label: t('unlock.onDisk'),
      value: t('unlock.onDiskValue', { size: formatBytes(details.sizeBytes, t.locale), format: details.format }),
    },
  ];
}

function sentenceCase(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
