import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { EscalationPath } from '../../../../src-shared/contract/programme.ts';
import { DutyRole } from '../../../../src-shared/model/duty-role.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { Button, IconButton, NumberField, Select, TextArea, TextField, useText } from '../../../ui/index.ts';
import classes from '../programme.module.css';

interface StepDraft {
  readonly key: number;
  readonly role: DutyRole;
  readonly withinHours: number | null;
  readonly what: string;
}

/** An escalation path: when, what stops, and its steps with role, hours and deed. */
export function PathDialog({ path, onClose }: { readonly path: EscalationPath | null; readonly onClose: () => void }) {
  const t = useText();
  const save = useHostCommand('programme.savePath');
  const [name, setName] = useState(path?.name ?? '');
  const [when, setWhen] = useState(path?.when ?? '');
  const [halt, setHalt] = useState(path?.halt ?? '');
  const [steps, setSteps] = useState<readonly StepDraft[]>(
    path?.steps.map((step, key) => ({ key, ...step })) ?? [{ key: 0, role: 'headquartersOfficer', withinHours: 24, what: '' }],
  );
  const change = (key: number, part: Partial<StepDraft>) => setSteps(steps.map((step) => (step.key === key ? { ...step, ...part } : step)));
  const add = () =>
    setSteps([...steps, { key: Math.max(0, ...steps.map((step) => step.key)) + 1, role: 'management', withinHours: 24, what: '' }]);
  const hoursWrong = steps.some(({ withinHours }) => withinHours === null);
  const submit = async () => {
    const taken = steps.flatMap(({ role, withinHours, what }) => (withinHours === null ? [] : [{ role, withinHours, what }]));
    const reply = await save.run({ id: path?.id ?? null, revision: path?.revision ?? 0, name, when, halt, steps: taken });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t(path === null ? 'programme.path.add' : 'programme.path.edit')}
      onClose={onClose}
      submitLabel={t(path === null ? 'programme.path.add' : 'programme.save')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={name.trim() === '' ? t('programme.path.nameFirst') : hoursWrong ? t('programme.path.hoursWrong') : undefined}
      error={save.error}
    >
      <TextField label={t('programme.path.name')} value={name} onChange={setName} maxLength={200} />
      <TextArea label={t('programme.path.when')} value={when} onChange={setWhen} rows={2} maxLength={2000} />
      <TextField label={t('programme.path.halt')} value={halt} onChange={setHalt} maxLength={2000} />
      {steps.map((step, place) => (
        <fieldset key={step.key} className={classes['stepRow']} style={{ border: 0, padding: 0, margin: 0 }}>
          <legend className="caption muted">{t('programme.path.step', { number: place + 1 })}</legend>
          <Select<DutyRole>
            label={t('programme.path.role')}
            value={step.role}
            options={DutyRole.options.map((value) => ({ value, label: t(`role.${value}`) }))}
            onChange={(role) => change(step.key, { role })}
          />
          <NumberField
            label={t('programme.path.hours')}
            value={step.withinHours}
            min={1}
            max={8760}
            integer
            onCommit={(withinHours) => change(step.key, { withinHours })}
          />
          <IconButton
            icon={IconX}
            label={t('programme.path.removeStep', { number: place + 1 })}
            {...(steps.length === 1 ? { disabledBecause: t('programme.path.oneStep') } : {})}
            onClick={() => setSteps(steps.filter(({ key }) => key !== step.key))}
          />
          <TextField label={t('programme.path.do')} value={step.what} onChange={(what) => change(step.key, { what })} maxLength={2000} />
        </fieldset>
      ))}
      {steps.length >= 12 ? null : (
        <div>
          <Button size="small" icon={IconPlus} onClick={add}>
            {t('programme.path.addStep')}
          </Button>
        </div>
      )}
    </FormDialog>
  );
}
