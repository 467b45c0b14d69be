import { useState } from 'react';
import type { Manual } from '../../../../src-shared/contract/programme.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { TextArea, useText, useToast } from '../../../ui/index.ts';
import { PersonField } from '../PersonField.tsx';

/** Freezes the manual as the next version, approved by name. */
export function IssueDialog({ manual, onClose }: { readonly manual: Manual; readonly onClose: () => void }) {
  const t = useText();
  const toast = useToast();
  const issue = useHostCommand('programme.issueManual');
  const undo = useHostCommand('journal.undo');
  const [approvedBy, setApprovedBy] = useState('');
  const [note, setNote] = useState('');
  const number = (manual.versions[0]?.number ?? 0) + 1;
  const submit = async () => {
    const reply = await issue.run({ approvedBy, note });
    if (!reply.ok) return;
    toast({ message: t('programme.manual.issued', { number: reply.value.number }), onUndo: () => void undo.run({}) });
    onClose();
  };
  return (
    <FormDialog
      title={t('programme.manual.issueTitle', { number })}
      onClose={onClose}
      submitLabel={t('programme.manual.issueTitle', { number })}
      onSubmit={() => void submit()}
      busy={issue.pending}
      missing={approvedBy.trim() === '' ? t('programme.manual.approveFirst') : undefined}
      error={issue.error}
    >
      <p className="muted">{t('programme.manual.issueWhat', { changed: manual.waiting })}</p>
      <PersonField label={t('programme.manual.approvedBy')} value={approvedBy} onChange={setApprovedBy} />
      <TextArea label={t('programme.manual.issueNote')} value={note} onChange={setNote} rows={3} maxLength={2000} />
    </FormDialog>
  );
}
