import type { PartyFilter } from '../../../../src-shared/contract/parties.ts';
import { openVettingStates } from '../../../../src-shared/model/vetting.ts';
import { countryName } from '../../../../src-shared/text/countries.ts';
import type { ProductText } from '../../../ui/index.ts';

/** Views that come with the list, in the order of its tabs. */
export const views = ['all', 'open', 'grave', 'trueMatch', 'notScreened', 'highRisk', 'checksDue', 'archived'] as const;
export type View = (typeof views)[number];

/** A filter as it is asked for; `archived` may be left out. */
export type Filter = Omit<PartyFilter, 'archived'> & { readonly archived?: boolean };

const viewFilters: Readonly<Record<View, Filter>> = {
  all: {},
  open: { standings: ['open', 'needFacts', 'escalated'] },
  grave: { overall: ['grave'] },
  trueMatch: { standings: ['trueMatch'] },
  notScreened: { standings: ['notScreened', 'stale'] },
  highRisk: { tiers: ['high', 'prohibited'] },
  checksDue: { vettings: [...openVettingStates] },
  archived: { archived: true },
};

export const viewFilter = (view: View): Filter => viewFilters[view];

export const facetIds = ['overall', 'standings', 'vettings', 'tiers', 'roles', 'kinds', 'countries'] as const;
export type FacetId = (typeof facetIds)[number];

const wordGroup = {
  overall: 'parties.overall',
  standings: 'parties.standing',
  vettings: 'vetting.state',
  tiers: 'parties.tier',
  roles: 'parties.role',
  kinds: 'parties.kind',
} as const;

/** Facets in force, in words. */
export function chipsOf(filter: Filter, t: ProductText): readonly { readonly id: FacetId; readonly label: string }[] {
  return facetIds.flatMap((id) => {
    const values: readonly string[] = filter[id] ?? [];
    if (values.length === 0) return [];
    const words = values.map((value) =>
      id === 'countries' ? countryName(t.locale, value) : t.dynamic(`${wordGroup[id]}.${value}`, {}, value),
    );
    return [{ id, label: t('parties.filter.chip', { name: t(`parties.filter.${id}`), values: words.join(', ') }) }];
  });
}
