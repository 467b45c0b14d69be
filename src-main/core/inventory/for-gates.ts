import type { Facts } from '../../../src-shared/model/asset-fields.ts';
import { type Connection, prepared } from '../db/index.ts';
import { parseFacts } from './register.ts';

type Db = Pick<Connection, 'db'>;

/** A model in its current version, with where its classification stands. */
export interface CurrentModel {
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
  /** Number the company gave it, brought to one form; empty where it has none. */
  readonly externalKey: string;
  readonly ownerName: string;
  readonly stage: 'planned' | 'inDevelopment' | 'trained' | 'releaseHeld' | 'inUse' | 'retired' | 'unknown';
  readonly versionId: string;
  readonly versionLabel: string;
  readonly labelKey: string;
  readonly versionCount: number;
  readonly ordinal: number;
  /** Note of the version. */
  readonly note: string;
  readonly madeAt: string;
  readonly updatedAt: string;
  readonly revision: number;
  readonly classification: string;
  readonly standing: string;
  readonly findingId: string | null;
  readonly judgedOn: string;
  readonly packsKey: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly openQuestions: number;
  readonly decidedUntil: string;
}

// The plus keeps the planner off the index by kind: it would read and sort all that follow for every page.
const select = `
  SELECT a.id, a.name, a.name_key AS nameKey, a.external_key AS externalKey, a.owner_name AS ownerName, a.stage,
    a.version_count AS versionCount, a.updated_at AS updatedAt, a.revision,
    v.id AS versionId, v.label AS versionLabel, v.label_key AS labelKey, v.ordinal, v.note, v.created_at AS madeAt,
    coalesce(s.classification, '') AS classification, s.finding_id AS findingId, coalesce(s.judged_on, '') AS judgedOn,
    coalesce(s.packs_key, '') AS packsKey, s.compute_low AS low, s.compute_high AS high, coalesce(s.open_questions, 0) AS openQuestions,
    coalesce(s.decided_until, '') AS decidedUntil, coalesce(s.standing, 'unassessed') AS standing
  FROM assets a JOIN asset_versions v ON v.id = a.current_version_id LEFT JOIN asset_states s ON s.asset_id = a.id
  WHERE +a.kind = 'model'`;

/** Models that are not archived, a page at a time after an id: all, or those that nobody changed after a day. */
export const modelsAfter = ({ db }: Db, after: string, limit: number, unchangedSince = '9999-12-31'): CurrentModel[] =>
  prepared<[string, string, number], CurrentModel>(
    db,
    `${select} AND a.archived_at IS NULL AND a.id > ? AND substr(a.updated_at, 1, 10) <= ? ORDER BY a.id LIMIT ?`,
  ).all(after, unchangedSince, limit);

/** Control entries of all packs that a finding says are met, and those it leaves open; ids. */
export interface FindingEntries {
  readonly met: readonly string[];
  readonly open: readonly string[];
}

const entries = new WeakMap<object, Map<string, FindingEntries>>();
const noEntries: FindingEntries = { met: [], open: [] };

/** What a stored finding says of control entries; read once, since a finding never changes. */
export function entriesOfFinding({ db }: Db, findingId: string | null): FindingEntries {
  if (findingId === null) return noEntries;
  const here = entries.get(db) ?? new Map<string, FindingEntries>();
  entries.set(db, here);
  const known = here.get(findingId);
  if (known !== undefined) return known;
  const row = prepared<[string], { summary: string }>(db, 'SELECT summary FROM findings WHERE id = ?').get(findingId);
  const { met = [], undetermined = [] } = row === undefined ? {} : (JSON.parse(row.summary) as { met?: string[]; undetermined?: string[] });
  const read = met.length + undetermined.length === 0 ? noEntries : { met, open: undetermined };
  here.set(findingId, read);
  return read;
}

/** One model, archived or not. */
export const currentModel = ({ db }: Db, id: string): CurrentModel | undefined =>
  prepared<[string], CurrentModel>(db, `${select} AND a.id = ?`).get(id);

/** Some models by id, archived or not; what is no model is left out. */
export const currentModels = ({ db }: Db, ids: readonly string[]): CurrentModel[] =>
  prepared<[string], CurrentModel>(db, `${select} AND a.id IN (SELECT value FROM json_each(?))`).all(JSON.stringify(ids));

/** Models whose training is over and that are not released: those held back first, then the ones changed last. */
export const modelsBeforeRelease = ({ db }: Db, limit: number): CurrentModel[] =>
  prepared<[number], CurrentModel>(
    db,
    `${select} AND a.archived_at IS NULL AND a.stage IN ('releaseHeld', 'trained')
     ORDER BY a.stage = 'trained', a.updated_at DESC, a.id LIMIT ?`,
  ).all(limit);

/** Facts of one version; none where it does not exist. */
export function factsOfVersion({ db }: Db, versionId: string): Facts {
  const row = prepared<[string], { facts: string }>(db, 'SELECT facts FROM asset_versions WHERE id = ?').get(versionId);
  return row === undefined ? {} : parseFacts(row.facts);
}

/** Labels of some versions, by id. */
export const versionLabels = ({ db }: Db, ids: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    prepared<[string], { id: string; label: string }>(
      db,
      'SELECT id, label FROM asset_versions WHERE id IN (SELECT value FROM json_each(?))',
    )
      .all(JSON.stringify(ids))
      .map(({ id, label }) => [id, label]),
  );

/** Models in use. */
export const countModels = ({ db }: Db): number =>
  prepared<[], { n: number }>(db, "SELECT count(*) AS n FROM assets WHERE kind = 'model' AND archived_at IS NULL").get()?.n ?? 0;

/** What a model is called and where it stands, for lists that only name it: models in use or on the way, by name. */
export const modelsOnTheWay = (
  { db }: Db,
  limit: number,
): readonly { readonly id: string; readonly name: string; readonly facts: Facts; readonly country: string | null }[] =>
  prepared<[number], { id: string; name: string; facts: string; country: string | null }>(
    db,
    `SELECT a.id, a.name, v.facts, t.country FROM assets a JOIN asset_versions v ON v.id = a.current_version_id
       LEFT JOIN sites t ON t.id = a.site_id
      WHERE a.kind = 'model' AND a.archived_at IS NULL AND a.stage <> 'retired' ORDER BY a.name COLLATE NOCASE, a.id LIMIT ?`,
  )
    .all(limit)
    .map((row) => ({ ...row, facts: parseFacts(row.facts) }));
