import type { IsoDate } from '../../../../src-shared/model/dates.ts';
import type { OpenWorkspace } from '../../db/index.ts';
import { loggedAccounts } from './dictionaries.ts';
import { listLogImports } from './imports.ts';
import type { Pause } from './keys.ts';
import { rollUp, undatedDay } from './roll-up.ts';

const dayMs = 86_400_000;

/** A day counted from 1970 as a calendar date, UTC. */
export function dateOfDay(day: number): IsoDate {
  return new Date(day * dayMs).toISOString().slice(0, 10) as IsoDate;
}

/** Days since 1970 of a calendar date. */
export function dayOfDate(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / dayMs);
}

/** An account the logs name, with how often and when. */
export interface LogAccount {
  /** Number by which events name it. */
  readonly number: number;
  readonly account: string;
  /** System it belongs to; null where not known. */
  readonly system: string | null;
  readonly events: number;
  /** Null where the log withholds the time of all its events. */
  readonly firstOn: IsoDate | null;
  readonly lastOn: IsoDate | null;
}

/** Accounts with events that count, most events first. */
export async function listLogAccounts(workspace: OpenWorkspace, pause: Pause): Promise<readonly LogAccount[]> {
  const groups = await rollUp(workspace, {}, pause);
  const accounts = loggedAccounts(workspace);
  const size = (accounts.at(-1)?.id ?? 0) + 1;
  const events = new Float64Array(size);
  const first = new Int32Array(size).fill(0x7fff_ffff);
  const last = new Int32Array(size).fill(-0x8000_0000);
  for (let at = 0; at < groups.length; at += 1) {
    const account = groups.account[at] ?? 0;
    const day = groups.day[at] ?? 0;
    events[account] = (events[account] ?? 0) + (groups.events[at] ?? 0);
    if (day === undatedDay) continue;
    if (day < (first[account] ?? 0)) first[account] = day;
    if (day > (last[account] ?? 0)) last[account] = day;
  }
  const seen = (id: number) => (first[id] ?? 0) <= (last[id] ?? 0);
  return accounts
    .filter(({ id }) => (events[id] ?? 0) > 0)
    .map(({ id, account, system }) => ({
      number: id,
      account,
      system: system === '' ? null : system,
      events: events[id] ?? 0,
      firstOn: seen(id) ? dateOfDay(first[id] ?? 0) : null,
      lastOn: seen(id) ? dateOfDay(last[id] ?? 0) : null,
    }))
    .sort((a, b) => b.events - a.events || (a.account < b.account ? -1 : 1));
}

/** What a log speaks for. */
export interface ImportCoverage {
  readonly importId: string;
  readonly fileName: string;
  /** Product and export; null for a sheet nobody knows. */
  readonly preset: string | null;
  /** Day of the first and of the last event. */
  readonly from: IsoDate;
  readonly until: IsoDate;
  /** By number of the resource and day since 1970: how many events. */
  readonly resources: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

/** Days with events for each resource, by import; imports without events are left out. */
export async function coverageOf(workspace: OpenWorkspace, pause: Pause): Promise<readonly ImportCoverage[]> {
  const groups = await rollUp(workspace, {}, pause);
  const byImport = new Map<number, Map<number, Map<number, number>>>();
  for (let at = 0; at < groups.length; at += 1) {
    const resources = entry(byImport, groups.import[at] ?? 0, () => new Map<number, Map<number, number>>());
    const days = entry(resources, groups.resource[at] ?? 0, () => new Map<number, number>());
    const day = groups.day[at] ?? 0;
    if (day === undatedDay) continue;
    days.set(day, (days.get(day) ?? 0) + (groups.events[at] ?? 0));
  }
  return listLogImports(workspace).flatMap(({ id, number, fileName, preset, firstAt, lastAt }) => {
    const resources = byImport.get(number);
    if (resources === undefined || firstAt === null || lastAt === null) return [];
    const from = firstAt.slice(0, 10) as IsoDate;
    return [{ importId: id, fileName, preset, from, until: lastAt.slice(0, 10) as IsoDate, resources }];
  });
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
