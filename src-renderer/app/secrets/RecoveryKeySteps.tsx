import { IconCopy, IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import type { AppError } from '../../../src-shared/contract/kernel.ts';
import { errorSentence, type OutputOf, useHostCommand } from '../../host/index.ts';
import { Button, Note, TextField, useText } from '../../ui/index.ts';
import classes from './secrets.module.css';

interface RecoveryKeyStepProps {
  readonly draft: OutputOf<'workspace.create'>;
}

/** Shows a new recovery key, the only time it can be seen. */
export function RecoveryKeyStep({ draft }: RecoveryKeyStepProps) {
  const t = useText();
  const copy = useHostCommand('workspace.copyRecoveryKey');
  const print = useHostCommand('workspace.printRecoveryKey');
  const [said, setSaid] = useState<string | null>(null);
  const { draftId } = draft;
  const onCopy = async () => {
    const reply = await copy.run({ draftId });
    if (reply.ok) setSaid(t('create.key.copied', { seconds: reply.value.clearsAfterSeconds }));
  };
  const onPrint = async () => {
    const reply = await print.run({ draftId });
    if (reply.ok && reply.value.saved) setSaid(t('create.key.saved'));
  };
  const error = copy.error ?? print.error;
  return (
    <>
      <ol className={classes['groups']} aria-label={t('create.key.label')}>
        {/* biome-ignore-start lint/suspicious/noArrayIndexKey: the groups never move, and two may be alike */}
        {draft.groups.map((group, place) => (
          <li key={`${place}-${group}`}>
            <small>{place + 1}</small>
            {group}
          </li>
        ))}
        {/* biome-ignore-end lint/suspicious/noArrayIndexKey: see above */}
      </ol>
      <div className={classes['buttons']}>
        <Button icon={IconFileTypePdf} busy={print.pending} onClick={() => void onPrint()}>
          {t('create.key.print')}
        </Button>
        <Button icon={IconCopy} onClick={() => void onCopy()}>
          {t('create.key.copy')}
        </Button>
      </div>
      {error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, error)}
        </Note>
      )}
      <p className="small muted" role="status">
        {said}
      </p>
    </>
  );
}

interface TypeBackStepProps {
  readonly typed: string;
  readonly onChange: (typed: string) => void;
  readonly error: AppError | null;
}

/** The key is typed from the copy the person made; which group differs is said. */
export function TypeBackStep({ typed, onChange, error }: TypeBackStepProps) {
  const t = useText();
  const wrong =
    error?.code === 'recoveryKey.wrong'
      ? error.badGroup === null
        ? t('create.typeBack.wrong')
        : t('create.typeBack.wrongGroup', { group: error.badGroup + 1 })
      : undefined;
  return (
    <>
      <TextField
        label={t('create.typeBack.field')}
        value={typed}
        onChange={onChange}
        code
        size="large"
        maxLength={200}
        autoFocus
        error={wrong}
      />
      {error === null || wrong !== undefined ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, error)}
        </Note>
      )}
    </>
  );
}
