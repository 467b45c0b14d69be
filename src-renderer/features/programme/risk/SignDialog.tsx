import { useState } from 'react';
import type { RiskDetail } from '../../../../src-shared/contract/programme.ts';
import { dayAfter } from '../../../../src-shared/model/dates.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { FormDialog, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { DayField, dayOf, TextArea, TextField, useText, useToast } from '../../../ui/index.ts';

interface RiskProps {
  readonly risk: RiskDetail;
  readonly onClose: () => void;
}

/** Signs an assessment by name; says what is accepted with it. */
export function SignDialog(props: RiskProps) {
  const settings = useHostQuery('settings.get', {});
  return settings.data === undefined ? null : (
    <SignForm {...props} today={settings.data.today} me={settings.data.workspace?.person.name ?? ''} />
  );
}

function SignForm({ risk, onClose, me, today }: RiskProps & { readonly me: string; readonly today: string }) {
  const t = useText();
  const toast = useToast();
  const sign = useHostCommand('programme.signRisk');
  const undo = useHostCommand('journal.undo');
  const settings = useHostQuery('programme.settings', {});
  const [by, setBy] = useState(me);
  const [on, setOn] = useState<string>(today);
  const [note, setNote] = useState('');
  const signedOn = dayOf(on);
  const { id, revision, assessedOn } = risk.summary;
  const submit = async () => {
    if (signedOn === null || signedOn === undefined) return;
    const reply = await sign.run({ id, revision, by, on: signedOn, note });
    if (!reply.ok) return;
    const day = dayAfter(assessedOn, settings.data?.riskEveryDays ?? 91);
    toast({ message: t('programme.risk.signDone', { day: formatDay(day, t.locale) }), onUndo: () => void undo.run({}) });
    onClose();
  };
  return (
    <FormDialog
      title={t('programme.risk.signTitle')}
      onClose={onClose}
      submitLabel={t('programme.risk.signSubmit')}
      onSubmit={() => void submit()}
      busy={sign.pending}
      missing={
        by.trim() === '' ? t('programme.duty.nameFirst') : signedOn === null || signedOn === undefined ? t('field.noDay') : undefined
      }
      error={sign.error}
    >
      <p>{t('programme.risk.signWhat')}</p>
      <TextField label={t('programme.risk.signName')} value={by} onChange={setBy} maxLength={200} />
      <DayField label={t('programme.risk.signOn')} value={on} onChange={setOn} required />
      <TextArea label={t('programme.risk.signNote')} value={note} onChange={setNote} rows={2} maxLength={2000} />
    </FormDialog>
  );
}

/** Opens a signed assessment again, with a reason that stays in its history. */
export function ReopenDialog({ risk, onClose }: RiskProps) {
  const t = useText();
  const reopen = useHostCommand('programme.reopenRisk');
  const [reason, setReason] = useState('');
  const { id, revision } = risk.summary;
  const submit = async () => {
    const reply = await reopen.run({ id, revision, reason });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('programme.risk.reopenTitle')}
      onClose={onClose}
      submitLabel={t('programme.risk.reopen')}
      onSubmit={() => void submit()}
      busy={reopen.pending}
      missing={reason.trim() === '' ? t('programme.risk.reopenReasonFirst') : undefined}
      error={reopen.error}
    >
      <TextArea label={t('programme.risk.reopenReason')} value={reason} onChange={setReason} rows={3} maxLength={2000} />
    </FormDialog>
  );
}
