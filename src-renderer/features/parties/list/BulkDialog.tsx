import { useState } from 'react';
import { RiskTier } from '../../../../src-shared/contract/parties.ts';
import { PartyRole } from '../../../../src-shared/model/party-role.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { MultiSelect, Select, TextField, useText, useToast } from '../../../ui/index.ts';

interface BulkDialogProps {
  readonly ids: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Roles, risk tier and who looks after them, for many parties at once. What is left empty stays as it is. */
export function BulkDialog({ ids, onClose, onDone }: BulkDialogProps) {
  const t = useText();
  const toast = useToast();
  const change = useHostCommand('parties.setMany');
  const undo = useHostCommand('journal.undo');
  const [roles, setRoles] = useState<readonly PartyRole[]>([]);
  const [tier, setTier] = useState<RiskTier | null>(null);
  const [reason, setReason] = useState('');
  const [owner, setOwner] = useState('');
  const nothing = roles.length === 0 && tier === null && owner.trim() === '';
  const missing = nothing ? t('parties.bulk.nothing') : tier !== null && reason.trim() === '' ? t('parties.bulk.reasonFirst') : undefined;
  const submit = async () => {
    const reply = await change.run({
      ids: [...ids],
      change: {
        ...(roles.length === 0 ? {} : { roles: [...roles] }),
        ...(tier === null ? {} : { tier, tierReason: reason }),
        ...(owner.trim() === '' ? {} : { owner }),
      },
    });
    if (!reply.ok) return;
    toast({ message: t('parties.bulk.done', { count: reply.value.changed }), onUndo: () => void undo.run({}) });
    onDone();
  };
  return (
    <FormDialog
      title={t('parties.bulk.title', { count: ids.length })}
      onClose={onClose}
      submitLabel={t('parties.bulk.edit')}
      onSubmit={() => void submit()}
      busy={change.pending}
      missing={missing}
      error={change.error}
    >
      <p className="muted">{t('parties.bulk.what')}</p>
      <MultiSelect<PartyRole>
        label={t('parties.bulk.roles')}
        values={roles}
        options={PartyRole.options.map((value) => ({ value, label: t(`parties.role.${value}`) }))}
        onChange={setRoles}
      />
      <Select<RiskTier>
        label={t('parties.field.tier')}
        value={tier}
        options={RiskTier.options.map((value) => ({ value, label: t(`parties.tier.${value}`) }))}
        onChange={setTier}
        onClear={() => setTier(null)}
      />
      {tier === null ? null : <TextField label={t('parties.field.tierReason')} value={reason} onChange={setReason} maxLength={600} />}
      <TextField label={t('parties.field.owner')} value={owner} onChange={setOwner} maxLength={200} />
    </FormDialog>
  );
}
