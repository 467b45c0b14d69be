import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import type { Contact, Contacts } from '../../../../src-shared/contract/programme-contacts.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { errorSentence, QueryView, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Button, EmptyState, IconButton, Panel, type SimpleColumn, SimpleTable, StatusText, useText, useToast } from '../../../ui/index.ts';
import classes from '../programme.module.css';
import { ContactDialog } from './ContactDialog.tsx';

interface ContactsViewProps {
  /** Id of the one whose dialog is open, `new` for another; null for none. */
  readonly open: string | null;
  readonly onOpen: (id: string | null) => void;
}

/** The authorities and groups the company is in touch with, what is due first. */
export function ContactsView({ open, onOpen }: ContactsViewProps) {
  const query = useHostQuery('programme.contacts', {});
  return (
    <QueryView query={query}>
      {(register) => {
        const opened = register.contacts.find(({ id }) => id === open) ?? null;
        return (
          <>
            <Register register={register} onOpen={onOpen} />
            {open !== null && (open === 'new' || opened !== null) ? (
              <ContactDialog key={open} register={register} contact={opened} onClose={() => onOpen(null)} />
            ) : null}
          </>
        );
      }}
    </QueryView>
  );
}

function Register({ register, onOpen }: { readonly register: Contacts; readonly onOpen: ContactsViewProps['onOpen'] }) {
  const t = useText();
  const toast = useToast();
  const remove = useHostCommand('programme.removeContact');
  const undo = useHostCommand('journal.undo');
  const drop = async ({ id, revision, name }: Contact) => {
    const reply = await remove.run({ id, revision });
    if (reply.ok) toast({ message: t('programme.contact.removed', { name }), onUndo: () => void undo.run({}) });
  };
  if (register.contacts.length === 0)
    return (
      <EmptyState
        title={t('programme.contact.empty')}
        actions={
          <Button kind="primary" icon={IconPlus} onClick={() => onOpen('new')}>
            {t('programme.contact.add')}
          </Button>
        }
      >
        {t('programme.contact.emptyText')}
      </EmptyState>
    );
  const day = (on: string) => formatDay(on, t.locale);
  const columns: readonly SimpleColumn<Contact>[] = [
    {
      id: 'name',
      header: t('programme.contact.name'),
      minWidth: 220,
      cell: ({ name, kind }) => (
        <span className={classes['cellStack']}>
          <b className="medium">{name}</b>
          <span className="caption muted">{t(`programme.contact.kind.${kind}`)}</span>
        </span>
      ),
    },
    { id: 'topic', header: t('programme.contact.topic'), minWidth: 220, cell: ({ topic }) => topic },
    { id: 'contact', header: t('programme.contact.contact'), width: 170, cell: ({ contact }) => contact },
    { id: 'owner', header: t('programme.contact.owner'), width: 150, fold: { under: 'contact', order: 0 }, cell: ({ owner }) => owner },
    {
      id: 'last',
      header: t('programme.contact.lastOn'),
      width: 130,
      cell: ({ lastOn }) => (lastOn === null ? '' : day(lastOn)),
    },
    {
      id: 'next',
      header: t('programme.contact.nextOn'),
      width: 208,
      cell: ({ nextOn }) =>
        nextOn === null ? (
          ''
        ) : nextOn <= register.today ? (
          <StatusText tone="review">{t('programme.contact.due', { day: day(nextOn) })}</StatusText>
        ) : (
          day(nextOn)
        ),
    },
    {
      id: 'do',
      header: '',
      width: 76,
      cell: (row) => (
        <span className="row" style={{ gap: 0 }}>
          <IconButton icon={IconPencil} label={`${t('programme.edit')}: ${row.name}`} onClick={() => onOpen(row.id)} />
          <IconButton icon={IconTrash} label={`${t('programme.remove')}: ${row.name}`} onClick={() => void drop(row)} />
        </span>
      ),
    },
  ];
  return (
    <div className={classes['stack']}>
      {remove.error === null ? null : <p role="alert">{errorSentence(t, remove.error)}</p>}
      <p className="muted">{t('programme.contact.lead', { due: register.due })}</p>
      <Panel title={t('programme.organisation.view.contacts')}>
        <SimpleTable
          label={t('programme.organisation.view.contacts')}
          columns={columns}
          groups={[{ id: 'all', rows: register.contacts }]}
          rowKey={({ id }) => id}
          place="panel"
        />
      </Panel>
    </div>
  );
}
