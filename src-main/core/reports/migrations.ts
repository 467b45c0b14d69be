import type { Migration } from '../db/index.ts';

/** Tables of the reports: 600 to 649, and 990 to 1009. */
export const reportMigrations: readonly Migration[] = [
  {
    id: 600,
    name: 'report exports',
    // Not undone: a file that left the program has left it, whatever is undone afterwards.
    untracked: ['report_exports'],
    sql: `
      CREATE TABLE report_exports (
        id TEXT PRIMARY KEY,
        number TEXT NOT NULL,
        what TEXT NOT NULL,
        format TEXT NOT NULL,
        subject TEXT NOT NULL,
        asset_id TEXT,
        redaction TEXT NOT NULL,
        judged_on TEXT NOT NULL,
        at TEXT NOT NULL,
        person TEXT NOT NULL,
        file_name TEXT,
        size_bytes INTEGER,
        sha256 TEXT NOT NULL,
        content_hash TEXT NOT NULL
      ) STRICT;
      CREATE INDEX report_exports_at ON report_exports (at);
      CREATE INDEX report_exports_asset ON report_exports (asset_id);
    `,
  },
  {
    id: 990,
    name: 'key that signs binders',
    // Made once and never undone: a binder signed with a key that is gone again could not be told from a forged one.
    untracked: ['report_signing_key'],
    sql: `
      /* The key pair that signs binders. */
      CREATE TABLE report_signing_key (
        /* Always 1: a workspace has one key. */
        one INTEGER PRIMARY KEY CHECK (one = 1),
        /* PKCS 8, DER. Leaves the workspace in no export, log or reply. */
        private_key BLOB NOT NULL,
        /* The public half as it goes into a binder, PEM. */
        public_pem TEXT NOT NULL,
        /* Raw 32 bytes. */
        public_key BLOB NOT NULL,
        /* UTC instant at which the first binder needed it. */
        made_at TEXT NOT NULL
      ) STRICT;
    `,
  },
  {
    id: 991,
    name: 'brand of reports',
    sql: `
      /* Who presents the reports. */
      CREATE TABLE report_brand (
        /* Always 1: a workspace has one brand. */
        one INTEGER PRIMARY KEY CHECK (one = 1),
        /* PNG or SVG as a data address. */
        logo TEXT,
        /* #rrggbb, readable on white. */
        colour TEXT,
        /* Name and contact, a JSON list of lines. */
        lines TEXT NOT NULL
      ) STRICT;
    `,
  },
  {
    id: 992,
    name: 'own redaction profiles',
    sql: `
      /* The company's own redaction profiles: what reports made under them withhold. */
      CREATE TABLE redaction_profiles (
        /* As people call it; also how a report is asked for by it. */
        name TEXT PRIMARY KEY,
        /* shown, initials or withheld. */
        people TEXT NOT NULL,
        /* Other parts left out, a JSON list. */
        leaves_out TEXT NOT NULL
      ) STRICT;
    `,
  },
];
