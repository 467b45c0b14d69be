import { inflateRawSync } from 'node:zlib';
import { and, eq } from 'drizzle-orm';
import type { AssetId, inventoryMethods, Question, VersionId } from '../../../src-shared/contract/inventory.ts';
import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { Facts } from '../../../src-shared/model/asset-fields.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { isWaiting, type OpenQuestionRow } from '../../../src-shared/model/open-question.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { type Connection, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { columnQuestions } from './column-questions.ts';
import { type IndexedQuestion, openIndex } from './question-index.ts';
import { findAsset, findVersion, parseFacts } from './register.ts';
import { assetStates, questionCare } from './tables.ts';

type QuestionMethod = 'questions.list' | 'questions.page' | 'questions.assign' | 'questions.drop';
type Handlers = HandlersFor<typeof inventoryMethods>;

/** A question of the finding in force, with who looks after it. */
interface QuestionRow {
  readonly assetId: string;
  readonly assetName: string;
  readonly versionId: string;
  readonly topEffect: number;
  readonly asked: OpenQuestionRow;
  readonly care: Care | undefined;
}

interface Care {
  readonly asset_id: string;
  readonly fact_id: string;
  readonly owner_name: string;
  readonly due: string | null;
  readonly dropped_because: string | null;
}

interface AskedAsset {
  readonly asset_id: string;
  readonly name: string;
  readonly version_id: string;
  readonly top_effect: number;
  readonly owner_name: string;
  readonly stage: string;
  /** Compressed JSON, or text in findings of earlier versions. */
  readonly questions: Buffer | string;
}

/** Assets by the largest effect an answer could have; `condition` narrows them. */
const askedAssets = (condition: string) => `
  SELECT s.asset_id, s.version_id, s.top_effect, a.name, a.owner_name, a.stage, coalesce(q.packed, f.questions_packed, f.questions) AS questions
  FROM asset_states s
  JOIN assets a ON a.id = s.asset_id AND a.archived_at IS NULL
  JOIN findings f ON f.id = s.finding_id
  LEFT JOIN finding_questions q ON q.sha256 = f.questions_sha256
  WHERE ${condition}
  ORDER BY s.top_effect DESC, a.name COLLATE NOCASE, s.asset_id`;

const ofOneAsset = askedAssets('s.asset_id = ?');
const ofSomeAssets = askedAssets('s.asset_id IN (SELECT value FROM json_each(?))');
const withDropped = askedAssets('s.asset_id IN (SELECT asset_id FROM question_care WHERE dropped_because IS NOT NULL)');
/** Which assets a page holds is found without their questions, which are long and would be sorted with them. */
const onePage = askedAssets(`s.asset_id IN (
  SELECT s.asset_id FROM asset_states s JOIN assets a ON a.id = s.asset_id AND a.archived_at IS NULL WHERE s.open_questions > 0
  ORDER BY s.top_effect DESC, a.name COLLATE NOCASE, s.asset_id LIMIT ? OFFSET ?)`);
const careOfAssets =
  'SELECT asset_id, fact_id, owner_name, due, dropped_because FROM question_care WHERE asset_id IN (SELECT value FROM json_each(?))';
const everyAsset = `
  SELECT s.asset_id, s.version_id, s.top_effect, a.name, a.owner_name, a.stage, coalesce(q.packed, f.questions_packed, f.questions) AS questions, v.facts
  FROM asset_states s
  JOIN assets a ON a.id = s.asset_id AND a.archived_at IS NULL
  JOIN asset_versions v ON v.id = s.version_id
  JOIN findings f ON f.id = s.finding_id
  LEFT JOIN finding_questions q ON q.sha256 = f.questions_sha256
  WHERE s.open_questions > 0
  ORDER BY a.name COLLATE NOCASE, s.asset_id`;
const everyCare = 'SELECT asset_id, fact_id, owner_name, due, dropped_because FROM question_care';
const assetsPerPage = 200;

/** Open questions of the findings in force, those with the largest effect first. */
export function listQuestions(
  { db }: Connection,
  query: { readonly assetId?: string | undefined; readonly dropped: boolean; readonly limit: number },
): Question[] {
  const rows =
    query.assetId !== undefined
      ? rowsOfAsset(db, query.assetId).filter((row) => isDropped(row) === query.dropped)
      : query.dropped
        ? rowsOf(db, prepared<[], AskedAsset>(db, withDropped).all()).filter(isDropped)
        : topOpen(db, query.limit);
  return rows.sort(byEffect).slice(0, query.limit).map(toQuestion);
}

const isDropped = ({ care }: QuestionRow): boolean => (care?.dropped_because ?? null) !== null;

const rowsOfAsset = (db: Connection['db'], assetId: string) => rowsOf(db, prepared<[string], AskedAsset>(db, ofOneAsset).all(assetId));

function rowsOf(db: Connection['db'], assets: readonly AskedAsset[]): QuestionRow[] {
  const careOf = byQuestion(prepared<[string], Care>(db, careOfAssets).all(JSON.stringify(assets.map((asset) => asset.asset_id))));
  return assets.flatMap((asset) => rowsOfOne(asset, careOf));
}

type CareOf = ReadonlyMap<string, Care>;

const byQuestion = (cares: readonly Care[]): CareOf => new Map(cares.map((care) => [`${care.asset_id}:${care.fact_id}`, care]));

/** What is asked about one asset: by its finding, and by the register itself. */
const rowsOfOne = (asset: AskedAsset, careOf: CareOf): QuestionRow[] =>
  [...unpacked(asset.questions), ...columnQuestions(asset.owner_name, asset.stage)].map((asked) => ({
    assetId: asset.asset_id,
    assetName: asset.name,
    versionId: asset.version_id,
    topEffect: asset.top_effect,
    asked,
    care: careOf.get(`${asset.asset_id}:${asked.factId}`),
  }));

/** Every question that waits in the register, by the name of its asset. */
function* waitingQuestions(db: Connection['db']): Iterable<IndexedQuestion> {
  const careOf = byQuestion(prepared<[], Care>(db, everyCare).all());
  for (const asset of prepared<[], AskedAsset & { readonly facts: string }>(db, everyAsset).all()) {
    let facts: Facts | undefined;
    for (const row of rowsOfOne(asset, careOf)) {
      const { asked, care } = row;
      if (isDropped(row)) continue;
      // Most wait whatever the facts say: those are read only for one that may not.
      if (!isWaiting(asked, {})) {
        facts ??= JSON.parse(asset.facts) as Facts;
        if (!isWaiting(asked, facts)) continue;
      }
      yield { assetId: asset.asset_id, factId: asked.factId, effect: asked.effect, ownerName: ownerOf(asked, care) };
    }
  }
}

/** A page of all open questions, or of those one person finds out; an empty name stands for nobody. */
function pageOfQuestions(
  { db }: Connection,
  query: { readonly ownerName?: string | undefined; readonly offset: number; readonly limit: number },
): { readonly total: number; readonly rows: Question[]; readonly owners: { readonly ownerName: string; readonly count: number }[] } {
  const open = openIndex(db, () => waitingQuestions(db));
  const counts = new Map<string, number>();
  for (const { ownerName } of open) counts.set(ownerName, (counts.get(ownerName) ?? 0) + 1);
  const asked = query.ownerName === undefined ? open : open.filter(({ ownerName }) => ownerName === query.ownerName);
  const page = asked.slice(query.offset, query.offset + query.limit);
  const assets = [...new Set(page.map(({ assetId }) => assetId))];
  const rows = rowsOf(db, prepared<[string], AskedAsset>(db, ofSomeAssets).all(JSON.stringify(assets)));
  const rowOf = new Map(rows.map((row) => [`${row.assetId}:${row.asked.factId}`, row]));
  return {
    total: asked.length,
    rows: page.flatMap(({ assetId, factId }) => {
      const row = rowOf.get(`${assetId}:${factId}`);
      return row === undefined ? [] : [toQuestion(row)];
    }),
    // Those without anybody last, so that the gap shows.
    owners: [...counts]
      .map(([ownerName, count]) => ({ ownerName, count }))
      .sort((a, b) => Number(a.ownerName === '') - Number(b.ownerName === '') || names.compare(a.ownerName, b.ownerName)),
  };
}

const unpacked = (questions: Buffer | string): OpenQuestionRow[] =>
  JSON.parse(typeof questions === 'string' ? questions : inflateRawSync(questions).toString()) as OpenQuestionRow[];

/** Reads assets page by page until none that follows can hold a question with a larger effect. */
function topOpen(db: Connection['db'], limit: number): QuestionRow[] {
  const rows: QuestionRow[] = [];
  const statement = prepared<[number, number], AskedAsset>(db, onePage);
  // Most assets ask more than one thing: no more of them than questions are wanted mostly do.
  for (let offset = 0, size = Math.min(limit, assetsPerPage); ; offset += size, size = assetsPerPage) {
    const assets = statement.all(size, offset);
    const page = rowsOf(db, assets);
    rows.push(...page.filter((row) => !isDropped(row)));
    rows.sort(byEffect).splice(limit);
    const leastKept = rows[limit - 1]?.asked.effect;
    // Assets come by their largest effect: from here on no question counts for more than the least one kept.
    if (assets.length < size || (leastKept !== undefined && page.some((row) => row.topEffect <= leastKept))) return rows;
  }
}

const names = new Intl.Collator('en', { sensitivity: 'base' });

function byEffect(a: QuestionRow, b: QuestionRow): number {
  return b.asked.effect - a.asked.effect || names.compare(a.assetName, b.assetName) || (a.asked.factId < b.asked.factId ? -1 : 1);
}

/** An empty name stands where somebody only set a day or put the question aside. */
const ownerOf = (asked: OpenQuestionRow, care: Care | undefined): string => care?.owner_name || asked.ownerName;

function toQuestion(row: QuestionRow): Question {
  const { assetId, asked, care } = row;
  return {
    id: `${assetId}:${asked.factId}`,
    assetId: assetId as AssetId,
    assetName: row.assetName,
    versionId: row.versionId as VersionId,
    factId: asked.factId,
    field: asked.field,
    ask: asked.ask,
    decides: [...asked.decides],
    effect: asked.effect,
    ownerName: ownerOf(asked, care),
    due: (care === undefined ? asked.due : care.due) as IsoDate | null,
    state: isDropped(row) ? 'dropped' : 'open',
  };
}

/** A question that was set aside no longer counts in lists and on the overview. */
function recount(tx: Connection, assetId: string): void {
  const version = findVersion(tx, findAsset(tx, assetId)?.currentVersionId ?? '');
  if (version === undefined) return;
  const facts = parseFacts(version.facts);
  const openQuestions = rowsOfAsset(tx.db, assetId).filter((row) => !isDropped(row) && isWaiting(row.asked, facts)).length;
  tx.orm.update(assetStates).set({ openQuestions }).where(eq(assetStates.assetId, assetId)).run();
}

/** Lists open questions, gives them an owner and a day, or drops one with a reason. */
export function createQuestionHandlers(deps: FeatureDeps): Pick<Handlers, QuestionMethod> {
  const care = (
    id: string,
    method: string,
    change: Partial<Omit<typeof questionCare.$inferInsert, 'assetId' | 'factId'>>,
  ): Reply<Question> => {
    const workspace = deps.session();
    const cut = id.indexOf(':');
    const [assetId, factId] = [id.slice(0, cut), id.slice(cut + 1)];
    return workspace.write({ method, params: { fact: factId }, subject: { entity: 'assets', id: assetId } }, () => {
      const row = rowsOfAsset(workspace.db, assetId).find((one) => one.asked.factId === factId);
      if (row === undefined) return err({ code: 'record.notFound', entity: 'question', id });
      const where = and(eq(questionCare.assetId, assetId), eq(questionCare.factId, factId));
      const known = workspace.orm.select().from(questionCare).where(where).get();
      if (known === undefined)
        workspace.orm
          .insert(questionCare)
          .values({ assetId, factId, ...change })
          .run();
      else workspace.orm.update(questionCare).set(change).where(where).run();
      recount(workspace, assetId);
      const after = rowsOfAsset(workspace.db, assetId).find((one) => one.asked.factId === factId);
      return after === undefined ? err({ code: 'record.notFound', entity: 'question', id }) : ok(toQuestion(after));
    });
  };

  return {
    'questions.list': ({ assetId, state, limit }) => ok(listQuestions(deps.session(), { assetId, dropped: state === 'dropped', limit })),
    'questions.page': (query) => ok(pageOfQuestions(deps.session(), query)),
    'questions.assign': ({ id, ownerName, due }) => care(id, 'questions.assign', { ownerName, due }),
    'questions.drop': ({ id, reason }) => care(id, 'questions.drop', { droppedBecause: reason }),
  };
}
