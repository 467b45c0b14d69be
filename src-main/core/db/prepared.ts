import type Database from 'better-sqlite3';

/** Statements kept for each connection; the oldest goes when a query with an ever-changing text fills the store. */
const maxKept = 400;

type Store = Map<string, Database.Statement>;

const byConnection = new WeakMap<Database.Database, Store>();
const ormStores = new WeakMap<Database.Database, Store>();

function keep(stores: WeakMap<Database.Database, Store>, db: Database.Database, sql: string): Database.Statement {
  const store = stores.get(db) ?? new Map<string, Database.Statement>();
  stores.set(db, store);
  const known = store.get(sql);
  if (known !== undefined) return known;
  const statement = db.prepare(sql);
  const oldest = store.size >= maxKept ? store.keys().next().value : undefined;
  if (oldest !== undefined) store.delete(oldest);
  store.set(sql, statement);
  return statement;
}

/**
 * A statement that is prepared once for each connection. Preparing costs more than running: a write to a tracked table
 * compiles its capture triggers as well.
 *
 * For `get`, `all` and `run` only: `raw`, `pluck` and `iterate` would change what the next caller is given.
 */
export function prepared<P extends unknown[], R = unknown>(db: Database.Database, sql: string): Database.Statement<P, R> {
  return keep(byConnection, db, sql) as unknown as Database.Statement<P, R>;
}

/** The same connection for the query builder, which otherwise prepares each query anew. */
export function keepingStatements(db: Database.Database): Database.Database {
  const prepare = (sql: string) => {
    const statement = keep(ormStores, db, sql);
    // The builder asks for rows as arrays where it maps them itself, and that mode stays with the statement.
    return statement.reader ? statement.raw(false) : statement;
  };
  return new Proxy(db, {
    get: (target, property) => (property === 'prepare' ? prepare : Reflect.get(target, property, target)),
  });
}
