import { type Connection, prepared } from '../db/index.ts';
import { listed, type PartyRecord } from './store.ts';

/** Parties in use with what checks are expected by: tier and roles. */
export const partiesForVetting = ({
  db,
}: Pick<Connection, 'db'>): readonly (Pick<PartyRecord, 'id' | 'name' | 'tier'> & { readonly roles: readonly string[] })[] =>
  prepared<[], Pick<PartyRecord, 'id' | 'name' | 'tier' | 'roles'>>(
    db,
    'SELECT id, name, tier, roles FROM parties WHERE archived_at IS NULL ORDER BY id',
  )
    .all()
    .map(({ roles, ...row }) => ({ ...row, roles: listed<string>(roles) }));
