import type { Migration } from '../../db/index.ts';

/** Access events and where they come from: 740 to 744. Events come by the million, so nothing of this passes the journal; imports are journalled in words. */
export const eventStoreMigrations: readonly Migration[] = [
  {
    id: 740,
    name: 'access events',
    untracked: [
      'log_imports',
      'log_accounts',
      'log_addresses',
      'log_resources',
      'log_actions',
      'log_countries',
      'log_events',
      'log_keys',
      'log_duplicates',
      'log_days',
      'log_sources',
      'log_rejected',
      'log_state',
    ],
    sql: `
      /* One reading of one log file. Its events count only while the state is committed. */
      CREATE TABLE log_imports (
        /* Small number by which events name their import. */
        number INTEGER PRIMARY KEY,
        /* Id of the import, as screens and the journal name it. */
        id TEXT NOT NULL UNIQUE,
        /* Name of the file, without its folder. */
        file_name TEXT NOT NULL,
        /* SHA-256 of the file’s bytes, hex. */
        file_sha256 TEXT NOT NULL,
        /* Sheet that was read. Empty for files without sheets. */
        sheet TEXT,
        /* Product and export the file comes from. Empty for a sheet nobody knows. */
        preset TEXT,
        /* System the accounts belong to: the same name in two systems can be two people. Empty text where it is not known. */
        system TEXT NOT NULL,
        /* How the file was read (columns, zone, order of dates and the rest), as JSON: enough to read it again in the same way. */
        reading TEXT NOT NULL,
        /* SHA-256 over what of the reading decides the events: the same file under the same key gives the same events. */
        reading_key TEXT NOT NULL,
        /* Name and version of the saved profile that was used. */
        profile TEXT,
        /* reading: begun, can be gone on with or discarded. committed: its events count. discarded, undone: taken away. */
        state TEXT NOT NULL CHECK (state IN ('reading', 'committed', 'discarded', 'undone')),
        /* 1 once the file was read to its end. */
        complete INTEGER NOT NULL DEFAULT 0,
        /* 1 while the daily roll-up is that of the events. */
        summed INTEGER NOT NULL DEFAULT 0,
        /* 1 once nothing is left of an import that was discarded or undone. */
        removed INTEGER NOT NULL DEFAULT 0,
        /* All rows up to this one are stored: where reading goes on after a break. */
        last_row INTEGER NOT NULL DEFAULT 0,
        /* Bytes of the file read so far. */
        read_bytes INTEGER NOT NULL DEFAULT 0,
        /* Rows of the file that hold something. */
        rows_read INTEGER NOT NULL DEFAULT 0,
        /* Events stored under this import. */
        events INTEGER NOT NULL DEFAULT 0,
        /* Events that were there already, from this or another import. */
        duplicates INTEGER NOT NULL DEFAULT 0,
        /* Rows that are no event, for a reason that is kept. */
        rejected INTEGER NOT NULL DEFAULT 0,
        /* First and last event, milliseconds since 1970 UTC. Empty without events. */
        first_at INTEGER,
        /* Last event, likewise. */
        last_at INTEGER,
        /* When it was begun, UTC; times more than a day later were refused. */
        created_at TEXT NOT NULL,
        /* When its events began to count, UTC. */
        committed_at TEXT,
        /* When it was discarded or undone, UTC. */
        ended_at TEXT
      ) STRICT;
      CREATE INDEX log_imports_by_file ON log_imports (file_sha256);

      /* Accounts as the logs write them. */
      CREATE TABLE log_accounts (
        /* Number by which events name it; 0 is none. */
        id INTEGER PRIMARY KEY,
        /* System it belongs to, as in log_imports. */
        system TEXT NOT NULL,
        /* The account, as written. */
        account TEXT NOT NULL,
        UNIQUE (account, system)
      ) STRICT;

      /* Addresses of the logs, with what is known offline of each. */
      CREATE TABLE log_addresses (
        /* Number by which events name it; 0 is none. */
        id INTEGER PRIMARY KEY,
        /* The address, as written. */
        address TEXT NOT NULL UNIQUE,
        /* public, inside (private and reserved ranges) or notAnAddress. Empty while it was not looked up. */
        kind TEXT,
        /* Country by the first database, ISO 3166-1 alpha-2. */
        country TEXT,
        /* Country by the second database. */
        country2 TEXT,
        /* Number of the network. */
        asn INTEGER,
        /* Who runs the network. */
        operator TEXT,
        /* Country the operator is at home in. */
        operator_country TEXT,
        /* What lists say of the network (vpn, hosting, tor and so on), as a JSON array. */
        tags TEXT NOT NULL DEFAULT '[]',
        /* List behind each tag, as a JSON array. */
        tag_sources TEXT NOT NULL DEFAULT '[]',
        /* 1 where the company allows the network. */
        allowed INTEGER NOT NULL DEFAULT 0,
        /* Day of the oldest data behind this. */
        data_day TEXT
      ) STRICT;

      /* Repositories, models, buckets and the like, as the logs name them. */
      CREATE TABLE log_resources (
        /* Number by which events name it; 0 is none. */
        id INTEGER PRIMARY KEY,
        /* The name, as written. */
        resource TEXT NOT NULL UNIQUE
      ) STRICT;

      /* What was done, as the logs name it. */
      CREATE TABLE log_actions (
        /* Number by which events name it; 0 is none. */
        id INTEGER PRIMARY KEY,
        /* The action, as written. */
        action TEXT NOT NULL UNIQUE
      ) STRICT;

      /* Countries that logs give themselves. */
      CREATE TABLE log_countries (
        /* Number by which events name it; 0 is none. */
        id INTEGER PRIMARY KEY,
        /* ISO 3166-1 alpha-2. */
        country TEXT NOT NULL UNIQUE
      ) STRICT;

      /* Events in blocks of some thousand, by column; a block belongs to one import and never changes. */
      CREATE TABLE log_events (
        /* Id of the first event in the block. */
        id INTEGER PRIMARY KEY,
        /* Import the events belong to. */
        import INTEGER NOT NULL REFERENCES log_imports (number),
        /* Id of the last event in the block. */
        last_id INTEGER NOT NULL,
        /* How many events it holds. */
        events INTEGER NOT NULL,
        /* Earliest event in it, milliseconds since 1970 UTC. */
        first_at INTEGER NOT NULL,
        /* Latest event in it. */
        last_at INTEGER NOT NULL,
        /* Packed columns: id, time, account, address, resource, action, country given, outcome, count, tokens, bytes, row. */
        packed BLOB NOT NULL
      ) STRICT;
      CREATE INDEX log_events_list ON log_events (import, id, last_id, events, first_at, last_at);

      /* By what the events of a block are known again when another file holds them too. */
      CREATE TABLE log_keys (
        /* The block, as in log_events. */
        block INTEGER PRIMARY KEY,
        /* 16 bytes of a SHA-256 for each event, in the order of the block. */
        keys BLOB NOT NULL
      ) STRICT;

      /* Rows of a file whose events were stored under an earlier import. When that one is undone, the events go over to this import. */
      CREATE TABLE log_duplicates (
        /* Number of the record. */
        id INTEGER PRIMARY KEY,
        /* Import whose file held the event again. */
        import INTEGER NOT NULL REFERENCES log_imports (number),
        /* Pairs of row and event id, packed. */
        pairs BLOB NOT NULL,
        /* How many pairs. */
        events INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX log_duplicates_by_import ON log_duplicates (import);

      /* Daily roll-up of an import: how often the same account did the same to the same resource from the same address on a day. */
      CREATE TABLE log_days (
        /* Number of the part. */
        id INTEGER PRIMARY KEY,
        /* Import it sums up. */
        import INTEGER NOT NULL REFERENCES log_imports (number),
        /* First day in it, days since 1970 UTC. */
        first_day INTEGER NOT NULL,
        /* Last day in it. */
        last_day INTEGER NOT NULL,
        /* How many groups it holds. */
        groups INTEGER NOT NULL,
        /* Packed columns: day, account, address, resource, action, country given, outcome, events, count, tokens, bytes. */
        packed BLOB NOT NULL
      ) STRICT;
      CREATE INDEX log_days_by_import ON log_days (import, first_day, last_day, groups);

      /* Rows as they stand in the file: what proves an event. */
      CREATE TABLE log_sources (
        /* Import of the file. */
        import INTEGER NOT NULL REFERENCES log_imports (number),
        /* First row in the block. */
        first_row INTEGER NOT NULL,
        /* Last row in the block. */
        last_row INTEGER NOT NULL,
        /* Rows with their cells, compressed. */
        packed BLOB NOT NULL,
        PRIMARY KEY (import, first_row)
      ) STRICT, WITHOUT ROWID;

      /* Rows that are no event, each with its reason. */
      CREATE TABLE log_rejected (
        /* Number of the record. */
        id INTEGER PRIMARY KEY,
        /* Import of the file. */
        import INTEGER NOT NULL REFERENCES log_imports (number),
        /* Row in the file. */
        row INTEGER NOT NULL,
        /* Why: the text is accessLogs.problem.(this). */
        problem TEXT NOT NULL,
        /* Column that is to blame. Empty when it is the whole row. */
        in_column TEXT,
        /* What stands there. */
        value TEXT NOT NULL
      ) STRICT;
      CREATE INDEX log_rejected_by_import ON log_rejected (import, row);

      /* What the events as a whole are at. */
      CREATE TABLE log_state (
        /* Always 1: there is one row. */
        one INTEGER PRIMARY KEY CHECK (one = 1),
        /* Rises with each change of the events that count. */
        revision INTEGER NOT NULL,
        /* What the facts of addresses rest on: databases, lists, exits and networks allowed. */
        address_basis TEXT NOT NULL,
        /* Id of the next event. An id is never given twice, also when events were taken away. */
        next_event INTEGER NOT NULL
      ) STRICT;
      INSERT INTO log_state (one, revision, address_basis, next_event) VALUES (1, 0, '', 1);
    `,
  },
];
