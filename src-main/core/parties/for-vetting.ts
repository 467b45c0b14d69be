import { type Connection, prepared } from '../db/index.ts';
import { listed, type PartyRecord } from './store.ts';

/** Parties in use with what checks are expected by: tier and roles. */
export const partiesForVetting = ({ db }: Pick<Connection, 'db'>): readonly PartyForVetting[] =>
  prepared<[], Row>(db, `${inUse} ORDER BY id`).all().map(withRoles);

/** One of them; undefined where there is none, or it is archived. */
export function partyForVetting({ db }: Pick<Connection, 'db'>, id: string): PartyForVetting | undefined {
  const row = prepared<[string], Row>(db, `${inUse} AND id = ?`).get(id);
  return row === undefined ? undefined : withRoles(row);
}

type Row = Pick<PartyRecord, 'id' | 'name' | 'tier' | 'roles'>;
type PartyForVetting = Omit<Row, 'roles'> & { readonly roles: readonly string[] };

const inUse = 'SELECT id, name, tier, roles FROM parties WHERE archived_at IS NULL';
const withRoles = ({ roles, ...row }: Row): PartyForVetting => ({ ...row, roles: listed<string>(roles) });
