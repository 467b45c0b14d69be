import { useState } from 'react';
import type { PartyDetail, PartyRow } from '../../../../src-shared/contract/parties.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { ChoiceCards, TextArea, useText } from '../../../ui/index.ts';

const states = ['complete', 'noneFurther', 'partial', 'unknown'] as const satisfies readonly PartyRow['ownersKnown'][];

/** How far the owners are known, and how somebody knows. */
export function OwnersKnownDialog({ party, onClose }: { readonly party: PartyDetail; readonly onClose: () => void }) {
  const t = useText();
  const save = useHostCommand('parties.setOwnersKnown');
  const [ownersKnown, setKnown] = useState<PartyRow['ownersKnown']>(party.row.ownersKnown);
  const [reason, setReason] = useState(party.ownersReason);
  const submit = async () => {
    const reply = await save.run({ id: party.row.id, revision: party.row.revision, ownersKnown, reason });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('parties.ownership.knownTitle', { name: party.row.name })}
      onClose={onClose}
      submitLabel={t('parties.save')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={ownersKnown !== 'unknown' && reason.trim() === '' ? t('parties.ownership.reasonFirst') : undefined}
      error={save.error}
    >
      <ChoiceCards<PartyRow['ownersKnown']>
        label={t('parties.ownership.known')}
        value={ownersKnown}
        onChange={setKnown}
        choices={states.map((value) => ({ value, label: t(`parties.ownersKnown.${value}`), detail: t(`parties.ownersKnownWhy.${value}`) }))}
      />
      <TextArea label={t('parties.ownership.reason')} value={reason} onChange={setReason} rows={2} maxLength={600} />
    </FormDialog>
  );
}
