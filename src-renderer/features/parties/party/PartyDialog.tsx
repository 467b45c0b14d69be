import { useState } from 'react';
import { type PartyDetail, PartyKind, RiskTier } from '../../../../src-shared/contract/parties.ts';
import { PartyRole } from '../../../../src-shared/model/party-role.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { MultiSelect, Select, TextArea, TextField, useText } from '../../../ui/index.ts';
import classes from '../parties.module.css';
import { countryOptions } from '../words.tsx';
import { type Identifier, IdentifierLines, type Name, NameLines, type Place, PlaceLines } from './LineFields.tsx';

interface PartyDialogProps {
  /** Null adds one. */
  readonly party: PartyDetail | null;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

type Columns = PartyDetail['columns'];
const empty: Columns = {
  kind: 'organisation',
  name: '',
  externalId: '',
  roles: [],
  registrationCountry: null,
  headquartersCountry: null,
  operationCountries: [],
  birth: '',
  nationalities: [],
  gender: null,
  business: '',
  website: '',
  tier: null,
  tierReason: '',
  owner: '',
  note: '',
};
const birthForm = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** Adds or edits a party. What was typed stays when saving is refused. */
export function PartyDialog({ party, onClose, onSaved }: PartyDialogProps) {
  const t = useText();
  const create = useHostCommand('parties.create');
  const update = useHostCommand('parties.update');
  const [columns, setColumns] = useState<Columns>(party?.columns ?? empty);
  const [names, setNames] = useState<readonly Name[]>(party?.names ?? []);
  const [identifiers, setIdentifiers] = useState<readonly Identifier[]>(party?.identifiers ?? []);
  const [places, setPlaces] = useState<readonly Place[]>(party?.places ?? []);
  const set = (change: Partial<Columns>) => setColumns((now) => ({ ...now, ...change }));
  const countries = countryOptions(t);
  const person = columns.kind === 'person';
  const blank = [
    ...names.filter(({ text }) => text.trim() === '').map(() => t('parties.names')),
    ...identifiers.filter(({ value }) => value.trim() === '').map(() => t('parties.identifiers')),
    ...places.filter(({ text }) => text.trim() === '').map(() => t('parties.addresses')),
  ][0];
  const missing =
    columns.name.trim() === ''
      ? t('parties.nameFirst')
      : columns.tier !== null && columns.tierReason.trim() === ''
        ? t('parties.reasonFirst')
        : columns.birth.trim() !== '' && !birthForm.test(columns.birth.trim())
          ? t('parties.birthForm')
          : blank === undefined
            ? undefined
            : t('parties.lineFirst', { what: blank });
  const submit = async () => {
    const lines = { names: [...names], identifiers: [...identifiers], places: [...places] };
    let saved = party;
    if (saved === null) {
      const made = await create.run({ columns });
      if (!made.ok) return;
      saved = made.value;
      if (names.length + identifiers.length + places.length === 0) return onSaved(saved.row.id);
    }
    const changed = await update.run({ id: saved.row.id, revision: saved.row.revision, columns, ...lines });
    if (changed.ok || party === null) onSaved(saved.row.id);
  };
  const text = (field: 'externalId' | 'business' | 'website' | 'owner', limit: number) => (
    <TextField label={t(`parties.field.${field}`)} value={columns[field]} onChange={(value) => set({ [field]: value })} maxLength={limit} />
  );
  const country = (field: 'registrationCountry' | 'headquartersCountry') => (
    <Select
      label={t(`parties.field.${field}`)}
      searchable
      value={columns[field]}
      options={countries}
      placeholder={t('parties.field.notSaid')}
      onChange={(value) => set({ [field]: value })}
      onClear={() => set({ [field]: null })}
    />
  );
  const several = (field: 'operationCountries' | 'nationalities') => (
    <MultiSelect
      label={t(`parties.field.${field}`)}
      searchable
      values={columns[field]}
      options={countries}
      placeholder={t('parties.field.notSaid')}
      onChange={(values) => set({ [field]: [...values] })}
    />
  );
  return (
    <FormDialog
      title={party === null ? t('parties.new.title') : t('parties.edit.title', { name: party.row.name })}
      onClose={onClose}
      submitLabel={t(party === null ? 'parties.add' : 'parties.save')}
      onSubmit={() => void submit()}
      busy={create.pending || update.pending}
      missing={missing}
      error={create.error ?? update.error}
    >
      <TextField
        label={t('parties.field.name')}
        required
        value={columns.name}
        onChange={(name) => set({ name })}
        maxLength={400}
        autoFocus
      />
      <div className={classes['pair']}>
        <Select<PartyKind>
          label={t('parties.field.kind')}
          value={columns.kind}
          options={PartyKind.options.map((value) => ({ value, label: t(`parties.kind.${value}`) }))}
          onChange={(kind) => set({ kind })}
        />
        <MultiSelect<PartyRole>
          label={t('parties.field.roles')}
          values={columns.roles}
          placeholder={t('parties.field.notSaid')}
          options={PartyRole.options.map((value) => ({ value, label: t(`parties.role.${value}`) }))}
          onChange={(roles) => set({ roles: [...roles] })}
        />
        {text('externalId', 120)}
        {text('owner', 200)}
        {person ? (
          <>
            <TextField
              label={t('parties.field.birth')}
              hint={t('parties.field.birthHint')}
              value={columns.birth}
              onChange={(birth) => set({ birth })}
              maxLength={10}
            />
            {several('nationalities')}
            <Select<'male' | 'female'>
              label={t('parties.field.gender')}
              value={columns.gender}
              placeholder={t('parties.field.notSaid')}
              options={(['female', 'male'] as const).map((value) => ({ value, label: t(`parties.gender.${value}`) }))}
              onChange={(gender) => set({ gender })}
              onClear={() => set({ gender: null })}
            />
          </>
        ) : (
          <>
            {country('registrationCountry')}
            {country('headquartersCountry')}
            {several('operationCountries')}
          </>
        )}
        {text('business', 600)}
        {text('website', 300)}
        <Select<RiskTier>
          label={t('parties.field.tier')}
          value={columns.tier}
          placeholder={t('parties.tier.none')}
          options={RiskTier.options.map((value) => ({ value, label: t(`parties.tier.${value}`) }))}
          onChange={(tier) => set({ tier })}
          onClear={() => set({ tier: null })}
        />
      </div>
      {columns.tier === null ? null : (
        <TextField
          label={t('parties.field.tierReason')}
          required
          value={columns.tierReason}
          onChange={(tierReason) => set({ tierReason })}
          maxLength={600}
        />
      )}
      <NameLines lines={names} onChange={setNames} />
      <IdentifierLines lines={identifiers} onChange={setIdentifiers} />
      <PlaceLines lines={places} onChange={setPlaces} countries={countries} />
      <TextArea label={t('parties.field.note')} value={columns.note} onChange={(note) => set({ note })} rows={2} maxLength={4000} />
    </FormDialog>
  );
}
