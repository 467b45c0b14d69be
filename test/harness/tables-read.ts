import type Database from 'better-sqlite3';

/** Names of the tables that statements read, as the database's own plan of each says; tables of the temporary schema are left out. */
export function tablesRead(db: Database.Database, statements: Iterable<string>): readonly string[] {
  const names = new Map(
    db
      .prepare<[], { root: number; name: string }>('SELECT rootpage AS root, tbl_name AS name FROM main.sqlite_schema WHERE rootpage > 0')
      .all()
      .map(({ root, name }) => [root, name]),
  );
  const found = new Set<string>();
  for (const sql of statements) {
    const steps = db.prepare<unknown[], { opcode: string; p2: number; p3: number }>(`EXPLAIN ${sql}`);
    for (const { opcode, p2, p3 } of steps.all(...placeholders(sql)))
      if (opcode === 'OpenRead' && p3 === 0) found.add(names.get(p2) ?? `page ${p2}`);
  }
  return [...found].sort();
}

/** Nothing for every gap of a statement, by place or by name. */
function placeholders(sql: string): readonly unknown[] {
  const named = [...sql.matchAll(/[@:$]([a-z]\w*)/gi)].map(([, name = '']) => [name, null] as const);
  const placed = [...sql.matchAll(/\?/g)].map(() => null);
  return named.length === 0 ? placed : [...placed, Object.fromEntries(named)];
}

/** What was prepared anew on a connection while `work` ran. */
export async function statementsOf(db: Database.Database, work: () => unknown): Promise<readonly string[]> {
  const heard: string[] = [];
  const prepare = db.prepare.bind(db);
  db.prepare = ((sql: string) => {
    heard.push(sql);
    return prepare(sql);
  }) as typeof db.prepare;
  try {
    await work();
  } finally {
    Reflect.deleteProperty(db, 'prepare');
  }
  return heard;
}
