import { z } from 'zod';
import type { LogProfile } from '../../../../src-shared/contract/access-logs.ts';
import type { AppError } from '../../../../src-shared/contract/kernel.ts';
import { LogAnswers, LogField, LogMapping, LogReading } from '../../../../src-shared/formats/access-log.ts';
import { err, ok, type Result } from '../../../../src-shared/model/result.ts';
import { type Connection, prepared } from '../../db/index.ts';
import { fingerprintOf, type WizardState } from './state.ts';

/** What is worth keeping for the next file of the same layout. File, rows and accounts are not. */
const ProfileContent = z.strictObject({
  mapping: LogMapping,
  chosen: z.array(LogField),
  outcome: LogReading.shape.outcome,
  explode: LogReading.shape.explode,
  leaveOut: LogReading.shape.leaveOut,
  answers: LogAnswers,
  leftOut: z.array(z.string()),
});
type ProfileContent = z.infer<typeof ProfileContent>;

interface ProfileRow {
  id: string;
  name: string;
  version: number;
  preset: string | null;
  content: string;
  uses: number;
  updated_at: string;
}

const columns = 'id, name, version, preset, content, uses, updated_at';

export function listProfiles({ db }: Connection): readonly LogProfile[] {
  return prepared<[], ProfileRow>(db, `SELECT ${columns} FROM log_profiles ORDER BY uses DESC, name LIMIT 500`).all().map(toProfile);
}

/** The profile made for this layout that was used most. */
export function profileFor({ db }: Connection, reading: LogReading): string | null {
  return (
    prepared<[string], { id: string }>(db, 'SELECT id FROM log_profiles WHERE fingerprint = ? ORDER BY uses DESC, updated_at DESC').get(
      fingerprintOf(reading),
    )?.id ?? null
  );
}

/** Lays a profile over a draft. What the draft's own file proved, such as its order of day and month, stays. Error: `record.notFound`. */
export function withProfile({ db }: Connection, profileId: string, state: WizardState): Result<WizardState, AppError> {
  const row = prepared<[string], ProfileRow>(db, `SELECT ${columns} FROM log_profiles WHERE id = ?`).get(profileId);
  if (row === undefined) return err({ code: 'record.notFound', entity: 'importProfile', id: profileId });
  const { answers, chosen, leftOut, ...content } = ProfileContent.parse(JSON.parse(row.content));
  const own = state.proposal.reading.answers;
  return ok({
    ...state,
    chosen,
    leftOut,
    reading: {
      ...state.reading,
      ...content,
      answers: { ...answers, dateOrder: own.dateOrder ?? answers.dateOrder, year: own.year },
    },
    profile: { id: row.id, name: row.name, version: row.version },
  });
}

/** Saves a draft's answers under a name; the same name again makes the next version of it, or counts a use when nothing changed. Runs inside a command. */
export function saveProfile({ db }: Connection, state: WizardState, name: string, id: string, now: string): void {
  const { mapping, outcome, explode, leaveOut, answers } = state.reading;
  const { chosen, leftOut } = state;
  const content: ProfileContent = { mapping, chosen, outcome, explode, leaveOut, answers, leftOut };
  const text = JSON.stringify(content);
  const fingerprint = fingerprintOf(state.reading);
  prepared(
    db,
    `INSERT INTO log_profiles (id, name, version, fingerprint, preset, content, uses, updated_at) VALUES (?, ?, 1, ?, ?, ?, 1, ?)
     ON CONFLICT (name) DO UPDATE SET
       version = version + (content <> excluded.content OR fingerprint <> excluded.fingerprint),
       fingerprint = excluded.fingerprint, preset = excluded.preset, content = excluded.content, uses = uses + 1, updated_at = excluded.updated_at`,
  ).run(id, name, fingerprint, state.reading.preset, text, now);
}

/** Runs inside a command. Error: `record.notFound`. */
export function deleteProfile({ db }: Connection, id: string): Result<{ readonly name: string }, AppError> {
  const row = prepared<[string], { name: string }>(db, 'SELECT name FROM log_profiles WHERE id = ?').get(id);
  if (row === undefined) return err({ code: 'record.notFound', entity: 'importProfile', id });
  prepared(db, 'DELETE FROM log_profiles WHERE id = ?').run(id);
  return ok(row);
}

const toProfile = (row: ProfileRow): LogProfile => ({
  id: row.id,
  name: row.name,
  version: row.version,
  preset: row.preset,
  uses: row.uses,
  updatedAt: row.updated_at,
});
