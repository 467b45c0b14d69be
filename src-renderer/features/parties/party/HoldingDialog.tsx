import { useState } from 'react';
import { type HoldingView, type PartyDetail, PartyKind } from '../../../../src-shared/contract/parties.ts';
import { type HoldingKind, holdingKinds } from '../../../../src-shared/model/ownership.ts';
import { FormDialog, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { NumberField, Select, TextArea, useText } from '../../../ui/index.ts';
import { DayField, dayOf } from '../DayField.tsx';
import classes from '../parties.module.css';

interface HoldingDialogProps {
  readonly party: PartyDetail;
  /** Whether the other one owns this party or is owned by it. */
  readonly side: 'owner' | 'owned';
  /** Null adds one. */
  readonly holding: HoldingView | null;
  readonly onClose: () => void;
}

/** Adds or edits a holding. The other party is found by name, or added on the spot. */
export function HoldingDialog({ party, side, holding, onClose }: HoldingDialogProps) {
  const t = useText();
  const save = useHostCommand('parties.saveHolding');
  const create = useHostCommand('parties.create');
  const [other, setOther] = useState<{ readonly id: string; readonly name: string } | null>(otherOf(holding, side));
  const [newName, setNewName] = useState<string | null>(null);
  const [newKind, setNewKind] = useState<PartyKind>('organisation');
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<HoldingKind>(holding?.kind ?? 'shares');
  const [percent, setPercent] = useState<number | null>(holding?.percent ?? null);
  const [from, setFrom] = useState<string>(holding?.from ?? '');
  const [until, setUntil] = useState<string>(holding?.until ?? '');
  const [evidence, setEvidence] = useState(holding?.evidence ?? '');
  const [evidenceOn, setEvidenceOn] = useState<string>(holding?.evidenceOn ?? '');
  const found = useHostQuery('parties.find', { text: typed, limit: 12 }, { keepPrevious: true });
  const days = [dayOf(from), dayOf(until), dayOf(evidenceOn)] as const;
  const options = (found.data ?? [])
    .filter(({ id }) => id !== party.row.id)
    .map(({ id, name, externalId }) => ({ value: id, label: name, detail: externalId }));
  // What was chosen stays among the options, however the search goes on.
  const known =
    other === null || options.some(({ value }) => value === other.id)
      ? options
      : [{ value: other.id, label: other.name, detail: '' }, ...options];

  const submit = async () => {
    const [fromDay, untilDay, evidenceDay] = days;
    if (fromDay === undefined || untilDay === undefined || evidenceDay === undefined) return;
    let otherId = other?.id ?? null;
    if (newName !== null) {
      const made = await create.run({ columns: { name: newName, kind: newKind, roles: side === 'owner' ? ['owner'] : [] } });
      if (!made.ok) return;
      otherId = made.value.row.id;
      // The holding may still be refused: a second try must not add the party again.
      setOther({ id: otherId, name: newName });
      setNewName(null);
    }
    if (otherId === null) return;
    const reply = await save.run({
      id: holding?.id ?? null,
      revision: holding?.revision ?? 0,
      ownerId: side === 'owner' ? otherId : party.row.id,
      ownedId: side === 'owner' ? party.row.id : otherId,
      ...{ kind, percent, from: fromDay, until: untilDay, evidence, evidenceOn: evidenceDay },
    });
    if (reply.ok) onClose();
  };
  const title =
    holding === null
      ? t(side === 'owner' ? 'parties.ownership.addOwnerTitle' : 'parties.ownership.addOwnedTitle', { name: party.row.name })
      : t('parties.ownership.editTitle', { owner: holding.ownerName, owned: holding.ownedName });
  return (
    <FormDialog
      title={title}
      onClose={onClose}
      submitLabel={holding === null ? t(side === 'owner' ? 'parties.ownership.addOwner' : 'parties.ownership.addOwned') : t('parties.save')}
      onSubmit={() => void submit()}
      busy={save.pending || create.pending}
      missing={
        other === null && newName === null
          ? t('parties.ownership.whoFirst')
          : days.includes(undefined)
            ? t('parties.ownership.noDay')
            : undefined
      }
      error={create.error ?? save.error}
    >
      <Select
        label={t('parties.ownership.who')}
        required
        value={newName === null ? (other?.id ?? null) : 'new'}
        placeholder={t('parties.ownership.whoHint')}
        options={newName === null ? known : [{ value: 'new', label: newName }, ...known]}
        onSearch={setTyped}
        searching={found.isPlaceholderData || found.isPending}
        onChange={(id) => {
          if (id !== 'new') setNewName(null);
          if (id !== 'new') setOther({ id, name: known.find(({ value }) => value === id)?.label ?? '' });
        }}
        onCreate={(name) => {
          setOther(null);
          setNewName(name.trim().slice(0, 400));
        }}
        createLabel={(name) => t('parties.ownership.newParty', { name })}
      />
      {newName === null ? null : (
        <Select<PartyKind>
          label={t('parties.ownership.newKind')}
          value={newKind}
          options={PartyKind.options
            .filter((value) => side === 'owner' || value !== 'person')
            .map((value) => ({ value, label: t(`parties.kind.${value}`) }))}
          onChange={setNewKind}
        />
      )}
      <div className={classes['pair']}>
        <Select<HoldingKind>
          label={t('parties.ownership.kind')}
          value={kind}
          options={holdingKinds.map((value) => ({ value, label: t(`parties.holding.${value}`) }))}
          onChange={setKind}
        />
        <NumberField
          label={t('parties.ownership.percent')}
          hint={t('parties.ownership.percentHint')}
          value={percent}
          onCommit={setPercent}
          min={0}
          max={100}
          unit="%"
        />
        <DayField label={t('parties.ownership.from')} value={from} onChange={setFrom} />
        <DayField label={t('parties.ownership.until')} value={until} onChange={setUntil} />
      </div>
      <TextArea
        label={t('parties.ownership.evidence')}
        hint={t('parties.ownership.evidenceHint')}
        value={evidence}
        onChange={setEvidence}
        rows={2}
        maxLength={600}
      />
      <DayField label={t('parties.ownership.evidenceOn')} value={evidenceOn} onChange={setEvidenceOn} />
    </FormDialog>
  );
}

function otherOf(holding: HoldingView | null, side: 'owner' | 'owned'): { readonly id: string; readonly name: string } | null {
  if (holding === null) return null;
  return side === 'owner' ? { id: holding.ownerId, name: holding.ownerName } : { id: holding.ownedId, name: holding.ownedName };
}
