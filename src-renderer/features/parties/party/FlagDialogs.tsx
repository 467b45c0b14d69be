import { useState } from 'react';
import type { FlagLine } from '../../../../src-shared/contract/red-flags.ts';
import { formatDay, localDay } from '../../../../src-shared/text/dates.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { DayField, dayOf, TextArea, TextField, useText } from '../../../ui/index.ts';
import classes from './flags.module.css';

interface FlagDialogProps {
  readonly partyId: string;
  readonly flag: FlagLine;
  /** Whoever works in the workspace. */
  readonly person: string;
  readonly onClose: () => void;
}

/** Who and on which day, from `earliest` on; today's day and the person at work where nobody says otherwise. */
function useBy(person: string, first: { readonly by: string; readonly on: string } | null, earliest: string | null = null) {
  const t = useText();
  const [by, setBy] = useState(first?.by ?? person);
  const [typed, setTyped] = useState<string>(first?.on ?? localDay(new Date()));
  const on = dayOf(typed) ?? null;
  return {
    by,
    on,
    missing:
      by.trim() === ''
        ? t('redFlags.needs.by')
        : on === null || on > localDay(new Date())
          ? t('redFlags.needs.day')
          : earliest !== null && on < earliest
            ? t('redFlags.needs.after', { day: formatDay(earliest, t.locale) })
            : undefined,
    fields: (
      <div className={classes['pair']}>
        <TextField label={t('redFlags.by')} required value={by} onChange={setBy} maxLength={200} />
        <DayField label={t('redFlags.on')} required value={typed} onChange={setTyped} />
      </div>
    ),
  };
}

/** Records what was seen, or changes what was said of it. */
export function SeenFlagDialog({ partyId, flag, person, onClose }: FlagDialogProps) {
  const t = useText();
  const answer = useHostCommand('redFlags.answer');
  const before = flag.answer?.state === 'seen' ? flag.answer : null;
  const [note, setNote] = useState(before?.note ?? '');
  const { by, on, missing, fields } = useBy(person, before);
  const submit = async () => {
    if (on === null) return;
    const reply = await answer.run({ partyId, flags: [flag.id], state: 'seen', note, by, on });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('redFlags.seenTitle', { flag: flag.text })}
      onClose={onClose}
      submitLabel={t('redFlags.saveSeen')}
      onSubmit={() => void submit()}
      busy={answer.pending}
      missing={note.trim() === '' ? t('redFlags.needs.note') : missing}
      error={answer.error}
    >
      <TextArea
        label={t('redFlags.note')}
        hint={t('redFlags.noteHint')}
        required
        value={note}
        onChange={setNote}
        rows={4}
        maxLength={2000}
      />
      {fields}
    </FormDialog>
  );
}

/** Resolves one that was seen. Nothing but a written reason does. */
export function ResolveFlagDialog({ partyId, flag, person, onClose }: FlagDialogProps) {
  const t = useText();
  const resolve = useHostCommand('redFlags.resolve');
  const [reason, setReason] = useState('');
  const { by, on, missing, fields } = useBy(person, null, flag.answer?.on);
  const submit = async () => {
    if (on === null) return;
    const reply = await resolve.run({ partyId, flag: flag.id, reason, by, on });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('redFlags.resolveTitle', { flag: flag.text })}
      onClose={onClose}
      submitLabel={t('redFlags.resolve')}
      onSubmit={() => void submit()}
      busy={resolve.pending}
      missing={reason.trim() === '' ? t('redFlags.needs.reason') : missing}
      error={resolve.error}
    >
      <p dir="auto" className={`muted ${classes['seen'] ?? ''}`}>
        {flag.answer?.note}
      </p>
      <TextArea
        label={t('redFlags.reason')}
        hint={t('redFlags.reasonHint')}
        required
        value={reason}
        onChange={setReason}
        rows={4}
        maxLength={2000}
      />
      {fields}
    </FormDialog>
  );
}
