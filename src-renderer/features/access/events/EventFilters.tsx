import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { EventFilter } from '../../../../src-shared/contract/access.ts';
import { actionKinds, eventOutcomes } from '../../../../src-shared/model/access-events.ts';
import { IsoDate } from '../../../../src-shared/model/dates.ts';
import { networkTags } from '../../../../src-shared/model/network.ts';
import { countryCodes, countryName } from '../../../../src-shared/text/countries.ts';
import { useHostQuery } from '../../../host/index.ts';
import { Button, Popover, Select, TextField, useText } from '../../../ui/index.ts';
import classes from '../access.module.css';

interface EventFiltersProps {
  readonly filter: EventFilter;
  readonly onChange: (change: Partial<EventFilter>) => void;
}

/** What the events can be narrowed by besides words. Each change acts at once. */
export function EventFilters({ filter, onChange }: EventFiltersProps) {
  const t = useText();
  const overview = useHostQuery('access.overview', {});
  const seen = (overview.data?.byCountry ?? []).map((row) => row.country);
  const countries = [...seen, ...countryCodes.filter((code) => !seen.includes(code))].map((value) => ({
    value,
    label: countryName(t.locale, value),
    detail: value,
  }));
  return (
    <Popover
      width={320}
      trigger={
        <Button kind="quiet" size="small" icon={IconPlus} hasPopup="dialog">
          {t('common.filter')}
        </Button>
      }
    >
      <div className={classes['filterForm']}>
        <div className={classes['twoFields']}>
          <DayField label={t('access.filter.from')} value={filter.from} onChange={(from) => onChange({ from })} />
          <DayField label={t('access.filter.until')} value={filter.until} onChange={(until) => onChange({ until })} />
        </div>
        <Select
          label={t('access.column.outcome')}
          size="small"
          placeholder={t('access.filter.any')}
          value={filter.outcome}
          options={eventOutcomes.map((value) => ({ value, label: t(`access.outcome.${value}`) }))}
          onChange={(outcome) => onChange({ outcome })}
          onClear={() => onChange({ outcome: null })}
        />
        <Select
          label={t('access.finding.kind')}
          size="small"
          placeholder={t('access.filter.any')}
          value={filter.actionKind}
          options={actionKinds.map((value) => ({ value, label: t(`access.action.${value}`) }))}
          onChange={(actionKind) => onChange({ actionKind })}
          onClear={() => onChange({ actionKind: null })}
        />
        <Select
          label={t('access.column.located')}
          size="small"
          placeholder={t('access.filter.any')}
          value={filter.country}
          options={countries}
          onChange={(country) => onChange({ country })}
          onClear={() => onChange({ country: null })}
        />
        <Select
          label={t('access.column.network')}
          size="small"
          placeholder={t('access.filter.any')}
          value={filter.tag}
          options={networkTags.map((value) => ({ value, label: t(`access.tag.${value}`) }))}
          onChange={(tag) => onChange({ tag })}
          onClear={() => onChange({ tag: null })}
        />
      </div>
    </Popover>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly value: IsoDate | null;
  readonly onChange: (day: IsoDate | null) => void;
}

/** A day that acts when it is whole; what is half typed narrows nothing and says so on leaving. */
function DayField({ label, value, onChange }: DayFieldProps) {
  const t = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value ?? '';
  const commit = () => {
    if (typed === null) return;
    const day = IsoDate.safeParse(typed.trim());
    if (typed.trim() === '') onChange(null);
    else if (day.success) onChange(day.data);
    else return;
    setTyped(null);
  };
  return (
    <TextField
      label={label}
      size="small"
      placeholder={t('field.dayExample')}
      value={text}
      onChange={setTyped}
      onCommit={commit}
      maxLength={10}
      error={typed !== null && typed.length === 10 && !IsoDate.safeParse(typed).success ? t('access.dayFormat') : undefined}
    />
  );
}
