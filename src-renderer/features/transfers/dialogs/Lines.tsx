import { IconPlus, IconX } from '@tabler/icons-react';
import type { TransferItem, TransferParty } from '../../../../src-shared/contract/transfers.ts';
import { TransferRole } from '../../../../src-shared/model/transfer.ts';
import { Button, IconButton, Select, TextField, useText } from '../../../ui/index.ts';
import classes from '../transfers.module.css';
import { RecordOrName } from './RecordOrName.tsx';

/** What goes, line by line, with its quantity. */
export function ItemLines({
  items,
  onChange,
}: {
  readonly items: readonly TransferItem[];
  readonly onChange: (items: TransferItem[]) => void;
}) {
  const t = useText();
  const change = (at: number, some: Partial<TransferItem>) =>
    onChange(items.map((one, place) => (place === at ? { ...one, ...some } : one)));
  return (
    <fieldset className={classes['lines']}>
      <legend>{t('transfers.field.items')}</legend>
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing of its own but its place
        <div key={at} className={classes['item']}>
          <RecordOrName
            kind="asset"
            label={t('transfers.field.item')}
            id={item.assetId}
            name={item.name}
            onChange={({ id, name }) => change(at, { assetId: id, name })}
          />
          <TextField
            label={t('transfers.field.quantity')}
            value={item.quantity}
            onChange={(quantity) => change(at, { quantity })}
            maxLength={60}
          />
          <IconButton
            icon={IconX}
            label={t('transfers.removeItem', { line: at + 1 })}
            onClick={() => onChange(items.filter((_, place) => place !== at))}
          />
        </div>
      ))}
      <Button size="small" icon={IconPlus} onClick={() => onChange([...items, { assetId: null, name: '', quantity: '' }])}>
        {t('transfers.addItem')}
      </Button>
    </fieldset>
  );
}

/** To whom, each with the role it has in this transfer. */
export function PartyLines({
  parties,
  onChange,
}: {
  readonly parties: readonly TransferParty[];
  readonly onChange: (parties: TransferParty[]) => void;
}) {
  const t = useText();
  const change = (at: number, some: Partial<TransferParty>) =>
    onChange(parties.map((one, place) => (place === at ? { ...one, ...some } : one)));
  return (
    <fieldset className={classes['lines']}>
      <legend>{t('transfers.field.parties')}</legend>
      {parties.map((party, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing of its own but its place
        <div key={at} className={classes['party']}>
          <RecordOrName
            kind="party"
            label={t('transfers.field.party')}
            id={party.partyId}
            name={party.name}
            onChange={({ id, name }) => change(at, { partyId: id, name })}
          />
          <Select<TransferRole>
            label={t('transfers.field.role')}
            value={party.role}
            options={TransferRole.options.map((value) => ({ value, label: t(`parties.role.${value}`) }))}
            onChange={(role) => change(at, { role })}
          />
          <IconButton
            icon={IconX}
            label={t('transfers.removeParty', { line: at + 1 })}
            onClick={() => onChange(parties.filter((_, place) => place !== at))}
          />
        </div>
      ))}
      <Button
        size="small"
        icon={IconPlus}
        onClick={() => onChange([...parties, { partyId: null, name: '', role: 'intermediateConsignee' }])}
      >
        {t('transfers.addParty')}
      </Button>
    </fieldset>
  );
}
