import { IconPlus } from '@tabler/icons-react';
import { AssetFilter, LifeCycleStage, Standing } from '../../../../src-shared/contract/inventory.ts';
import { useHostQuery } from '../../../host/index.ts';
import { Button, Checkbox, MultiSelect, NumberField, Popover, useText } from '../../../ui/index.ts';
import type { Room } from '../rooms.ts';
import { choiceWord } from '../words.ts';
import classes from './list.module.css';

interface FilterPopoverProps {
  readonly room: Room;
  readonly filter: AssetFilter;
  readonly onChange: (filter: AssetFilter) => void;
}

/** Everything a list can be narrowed by. Each change acts at once. */
export function FilterPopover({ room, filter, onChange }: FilterPopoverProps) {
  const t = useText();
  const { data: facets } = useHostQuery('inventory.facets', { kinds: [...room.kinds] });
  const set = (change: Partial<AssetFilter>) => onChange(AssetFilter.parse(JSON.parse(JSON.stringify({ ...filter, ...change }))));
  const several = <T extends string>(values: readonly T[]) => (values.length === 0 ? undefined : [...values]);
  return (
    <Popover
      width={340}
      trigger={
        <Button kind="quiet" size="small" icon={IconPlus} hasPopup="dialog">
          {t('common.filter')}
        </Button>
      }
    >
      <div className={classes['filterForm']}>
        <MultiSelect
          label={t('inventory.filter.standings')}
          size="small"
          values={filter.standings ?? []}
          options={Standing.options.map((value) => ({ value, label: t(`standing.${value}`) }))}
          onChange={(standings) => set({ standings: several(standings) })}
        />
        <MultiSelect
          label={t('inventory.filter.classifications')}
          size="small"
          values={filter.classifications ?? []}
          options={(facets?.classifications ?? []).map((value) => ({ value, label: value }))}
          onChange={(classifications) => set({ classifications: several(classifications) })}
        />
        <MultiSelect
          label={t('inventory.filter.stages')}
          size="small"
          values={filter.stages ?? []}
          options={LifeCycleStage.options.map((value) => ({ value, label: t(`stage.${value}`) }))}
          onChange={(stages) => set({ stages: several(stages) })}
        />
        <MultiSelect
          label={t('inventory.filter.owners')}
          size="small"
          values={filter.owners ?? []}
          options={(facets?.owners ?? []).map((value) => ({ value, label: value }))}
          onChange={(owners) => set({ owners: several(owners) })}
        />
        <MultiSelect
          label={t('inventory.filter.roles')}
          size="small"
          values={filter.roles ?? []}
          options={(facets?.roles ?? []).map((value) => ({ value, label: choiceWord(t, value) }))}
          onChange={(roles) => set({ roles: several(roles) })}
        />
        {room.id === 'models' ? (
          <NumberField
            label={t('inventory.filter.computeAtLeastLabel')}
            size="small"
            unit="FLOP"
            min={0}
            value={filter.computeAtLeast ?? null}
            onCommit={(value) => set({ computeAtLeast: value ?? undefined })}
          />
        ) : null}
        {(['needsFacts', 'nearLimit', 'undecided', 'stale', 'archived'] as const).map((id) => (
          <Checkbox
            key={id}
            label={t(`inventory.filter.${id}`)}
            checked={filter[id] === true}
            onChange={(checked) => set({ [id]: checked ? true : undefined })}
          />
        ))}
      </div>
    </Popover>
  );
}
