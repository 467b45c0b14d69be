import type { HitState } from '../../../../src-shared/contract/screening.ts';
import { useHostQuery } from '../../../host/index.ts';
import { MultiSelect, Segmented, useText } from '../../../ui/index.ts';
import { bands, hitStates, type Narrowing, waiting } from './filter.ts';
import classes from './queue.module.css';

interface QueueFiltersProps {
  readonly narrowing: Narrowing;
  readonly onNarrow: (change: Partial<Narrowing>) => void;
}

/** Everything the queue can be narrowed by. Staff are shown only from here. */
export function QueueFilters({ narrowing, onNarrow }: QueueFiltersProps) {
  const t = useText();
  const { data: passedOn } = useHostQuery('escalations.list', { open: true, to: null, offset: 0, limit: 1 });
  const { data: standing } = useHostQuery('screening.standing', {});
  return (
    <div className={classes['filters']}>
      <Segmented<'parties' | 'staff'>
        label={t('screening.filter.whom')}
        value={narrowing.staff ? 'staff' : 'parties'}
        choices={(['parties', 'staff'] as const).map((value) => ({ value, label: t(`screening.filter.whom.${value}`) }))}
        onChange={(value) => onNarrow({ staff: value === 'staff', subject: null })}
      />
      <p className="caption muted">{t('screening.staff.rule')}</p>
      <MultiSelect<HitState>
        label={t('screening.filter.state')}
        size="small"
        values={narrowing.states}
        options={hitStates.map((value) => ({ value, label: t(`screening.state.${value}`) }))}
        onChange={(states) => onNarrow({ states: states.length === 0 ? waiting : states })}
      />
      <MultiSelect<(typeof bands)[number]>
        label={t('screening.filter.band')}
        size="small"
        placeholder={t('screening.filter.anyBand')}
        values={narrowing.bands}
        options={bands.map((value) => ({ value, label: t(`screening.band.${value}`) }))}
        onChange={(values) => onNarrow({ bands: values })}
      />
      <MultiSelect
        label={t('screening.filter.askedOf')}
        size="small"
        placeholder={t('screening.filter.askedOfAnybody')}
        values={narrowing.askedOf}
        options={[...new Set([...(passedOn?.waitingFor ?? []).map(({ to }) => to), ...narrowing.askedOf])].map((to) => ({
          value: to,
          label: to,
        }))}
        onChange={(askedOf) => onNarrow({ askedOf })}
      />
      <MultiSelect
        label={t('screening.filter.list')}
        size="small"
        placeholder={t('screening.filter.anyList')}
        values={narrowing.lists}
        options={(standing?.lists ?? []).map(({ code, title }) => ({ value: code, label: title }))}
        onChange={(lists) => onNarrow({ lists })}
      />
    </div>
  );
}
