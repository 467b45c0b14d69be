import type { AccessSetting } from '../../../src-shared/contract/access.ts';
import { type AccessSettings, type SettingValue, settingDefinitions, standardSettings } from '../../engine/access/index.ts';
import { type Connection, prepared } from '../db/index.ts';

interface Row {
  readonly id: string;
  readonly value: string;
  readonly reason: string;
}

const rowsOf = ({ db }: Pick<Connection, 'db'>): ReadonlyMap<string, Row> =>
  new Map(
    prepared<[], Row>(db, 'SELECT id, value, reason FROM access_settings')
      .all()
      .map((row) => [row.id, row]),
  );

/** Thresholds of a workspace: ours, where the company set no other. */
export function readAccessSettings(connection: Pick<Connection, 'db'>): AccessSettings {
  const rows = rowsOf(connection);
  const own = settingDefinitions.flatMap(({ id }) => {
    const row = rows.get(id);
    return row === undefined ? [] : [[id, JSON.parse(row.value) as SettingValue] as const];
  });
  return { ...standardSettings, ...(Object.fromEntries(own) as Partial<AccessSettings>) };
}

/** The same as a screen shows them. */
export function listAccessSettings(connection: Pick<Connection, 'db'>): AccessSetting[] {
  const rows = rowsOf(connection);
  return settingDefinitions.map(({ id, standard, unit, title, because }) => {
    const row = rows.get(id);
    const plain = (value: SettingValue): AccessSetting['value'] => (typeof value === 'object' ? [...value] : value);
    return {
      id,
      value: plain(row === undefined ? standard : (JSON.parse(row.value) as SettingValue)),
      standard: plain(standard),
      unit,
      title,
      because,
      reason: row?.reason ?? '',
    };
  });
}
