import { useState } from 'react';
import type { TransferColumns, TransferDetail } from '../../../../src-shared/contract/transfers.ts';
import { AuthorityKind, TransferKind } from '../../../../src-shared/model/transfer.ts';
import { countryCodes, countryName } from '../../../../src-shared/text/countries.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import {
  DayField,
  dayOf,
  MultiSelect,
  type ProductText,
  Select,
  type SelectOption,
  TextArea,
  TextField,
  useText,
  useToast,
} from '../../../ui/index.ts';
import classes from '../transfers.module.css';
import { ItemLines, PartyLines } from './Lines.tsx';

interface TransferDialogProps {
  /** Null: a new one. */
  readonly transfer: TransferDetail | null;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

const nothing: TransferColumns = {
  ...{
    kind: 'shipment',
    reference: '',
    items: [{ assetId: null, name: '', quantity: '' }],
    destination: null,
    transits: [],
    plannedOn: null,
  },
  parties: [{ partyId: null, name: '', role: 'endUser' }],
  ...{ means: '', endUse: '', authority: null, owner: '', note: '' },
};

/** Writes down what is about to go: what, to whom, where, when, how, for what, and under what. */
export function TransferDialog({ transfer, onClose, onSaved }: TransferDialogProps) {
  const t = useText();
  const toast = useToast();
  const save = useHostCommand('transfers.save');
  const [columns, setColumns] = useState<TransferColumns>(transfer?.columns ?? nothing);
  const [day, setDay] = useState<string>(transfer?.columns.plannedOn ?? '');
  const change = (some: Partial<TransferColumns>) => setColumns((now) => ({ ...now, ...some }));
  const plannedOn = dayOf(day);
  const items = columns.items.filter(({ name }) => name.trim() !== '');
  const submit = async () => {
    if (plannedOn === undefined) return;
    const parties = columns.parties.filter(({ name }) => name.trim() !== '');
    const reply = await save.run({
      id: transfer?.row.id ?? null,
      revision: transfer?.row.revision ?? 0,
      columns: { ...columns, items, parties, plannedOn },
    });
    if (!reply.ok) return;
    toast({ message: t('transfers.dialog.saved', { number: reply.value.row.number }) });
    onSaved(reply.value.row.id);
  };
  return (
    <FormDialog
      title={transfer === null ? t('transfers.dialog.new') : t('transfers.dialog.edit', { number: transfer.row.number })}
      width={760}
      onClose={onClose}
      submitLabel={t('transfers.dialog.save')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={items.length === 0 ? t('transfers.needs.items') : plannedOn === undefined ? t('transfers.needs.day') : undefined}
      error={save.error}
    >
      <div className={classes['pair']}>
        <Select<TransferKind>
          label={t('transfers.field.kind')}
          hint={t(`transfers.kindHint.${columns.kind}`)}
          value={columns.kind}
          options={TransferKind.options.map((value) => ({ value, label: t(`transfers.kind.${value}`) }))}
          onChange={(kind) => change({ kind })}
        />
        <TextField
          label={t('transfers.field.reference')}
          autoFocus
          value={columns.reference}
          onChange={(reference) => change({ reference })}
          maxLength={120}
        />
      </div>
      <ItemLines items={columns.items} onChange={(next) => change({ items: next })} />
      <PartyLines parties={columns.parties} onChange={(parties) => change({ parties })} />
      <div className={classes['pair']}>
        <Select
          label={t('transfers.field.destination')}
          value={columns.destination}
          options={countries(t)}
          onChange={(destination) => change({ destination })}
          onClear={() => change({ destination: null })}
        />
        <MultiSelect
          label={t('transfers.field.transits')}
          values={columns.transits}
          searchable
          options={countries(t)}
          onChange={(transits) => change({ transits: [...transits].slice(0, 20) })}
        />
      </div>
      <div className={classes['pair']}>
        <DayField label={t('transfers.field.plannedOn')} value={day} onChange={setDay} />
        <TextField label={t('transfers.field.owner')} value={columns.owner} onChange={(owner) => change({ owner })} maxLength={200} />
      </div>
      <TextField
        label={t('transfers.field.means')}
        hint={t('transfers.field.meansHint')}
        value={columns.means}
        onChange={(means) => change({ means })}
        maxLength={600}
      />
      <TextArea
        label={t('transfers.field.endUse')}
        value={columns.endUse}
        onChange={(endUse) => change({ endUse })}
        rows={2}
        maxLength={2000}
      />
      <AuthorityFields authority={columns.authority} onChange={(authority) => change({ authority })} />
      <TextArea label={t('transfers.field.note')} value={columns.note} onChange={(note) => change({ note })} rows={2} maxLength={4000} />
    </FormDialog>
  );
}

const countries = (t: ProductText): readonly SelectOption[] =>
  countryCodes
    .map((code) => ({ value: code, label: countryName(t.locale, code), detail: code }))
    .sort((a, b) => a.label.localeCompare(b.label, t.locale));

interface AuthorityFieldsProps {
  readonly authority: TransferColumns['authority'];
  readonly onChange: (authority: TransferColumns['authority']) => void;
}

/** The user's own statement under what it goes, said to be just that. */
function AuthorityFields({ authority, onChange }: AuthorityFieldsProps) {
  const t = useText();
  return (
    <fieldset className={classes['lines']}>
      <legend>{t('transfers.authority')}</legend>
      <p className="muted">{t('transfers.authority.text')}</p>
      <div className={classes['pair']}>
        <Select<AuthorityKind>
          label={t('transfers.field.authority')}
          placeholder={t('transfers.authority.none')}
          value={authority?.kind ?? null}
          options={AuthorityKind.options.map((value) => ({ value, label: t(`transfers.authority.${value}`) }))}
          onChange={(kind) => onChange({ reference: '', basis: '', ...authority, kind })}
          onClear={() => onChange(null)}
        />
        {authority === null ? null : (
          <TextField
            label={t('transfers.authority.reference')}
            value={authority.reference}
            onChange={(reference) => onChange({ ...authority, reference })}
            maxLength={200}
          />
        )}
      </div>
      {authority === null ? null : (
        <TextArea
          label={t('transfers.authority.basis')}
          hint={t('transfers.authority.basisHint')}
          value={authority.basis}
          onChange={(basis) => onChange({ ...authority, basis })}
          rows={2}
          maxLength={2000}
        />
      )}
    </fieldset>
  );
}
