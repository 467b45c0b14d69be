import type { AssetFilter } from '../../../../src-shared/contract/inventory.ts';
import type { ProductText } from '../../../ui/index.ts';
import { choiceWord } from '../words.ts';

/** Views that come with the product, before the ones people save. */
export const builtInViews = ['all', 'needsFacts', 'controlled', 'aboveLine', 'stale'] as const;
export type BuiltInView = (typeof builtInViews)[number];

/** Operations above which a model is worth a look under the EU guidelines; only used to offer a view. */
const noticeableOperations = 1e23;

/** Filter of a built-in view. */
export function viewFilter(view: BuiltInView): AssetFilter {
  switch (view) {
    case 'all':
      return {};
    case 'needsFacts':
      return { needsFacts: true };
    case 'controlled':
      return { standings: ['restricted'] };
    case 'aboveLine':
      return { computeAtLeast: noticeableOperations };
    case 'stale':
      return { stale: true };
  }
}

export interface FilterChip {
  readonly id: keyof AssetFilter;
  readonly label: string;
}

/** The filters in force, in words. Kinds and text have their own places on the screen. */
export function chipsOf(filter: AssetFilter, t: ProductText): readonly FilterChip[] {
  const chips: FilterChip[] = [];
  const list = (id: keyof AssetFilter, values: readonly string[] | undefined, word: (value: string) => string) => {
    if (values !== undefined && values.length > 0)
      chips.push({
        id,
        label: t('inventory.filterChip', { name: t.dynamic(`inventory.filter.${id}`), values: values.map(word).join(', ') }),
      });
  };
  list('standings', filter.standings, (value) => t.dynamic(`standing.${value}`));
  list('stages', filter.stages, (value) => t.dynamic(`stage.${value}`));
  list('roles', filter.roles, (value) => choiceWord(t, value));
  list('owners', filter.owners, (value) => value);
  list('weights', filter.weights, (value) => t.dynamic(`inventory.weights.${value}`));
  list('classifications', filter.classifications, (value) => value);
  for (const id of ['needsFacts', 'stale', 'nearLimit', 'undecided', 'archived'] as const) {
    if (filter[id] === true) chips.push({ id, label: t(`inventory.filter.${id}`) });
  }
  if (filter.computeAtLeast !== undefined)
    chips.push({ id: 'computeAtLeast', label: t('inventory.filter.computeAtLeast', { value: filter.computeAtLeast.toExponential(0) }) });
  return chips;
}

/** The filter without one of its parts. */
export function withoutFilter(filter: AssetFilter, id: keyof AssetFilter): AssetFilter {
  const { [id]: _, ...rest } = filter;
  return rest;
}

/** Same filter, whatever the order of its parts. */
export function sameFilter(a: AssetFilter, b: AssetFilter): boolean {
  const plain = (filter: AssetFilter) =>
    JSON.stringify(
      Object.entries(filter)
        .filter(([, value]) => value !== undefined)
        .sort(([x], [y]) => (x < y ? -1 : 1)),
    );
  return plain(a) === plain(b);
}
