import { useState } from 'react';
import type { RiskDetail } from '../../../../src-shared/contract/programme.ts';
import { countryName } from '../../../../src-shared/text/countries.ts';
import { FormDialog, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Button, MultiSelect, TextField, useText } from '../../../ui/index.ts';
import classes from '../programme.module.css';
import { countryOptions, endUseOptions, misuseOptions, misuseWords } from '../words.tsx';

const EVERY = 'every';
const MOST = 400;

/** Crosses models, places, end uses and misuse into lines; what the register knows of the chosen models can be taken over. */
export function AddRowsDialog({ risk, onClose }: { readonly risk: RiskDetail; readonly onClose: () => void }) {
  const t = useText();
  const add = useHostCommand('programme.addRiskRows');
  const starters = useHostQuery('programme.riskStarters', {});
  const [models, setModels] = useState<readonly string[]>([]);
  const [countries, setCountries] = useState<readonly string[]>([]);
  const [uses, setUses] = useState<readonly string[]>([]);
  const [misuses, setMisuses] = useState<readonly string[]>([]);
  const [ownUse, setOwnUse] = useState('');
  const [ownMisuse, setOwnMisuse] = useState('');
  const register = starters.data ?? [];
  const chosen = register.filter(({ assetId }) => models.includes(assetId));
  const known = { countries: unique(chosen.flatMap((one) => one.countries)), misuses: unique(chosen.flatMap((one) => one.misuses)) };
  const allUses = unique([...uses, ...(ownUse.trim() === '' ? [] : [ownUse.trim()])]);
  const allMisuses = unique([...misuses, ...(ownMisuse.trim() === '' ? [] : [ownMisuse.trim()])]);
  const count = models.length * countries.length * allUses.length * allMisuses.length;
  const submit = async () => {
    const rows = models.flatMap((model) =>
      countries.flatMap((country) =>
        allUses.flatMap((endUse) => allMisuses.map((misuse) => ({ assetId: model === EVERY ? null : model, country, endUse, misuse }))),
      ),
    );
    const reply = await add.run({ riskId: risk.summary.id, rows });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('programme.risk.addTitle')}
      onClose={onClose}
      submitLabel={t('programme.risk.addSubmit', { count })}
      onSubmit={() => void submit()}
      busy={add.pending}
      missing={count === 0 ? t('programme.risk.addNothing') : count > MOST ? t('programme.risk.addTooMany') : undefined}
      error={add.error}
    >
      <p className="muted">{t('programme.risk.addWhat')}</p>
      <MultiSelect
        label={t('programme.risk.addModels')}
        values={models}
        searchable
        options={[
          { value: EVERY, label: t('programme.risk.everyModel') },
          ...register.map(({ assetId, name, intendedUse }) => ({ value: assetId, label: name, detail: intendedUse.slice(0, 90) })),
        ]}
        onChange={setModels}
      />
      {known.countries.length + known.misuses.length === 0 ? null : (
        <div className={classes['headed']}>
          <span className="caption muted">
            {t('programme.risk.fromRegister', {
              places: known.countries.map((code) => countryName(t.locale, code)).join(', ') || '–',
              misuses: known.misuses.map((misuse) => misuseWords(t, misuse)).join(', ') || '–',
            })}
          </span>
          <Button
            size="small"
            onClick={() => {
              setCountries(unique([...countries, ...known.countries]));
              setMisuses(unique([...misuses, ...known.misuses]));
            }}
          >
            {t('programme.risk.fill')}
          </Button>
        </div>
      )}
      <MultiSelect label={t('programme.risk.addCountries')} values={countries} options={countryOptions(t)} onChange={setCountries} />
      <div className={classes['pair']}>
        <MultiSelect label={t('programme.risk.addUses')} values={uses} options={endUseOptions(t)} onChange={setUses} />
        <TextField label={t('programme.risk.addOwnUse')} value={ownUse} onChange={setOwnUse} maxLength={120} />
      </div>
      <div className={classes['pair']}>
        <MultiSelect label={t('programme.risk.addMisuses')} values={misuses} options={misuseOptions(t)} onChange={setMisuses} />
        <TextField label={t('programme.risk.addOwnMisuse')} value={ownMisuse} onChange={setOwnMisuse} maxLength={120} />
      </div>
      <p aria-live="polite" className="muted figures">
        {t('programme.risk.addCount', { count })}
      </p>
    </FormDialog>
  );
}

const unique = <T,>(values: readonly T[]): readonly T[] => [...new Set(values)];
