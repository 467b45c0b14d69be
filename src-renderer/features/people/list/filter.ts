import type { PeopleFilter } from '../../../../src-shared/contract/people.ts';
import type { ProductText } from '../../../ui/index.ts';

/** Views that come with the list, in the order of its tabs. */
export const views = ['all', 'present', 'left', 'unknown', 'notAsked', 'unsourced', 'withoutAccount', 'archived'] as const;
export type View = (typeof views)[number];

export function viewFilter(view: View): PeopleFilter {
  switch (view) {
    case 'all':
      return {};
    case 'present':
      return { left: false };
    case 'left':
      return { left: true };
    case 'unknown':
      return { citizenship: ['unknown'] };
    case 'notAsked':
      return { citizenship: ['notAsked'] };
    case 'unsourced':
      return { sourced: false };
    case 'withoutAccount':
      return { withoutAccount: true };
    case 'archived':
      return { archived: true };
  }
}

export type FacetId = 'teams' | 'roles' | 'sites' | 'employment';

/** Facets in force, in words. */
export function chipsOf(filter: PeopleFilter, t: ProductText): readonly { readonly id: FacetId; readonly label: string }[] {
  return (['teams', 'roles', 'sites', 'employment'] as const).flatMap((id) => {
    const values = filter[id] ?? [];
    if (values.length === 0) return [];
    const words = id === 'employment' ? values.map((value) => t.dynamic(`people.employment.${value}`, {}, value)) : values;
    return [{ id, label: t('people.filter.chip', { name: t(`people.filter.${id}`), values: words.join(', ') }) }];
  });
}
