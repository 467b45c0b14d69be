import type { PartyType } from '../../../src-shared/model/listed-party.ts';
import type { ScreeningProfile } from '../../../src-shared/model/screening.ts';
import type { SubjectHit } from '../../engine/screening/index.ts';
import { thresholdsFor } from '../../engine/screening/profiles.ts';
import { screeningEngineVersion } from '../../engine/screening/version.ts';
import { type OpenWorkspace, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { readEntry, type ScreenedList } from '../lists/index.ts';
import type { Plan } from './plan.ts';
import type { HitBody } from './store.ts';
import {
  entryGround,
  groundText,
  hitId,
  keyed,
  type ScreenedSubject,
  type SubjectSource,
  subjectGround,
  subjectHash,
  subjectKey,
} from './subjects.ts';

const rowsAtOnce = 20;

/** What a hit's row takes of its entry. Runs over many subjects meet the same entries again and again. */
interface EntryFacts {
  readonly type: PartyType;
  readonly name: string;
  readonly ground: string;
}

/** Writes hits, some subjects at a time; each call is a few transactions of a few milliseconds. */
export function createHitWriter(
  deps: FeatureDeps,
  profile: ScreeningProfile,
  lists: readonly ScreenedList[],
  source: SubjectSource,
  run: { readonly runId: string; readonly at: string },
) {
  const counts = { fresh: 0, gone: 0 };
  const entries = new Map<string, EntryFacts | undefined>();

  const factsOf = (workspace: OpenWorkspace, { code, versionId }: ScreenedList, entryId: string): EntryFacts | undefined => {
    const key = `${code} ${entryId}`;
    if (entries.has(key)) return entries.get(key);
    const body = readEntry(workspace, versionId, entryId)?.body;
    const facts =
      body === undefined ? undefined : { type: body.type, name: body.names[0]?.text ?? '', ground: groundText(entryGround(body)) };
    entries.set(key, facts);
    return facts;
  };

  const keepOne = (
    workspace: OpenWorkspace,
    one: ScreenedSubject,
    hits: readonly SubjectHit[],
    byCode: ReadonlyMap<string, ScreenedList>,
    only: ReadonlySet<string> | null,
  ) => {
    const { db } = workspace;
    const { kind, id } = one.subject;
    const ground = groundText(subjectGround(one, false));
    const found = new Set<string>();
    for (const { hit, names } of hits) {
      const list = byCode.get(hit.list);
      const entry = list === undefined ? undefined : factsOf(workspace, list, hit.id);
      if (list === undefined || entry === undefined) continue;
      const key = hitId(one.subject, hit.list, hit.id);
      found.add(key);
      const { pairs, unmatched, features } = hit;
      const byAddress = features.some(({ name }) => name === 'address');
      const body: HitBody = { pairs, unmatched, features, names };
      const known = prepared<[string], { gone: number }>(db, 'SELECT gone FROM screening_hits WHERE id = ?').get(key);
      if ((known === undefined || known.gone === 1) && hit.score >= thresholdsFor(profile, hit.list, entry.type).review) counts.fresh += 1;
      prepared(
        db,
        `INSERT INTO screening_hits (id, subject_kind, subject_id, list, entry_id, type, entry_name, matched_name, query_name, score, name_score,
           evidence_score, body, subject_ground, entry_ground, list_version, version_id, engine, first_seen, last_seen, first_run, gone)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
         ON CONFLICT (id) DO UPDATE SET type = excluded.type, entry_name = excluded.entry_name, matched_name = excluded.matched_name,
           query_name = excluded.query_name, score = excluded.score, name_score = excluded.name_score, evidence_score = excluded.evidence_score,
           body = excluded.body, subject_ground = excluded.subject_ground, entry_ground = excluded.entry_ground,
           list_version = excluded.list_version, version_id = excluded.version_id, engine = excluded.engine, last_seen = excluded.last_seen,
           first_run = CASE WHEN gone = 1 THEN excluded.first_run ELSE first_run END, gone = 0`,
      ).run(
        key,
        kind,
        id,
        hit.list,
        hit.id,
        entry.type,
        entry.name,
        hit.matchedName,
        hit.queryName,
        hit.score,
        hit.nameScore,
        hit.evidenceScore,
        JSON.stringify(body),
        byAddress ? groundText(subjectGround(one, true)) : ground,
        entry.ground,
        hit.listVersion,
        list.versionId,
        screeningEngineVersion,
        run.at,
        run.at,
        run.runId,
      );
    }
    const before = prepared<[string, string], { id: string; list: string; entry_id: string }>(
      db,
      'SELECT id, list, entry_id FROM screening_hits WHERE subject_kind = ? AND subject_id = ? AND gone = 0',
    ).all(kind, id);
    for (const row of before)
      if (!found.has(row.id) && (only === null || only.has(`${row.list} ${row.entry_id}`))) counts.gone += letGo(workspace, row.id);
    prepared(
      db,
      `INSERT INTO screening_subjects VALUES (?, ?, ?, ?)
       ON CONFLICT (kind, id) DO UPDATE SET hash = excluded.hash, screened_at = excluded.screened_at`,
    ).run(kind, id, subjectHash(one), run.at);
  };

  return {
    get fresh() {
      return counts.fresh;
    },
    get gone() {
      return counts.gone;
    },
    /** `only`: the entries that were compared, as `list entry`; hits on others stay as they are. */
    async keep(
      subjects: readonly ScreenedSubject[],
      hits: readonly (readonly SubjectHit[])[],
      only: ReadonlySet<string> | null,
      pause: () => Promise<void>,
    ): Promise<void> {
      for (let from = 0; from < subjects.length; from += rowsAtOnce) {
        const workspace = deps.session();
        await workspace.idle();
        const byCode = new Map(lists.map((list) => [list.code, list]));
        // Whoever was changed, archived or erased since the run read them is left to the next run.
        const now = keyed(source(workspace));
        workspace.writeUntracked(() => {
          for (let at = from; at < Math.min(subjects.length, from + rowsAtOnce); at += 1) {
            const one = subjects[at];
            const still = one === undefined ? undefined : now.get(subjectKey(one.subject));
            if (one !== undefined && still !== undefined && subjectHash(still) === subjectHash(one))
              keepOne(workspace, one, hits[at] ?? [], byCode, only);
          }
        });
        await pause();
      }
    },
  };
}

/** A hit that is none any more: it goes, unless somebody decided it. */
function letGo({ db }: OpenWorkspace, id: string): number {
  const decided = prepared<[string], { n: number }>(db, 'SELECT count(*) AS n FROM screening_decisions WHERE hit_id = ?').get(id)?.n ?? 0;
  if (decided === 0) prepared(db, 'DELETE FROM screening_hits WHERE id = ?').run(id);
  else prepared(db, 'UPDATE screening_hits SET gone = 1 WHERE id = ?').run(id);
  return 1;
}

/** Hits on entries that left their list, or on lists that are screened no more. */
export function forgetEntries(workspace: OpenWorkspace, { removed, listsGone }: Pick<Plan, 'removed' | 'listsGone'>): number {
  if (removed.size === 0 && listsGone.size === 0) return 0;
  const rows = workspace.db.prepare('SELECT id, list, entry_id FROM screening_hits WHERE gone = 0').all() as {
    id: string;
    list: string;
    entry_id: string;
  }[];
  return rows
    .filter(({ list, entry_id }) => listsGone.has(list) || removed.has(`${list} ${entry_id}`))
    .reduce((sum, { id }) => sum + letGo(workspace, id), 0);
}

/** Hits of subjects that left their register. */
export function forgetSubjects(workspace: OpenWorkspace, everybody: readonly ScreenedSubject[]): number {
  const here = keyed(everybody);
  const rows = workspace.db.prepare('SELECT id, subject_kind, subject_id FROM screening_hits WHERE gone = 0').all() as {
    id: string;
    subject_kind: string;
    subject_id: string;
  }[];
  const gone = rows.filter(({ subject_kind, subject_id }) => !here.has(`${subject_kind} ${subject_id}`));
  for (const { kind, id } of workspace.db.prepare('SELECT kind, id FROM screening_subjects').all() as { kind: string; id: string }[])
    if (!here.has(`${kind} ${id}`)) prepared(workspace.db, 'DELETE FROM screening_subjects WHERE kind = ? AND id = ?').run(kind, id);
  return gone.reduce((sum, { id }) => sum + letGo(workspace, id), 0);
}
