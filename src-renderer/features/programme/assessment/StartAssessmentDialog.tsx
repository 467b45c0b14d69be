import { useState } from 'react';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { FormDialog, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Checkbox, DayField, dayOf, TextField, useText } from '../../../ui/index.ts';
import { PersonField } from '../PersonField.tsx';

interface StartAssessmentDialogProps {
  /** A finished one is there to begin from. */
  readonly hasLast: boolean;
  readonly onClose: () => void;
  readonly onStarted: (id: string) => void;
}

/** Begins a self-assessment: name, day, who, what it covers, and whether the last answers are taken over. */
export function StartAssessmentDialog({ hasLast, onClose, onStarted }: StartAssessmentDialogProps) {
  const settings = useHostQuery('settings.get', {});
  return settings.data === undefined ? null : (
    <Form
      hasLast={hasLast}
      onClose={onClose}
      onStarted={onStarted}
      today={settings.data.today}
      me={settings.data.workspace?.person.name ?? ''}
    />
  );
}

function Form({ hasLast, onClose, onStarted, today, me }: StartAssessmentDialogProps & { readonly today: string; readonly me: string }) {
  const t = useText();
  const start = useHostCommand('programme.startAssessment');
  const [title, setTitle] = useState(t('programme.assessment.nameOf', { day: formatDay(today, t.locale) }));
  const [on, setOn] = useState<string>(today);
  const [by, setBy] = useState(me);
  const [scope, setScope] = useState('');
  const [carryOver, setCarryOver] = useState(hasLast);
  const day = dayOf(on);
  const submit = async () => {
    if (day === null || day === undefined) return;
    const reply = await start.run({ title, assessedOn: day, by, scope, carryOver });
    if (reply.ok) onStarted(reply.value.summary.id);
  };
  return (
    <FormDialog
      title={t('programme.assessment.startTitle')}
      onClose={onClose}
      submitLabel={t('programme.assessment.start')}
      onSubmit={() => void submit()}
      busy={start.pending}
      missing={title.trim() === '' ? t('programme.nameFirst') : day === null || day === undefined ? t('field.noDay') : undefined}
      error={start.error}
    >
      <p className="muted">{t('programme.assessment.startWhat')}</p>
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
      {hasLast ? (
        <Checkbox
          label={t('programme.assessment.carryOver')}
          hint={t('programme.assessment.carryOverHint')}
          checked={carryOver}
          onChange={setCarryOver}
        />
      ) : null}
    </FormDialog>
  );
}
