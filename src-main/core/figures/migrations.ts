import type { Migration } from '../db/index.ts';

/** The company's own figures: 1045 to 1049. */
export const figureMigrations: readonly Migration[] = [
  {
    id: 1045,
    name: 'own figures',
    sql: `
      CREATE TABLE figure_costs (
        id TEXT PRIMARY KEY,
        year INTEGER NOT NULL,
        /* tool, staff, counsel, audits, training or other. */
        activity TEXT NOT NULL,
        /* What the hours or the money went into. */
        what TEXT NOT NULL,
        hours REAL,
        amount REAL,
        /* ISO 4217 code. */
        currency TEXT NOT NULL,
        /* Where the figure stands. */
        source TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE TABLE figure_events (
        id TEXT PRIMARY KEY,
        /* won, lost, delayed, questionnaire or putRight. */
        kind TEXT NOT NULL,
        /* Day it happened. */
        on_day TEXT NOT NULL,
        title TEXT NOT NULL,
        /* Why, in words. */
        because TEXT NOT NULL,
        amount REAL,
        /* ISO 4217 code. */
        currency TEXT NOT NULL,
        /* Day it was expected or asked for. */
        from_day TEXT,
        /* Where it stands. */
        source TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
    `,
  },
];
