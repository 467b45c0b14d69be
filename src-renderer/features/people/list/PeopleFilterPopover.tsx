import { IconPlus } from '@tabler/icons-react';
import { EmploymentKind, type PeopleFilter } from '../../../../src-shared/contract/people.ts';
import { useHostQuery } from '../../../host/index.ts';
import { Button, MultiSelect, Popover, useText } from '../../../ui/index.ts';
import classes from '../people.module.css';

interface PeopleFilterPopoverProps {
  readonly filter: PeopleFilter;
  readonly onChange: (filter: PeopleFilter) => void;
}

/** Team, role, site and employment to narrow the list by. There is nothing to filter people by nationality with. */
export function PeopleFilterPopover({ filter, onChange }: PeopleFilterPopoverProps) {
  const t = useText();
  const { data: facets } = useHostQuery('people.facets', {});
  const option = ({ value, count }: { readonly value: string; readonly count: number }) => ({ value, label: value, detail: String(count) });
  return (
    <Popover
      width={320}
      trigger={
        <Button kind="quiet" size="small" icon={IconPlus} hasPopup="dialog">
          {t('common.filter')}
        </Button>
      }
    >
      <div className={classes['form']}>
        {(['teams', 'roles', 'sites'] as const).map((id) => (
          <MultiSelect
            key={id}
            label={t(`people.filter.${id}`)}
            size="small"
            values={filter[id] ?? []}
            options={(facets?.[id] ?? []).map(option)}
            onChange={(values) => onChange({ ...filter, [id]: [...values] })}
          />
        ))}
        <MultiSelect<EmploymentKind>
          label={t('people.filter.employment')}
          size="small"
          values={filter.employment ?? []}
          options={EmploymentKind.options.map((value) => ({ value, label: t(`people.employment.${value}`) }))}
          onChange={(employment) => onChange({ ...filter, employment: [...employment] })}
        />
      </div>
    </Popover>
  );
}
