import { useState } from 'react';
import type { RiskDetail, RiskSummaryView } from '../../../../src-shared/contract/programme.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { DayField, dayOf, Select, TextArea, TextField, useText } from '../../../ui/index.ts';

const causes = ['first', 'calendar', 'ruleChange', 'event'] as const satisfies readonly RiskSummaryView['cause'][];

/** Name, day, why it was done, and the conclusion of a risk assessment. */
export function RiskDialog({ risk, onClose }: { readonly risk: RiskDetail; readonly onClose: () => void }) {
  const t = useText();
  const save = useHostCommand('programme.saveRisk');
  const { summary } = risk;
  const [title, setTitle] = useState(summary.title);
  const [on, setOn] = useState<string>(summary.assessedOn);
  const [cause, setCause] = useState(summary.cause);
  const [causeNote, setCauseNote] = useState(risk.causeNote);
  const [conclusion, setConclusion] = useState(risk.conclusion);
  const day = dayOf(on);
  const submit = async () => {
    if (day === null || day === undefined) return;
    const reply = await save.run({ id: summary.id, revision: summary.revision, title, assessedOn: day, cause, causeNote, conclusion });
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
      <Select
        label={t('programme.risk.cause')}
        value={cause}
        options={causes.map((value) => ({ value, label: t(`programme.risk.cause.${value}`) }))}
        onChange={setCause}
      />
      <TextField label={t('programme.risk.causeNote')} value={causeNote} onChange={setCauseNote} maxLength={2000} />
      <TextArea
        label={t('programme.risk.conclusion')}
        hint={t('programme.risk.conclusionHint')}
        value={conclusion}
        onChange={setConclusion}
        rows={3}
        maxLength={2000}
      />
    </FormDialog>
  );
}
