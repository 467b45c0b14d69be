import { IconPlus, IconUnlink } from '@tabler/icons-react';
import { useState } from 'react';
import type { AccountLink, PersonDetail } from '../../../../src-shared/contract/people.ts';
import { errorSentence, FormDialog, useHostCommand } from '../../../host/index.ts';
import { Button, IconButton, Section, SimpleTable, TextField, useText, useToast } from '../../../ui/index.ts';
import classes from '../people.module.css';

/** Accounts that are this person's, and where each was said to be. */
export function PersonAccountsTab({ person }: { readonly person: PersonDetail }) {
  const t = useText();
  const toast = useToast();
  const link = useHostCommand('people.linkAccounts');
  const undo = useHostCommand('journal.undo');
  const [adding, setAdding] = useState(false);
  const takeOff = async (one: AccountLink) => {
    const reply = await link.run({ accounts: [{ account: one.account, system: one.system }], target: { state: 'none' } });
    toast(
      reply.ok
        ? { message: t('people.accounts.linked', { count: 1 }), onUndo: () => void undo.run({}) }
        : { message: errorSentence(t, reply.error) },
    );
  };
  return (
    <Section title={t('people.tab.accounts')}>
      {person.accounts.length === 0 ? (
        <p className="muted">{t('people.accounts.none')}</p>
      ) : (
        <SimpleTable<AccountLink>
          label={t('people.tab.accounts')}
          place="inline"
          groups={[{ id: 'all', rows: person.accounts }]}
          rowKey={(one) => one.id}
          columns={[
            { id: 'account', header: t('people.accounts.account'), minWidth: 220, cell: (one) => <code>{one.account}</code> },
            {
              id: 'system',
              header: t('people.accounts.system'),
              width: 140,
              cell: (one) => one.system || <span className="muted">{t('people.accounts.any')}</span>,
            },
            { id: 'origin', header: t('people.accounts.said'), width: 160, cell: (one) => t(`people.accounts.origin.${one.origin}`) },
            {
              id: 'do',
              header: '',
              width: 44,
              align: 'end',
              cell: (one) => (
                <IconButton icon={IconUnlink} label={`${t('people.accounts.unlink')}: ${one.account}`} onClick={() => void takeOff(one)} />
              ),
            },
          ]}
        />
      )}
      <div className={classes['buttons']}>
        <Button size="small" icon={IconPlus} onClick={() => setAdding(true)}>
          {t('people.accounts.add')}
        </Button>
      </div>
      {adding ? <AddAccountDialog person={person} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}

function AddAccountDialog({ person, onClose }: { readonly person: PersonDetail; readonly onClose: () => void }) {
  const t = useText();
  const link = useHostCommand('people.linkAccounts');
  const [account, setAccount] = useState('');
  const [system, setSystem] = useState('');
  const submit = async () => {
    const reply = await link.run({
      accounts: [{ account: account.trim(), system: system.trim().toLowerCase() }],
      target: { state: 'person', personId: person.row.id },
    });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('people.accounts.add')}
      onClose={onClose}
      submitLabel={t('people.accounts.link')}
      onSubmit={() => void submit()}
      busy={link.pending}
      missing={account.trim() === '' ? t('people.accounts.accountFirst') : undefined}
      error={link.error}
    >
      <TextField
        label={t('people.accounts.account')}
        hint={t('people.new.accountHint1')}
        value={account}
        onChange={setAccount}
        maxLength={300}
        autoFocus
      />
      <TextField
        label={t('people.accounts.system')}
        hint={t('people.accounts.systemHint')}
        value={system}
        onChange={setSystem}
        maxLength={80}
      />
    </FormDialog>
  );
}
