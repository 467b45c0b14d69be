import { useState } from 'react';
import type { RecurringItem } from '../../../../src-shared/contract/plan.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { TextArea, useText, useToast } from '../../../ui/index.ts';

/** Notes that something of the calendar was done without a task, as after the plan, with what proves it. */
export function DoneDialog({ item, onClose }: { readonly item: RecurringItem; readonly onClose: () => void }) {
  const t = useText();
  const toast = useToast();
  const done = useHostCommand('plan.doneRecurring');
  const undo = useHostCommand('journal.undo');
  const [note, setNote] = useState('');
  const submit = async () => {
    const reply = await done.run({ id: item.id, revision: item.revision, note: note.trim() });
    if (!reply.ok) return;
    const { title, next } = reply.value;
    toast({ message: t('plan.calendar.doneSaid', { title, day: formatDay(next, t.locale) }), onUndo: () => void undo.run({}) });
    onClose();
  };
  return (
    <FormDialog
      title={t('plan.calendar.doneTitle', { title: item.title })}
      onClose={onClose}
      submitLabel={t('plan.calendar.done')}
      onSubmit={() => void submit()}
      busy={done.pending}
      missing={note.trim() === '' ? t('plan.calendar.doneFirst') : undefined}
      error={done.error}
    >
      <TextArea
        label={t('plan.calendar.doneNote')}
        hint={t('plan.calendar.doneHint')}
        required
        value={note}
        onChange={setNote}
        rows={3}
        maxLength={280}
        autoFocus
      />
    </FormDialog>
  );
}
