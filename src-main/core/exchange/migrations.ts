import type { Migration } from '../db/index.ts';

/** Tables of what goes to other offices and comes from them: 1030 to 1034. */
export const exchangeMigrations: readonly Migration[] = [
  {
    id: 1030,
    name: 'exchange between offices',
    sql: `
      /* Files that went to another office or came from one. */
      CREATE TABLE exchange_files (
        id TEXT PRIMARY KEY,
        direction TEXT NOT NULL CHECK (direction IN ('sent', 'taken')),
        office TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        at TEXT NOT NULL,
        person TEXT NOT NULL,
        file_name TEXT NOT NULL,
        redaction TEXT NOT NULL,
        records INTEGER NOT NULL,
        counts TEXT
      ) STRICT;

      /* Records of this workspace that another office knows under another id. */
      CREATE TABLE exchange_ids (
        kind TEXT NOT NULL,
        their_id TEXT NOT NULL,
        our_id TEXT NOT NULL,
        PRIMARY KEY (kind, their_id)
      ) STRICT;
      CREATE INDEX exchange_ids_ours ON exchange_ids (kind, our_id);

      /* States of records that went out or came in: what changed since the newest that both sides know is what one of them did. */
      CREATE TABLE exchange_states (
        kind TEXT NOT NULL,
        their_id TEXT NOT NULL,
        hash TEXT NOT NULL,
        number INTEGER NOT NULL,
        fields TEXT NOT NULL,
        PRIMARY KEY (kind, their_id, hash)
      ) STRICT;
    `,
  },
];
