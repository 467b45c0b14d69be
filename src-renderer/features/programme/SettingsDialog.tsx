import { useState } from 'react';
import type { ProgrammeSettings } from '../../../src-shared/contract/programme.ts';
import { maturities } from '../../../src-shared/model/programme.ts';
import { FormDialog, useHostCommand } from '../../host/index.ts';
import { NumberField, Select, Switch, useText } from '../../ui/index.ts';

/** The company's own clock and target: days between reviews, whether rule changes count, and the maturity to reach. */
export function SettingsDialog({ settings, onClose }: { readonly settings: ProgrammeSettings; readonly onClose: () => void }) {
  const t = useText();
  const save = useHostCommand('programme.saveSettings');
  const [riskEveryDays, setRisk] = useState<number | null>(settings.riskEveryDays);
  const [assessEveryDays, setAssess] = useState<number | null>(settings.assessEveryDays);
  const [committeeEveryDays, setCommittee] = useState<number | null>(settings.committeeEveryDays);
  const [riskOnRuleChange, setOnChange] = useState(settings.riskOnRuleChange);
  const [target, setTarget] = useState(settings.target);
  const submit = async () => {
    if (riskEveryDays === null || assessEveryDays === null || committeeEveryDays === null) return;
    const reply = await save.run({ riskEveryDays, riskOnRuleChange, assessEveryDays, committeeEveryDays, target });
    if (reply.ok) onClose();
  };
  const days = t('programme.settings.days');
  const wrong = riskEveryDays === null || assessEveryDays === null || committeeEveryDays === null;
  return (
    <FormDialog
      title={t('programme.settings.title')}
      onClose={onClose}
      submitLabel={t('programme.save')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={wrong ? t('programme.settings.notNumber', { min: 7, max: 1095 }) : undefined}
      error={save.error}
    >
      <p className="muted">{t('programme.settings.what')}</p>
      <NumberField label={t('programme.settings.risk')} value={riskEveryDays} onCommit={setRisk} min={7} max={730} integer unit={days} />
      <Switch
        label={t('programme.settings.onChange')}
        hint={t('programme.settings.onChangeHint')}
        checked={riskOnRuleChange}
        onChange={setOnChange}
      />
      <NumberField
        label={t('programme.settings.assess')}
        value={assessEveryDays}
        onCommit={setAssess}
        min={30}
        max={1095}
        integer
        unit={days}
      />
      <NumberField
        label={t('programme.settings.committee')}
        value={committeeEveryDays}
        onCommit={setCommittee}
        min={7}
        max={400}
        integer
        unit={days}
      />
      <Select
        label={t('programme.settings.target')}
        value={String(target)}
        options={maturities.map((step) => ({
          value: String(step),
          label: t('programme.maturity.step', { step, word: t(`programme.maturity.${step}`) }),
        }))}
        onChange={(value) => setTarget(Number(value))}
      />
    </FormDialog>
  );
}
