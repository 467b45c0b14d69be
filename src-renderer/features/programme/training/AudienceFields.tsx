import { DutyRole } from '../../../../src-shared/model/duty-role.ts';
import type { TrainingAudience } from '../../../../src-shared/model/training.ts';
import { useHostQuery } from '../../../host/index.ts';
import { Checkbox, MultiSelect, useText } from '../../../ui/index.ts';
import classes from '../programme.module.css';
import own from './training.module.css';

interface AudienceFieldsProps {
  readonly audience: TrainingAudience;
  readonly onChange: (audience: TrainingAudience) => void;
}

/** Everybody, or whoever one of the lists names: as the register of people, the programme and the last audit know them. */
export function AudienceFields({ audience, onChange }: AudienceFieldsProps) {
  const t = useText();
  const facets = useHostQuery('people.facets', {});
  const put = (change: Partial<TrainingAudience>) => onChange({ ...audience, ...change });
  const options = (found: readonly { readonly value: string; readonly count: number }[] | undefined, chosen: readonly string[]) => {
    const known = (found ?? []).map(({ value, count }) => ({ value, label: value, detail: count.toLocaleString(t.locale) }));
    // A name the register has no more stays to be taken off.
    return [...known, ...chosen.filter((one) => known.every(({ value }) => value !== one)).map((value) => ({ value, label: value }))];
  };
  return (
    <div className={own['audience']}>
      <Checkbox
        label={t('training.course.everyone')}
        hint={t('training.course.everyoneHint')}
        checked={audience.everyone}
        onChange={(everyone) => put({ everyone })}
      />
      {audience.everyone ? null : (
        <>
          <div className={classes['pair']}>
            <MultiSelect
              label={t('training.course.teams')}
              options={options(facets.data?.teams, audience.teams)}
              values={audience.teams}
              onChange={(teams) => put({ teams: [...teams] })}
            />
            <MultiSelect
              label={t('training.course.roles')}
              options={options(facets.data?.roles, audience.roles)}
              values={audience.roles}
              onChange={(roles) => put({ roles: [...roles] })}
            />
          </div>
          <div className={classes['pair']}>
            <MultiSelect
              label={t('training.course.sites')}
              options={options(facets.data?.sites, audience.sites)}
              values={audience.sites}
              onChange={(sites) => put({ sites: [...sites] })}
            />
            <MultiSelect<DutyRole>
              label={t('training.course.duties')}
              options={DutyRole.options.map((value) => ({ value, label: t(`role.${value}`) }))}
              values={audience.duties}
              onChange={(duties) => put({ duties: [...duties] })}
            />
          </div>
          <Checkbox
            label={t('training.course.controlled')}
            hint={t('training.course.controlledHint')}
            checked={audience.controlled}
            onChange={(controlled) => put({ controlled })}
          />
        </>
      )}
    </div>
  );
}
