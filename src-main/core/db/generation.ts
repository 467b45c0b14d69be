import type { Connection } from './types.ts';
import { untilChanged } from './until-changed.ts';

/** Something worked out from all rows of a table, kept until a row is added, changed or taken away. */
export const whileUnchanged = <T>(connection: Pick<Connection, 'db'>, table: 'parties' | 'people', make: () => T): T =>
  untilChanged(connection, `all ${table}`, '', make, [table]);
