import { useState } from 'react';
import type { AccessSetting } from '../../../../src-shared/contract/access.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { Button, MultiSelect, NumberField, Select, Switch, TextArea, TextField, useText } from '../../../ui/index.ts';

import { settingChoices } from './setting-words.ts';

type Value = AccessSetting['value'];

interface ThresholdDialogProps {
  readonly setting: AccessSetting;
  readonly onClose: () => void;
}

/** Another value for one setting, with the reason the company gives; or back to the value the program came with. */
export function ThresholdDialog({ setting, onClose }: ThresholdDialogProps) {
  const t = useText();
  const save = useHostCommand('access.saveSetting');
  const [value, setValue] = useState<Value>(setting.value);
  const [reason, setReason] = useState(setting.reason);
  const isStandard = JSON.stringify(value) === JSON.stringify(setting.standard);
  const missing = !isStandard && reason.trim() === '' ? t('access.settings.reasonFirst') : undefined;
  const submit = async () => {
    const reply = await save.run({ id: setting.id, value: isStandard ? null : value, reason: isStandard ? '' : reason });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={setting.title}
      onClose={onClose}
      submitLabel={t('access.settings.save')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={missing}
      error={save.error}
    >
      <p className="small muted">{setting.because}</p>
      <ValueField setting={setting} value={value} onChange={setValue} />
      <TextArea
        label={t('access.settings.reason')}
        hint={t('access.settings.reasonHint')}
        required={!isStandard}
        value={reason}
        onChange={setReason}
        rows={2}
        maxLength={600}
      />
      {isStandard ? null : (
        <div>
          <Button kind="link" size="small" onClick={() => setValue(setting.standard)}>
            {t('access.settings.back')}
          </Button>
        </div>
      )}
    </FormDialog>
  );
}

interface ValueFieldProps {
  readonly setting: AccessSetting;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** The control that fits what a setting holds: a number, yes or no, one of a few, several of many, or names one a line. */
function ValueField({ setting, value, onChange }: ValueFieldProps) {
  const t = useText();
  const label = t('access.settings.value');
  const { standard } = setting;
  const choices = settingChoices(t, setting);
  if (typeof value === 'boolean') return <Switch label={setting.title} checked={value} onChange={onChange} />;
  if (typeof value === 'number')
    return (
      <NumberField label={label} unit={setting.unit} min={0} value={value} onCommit={(next) => onChange(next ?? (standard as number))} />
    );
  if (typeof value === 'string')
    return choices === null ? (
      <TextField label={label} value={value} onChange={onChange} maxLength={80} />
    ) : (
      <Select label={label} value={value} options={choices} onChange={onChange} />
    );
  return choices === null ? (
    <TextArea
      label={label}
      hint={t('access.settings.onePerLine')}
      value={value.join('\n')}
      onChange={(text) => onChange(text.split('\n').filter((line) => line.trim() !== ''))}
      rows={4}
    />
  ) : (
    <MultiSelect label={label} values={value} options={choices} onChange={(next) => onChange([...next])} />
  );
}
