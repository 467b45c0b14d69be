import type { Migration } from '../db/index.ts';

/** Tables of the 90-day plan: 900 to 919, 1036. */
export const planMigrations: readonly Migration[] = [
  {
    id: 900,
    name: 'ninety-day plan',
    sql: `
      /* Plans that were started; the one that has not ended is in force. */
      CREATE TABLE plans (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        template_id TEXT NOT NULL,
        starts_on TEXT NOT NULL,
        ends_on TEXT NOT NULL,
        phases TEXT NOT NULL,
        calendar TEXT NOT NULL,
        owners TEXT NOT NULL,
        limits TEXT NOT NULL,
        started_at TEXT NOT NULL,
        ended_on TEXT,
        ended_because TEXT NOT NULL DEFAULT '',
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;

      CREATE TABLE plan_tasks (
        id TEXT PRIMARY KEY,
        plan_id TEXT NOT NULL REFERENCES plans (id),
        phase TEXT NOT NULL,
        rank REAL NOT NULL,
        title TEXT NOT NULL,
        purpose TEXT NOT NULL,
        steps TEXT NOT NULL,
        evidence_wanted TEXT NOT NULL,
        owner_role TEXT,
        owner TEXT NOT NULL,
        state TEXT NOT NULL,
        waiting_for TEXT NOT NULL,
        milestone INTEGER NOT NULL,
        start_on TEXT NOT NULL,
        end_on TEXT NOT NULL,
        planned_start TEXT,
        planned_end TEXT,
        progress INTEGER NOT NULL,
        measure TEXT,
        depends_on TEXT NOT NULL,
        links TEXT NOT NULL,
        cause TEXT NOT NULL,
        added_on TEXT NOT NULL,
        closed_on TEXT,
        closed_by TEXT NOT NULL DEFAULT '',
        closed_note TEXT NOT NULL DEFAULT '',
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX plan_tasks_by_plan ON plan_tasks (plan_id, phase, rank);

      /* What changed how much of a plan is left, day by day: the burndown is drawn from it. */
      CREATE TABLE plan_events (
        id TEXT PRIMARY KEY,
        plan_id TEXT NOT NULL REFERENCES plans (id),
        task_id TEXT NOT NULL REFERENCES plan_tasks (id),
        day TEXT NOT NULL,
        kind TEXT NOT NULL,
        days INTEGER NOT NULL,
        cause TEXT NOT NULL
      ) STRICT;
      CREATE INDEX plan_events_by_plan ON plan_events (plan_id, day);

      CREATE TABLE plan_check_ins (
        id TEXT PRIMARY KEY,
        plan_id TEXT NOT NULL REFERENCES plans (id),
        week INTEGER NOT NULL,
        filed_on TEXT NOT NULL,
        filed_by TEXT NOT NULL,
        lines TEXT NOT NULL,
        readings TEXT NOT NULL,
        UNIQUE (plan_id, week)
      ) STRICT;

      /* Plan packs of the company itself. */
      CREATE TABLE plan_templates (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        pack TEXT NOT NULL,
        added_at TEXT NOT NULL
      ) STRICT;

      /* What comes round again, whether or not a plan is in force. */
      CREATE TABLE plan_recurring (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        purpose TEXT NOT NULL,
        cadence TEXT NOT NULL,
        owner_role TEXT,
        owner TEXT NOT NULL,
        next_on TEXT NOT NULL,
        last_done TEXT,
        task_id TEXT,
        paused INTEGER NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0
      ) STRICT;
    `,
  },
  {
    id: 1036,
    name: 'tasks that open again by themselves',
    // A fall that was answered stays so when the answer is undone: else the task would open again at once.
    untracked: ['plan_falls'],
    sql: `
      ALTER TABLE plan_tasks ADD COLUMN closed_reading TEXT;
      ALTER TABLE plan_tasks ADD COLUMN reopened TEXT;

      /* Closed tasks that were opened again for a measure that fell, until it is met again or the task is closed anew. */
      CREATE TABLE plan_falls (
        task_id TEXT PRIMARY KEY
      ) STRICT, WITHOUT ROWID;
    `,
  },
];
