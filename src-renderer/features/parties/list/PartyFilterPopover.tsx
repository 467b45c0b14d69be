import { IconPlus } from '@tabler/icons-react';
import { PartyKind, PartyOverall, RiskTier, ScreeningStanding } from '../../../../src-shared/contract/parties.ts';
import { PartyRole } from '../../../../src-shared/model/party-role.ts';
import { VettingState } from '../../../../src-shared/model/vetting.ts';
import { Button, MultiSelect, Popover, useText } from '../../../ui/index.ts';
import classes from '../parties.module.css';
import { countryOptions } from '../words.tsx';
import type { Filter } from './filter.ts';

interface PartyFilterPopoverProps {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

/** The overall word, screening, tier, role, kind and country to narrow the list by. */
export function PartyFilterPopover({ filter, onChange }: PartyFilterPopoverProps) {
  const t = useText();
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
        <MultiSelect<PartyOverall>
          label={t('parties.filter.overall')}
          size="small"
          values={filter.overall ?? []}
          options={PartyOverall.options.map((value) => ({ value, label: t(`parties.overall.${value}`) }))}
          onChange={(overall) => onChange({ ...filter, overall: [...overall] })}
        />
        <MultiSelect<ScreeningStanding>
          label={t('parties.filter.standings')}
          size="small"
          values={filter.standings ?? []}
          options={ScreeningStanding.options.map((value) => ({ value, label: t(`parties.standing.${value}`) }))}
          onChange={(standings) => onChange({ ...filter, standings: [...standings] })}
        />
        <MultiSelect<VettingState>
          label={t('parties.filter.vettings')}
          size="small"
          values={filter.vettings ?? []}
          options={VettingState.options.map((value) => ({ value, label: t(`vetting.state.${value}`) }))}
          onChange={(vettings) => onChange({ ...filter, vettings: [...vettings] })}
        />
        <MultiSelect<RiskTier>
          label={t('parties.filter.tiers')}
          size="small"
          values={filter.tiers ?? []}
          options={RiskTier.options.map((value) => ({ value, label: t(`parties.tier.${value}`) }))}
          onChange={(tiers) => onChange({ ...filter, tiers: [...tiers] })}
        />
        <MultiSelect<PartyRole>
          label={t('parties.filter.roles')}
          size="small"
          values={filter.roles ?? []}
          options={PartyRole.options.map((value) => ({ value, label: t(`parties.role.${value}`) }))}
          onChange={(roles) => onChange({ ...filter, roles: [...roles] })}
        />
        <MultiSelect<PartyKind>
          label={t('parties.filter.kinds')}
          size="small"
          values={filter.kinds ?? []}
          options={PartyKind.options.map((value) => ({ value, label: t(`parties.kind.${value}`) }))}
          onChange={(kinds) => onChange({ ...filter, kinds: [...kinds] })}
        />
        <MultiSelect
          label={t('parties.filter.countries')}
          size="small"
          searchable
          values={filter.countries ?? []}
          options={countryOptions(t)}
          onChange={(countries) => onChange({ ...filter, countries: [...countries] })}
        />
      </div>
    </Popover>
  );
}
