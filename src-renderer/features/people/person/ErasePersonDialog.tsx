import { useState } from 'react';
import { EraseReason, type PersonDetail } from '../../../../src-shared/contract/people.ts';
import { FormDialog, type OutputOf, QueryView, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Checkbox, Note, Select, TextField, useText, useToast } from '../../../ui/index.ts';
import classes from '../people.module.css';

interface ErasePersonDialogProps {
  readonly person: PersonDetail;
  readonly onClose: () => void;
}

/** Says what goes and what stays before a person is erased, and asks why; undo cannot mend it. */
export function ErasePersonDialog({ person, onClose }: ErasePersonDialogProps) {
  const t = useText();
  const toast = useToast();
  const { id, revision, name } = person.row;
  const preview = useHostQuery('people.erasePreview', { id });
  const status = useHostQuery('workspace.status', {});
  const erase = useHostCommand('people.erase');
  const [reason, setReason] = useState<EraseReason | null>(null);
  const [replaceAccounts, setReplace] = useState(false);
  const [typed, setTyped] = useState('');
  const workspace = status.data?.workspace?.name ?? '';
  const missing =
    reason === null
      ? t('people.ties.eraseReasonFirst')
      : workspace === '' || typed.trim() !== workspace
        ? t('people.erasePerson.typeFirst')
        : undefined;
  const submit = async () => {
    if (reason === null) return;
    const reply = await erase.run({ id, revision, reason, replaceAccounts });
    if (!reply.ok) return;
    toast({ message: t('people.erasePerson.done', { name: reply.value.row.name }) });
    onClose();
  };
  return (
    <FormDialog
      title={t('people.erasePerson.title', { name })}
      onClose={onClose}
      submitLabel={t('people.erasePerson.submit')}
      onSubmit={() => void submit()}
      final
      busy={erase.pending}
      missing={missing}
      error={erase.error}
    >
      <QueryView query={preview} rows={4}>
        {(found) => (
          <>
            <GoesAndStays found={found} replaced={replaceAccounts} />
            {found.logged.length === 0 ? null : (
              <Checkbox
                label={t('people.erasePerson.replace', { count: found.logged.length })}
                hint={t('people.erasePerson.replaceHint')}
                checked={replaceAccounts}
                onChange={setReplace}
              />
            )}
          </>
        )}
      </QueryView>
      <Select<EraseReason>
        label={t('people.ties.eraseReason')}
        value={reason}
        placeholder={t('people.ties.eraseReasonFirst')}
        options={EraseReason.options.map((value) => ({ value, label: t(`people.erase.${value}`) }))}
        onChange={setReason}
      />
      <Note tone="review">{t('people.erasePerson.final')}</Note>
      <TextField label={t('people.erasePerson.type', { workspace })} value={typed} onChange={setTyped} maxLength={200} />
    </FormDialog>
  );
}

function GoesAndStays({ found, replaced }: { readonly found: OutputOf<'people.erasePreview'>; readonly replaced: boolean }) {
  const t = useText();
  return (
    <div className={classes['goes']}>
      <section>
        <h3>{t('people.erasePerson.goes')}</h3>
        <ul>
          <li>{t('people.erasePerson.goes.record')}</li>
          <li>{t('people.erasePerson.goes.ties', { count: found.ties })}</li>
          {found.accounts === 0 ? null : <li>{t('people.erasePerson.goes.accounts', { count: found.accounts })}</li>}
          {found.trips === 0 ? null : <li>{t('people.erasePerson.goes.trips', { count: found.trips })}</li>}
          <li>{t('people.erasePerson.goes.history')}</li>
        </ul>
      </section>
      <section>
        <h3>{t('people.erasePerson.stays')}</h3>
        <ul>
          <li>{t('people.erasePerson.stays.tombstone')}</li>
          {found.logged.length === 0 ? null : (
            <li>
              {t(replaced ? 'people.erasePerson.stays.replaced' : 'people.erasePerson.stays.events', {
                count: found.logged.length,
                accounts: found.logged.slice(0, 3).join(', '),
              })}
            </li>
          )}
          {found.authorisations === 0 ? null : <li>{t('people.erasePerson.stays.authorisations', { count: found.authorisations })}</li>}
          <li>{t('people.erasePerson.stays.words')}</li>
        </ul>
      </section>
    </div>
  );
}
