import type { HitGroup, QueueFilter } from '../../../src-shared/contract/screening.ts';
import type { ScreeningProfile } from '../../../src-shared/model/screening.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { hitLine } from './hit-view.ts';
import { type StandingHit, standingHits } from './store.ts';
import type { ScreenedSubject } from './subjects.ts';

const hitsPerGroup = 100;

/**
 * Hits grouped by whom they are about, likeliest first: groups by their best waiting hit, hits by their score. Ties fall to the id, so that the
 * order never wavers while somebody works through it.
 */
export function readQueue(
  workspace: OpenWorkspace,
  profile: ScreeningProfile,
  subjects: ReadonlyMap<string, ScreenedSubject>,
  filter: QueueFilter,
  page: { readonly offset: number; readonly limit: number; readonly around: string | null },
): { readonly subjects: number; readonly hits: number; readonly offset: number; readonly groups: HitGroup[] } {
  const where = ['state IN (SELECT value FROM json_each(?))', 'subject_kind IN (SELECT value FROM json_each(?))'];
  const values: unknown[] = [JSON.stringify(filter.states), JSON.stringify(filter.subjects)];
  if (filter.subject !== null) {
    where.push('subject_kind = ? AND subject_id = ?');
    values.push(filter.subject.kind, filter.subject.id);
  }
  if (filter.lists !== undefined) {
    where.push('list IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify(filter.lists));
  }
  if (filter.bands !== undefined) {
    where.push('band IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify(filter.bands));
  }
  if (filter.runId !== undefined) {
    where.push('first_run = ?');
    values.push(filter.runId);
  }
  if (filter.askedOf !== undefined && filter.askedOf.length > 0) {
    where.push(
      "id IN (SELECT record_id FROM escalations WHERE record_kind = 'screeningHit' AND closed IS NULL AND to_name IN (SELECT value FROM json_each(?)))",
    );
    values.push(JSON.stringify(filter.askedOf));
  }
  const rows = workspace.db
    .prepare(
      `SELECT id, subject_kind, subject_id, list, entry_id, type, entry_name, matched_name, query_name, score, name_score, evidence_score,
         state, band, decisions
       FROM (${standingHits(profile)}) WHERE ${where.join(' AND ')} ORDER BY score DESC, id`,
    )
    .all(...values) as StandingHit[];
  const words = filter.text.trim().toLowerCase();
  const groups = new Map<string, StandingHit[]>();
  for (const row of rows) {
    const key = `${row.subject_kind} ${row.subject_id}`;
    if (words !== '' && !mentions(row, subjects.get(key), words)) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const all = [...groups];
  const held = page.around === null ? -1 : all.findIndex(([, hits]) => hits.some(({ id }) => id === page.around));
  const pageOf = (place: number) => Math.floor(place / page.limit) * page.limit;
  const offset = held >= 0 ? pageOf(held) : Math.min(page.offset, pageOf(Math.max(0, all.length - 1)));
  return {
    subjects: all.length,
    hits: all.reduce((sum, [, hits]) => sum + hits.length, 0),
    offset,
    groups: all.slice(offset, offset + page.limit).flatMap(([key, hits]) => {
      const [first] = hits;
      if (first === undefined) return [];
      const subject = subjects.get(key);
      return [
        {
          subject: { kind: first.subject_kind, id: first.subject_id },
          name: (subject?.name ?? first.query_name).slice(0, 400),
          about: (subject?.about ?? '').slice(0, 200),
          hits: hits.slice(0, hitsPerGroup).map(hitLine),
          hitCount: hits.length,
        },
      ];
    }),
  };
}

const mentions = (row: StandingHit, subject: ScreenedSubject | undefined, words: string): boolean =>
  [row.entry_name, row.matched_name, row.query_name, subject?.name ?? '', ...(subject?.query.names ?? [])].some((name) =>
    name.toLowerCase().includes(words),
  );
