import { useState } from 'react';
import { AuthorisationKind, AuthorisationStatus, type PersonAuthorisation } from '../../../../src-shared/contract/people.ts';
import { FormDialog, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Button, DayField, dayOf, MultiSelect, Segmented, Select, TextArea, TextField, useText, useToast } from '../../../ui/index.ts';
import { PersonPicker } from '../PersonPicker.tsx';
import classes from '../people.module.css';
import { countryOptions } from '../words.tsx';

interface AuthorisationDialogProps {
  readonly authorisation: PersonAuthorisation | null;
  /** On a person's page: whose it is. */
  readonly personId: string | null;
  readonly onClose: () => void;
}

/** A licence, control plan or other authority: for whom, over what, from when to when. */
export function AuthorisationDialog({ authorisation, personId, onClose }: AuthorisationDialogProps) {
  const t = useText();
  const toast = useToast();
  const save = useHostCommand('people.saveAuthorisation');
  const remove = useHostCommand('people.removeAuthorisation');
  const undo = useHostCommand('journal.undo');
  const assets = useHostQuery('inventory.list', { filter: {}, offset: 0, limit: 500 });
  const [kind, setKind] = useState(authorisation?.kind ?? ('licence' as const));
  const [number, setNumber] = useState(authorisation?.number ?? '');
  const [whom, setWhom] = useState<'person' | 'nationals'>(
    authorisation === null ? 'person' : authorisation.personId === null ? 'nationals' : 'person',
  );
  const [person, setPerson] = useState(authorisation?.personId ?? personId);
  const [nationalities, setNationalities] = useState<readonly string[]>(authorisation?.nationalities ?? []);
  const [assetIds, setAssetIds] = useState<readonly string[]>(authorisation?.assetIds ?? []);
  const [eccns, setEccns] = useState((authorisation?.eccns ?? []).join(', '));
  const [from, setFrom] = useState<string>(authorisation?.validFrom ?? '');
  const [to, setTo] = useState<string>(authorisation?.validTo ?? '');
  const [status, setStatus] = useState(authorisation?.status ?? ('valid' as const));
  const [note, setNote] = useState(authorisation?.note ?? '');
  const [evidence, setEvidence] = useState(authorisation?.evidence ?? '');
  const days = [dayOf(from), dayOf(to)] as const;
  const missing =
    whom === 'person' && person === null
      ? t('people.accounts.personFirst')
      : whom === 'nationals' && nationalities.length === 0
        ? t('people.auth.nationalsFirst')
        : days.includes(undefined)
          ? t('field.noDay')
          : undefined;
  const submit = async () => {
    const [validFrom, validTo] = days;
    if (validFrom === undefined || validTo === undefined) return;
    const reply = await save.run({
      id: authorisation?.id ?? null,
      revision: authorisation?.revision ?? 0,
      kind,
      number,
      personId: whom === 'person' ? person : null,
      nationalities: whom === 'person' ? [] : [...nationalities],
      assetIds: [...assetIds],
      eccns: eccns
        .split(/[,;\s]+/)
        .map((part) => part.trim().toUpperCase())
        .filter((part) => part !== ''),
      validFrom,
      validTo,
      status,
      note,
      evidence,
    });
    if (reply.ok) onClose();
  };
  const takeAway = async () => {
    if (authorisation === null) return;
    const reply = await remove.run({ id: authorisation.id, revision: authorisation.revision });
    if (!reply.ok) return;
    toast({ message: t('people.auth.removed'), onUndo: () => void undo.run({}) });
    onClose();
  };
  return (
    <FormDialog
      title={t(authorisation === null ? 'people.auth.add' : 'people.auth.editTitle')}
      onClose={onClose}
      submitLabel={t('people.save')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={missing}
      error={save.error ?? remove.error}
    >
      <div className={classes['pair']}>
        <Select
          label={t('people.auth.kind')}
          value={kind}
          options={AuthorisationKind.options.map((value) => ({ value, label: t(`people.authKind.${value}`) }))}
          onChange={setKind}
        />
        <TextField label={t('people.auth.number')} value={number} onChange={setNumber} maxLength={120} />
      </div>
      {personId === null ? (
        <Segmented<'person' | 'nationals'>
          label={t('people.auth.who')}
          value={whom}
          onChange={setWhom}
          choices={[
            { value: 'person', label: t('people.auth.person') },
            { value: 'nationals', label: t('people.auth.nationalsOf') },
          ]}
        />
      ) : null}
      {whom === 'nationals' ? (
        <MultiSelect
          label={t('people.auth.nationalsOf')}
          values={nationalities}
          options={countryOptions(t)}
          searchable
          onChange={setNationalities}
        />
      ) : personId === null ? (
        <PersonPicker
          label={t('people.auth.person')}
          value={person}
          onChange={setPerson}
          first={authorisation?.personId == null ? [] : [{ id: authorisation.personId, name: authorisation.personName, detail: '' }]}
        />
      ) : null}
      <MultiSelect
        label={t('people.auth.assets')}
        searchable
        values={assetIds}
        options={(assets.data?.rows ?? []).map((row) => ({ value: row.id as string, label: `${row.name} ${row.versionLabel}`.trim() }))}
        onChange={setAssetIds}
      />
      <TextField label={t('people.auth.eccns')} hint={t('people.auth.eccnsHint')} value={eccns} onChange={setEccns} maxLength={400} />
      <div className={classes['pair']}>
        <DayField label={t('people.auth.from')} value={from} onChange={setFrom} />
        <DayField label={t('people.auth.to')} value={to} onChange={setTo} />
      </div>
      <Select
        label={t('people.auth.status')}
        value={status}
        options={AuthorisationStatus.options.map((value) => ({ value, label: t(`people.authStatus.${value}`) }))}
        onChange={setStatus}
      />
      <TextField label={t('people.auth.evidence')} value={evidence} onChange={setEvidence} maxLength={400} />
      <TextArea label={t('people.auth.note')} value={note} onChange={setNote} rows={2} maxLength={400} />
      {authorisation === null ? null : (
        <Button size="small" kind="quiet" busy={remove.pending} onClick={() => void takeAway()}>
          {t('people.remove')}
        </Button>
      )}
    </FormDialog>
  );
}
