import type { Migration } from '../db/index.ts';

const heldRow = (kind: string, id: string) => `EXISTS (
        SELECT 1 FROM holds h WHERE h.lifted_at IS NULL AND (h.everything = 1 OR EXISTS (
          SELECT 1 FROM held_records r WHERE r.hold_id = h.id AND r.record_kind = ${kind} AND r.record_id = ${id})))`;

const guard = (table: string, event: string, kind: string, id: string) => `
      CREATE TRIGGER ${table}_held_${event.slice(0, 6).toLowerCase()} BEFORE ${event} ON ${table} WHEN ${heldRow(kind, id)}
      BEGIN SELECT RAISE(ABORT, 'held'); END;`;

/** Tables of holds: 970 to 974. */
export const holdMigrations: readonly Migration[] = [
  {
    id: 970,
    name: 'holds on records',
    sql: `
      CREATE TABLE holds (
        id TEXT PRIMARY KEY,
        matter TEXT NOT NULL,
        cause TEXT NOT NULL,
        reference TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        everything INTEGER NOT NULL DEFAULT 0,
        from_kind TEXT,
        from_id TEXT,
        placed_by TEXT NOT NULL,
        placed_at TEXT NOT NULL,
        lifted_by TEXT,
        lifted_at TEXT,
        lift_reason TEXT,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE TABLE held_records (
        hold_id TEXT NOT NULL REFERENCES holds (id),
        record_kind TEXT NOT NULL,
        record_id TEXT NOT NULL,
        PRIMARY KEY (hold_id, record_kind, record_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX held_records_by_record ON held_records (record_kind, record_id);

      /* Whatever way is tried, undo and taking an import back included: a held record and its evidence stay. */
      ${guard('evidence', 'DELETE', 'old.record_kind', 'old.record_id')}
      ${guard('evidence', 'UPDATE OF record_kind, record_id', 'old.record_kind', 'old.record_id')}
      ${guard('assets', 'DELETE', "'asset'", 'old.id')}
      ${guard('people', 'DELETE', "'person'", 'old.id')}
      ${guard('parties', 'DELETE', "'party'", 'old.id')}
    `,
  },
];
