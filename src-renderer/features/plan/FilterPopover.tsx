import type { ReactElement } from 'react';
import type { PlanFilter } from '../../../src-shared/contract/plan-files.ts';
import type { ScheduledTask } from '../../../src-shared/model/plan.ts';
import { Popover, Select, useText } from '../../ui/index.ts';
import { ownersOf, type Show, shows } from './filter.ts';
import classes from './plan.module.css';

interface FilterPopoverProps {
  readonly tasks: readonly ScheduledTask[];
  readonly filter: PlanFilter;
  readonly onFilter: (filter: PlanFilter) => void;
  readonly trigger: ReactElement;
}

/** Which tasks are on screen: all, open, late or deciding the end; everybody's or one person's. */
export function FilterPopover({ tasks, filter, onFilter, trigger }: FilterPopoverProps) {
  return (
    <Popover width={280} align="end" trigger={trigger}>
      <div className={classes['form']}>
        <FilterFields tasks={tasks} filter={filter} onFilter={onFilter} />
      </div>
    </Popover>
  );
}

/** The same fields for a toolbar. */
export function FilterFields({
  tasks,
  filter,
  onFilter,
  labelHidden = false,
}: Omit<FilterPopoverProps, 'trigger'> & { readonly labelHidden?: boolean }) {
  const t = useText();
  const owners = ownersOf(tasks);
  return (
    <>
      <Select<Show>
        label={t('plan.filter.show')}
        labelHidden={labelHidden}
        size="small"
        value={filter.show}
        options={shows.map((value) => ({ value, label: t(`plan.filter.${value}`) }))}
        onChange={(show) => onFilter({ ...filter, show })}
      />
      <Select
        label={t('plan.column.owner')}
        labelHidden={labelHidden}
        size="small"
        placeholder={t('plan.filter.anyOwner')}
        value={filter.owner}
        options={[...owners.map((name) => ({ value: name, label: name })), { value: '', label: t('plan.nobody') }]}
        onChange={(owner) => onFilter({ ...filter, owner })}
        onClear={() => onFilter({ ...filter, owner: null })}
      />
    </>
  );
}
