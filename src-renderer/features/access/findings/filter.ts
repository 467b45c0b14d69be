import { AccessFindingType, type FindingState, Severity } from '../../../../src-shared/contract/access.ts';
import type { AccessFindingType as FindingType } from '../../../../src-shared/model/access-audit.ts';
import { IsoDate } from '../../../../src-shared/model/dates.ts';
import type { InputOf } from '../../../host/index.ts';

/** What the list of findings is narrowed to. It lives in the address, so that a link from elsewhere opens the same list. */
export interface FindingFilter {
  readonly text: string;
  readonly types: readonly FindingType[];
  readonly severities: readonly Severity[];
  readonly show: Show;
  readonly personId: string | null;
  readonly assetId: string | null;
  /** Days in which the first event lies, both included. */
  readonly began: { readonly from: IsoDate; readonly until: IsoDate } | null;
  readonly sort: 'rank' | 'newest' | 'label';
}

export type { FindingType };

export const shows = ['open', 'decided', 'all'] as const;
export type Show = (typeof shows)[number];
const statesOf: Readonly<Record<Show, readonly FindingState[]>> = {
  open: ['open'],
  decided: ['confirmed', 'cleared', 'accepted'],
  all: [],
};

export function readFilter(params: URLSearchParams): FindingFilter {
  const several = <T extends string>(name: string, known: readonly T[]) =>
    (params.get(name) ?? '').split(',').filter((one): one is T => (known as readonly string[]).includes(one));
  const sort = params.get('sort');
  return {
    text: params.get('text') ?? '',
    types: several('type', AccessFindingType.options),
    severities: several('severity', Severity.options),
    show: shows.find((one) => one === params.get('show')) ?? 'open',
    personId: params.get('person'),
    assetId: params.get('asset'),
    began: daysOf(params.get('from'), params.get('until')),
    sort: sort === 'newest' || sort === 'label' ? sort : 'rank',
  };
}

function daysOf(from: string | null, until: string | null): FindingFilter['began'] {
  const [first, last] = [IsoDate.safeParse(from), IsoDate.safeParse(until)];
  return first.success && last.success ? { from: first.data, until: last.data } : null;
}

/** The filter as the part of an address after `?`; what is as usual is left out. */
export function filterQuery(filter: FindingFilter): string {
  const params = new URLSearchParams();
  const set = (name: string, value: string | null) => value !== null && value !== '' && params.set(name, value);
  set('text', filter.text);
  set('type', filter.types.join(','));
  set('severity', filter.severities.join(','));
  set('show', filter.show === 'open' ? null : filter.show);
  set('person', filter.personId);
  set('asset', filter.assetId);
  set('from', filter.began?.from ?? null);
  set('until', filter.began?.until ?? null);
  set('sort', filter.sort === 'rank' ? null : filter.sort);
  return params.toString();
}

/** The same as the core is asked for it. */
export function filterInput(filter: FindingFilter, offset: number, limit: number): InputOf<'access.findings'> {
  return {
    text: filter.text.trim(),
    types: [...filter.types],
    severities: [...filter.severities],
    states: [...statesOf[filter.show]],
    personId: filter.personId,
    assetId: filter.assetId,
    began: filter.began,
    sort: filter.sort,
    offset,
    limit,
  };
}
