import type { Migration } from '../../src-main/core/db/index.ts';
import { oddTables } from './probe.ts';

/** Planted in data and looked for in every file: it must never be readable. */
export const marker = 'PLANTED-MARKER-7f3a';

export const crashPassphrases = ['seven lanterns above the harbour', 'nine grey herons by the canal'] as const;

/** The odd tables and as many further steps as asked, each with work enough to be killed in. */
export function crashMigrations(count: number): readonly Migration[] {
  const steps = Array.from({ length: count }, (_, number) => ({
    id: 1000 + number,
    name: `step ${number}`,
    sql: `CREATE TABLE step_${number} (id INTEGER PRIMARY KEY, body TEXT) STRICT;
      INSERT INTO step_${number} (body) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) SELECT hex(randomblob(40)) FROM n;`,
  }));
  return [oddTables, ...steps];
}
