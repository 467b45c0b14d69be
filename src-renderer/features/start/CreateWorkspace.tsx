import { useEffect, useRef, useState } from 'react';
import { NewPassphrase, usePassphrase } from '../../app/secrets/NewPassphrase.tsx';
import { RecoveryKeyStep, TypeBackStep } from '../../app/secrets/RecoveryKeySteps.tsx';
import type { OutputOf } from '../../host/index.ts';
import { callHost, errorSentence, useHostCommand } from '../../host/index.ts';
import { Meaning, Note, type ProductText, useText, Wizard, type WizardStep } from '../../ui/index.ts';
import { type Identity, IdentityStep } from './IdentityStep.tsx';
import classes from './start.module.css';

type StepId = 'identity' | 'passphrase' | 'key' | 'typeBack';
type KeyDraft = OutputOf<'workspace.create'>;

const order: readonly StepId[] = ['identity', 'passphrase', 'key', 'typeBack'];

/** Creates a workspace in four steps. Nothing is on disk before the recovery key was typed back. */
export function CreateWorkspace({ onLeave }: { readonly onLeave: () => void }) {
  const t = useText();
  const [step, setStep] = useState<StepId>('identity');
  const [identity, setIdentity] = useState<Identity>({ name: '', color: 'teal', kind: 'live', parent: null, personName: '', initials: '' });
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [typed, setTyped] = useState('');
  const [draft, setDraft] = useState<KeyDraft | null>(null);
  const create = useHostCommand('workspace.create');
  const confirm = useHostCommand('workspace.confirmRecoveryKey');
  const { strength, problem } = usePassphrase(passphrase, repeated);
  const draftId = draft?.draftId ?? null;
  useDiscardOnLeave(draftId);

  const goTo = (to: StepId) => {
    // A key belongs to the name and the passphrase it was made with: going back before it makes a new one.
    if (draftId !== null && order.indexOf(to) < order.indexOf('key')) {
      void callHost('workspace.discardDraft', { draftId });
      setDraft(null);
      setTyped('');
    }
    setStep(to);
  };
  const makeKey = async () => {
    const { personName, initials, parent, ...rest } = identity;
    const reply = await create.run({
      ...rest,
      name: rest.name.trim(),
      parent: parent?.handle ?? null,
      passphrase,
      person: { name: personName, initials },
    });
    if (!reply.ok) return;
    setDraft(reply.value);
    setStep('key');
  };
  const finish = async () => {
    if (draftId === null) return;
    window.location.hash = '#/';
    await confirm.run({ draftId, typed });
  };

  const nameMissing = identity.name.trim() === '' ? t('create.nameMissing') : undefined;
  const next = {
    identity: { label: t('create.step.passphrase'), onClick: () => goTo('passphrase'), disabledBecause: nameMissing },
    passphrase: { label: t('create.step.key'), onClick: () => void makeKey(), disabledBecause: problem, busy: create.pending },
    key: { label: t('create.step.typeBack'), onClick: () => setStep('typeBack'), disabledBecause: undefined },
    typeBack: {
      label: t('create.finish'),
      onClick: () => void finish(),
      disabledBecause: typed.trim() === '' ? t('create.typeBack.missing') : undefined,
      busy: confirm.pending,
    },
  }[step];

  return (
    <Wizard
      title={t('create.title')}
      subtitle={identity.name}
      steps={stepsOf(t, step, draft !== null, nameMissing === undefined)}
      current={step}
      onStep={goTo}
      heading={t(`create.${step}.heading`)}
      lead={t(`create.${step}.lead`)}
      meaning={<MeaningOf step={step} />}
      onLeave={onLeave}
      leaveLabel={t('create.leave')}
      next={next}
    >
      <div className={classes['fields']}>
        {step === 'identity' ? <IdentityStep value={identity} onChange={setIdentity} /> : null}
        {step === 'passphrase' ? (
          <NewPassphrase
            label={t('create.passphrase')}
            repeatLabel={t('create.repeat')}
            value={passphrase}
            repeated={repeated}
            onChange={setPassphrase}
            onRepeat={setRepeated}
            strength={strength}
            autoFocus
          />
        ) : null}
        {step === 'key' && draft !== null ? <RecoveryKeyStep draft={draft} /> : null}
        {step === 'typeBack' ? <TypeBackStep typed={typed} onChange={setTyped} error={confirm.error} /> : null}
        {step === 'passphrase' && create.error !== null ? (
          <Note tone="restricted" live>
            {errorSentence(t, create.error)}
          </Note>
        ) : null}
      </div>
    </Wizard>
  );
}

/** Drops an unconfirmed key when the wizard is left. A confirmed one is gone from the core already. */
function useDiscardOnLeave(draftId: string | null): void {
  const latest = useRef(draftId);
  latest.current = draftId;
  useEffect(
    () => () => {
      if (latest.current !== null) void callHost('workspace.discardDraft', { draftId: latest.current });
    },
    [],
  );
}

function stepsOf(t: ProductText, current: StepId, hasKey: boolean, named: boolean): ReadonlyArray<WizardStep<StepId>> {
  const at = order.indexOf(current);
  return order.map((id, place) => ({
    id,
    title: t(`create.step.${id}`),
    state: place < at ? 'done' : 'todo',
    blockedBecause:
      place <= at || (id === 'passphrase' && named) || (id === 'typeBack' && hasKey)
        ? undefined
        : t(id === 'passphrase' ? 'create.nameMissing' : 'create.key.notYet'),
  }));
}

function MeaningOf({ step }: { readonly step: StepId }) {
  const t = useText();
  if (step === 'identity') {
    return (
      <>
        <Meaning title={t('create.meaning.kind')}>{t('create.meaning.kindText')}</Meaning>
        <Meaning title={t('create.meaning.backup')}>{t('create.meaning.backupText')}</Meaning>
      </>
    );
  }
  return (
    <>
      <Meaning title={t('create.meaning.ways')}>{t('create.meaning.waysText')}</Meaning>
      <Meaning title={t('create.meaning.encrypted')}>{t('create.meaning.encryptedText')}</Meaning>
    </>
  );
}
