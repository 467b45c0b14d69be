import type { Case, QualityFinding } from '../../engine/quality/index.ts';
import { type Connection, prepared } from '../db/index.ts';
import { labelOf } from './finding-rows.ts';
import { newestDecision } from './newest-decision.ts';

type Db = Pick<Connection, 'db'>;

interface Row {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly state: string;
  readonly reviewOn: string | null;
  readonly moved: number;
}

/** Findings somebody decided, with where the newest decision stands; an open finding is nobody's mistake yet. */
export function decidedFindingsForQuality({ db }: Db): readonly QualityFinding[] {
  return prepared<[], Row>(
    db,
    `SELECT f.id, f.number, f.title, d.state, d.review_on AS reviewOn, f.gone = 1 OR f.fingerprint <> d.fingerprint AS moved
     FROM access_decisions d CROSS JOIN access_findings f ON f.id = d.finding_id
     WHERE d.rowid = ${newestDecision}
     ORDER BY f.number`,
  )
    .all()
    .map(({ number, title, state, reviewOn, moved, id }) => ({
      id,
      title: `${labelOf(number)} ${title}`,
      state,
      reviewOn: reviewOn ?? '',
      moved: moved === 1,
    }));
}

/** What is on record about access to each asset: whether it is published, and whether anybody said how logs name it or who may reach it. */
export function accessForQuality({ db }: Db): ReadonlyMap<string, { readonly published: boolean | null; readonly watched: boolean }> {
  const rows = prepared<[], { assetId: string; published: number | null; watched: number }>(
    db,
    `SELECT asset_id AS assetId, published, resource_names <> '[]' OR allowed_roles IS NOT NULL OR allowed_teams IS NOT NULL AS watched FROM access_assets`,
  ).all();
  return new Map(
    rows.map(({ assetId, published, watched }) => [
      assetId,
      { published: published === null ? null : published === 1, watched: watched === 1 },
    ]),
  );
}

/** Findings as cases: opened on the day they were found, closed by the decision that still stands. */
export const findingCases = ({ db }: Db): readonly Case[] =>
  prepared<[], Case>(
    db,
    `SELECT f.found_on AS opened, CASE WHEN d.state <> 'open' THEN substr(d.decided_at, 1, 10) END AS closed
     FROM access_findings f LEFT JOIN access_decisions d ON d.rowid = ${newestDecision} WHERE f.gone = 0`,
  ).all();
