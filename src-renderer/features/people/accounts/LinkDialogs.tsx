import { useState } from 'react';
import type { AccountTarget } from '../../../../src-shared/contract/people.ts';
import { FormDialog, useHostQuery } from '../../../host/index.ts';
import { TextField, useText } from '../../../ui/index.ts';
import { PersonPicker } from '../PersonPicker.tsx';
import type { Named } from './AccountsScreen.tsx';

interface LinkPersonDialogProps {
  readonly accounts: readonly Named[];
  readonly onClose: () => void;
  readonly onPick: (personId: string) => Promise<void>;
}

/** Whose is it? Suggestions first where one account is asked about. */
export function LinkPersonDialog({ accounts, onClose, onPick }: LinkPersonDialogProps) {
  const t = useText();
  const [picked, setPicked] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const one = accounts.length === 1 ? accounts[0] : undefined;
  const asked = useHostQuery('people.accounts', { show: 'all', text: one?.account.slice(0, 200) ?? '\u0000', limit: 5 });
  const suggestions = asked.data?.rows.find((row) => row.account === one?.account)?.suggestions ?? [];
  const submit = async () => {
    if (picked === null) return;
    setBusy(true);
    await onPick(picked);
    setBusy(false);
    onClose();
  };
  return (
    <FormDialog
      title={t('people.accounts.linkPersonTitle', { count: accounts.length })}
      onClose={onClose}
      submitLabel={t('people.accounts.link')}
      onSubmit={() => void submit()}
      busy={busy}
      missing={picked === null ? t('people.accounts.personFirst') : undefined}
      error={null}
    >
      <p className="muted">
        {accounts
          .slice(0, 5)
          .map((account) => account.account)
          .join(', ')}
      </p>
      <PersonPicker
        label={t('people.accounts.find')}
        value={picked}
        onChange={setPicked}
        first={suggestions.map((one) => ({ id: one.personId, name: one.name, detail: t(`people.because.${one.because}`) }))}
      />
    </FormDialog>
  );
}

interface RegisterDialogProps {
  readonly what: 'service' | 'shared' | 'ignored';
  readonly accounts: readonly Named[];
  readonly onClose: () => void;
  readonly onRegister: (target: AccountTarget) => Promise<void>;
}

/** A service or shared account has an owner and a purpose; an ignored one a reason. */
export function RegisterDialog({ what, accounts, onClose, onRegister }: RegisterDialogProps) {
  const t = useText();
  const [owner, setOwner] = useState('');
  const [purpose, setPurpose] = useState('');
  const [busy, setBusy] = useState(false);
  const needsOwner = what !== 'ignored';
  const submit = async () => {
    setBusy(true);
    await onRegister(what === 'ignored' ? { state: 'ignored', purpose } : { state: what, owner, purpose });
    setBusy(false);
    onClose();
  };
  return (
    <FormDialog
      title={t(`people.accounts.make.${what}`)}
      onClose={onClose}
      submitLabel={t('people.accounts.register')}
      onSubmit={() => void submit()}
      busy={busy}
      missing={
        needsOwner && owner.trim() === ''
          ? t('people.accounts.ownerFirst')
          : purpose.trim() === ''
            ? t('people.accounts.purposeFirst')
            : undefined
      }
      error={null}
    >
      <p className="muted">
        {accounts
          .slice(0, 5)
          .map((account) => account.account)
          .join(', ')}
      </p>
      {needsOwner ? <TextField label={t('people.accounts.owner')} value={owner} onChange={setOwner} maxLength={200} autoFocus /> : null}
      <TextField label={t('people.accounts.purpose')} value={purpose} onChange={setPurpose} maxLength={400} />
    </FormDialog>
  );
}
