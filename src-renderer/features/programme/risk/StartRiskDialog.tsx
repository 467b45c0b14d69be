import { useState } from 'react';
import type { DueView, RiskSummaryView } from '../../../../src-shared/contract/programme.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { FormDialog, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Checkbox, DayField, dayOf, Select, TextField, useText } from '../../../ui/index.ts';

interface StartRiskDialogProps {
  readonly due: DueView;
  readonly hasLast: boolean;
  readonly onClose: () => void;
  readonly onStarted: (id: string) => void;
}

const causes = ['first', 'calendar', 'ruleChange', 'event'] as const satisfies readonly RiskSummaryView['cause'][];

/** Begins a risk assessment: name, day, why now, and whether the last lines are taken over. */
export function StartRiskDialog(props: StartRiskDialogProps) {
  const settings = useHostQuery('settings.get', {});
  return settings.data === undefined ? null : <Form {...props} today={settings.data.today} />;
}

function Form({ due, hasLast, onClose, onStarted, today }: StartRiskDialogProps & { readonly today: string }) {
  const t = useText();
  const start = useHostCommand('programme.startRisk');
  const [title, setTitle] = useState(t('programme.risk.nameOf', { day: formatDay(today, t.locale) }));
  const [on, setOn] = useState<string>(today);
  const [cause, setCause] = useState<RiskSummaryView['cause']>(due.because === 'never' ? 'first' : due.because);
  const [causeNote, setCauseNote] = useState(due.because === 'ruleChange' ? (due.since[0]?.title ?? '') : '');
  const [carryOver, setCarryOver] = useState(hasLast);
  const day = dayOf(on);
  const submit = async () => {
    if (day === null || day === undefined) return;
    const reply = await start.run({ title, assessedOn: day, cause, causeNote, carryOver });
    if (reply.ok) onStarted(reply.value.summary.id);
  };
  return (
    <FormDialog
      title={t('programme.risk.startTitle')}
      onClose={onClose}
      submitLabel={t('programme.risk.start')}
      onSubmit={() => void submit()}
      busy={start.pending}
      missing={title.trim() === '' ? t('programme.nameFirst') : day === null || day === undefined ? t('field.noDay') : undefined}
      error={start.error}
    >
      <p className="muted">{t('programme.risk.startWhat')}</p>
      <TextField label={t('programme.assessment.name')} value={title} onChange={setTitle} maxLength={200} />
      <DayField label={t('programme.assessment.on')} value={on} onChange={setOn} required />
      <Select
        label={t('programme.risk.cause')}
        value={cause}
        options={causes.map((value) => ({ value, label: t(`programme.risk.cause.${value}`) }))}
        onChange={setCause}
      />
      <TextField label={t('programme.risk.causeNote')} value={causeNote} onChange={setCauseNote} maxLength={2000} />
      {hasLast ? (
        <Checkbox
          label={t('programme.risk.carryOver')}
          hint={t('programme.risk.carryOverHint')}
          checked={carryOver}
          onChange={setCarryOver}
        />
      ) : null}
    </FormDialog>
  );
}
