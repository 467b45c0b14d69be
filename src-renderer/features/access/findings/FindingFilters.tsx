import { AccessFindingType, Severity } from '../../../../src-shared/contract/access.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { FilterChips, MultiSelect, Segmented, Select, Toolbar, useText } from '../../../ui/index.ts';
import classes from '../access.module.css';
import { SearchField } from '../SearchField.tsx';
import { type FindingFilter, type FindingType, type Show, shows } from './filter.ts';

interface FindingFiltersProps {
  readonly filter: FindingFilter;
  readonly onChange: (change: Partial<FindingFilter>) => void;
  /** Names of the person and of the asset the list is narrowed to, where a row tells them. */
  readonly names: { readonly person: string | null; readonly asset: string | null };
  readonly end: React.ReactNode;
}

/** Everything the findings can be narrowed by. Each change acts at once. */
export function FindingFilters({ filter, onChange, names, end }: FindingFiltersProps) {
  const t = useText();
  const chips = [
    ...(filter.personId === null ? [] : [{ id: 'personId', label: t('access.filter.person', { name: names.person ?? '…' }) }]),
    ...(filter.assetId === null ? [] : [{ id: 'assetId', label: t('access.filter.asset', { name: names.asset ?? '…' }) }]),
    ...(filter.began === null
      ? []
      : [
          {
            id: 'began',
            label: t('access.filter.began', {
              from: formatDay(filter.began.from, t.locale),
              until: formatDay(filter.began.until, t.locale),
            }),
          },
        ]),
  ];
  return (
    <Toolbar label={t('access.filter.toolbar')} end={end}>
      <SearchField label={t('access.filter.findingText')} value={filter.text} onChange={(text) => onChange({ text })} />
      <Segmented<Show>
        label={t('access.column.state')}
        value={filter.show}
        choices={shows.map((value) => ({ value, label: t(`access.show.${value}`) }))}
        onChange={(show) => onChange({ show })}
      />
      <div className={classes['narrowField']}>
        <MultiSelect<FindingType>
          label={t('access.column.type')}
          labelHidden
          size="small"
          placeholder={t('access.filter.anyType')}
          values={filter.types}
          options={AccessFindingType.options.map((value) => ({ value, label: t(`access.type.${value}`) }))}
          onChange={(types) => onChange({ types })}
        />
      </div>
      <div className={classes['narrowField']}>
        <MultiSelect<Severity>
          label={t('access.column.severity')}
          labelHidden
          size="small"
          placeholder={t('access.filter.anySeverity')}
          values={filter.severities}
          options={Severity.options.map((value) => ({ value, label: t(`access.severity.${value}`) }))}
          onChange={(severities) => onChange({ severities })}
        />
      </div>
      <div className={classes['narrowField']}>
        <Select<FindingFilter['sort']>
          label={t('access.sort')}
          labelHidden
          size="small"
          value={filter.sort}
          options={(['rank', 'newest', 'label'] as const).map((value) => ({ value, label: t(`access.sort.${value}`) }))}
          onChange={(sort) => onChange({ sort })}
        />
      </div>
      <FilterChips filters={chips} onRemove={(id) => onChange({ [id]: null })} />
    </Toolbar>
  );
}
