import { and, eq } from 'drizzle-orm';
import type { AssetId, inventoryMethods, Question, VersionId } from '../../../src-shared/contract/inventory.ts';
import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { type Connection, prepared } from '../db/index.ts';
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
  readonly top_effect: number;
  readonly owner_name: string | null;
  readonly asked_owner: string;
  readonly due: string | null;
  readonly dropped_because: string | null;
}

/** Assets by the largest effect an answer could have; `condition` narrows them. */
const chosen = (condition: string) => `
  SELECT s.asset_id, s.version_id, s.finding_id, s.top_effect, a.name
  FROM asset_states s JOIN assets a ON a.id = s.asset_id AND a.archived_at IS NULL
  WHERE ${condition}
  ORDER BY s.top_effect DESC, a.name COLLATE NOCASE, s.asset_id`;

/** Questions lie in their finding; `assets` names a query like `chosen`. */
const questionsOf = (assets: string, condition: string) => `
  SELECT c.asset_id, c.name AS asset_name, c.version_id, c.top_effect,
    q.value ->> 'factId' AS fact_id, q.value ->> 'field' AS field, q.value ->> 'ask' AS ask, q.value ->> 'decides' AS decides,
    q.value ->> 'effect' AS effect, q.value ->> 'ownerName' AS asked_owner, k.owner_name,
    CASE WHEN k.asset_id IS NULL THEN q.value ->> 'due' ELSE k.due END AS due, k.dropped_because
  FROM (${assets}) c
  JOIN findings f ON f.id = c.finding_id
  JOIN json_each(f.questions) q
  LEFT JOIN question_care k ON k.asset_id = c.asset_id AND k.fact_id = q.value ->> 'factId'
  WHERE ${condition}`;

const ofOneAsset = questionsOf(chosen('s.asset_id = ?'), 'true');
const dropped = questionsOf(
  chosen('s.asset_id IN (SELECT asset_id FROM question_care WHERE dropped_because IS NOT NULL)'),
  'k.dropped_because IS NOT NULL',
);
const openOfPage = questionsOf(`${chosen('s.open_questions > 0')} LIMIT ? OFFSET ?`, 'k.dropped_because IS NULL');
const countAssets =
  'SELECT count(*) AS n FROM asset_states s JOIN assets a ON a.id = s.asset_id WHERE s.open_questions > 0 AND a.archived_at IS NULL';
const assetsPerPage = 200;

/** Open questions of the findings in force, those with the largest effect first. */
export function listQuestions(
  { db }: Connection,
  query: { readonly assetId?: string | undefined; readonly dropped: boolean; readonly limit: number },
): Question[] {
  const rows =
    query.assetId !== undefined
      ? rowsOfAsset(db, query.assetId).filter((row) => (row.dropped_because !== null) === query.dropped)
      : query.dropped
        ? prepared<[], QuestionRow>(db, dropped).all()
        : topOpen(db, query.limit);
  return rows.sort(byEffect).slice(0, query.limit).map(toQuestion);
}

const rowsOfAsset = (db: Connection['db'], assetId: string) => prepared<[string], QuestionRow>(db, ofOneAsset).all(assetId);

/** Reads assets page by page until none that follows can hold a question with a larger effect. */
function topOpen(db: Connection['db'], limit: number): QuestionRow[] {
  const rows: QuestionRow[] = [];
  const statement = prepared<[number, number], QuestionRow>(db, openOfPage);
  const assets = prepared<[], { n: number }>(db, countAssets).get()?.n ?? 0;
  for (let offset = 0; offset < assets; offset += assetsPerPage) {
    const page = statement.all(assetsPerPage, offset);
    rows.push(...page);
    rows.sort(byEffect).splice(limit);
    const leastKept = rows[limit - 1]?.effect;
    // Assets come by their largest effect: from here on no question counts for more than the least one kept.
    if (leastKept !== undefined && page.some((row) => row.top_effect <= leastKept)) return rows;
  }
  return rows;
}

const names = new Intl.Collator('en', { sensitivity: 'base' });

function byEffect(a: QuestionRow, b: QuestionRow): number {
  return b.effect - a.effect || names.compare(a.asset_name, b.asset_name) || (a.fact_id < b.fact_id ? -1 : 1);
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
    // An empty name stands where somebody only set a day or put the question aside.
    ownerName: row.owner_name === null || row.owner_name === '' ? row.asked_owner : row.owner_name,
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
      const row = rowsOfAsset(workspace.db, assetId).find((one) => one.fact_id === factId);
      if (row === undefined) return err({ code: 'record.notFound', entity: 'question', id });
      const where = and(eq(questionCare.assetId, assetId), eq(questionCare.factId, factId));
      const known = workspace.orm.select().from(questionCare).where(where).get();
      if (known === undefined)
        workspace.orm
          .insert(questionCare)
          .values({ assetId, factId, ...change })
          .run();
      else workspace.orm.update(questionCare).set(change).where(where).run();
      const after = rowsOfAsset(workspace.db, assetId).find((one) => one.fact_id === factId);
      return after === undefined ? err({ code: 'record.notFound', entity: 'question', id }) : ok(toQuestion(after));
    });
  };

  return {
    'questions.list': ({ assetId, state, limit }) => ok(listQuestions(deps.session(), { assetId, dropped: state === 'dropped', limit })),
    'questions.assign': ({ id, ownerName, due }) => care(id, 'questions.assign', { ownerName, due }),
    'questions.drop': ({ id, reason }) => care(id, 'questions.drop', { droppedBecause: reason }),
  };
}
