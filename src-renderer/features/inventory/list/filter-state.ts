import { AssetFilter } from '../../../../src-shared/contract/inventory.ts';
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
  if (filter.decided !== undefined) chips.push({ id: 'decided', label: t(`inventory.filter.decided.${filter.decided}`) });
  if (filter.measured !== undefined) {
    const { id, met } = filter.measured;
    chips.push({ id: 'measured', label: t(met ? 'inventory.filter.met' : 'inventory.filter.unmet', { measure: t(`measure.${id}`) }) });
  }
  if (filter.computeAtLeast !== undefined)
    chips.push({ id: 'computeAtLeast', label: t('inventory.filter.computeAtLeast', { value: filter.computeAtLeast.toExponential(0) }) });
  return chips;
}

const several = ['standings', 'stages', 'roles', 'owners', 'weights', 'classifications'] as const;
const flags = ['needsFacts', 'stale', 'nearLimit', 'undecided', 'archived'] as const;

/** The filter in an address, so that a number elsewhere opens the list of what it counts. What an address cannot mean is left out. */
export function readFilter(params: URLSearchParams): AssetFilter {
  const parts: Record<string, unknown> = {};
  for (const id of several) if (params.has(id)) parts[id] = params.getAll(id);
  for (const id of flags) if (params.get(id) === 'yes') parts[id] = true;
  if (params.has('computeAtLeast')) parts['computeAtLeast'] = Number(params.get('computeAtLeast'));
  if (params.has('decided')) parts['decided'] = params.get('decided');
  if (params.has('measure')) parts['measured'] = { id: params.get('measure'), met: params.get('met') !== 'no' };
  const known = Object.entries(parts).filter(([id, value]) => AssetFilter.safeParse({ [id]: value }).success);
  return AssetFilter.parse(Object.fromEntries(known));
}

/** The same as the part of an address after `?`. */
export function filterQuery(filter: AssetFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const id of several) for (const value of filter[id] ?? []) params.append(id, value);
  for (const id of flags) if (filter[id] === true) params.set(id, 'yes');
  if (filter.computeAtLeast !== undefined) params.set('computeAtLeast', String(filter.computeAtLeast));
  if (filter.decided !== undefined) params.set('decided', filter.decided);
  if (filter.measured !== undefined) {
    params.set('measure', filter.measured.id);
    params.set('met', filter.measured.met ? 'yes' : 'no');
  }
  return params;
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
