import { and, eq } from 'drizzle-orm';
import type { AssetId, inventoryMethods, Question, VersionId } from '../../../src-shared/contract/inventory.ts';
import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { Connection } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { questionCare } from './tables.ts';

type Handlers = HandlersFor<typeof inventoryMethods>;

interface QuestionRow {
  readonly asset_id: string;
  readonly asset_name: string;
  readonly version_id: string;
  readonly fact_id: string;
  readonly field: string | null;
  readonly ask: string;
  readonly decides: string;
  readonly effect: number;
  readonly owner_name: string | null;
  readonly asked_owner: string;
  readonly due: string | null;
  readonly dropped_because: string | null;
}

const select = `
  SELECT a.id AS asset_id, a.name AS asset_name, s.version_id, q.fact_id, q.field, q.ask, q.decides, q.effect, q.owner_name AS asked_owner,
    c.owner_name, c.due, c.dropped_because
  FROM open_questions q
  JOIN asset_states s ON s.finding_id = q.finding_id
  JOIN assets a ON a.id = s.asset_id AND a.archived_at IS NULL
  LEFT JOIN question_care c ON c.asset_id = a.id AND c.fact_id = q.fact_id`;

/** Open questions of the findings in force, those with the largest effect first. */
export function listQuestions(
  { db }: Connection,
  query: { readonly assetId?: string | undefined; readonly dropped: boolean; readonly limit: number },
): Question[] {
  const rows = db
    .prepare<unknown[], QuestionRow>(
      `${select} WHERE (? IS NULL OR a.id = ?) AND (c.dropped_because IS NOT NULL) = ? ORDER BY q.effect DESC, a.name COLLATE NOCASE, q.fact_id LIMIT ?`,
    )
    .all(query.assetId ?? null, query.assetId ?? null, query.dropped ? 1 : 0, query.limit);
  return rows.map(toQuestion);
}

function toQuestion(row: QuestionRow): Question {
  return {
    id: `${row.asset_id}:${row.fact_id}`,
    assetId: row.asset_id as AssetId,
    assetName: row.asset_name,
    versionId: row.version_id as VersionId,
    factId: row.fact_id,
    field: row.field,
    ask: row.ask,
    decides: JSON.parse(row.decides) as string[],
    effect: row.effect,
    ownerName: row.owner_name ?? row.asked_owner,
    due: row.due as IsoDate | null,
    state: row.dropped_because === null ? 'open' : 'dropped',
  };
}

/** Lists open questions, gives them an owner and a day, or drops one with a reason. */
export function createQuestionHandlers(deps: FeatureDeps): Pick<Handlers, 'questions.list' | 'questions.assign' | 'questions.drop'> {
  const care = (
    id: string,
    method: string,
    change: Partial<Omit<typeof questionCare.$inferInsert, 'assetId' | 'factId'>>,
  ): Reply<Question> => {
    const workspace = deps.session();
    const cut = id.indexOf(':');
    const [assetId, factId] = [id.slice(0, cut), id.slice(cut + 1)];
    return workspace.write({ method, params: { fact: factId }, subject: { entity: 'assets', id: assetId } }, () => {
      const row = workspace.db.prepare<[string, string], QuestionRow>(`${select} WHERE a.id = ? AND q.fact_id = ?`).get(assetId, factId);
      if (row === undefined) return err({ code: 'record.notFound', entity: 'question', id });
      const where = and(eq(questionCare.assetId, assetId), eq(questionCare.factId, factId));
      const known = workspace.orm.select().from(questionCare).where(where).get();
      if (known === undefined)
        workspace.orm
          .insert(questionCare)
          .values({ assetId, factId, ...change })
          .run();
      else workspace.orm.update(questionCare).set(change).where(where).run();
      const after = workspace.db.prepare<[string, string], QuestionRow>(`${select} WHERE a.id = ? AND q.fact_id = ?`).get(assetId, factId);
      return after === undefined ? err({ code: 'record.notFound', entity: 'question', id }) : ok(toQuestion(after));
    });
  };

  return {
    'questions.list': ({ assetId, state, limit }) =>
      ok(state === 'answered' ? [] : listQuestions(deps.session(), { assetId, dropped: state === 'dropped', limit })),
    'questions.assign': ({ id, ownerName, due }) => care(id, 'questions.assign', { ownerName, due }),
    'questions.drop': ({ id, reason }) => care(id, 'questions.drop', { droppedBecause: reason }),
  };
}
