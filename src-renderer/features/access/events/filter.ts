import { EventFilter } from '../../../../src-shared/contract/access.ts';
import { actionKinds, eventOutcomes } from '../../../../src-shared/model/access-events.ts';
import { IsoDate } from '../../../../src-shared/model/dates.ts';
import { networkTags } from '../../../../src-shared/model/network.ts';

/** Name in the address for each part of the filter. */
const names = {
  text: 'text',
  personId: 'person',
  account: 'account',
  assetId: 'asset',
  country: 'country',
  outcome: 'outcome',
  actionKind: 'kind',
  tag: 'network',
  importId: 'import',
  findingId: 'finding',
  from: 'from',
  until: 'until',
} as const satisfies Record<keyof EventFilter, string>;

export const filterParts = Object.keys(names) as readonly (keyof EventFilter)[];

const among = <T extends string>(value: string | null, known: readonly T[]): T | null => known.find((one) => one === value) ?? null;
const day = (value: string | null): IsoDate | null => IsoDate.safeParse(value).data ?? null;

/** The filter as the address says it; what cannot be read there narrows nothing. */
export function readEventFilter(params: URLSearchParams): EventFilter {
  const country = params.get(names.country);
  return EventFilter.parse({
    text: params.get(names.text)?.slice(0, 200) ?? '',
    personId: params.get(names.personId),
    account: params.get(names.account),
    assetId: params.get(names.assetId),
    country: country?.length === 2 ? country : null,
    outcome: among(params.get(names.outcome), eventOutcomes),
    actionKind: among(params.get(names.actionKind), actionKinds),
    tag: among(params.get(names.tag), networkTags),
    importId: params.get(names.importId),
    findingId: params.get(names.findingId),
    from: day(params.get(names.from)),
    until: day(params.get(names.until)),
  });
}

/** Writes the filter into an address and keeps what else stands there. */
export function writeEventFilter(params: URLSearchParams, filter: EventFilter): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const part of filterParts) {
    const value = filter[part];
    if (value === null || value === '') next.delete(names[part]);
    else next.set(names[part], value);
  }
  return next;
}

/** Whether anything is narrowed. */
export const isNarrowed = (filter: EventFilter): boolean => filterParts.some((part) => filter[part] !== null && filter[part] !== '');
