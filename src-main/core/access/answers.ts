import type { FindingQuestion } from '../../../src-shared/contract/access.ts';
import type { AuditQuestion } from '../../engine/access/index.ts';
import { type Connection, prepared } from '../db/index.ts';
import type { FindingRow } from './finding-rows.ts';

export interface StoredAnswer {
  readonly about: string;
  readonly question_id: string;
  readonly answer: NonNullable<FindingQuestion['answer']>;
  readonly source: string;
  readonly answered_by: string;
  readonly answered_at: string;
}

/** Whose answer it is: that of a person or an asset where it settles a fact of theirs, else of the finding alone. */
export function aboutOf(finding: Pick<FindingRow, 'id' | 'person_id' | 'asset_id'>, question: AuditQuestion): string {
  // Whether a nationality is free depends on the asset as well, so that answer stays with the finding.
  if (question.about === 'person' && finding.person_id !== null && question.id !== 'person.citizenship')
    return `person:${finding.person_id}`;
  if (question.about === 'asset' && finding.asset_id !== null) return `asset:${finding.asset_id}`;
  return `finding:${finding.id}`;
}

/** Answers by `about` and question. */
export function allAnswers({ db }: Pick<Connection, 'db'>): ReadonlyMap<string, StoredAnswer> {
  return new Map(
    prepared<[], StoredAnswer>(db, 'SELECT about, question_id, answer, source, answered_by, answered_at FROM access_answers')
      .all()
      .map((row) => [`${row.about} ${row.question_id}`, row]),
  );
}

/** Keeps an answer in the place of an earlier one. Runs inside a command. */
export function putAnswer({ db }: Pick<Connection, 'db'>, id: string, answer: StoredAnswer): void {
  prepared(
    db,
    `INSERT INTO access_answers (id, about, question_id, answer, source, answered_by, answered_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (about, question_id) DO UPDATE SET answer = excluded.answer, source = excluded.source,
       answered_by = excluded.answered_by, answered_at = excluded.answered_at`,
  ).run(id, answer.about, answer.question_id, answer.answer, answer.source, answer.answered_by, answer.answered_at);
}
