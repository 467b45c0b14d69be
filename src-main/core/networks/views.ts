import {
  type AddressDatabaseView,
  type AllowedNetworkView,
  type CorporateExitView,
  type DatabaseRole,
  type NetworkListView,
  oldAddressDataDays,
} from '../../../src-shared/contract/networks.ts';
import { daysBetween, type IsoDate, type IsoInstant } from '../../../src-shared/model/dates.ts';
import type { Connection } from '../db/index.ts';
import type { NetworkList } from './list.ts';
import { shippedNetworks } from './shipped.ts';
import { type AllowedRow, databaseRows, type ExitRow, type ListRow } from './store.ts';

export function databaseViews(connection: Connection, resources: string, today: IsoDate): AddressDatabaseView[] {
  const own = databaseRows(connection);
  return shippedNetworks(resources).databases.map((shipped): AddressDatabaseView => {
    const shippedDay = shipped.day as IsoDate;
    const row = own.find(({ role }) => role === shipped.role);
    const day = row === undefined ? shippedDay : (row.day as IsoDate);
    const ageDays = daysBetween(day, today);
    const role: DatabaseRole = shipped.role;
    const common = { role, day, ageDays, old: ageDays > oldAddressDataDays, shippedDay };
    if (row === undefined) {
      const { name, maker, licence, attribution, caution, ranges } = shipped;
      return { ...common, name, maker, licence, attribution, caution, ranges, own: null };
    }
    const { name, ranges, fileName, addedBy, addedAt } = row;
    return {
      ...common,
      ...{ name, ranges, maker: '', licence: '', attribution: '', caution: null },
      own: { fileName, by: addedBy, at: addedAt as IsoInstant },
    };
  });
}

function ageOf(day: IsoDate | null, today: IsoDate): Pick<NetworkListView, 'ageDays' | 'old'> {
  const ageDays = day === null ? null : daysBetween(day, today);
  return { ageDays, old: ageDays !== null && ageDays > oldAddressDataDays };
}

export function shippedListView({ id, name, tag, day, networks, ranges }: NetworkList, today: IsoDate): NetworkListView {
  return { id, name, tag, day, networks, ranges, ...ageOf(day, today), own: null, revision: 0 };
}

export function listView(row: ListRow, today: IsoDate): NetworkListView {
  const { id, name, tag, networks, ranges, revision, fileName, addedBy, addedAt } = row;
  const day = row.day as IsoDate | null;
  return {
    id,
    name,
    tag,
    day,
    networks,
    ranges,
    revision,
    ...ageOf(day, today),
    own: { fileName, by: addedBy, at: addedAt as IsoInstant },
  };
}

export function allowedView(row: AllowedRow, operator: string | null): AllowedNetworkView {
  const { id, network, reason, addedBy, addedAt, revision } = row;
  return { id, network, operator, reason, by: addedBy, at: addedAt as IsoInstant, revision };
}

export function exitView(row: ExitRow): CorporateExitView {
  const { id, label, network, fromDay, untilDay, addedBy, addedAt, revision } = row;
  const [from, until] = [fromDay as IsoDate | null, untilDay as IsoDate | null];
  return { id, label, network, from, until, by: addedBy, at: addedAt as IsoInstant, revision };
}
