import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import {
  EmploymentKind,
  type Identifier,
  type OtherName,
  type PersonColumns,
  type PersonDetail,
} from '../../../../src-shared/contract/people.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { Button, DayField, dayOf, IconButton, Select, TextArea, TextField, useText } from '../../../ui/index.ts';
import classes from '../people.module.css';
import { countryOptions } from '../words.tsx';

interface PersonDialogProps {
  /** Null adds somebody. */
  readonly person: PersonDetail | null;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

const nameKinds = ['ownScript', 'preferred', 'former', 'alias'] as const;

/** Adds or edits a person. What is restricted is asked for on the tab of its own, where there is a ground for it. */
export function PersonDialog({ person, onClose, onSaved }: PersonDialogProps) {
  const t = useText();
  const create = useHostCommand('people.create');
  const update = useHostCommand('people.update');
  const before = person?.columns;
  const [columns, setColumns] = useState<PersonColumns>(before ?? { name: '' });
  const [start, setStart] = useState(before?.startOn ?? '');
  const [end, setEnd] = useState(before?.lastDay ?? '');
  const [accounts, setAccounts] = useState('');
  const [names, setNames] = useState<readonly OtherName[]>(person?.otherNames ?? []);
  const [identifiers, setIdentifiers] = useState<readonly Identifier[]>(person?.identifiers ?? []);
  const set = (change: PersonColumns) => setColumns((now) => ({ ...now, ...change }));
  const days = [dayOf(start), dayOf(end)] as const;
  const countries = countryOptions(t);
  const name = columns.name ?? '';
  const submit = async () => {
    const [startOn, lastDay] = days;
    if (startOn === undefined || lastDay === undefined) return;
    const whole = { ...columns, name, startOn, lastDay };
    if (person === null) {
      const made = await create.run({
        columns: whole,
        accounts: accounts
          .split(/[\n;,]+/)
          .map((part) => part.trim())
          .filter((part) => part !== ''),
      });
      if (made.ok) onSaved(made.value.row.id);
      return;
    }
    const saved = await update.run({
      id: person.row.id,
      revision: person.row.revision,
      columns: whole,
      otherNames: names.filter((one) => one.text.trim() !== ''),
      identifiers: identifiers.filter((one) => one.system.trim() !== '' && one.value.trim() !== ''),
    });
    if (saved.ok) onSaved(person.row.id);
  };
  const text = (field: 'externalId' | 'role' | 'team' | 'site' | 'employer', limit = 200) => (
    <TextField
      label={t(`people.field.${field}`)}
      value={columns[field] ?? ''}
      onChange={(value) => set({ [field]: value })}
      maxLength={limit}
    />
  );
  const country = (field: 'workCountry' | 'employerCountry' | 'employerHeadquarters') => (
    <Select
      label={t(`people.field.${field}`)}
      searchable
      value={columns[field] ?? null}
      options={countries}
      placeholder={t('people.field.notSaid')}
      onChange={(value) => set({ [field]: value })}
      onClear={() => set({ [field]: null })}
    />
  );
  return (
    <FormDialog
      title={person === null ? t('people.new.title') : t('people.edit.title', { name: person.row.name })}
      onClose={onClose}
      submitLabel={t(person === null ? 'people.add' : 'people.save')}
      onSubmit={() => void submit()}
      busy={create.pending || update.pending}
      missing={name.trim() === '' ? t('inventory.nameFirst') : days.includes(undefined) ? t('field.noDay') : undefined}
      error={create.error ?? update.error}
    >
      <TextField
        label={t('people.field.name')}
        required
        value={name}
        onChange={(value) => set({ name: value })}
        maxLength={200}
        autoFocus
      />
      {person === null ? (
        <TextArea
          label={t('people.new.account')}
          hint={t('people.new.accountHint')}
          value={accounts}
          onChange={setAccounts}
          rows={2}
          maxLength={2000}
        />
      ) : null}
      <div className={classes['pair']}>
        {text('role', 400)}
        {text('team', 400)}
        {text('externalId', 120)}
        <Select<EmploymentKind>
          label={t('people.field.employment')}
          value={columns.employment ?? null}
          placeholder={t('people.field.notSaid')}
          options={EmploymentKind.options.map((value) => ({ value, label: t(`people.employment.${value}`) }))}
          onChange={(employment) => set({ employment })}
          onClear={() => set({ employment: null })}
        />
        {text('site', 400)}
        {country('workCountry')}
        <DayField label={t('people.field.startOn')} value={start} onChange={setStart} />
        <DayField label={t('people.field.lastDay')} value={end} onChange={setEnd} />
      </div>
      {person === null ? null : (
        <>
          {text('employer', 400)}
          <div className={classes['pair']}>
            {country('employerCountry')}
            {country('employerHeadquarters')}
          </div>
          <NamesFields names={names} onChange={setNames} />
          <IdentifierFields identifiers={identifiers} onChange={setIdentifiers} />
        </>
      )}
    </FormDialog>
  );
}

function NamesFields({
  names,
  onChange,
}: {
  readonly names: readonly OtherName[];
  readonly onChange: (names: readonly OtherName[]) => void;
}) {
  const t = useText();
  const put = (at: number, change: Partial<OtherName>) => onChange(names.map((one, place) => (place === at ? { ...one, ...change } : one)));
  return (
    <fieldset className={classes['form']}>
      <legend className="medium">{t('people.field.otherNames')}</legend>
      {names.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
        <div key={at} className={classes['names']}>
          <Select
            label={t('people.field.nameKind')}
            value={one.kind}
            options={nameKinds.map((value) => ({ value, label: t(`people.nameKind.${value}`) }))}
            onChange={(kind) => put(at, { kind })}
          />
          <TextField label={t('people.field.name')} value={one.text} onChange={(value) => put(at, { text: value })} maxLength={200} />
          <TextField
            label={t('people.field.language')}
            value={one.language}
            onChange={(value) => put(at, { language: value })}
            maxLength={35}
          />
          <IconButton
            icon={IconTrash}
            label={`${t('people.remove')}: ${one.text}`}
            onClick={() => onChange(names.filter((_, place) => place !== at))}
          />
        </div>
      ))}
      <Button size="small" icon={IconPlus} onClick={() => onChange([...names, { kind: 'ownScript', text: '', language: '' }])}>
        {t('people.field.addName')}
      </Button>
    </fieldset>
  );
}

interface IdentifierFieldsProps {
  readonly identifiers: readonly Identifier[];
  readonly onChange: (identifiers: readonly Identifier[]) => void;
}

function IdentifierFields({ identifiers, onChange }: IdentifierFieldsProps) {
  const t = useText();
  const put = (at: number, change: Partial<Identifier>) =>
    onChange(identifiers.map((one, place) => (place === at ? { ...one, ...change } : one)));
  return (
    <fieldset className={classes['form']}>
      <legend className="medium">{t('people.field.identifiers')}</legend>
      {identifiers.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
        <div key={at} className={classes['identifiers']}>
          <TextField label={t('people.accounts.system')} value={one.system} onChange={(system) => put(at, { system })} maxLength={80} />
          <TextField label={t('people.field.identifier')} value={one.value} onChange={(value) => put(at, { value })} maxLength={200} />
          <IconButton
            icon={IconTrash}
            label={`${t('people.remove')}: ${one.system} ${one.value}`}
            onClick={() => onChange(identifiers.filter((_, place) => place !== at))}
          />
        </div>
      ))}
      <Button size="small" icon={IconPlus} onClick={() => onChange([...identifiers, { system: '', value: '' }])}>
        {t('people.field.addIdentifier')}
      </Button>
    </fieldset>
  );
}
