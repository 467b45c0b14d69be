import { useState } from 'react';
import type { AssessmentDetail } from '../../../../src-shared/contract/programme.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { DayField, dayOf, TextArea, TextField, useText } from '../../../ui/index.ts';
import { PersonField } from '../PersonField.tsx';

/** Name, day, scope and a closing note of an assessment. */
export function AssessmentDialog({ assessment, onClose }: { readonly assessment: AssessmentDetail; readonly onClose: () => void }) {
  const t = useText();
  const save = useHostCommand('programme.saveAssessment');
  const { summary } = assessment;
  const [title, setTitle] = useState(summary.title);
  const [on, setOn] = useState<string>(summary.assessedOn);
  const [by, setBy] = useState(summary.by);
  const [scope, setScope] = useState(assessment.scope);
  const [note, setNote] = useState(assessment.note);
  const day = dayOf(on);
  const submit = async () => {
    if (day === null || day === undefined) return;
    const reply = await save.run({ id: summary.id, revision: summary.revision, title, assessedOn: day, by, scope, note });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('programme.assessment.details')}
      onClose={onClose}
      submitLabel={t('programme.save')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={title.trim() === '' ? t('programme.nameFirst') : day === null || day === undefined ? t('field.noDay') : undefined}
      error={save.error}
    >
      <TextField label={t('programme.assessment.name')} value={title} onChange={setTitle} maxLength={200} />
      <DayField label={t('programme.assessment.on')} value={on} onChange={setOn} required />
      <PersonField label={t('programme.assessment.by')} value={by} onChange={setBy} />
      <TextField
        label={t('programme.assessment.scope')}
        value={scope}
        onChange={setScope}
        placeholder={t('programme.assessment.scopeHint')}
        maxLength={2000}
      />
      <TextArea label={t('programme.assessment.note')} value={note} onChange={setNote} rows={3} maxLength={2000} />
    </FormDialog>
  );
}
