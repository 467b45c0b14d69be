import { useState } from 'react';
import type { TransferDetail } from '../../../../src-shared/contract/transfers.ts';
import { FormDialog, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { DayField, dayOf, Note, TextArea, useText, useToast } from '../../../ui/index.ts';

interface DecisionDialogProps {
  readonly transfer: TransferDetail;
  readonly onClose: () => void;
}

/** A decision that wants its reason: to hold, to release, to refuse, to cancel. */
export function ReasonDialog({
  transfer,
  onClose,
  what,
}: DecisionDialogProps & { readonly what: 'hold' | 'release' | 'refuse' | 'cancel' }) {
  const t = useText();
  const toast = useToast();
  const [hold, release, stop, undo] = [
    useHostCommand('transfers.hold'),
    useHostCommand('transfers.release'),
    useHostCommand('transfers.stop'),
    useHostCommand('journal.undo'),
  ];
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const day = dayOf(until);
  const { id, revision, number } = transfer.row;
  const submit = async () => {
    if (day === undefined) return;
    const at = { id, revision, reason };
    const reply =
      what === 'hold'
        ? await hold.run({ ...at, until: day })
        : what === 'release'
          ? await release.run(at)
          : await stop.run({ ...at, outcome: what });
    if (!reply.ok) return;
    toast({ message: t(`transfers.${what}.done`, { number }), onUndo: () => void undo.run({}) });
    onClose();
  };
  const { pending, error } = what === 'hold' ? hold : what === 'release' ? release : stop;
  return (
    <FormDialog
      title={t(`transfers.${what}.title`, { number })}
      onClose={onClose}
      submitLabel={t(`transfers.${what}`)}
      onSubmit={() => void submit()}
      busy={pending}
      missing={reason.trim() === '' ? t('transfers.needs.reason') : day === undefined ? t('transfers.needs.day') : undefined}
      error={error}
    >
      {what === 'hold' ? <p>{t('transfers.hold.lead')}</p> : null}
      <TextArea label={t('transfers.reason')} required value={reason} onChange={setReason} rows={3} maxLength={2000} autoFocus />
      {what === 'hold' ? <DayField label={t('transfers.hold.until')} value={until} onChange={setUntil} /> : null}
    </FormDialog>
  );
}

/** It went. Where nobody cleared it, how that came about is asked for. */
export function GoneDialog({ transfer, onClose }: DecisionDialogProps) {
  const t = useText();
  const toast = useToast();
  const gone = useHostCommand('transfers.gone');
  const undo = useHostCommand('journal.undo');
  const today = useHostQuery('settings.get', {}).data?.today ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const [how, setHow] = useState('');
  const day = dayOf(typed ?? today);
  const { id, revision, number, state } = transfer.row;
  const isCleared = state === 'cleared';
  const submit = async () => {
    if (day === null || day === undefined) return;
    const reply = await gone.run({ id, revision, goneOn: day, afterTheFact: isCleared ? null : how });
    if (!reply.ok) return;
    toast({ message: t('transfers.gone.done', { number }), onUndo: () => void undo.run({}) });
    onClose();
  };
  return (
    <FormDialog
      title={t('transfers.gone.title', { number })}
      onClose={onClose}
      submitLabel={t('transfers.gone')}
      onSubmit={() => void submit()}
      busy={gone.pending}
      missing={
        day === null || day === undefined
          ? t('transfers.needs.day')
          : !isCleared && how.trim() === ''
            ? t('transfers.needs.reason')
            : undefined
      }
      error={gone.error}
    >
      {isCleared ? null : (
        <Note tone="restricted">
          {t('transfers.gone.after')}. {t('transfers.gone.afterText')}
        </Note>
      )}
      <DayField label={t('transfers.gone.on')} required value={typed ?? today} onChange={setTyped} />
      {isCleared ? null : <TextArea label={t('transfers.gone.how')} required value={how} onChange={setHow} rows={3} maxLength={2000} />}
    </FormDialog>
  );
}
