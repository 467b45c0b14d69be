import { useState } from 'react';
import { IsoDate } from '../../../../src-shared/model/dates.ts';
import type { ItemFinding } from '../../../../src-shared/model/finding.ts';
import { FormDialog, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { ChoiceCards, TextArea, TextField, useText } from '../../../ui/index.ts';

interface DecideDialogProps {
  readonly findingId: string;
  readonly finding: ItemFinding;
  readonly onClose: () => void;
}

/** A person's answer to a finding: follow it, or set another classification with a reason. Either lapses on a day. */
export function DecideDialog({ findingId, finding, onClose }: DecideDialogProps) {
  const t = useText();
  const decide = useHostCommand('classification.decide');
  const settings = useHostQuery('settings.get', {});
  const [kind, setKind] = useState<'accepted' | 'overridden'>('accepted');
  const [classification, setClassification] = useState(finding.classification);
  const [reason, setReason] = useState('');
  const [by, setBy] = useState<string | null>(null);
  const [expires, setExpires] = useState<string | null>(null);
  const person = by ?? settings.data?.workspace?.person.name ?? '';
  const until = expires ?? inAYear(settings.data?.today);
  const day = IsoDate.safeParse(until);
  const missing =
    reason.trim() === ''
      ? t('inventory.reasonFirst')
      : person.trim() === ''
        ? t('inventory.personFirst')
        : day.success
          ? undefined
          : t('inventory.dayFormat');
  const submit = async () => {
    if (!day.success) return;
    const reply = await decide.run({
      findingId,
      kind,
      classification: kind === 'accepted' ? finding.classification : classification,
      reason,
      decidedBy: person,
      expiresOn: day.data,
    });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('inventory.decideTitle')}
      onClose={onClose}
      submitLabel={t('inventory.recordDecision')}
      onSubmit={() => void submit()}
      busy={decide.pending}
      missing={missing}
      error={decide.error}
    >
      <ChoiceCards
        label={t('inventory.decision')}
        value={kind}
        onChange={setKind}
        choices={[
          {
            value: 'accepted',
            label: t('inventory.accept', { classification: finding.classification }),
            detail: t('inventory.acceptDetail'),
          },
          { value: 'overridden', label: t('inventory.override'), detail: t('inventory.overrideDetail') },
        ]}
      />
      {kind === 'overridden' ? (
        <TextField label={t('inventory.classification')} value={classification} onChange={setClassification} maxLength={120} />
      ) : null}
      <TextArea label={t('inventory.reason')} required value={reason} onChange={setReason} rows={3} maxLength={4000} />
      <TextField label={t('inventory.decidedByLabel')} value={person} onChange={setBy} maxLength={120} />
      <TextField
        label={t('inventory.holdsUntil')}
        value={until}
        onChange={setExpires}
        maxLength={10}
        error={day.success ? undefined : t('inventory.dayFormat')}
      />
    </FormDialog>
  );
}

function inAYear(today: string | undefined): string {
  if (today === undefined) return '';
  return `${Number(today.slice(0, 4)) + 1}${today.slice(4) === '-02-29' ? '-02-28' : today.slice(4)}`;
}
