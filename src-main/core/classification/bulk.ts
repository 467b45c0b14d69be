import type { classificationMethods, ResultFilter, ResultRow } from '../../../src-shared/contract/classification.ts';
import type { AssetId, VersionId } from '../../../src-shared/contract/inventory.ts';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { IsoInstant } from '../../../src-shared/model/dates.ts';
import { ok } from '../../../src-shared/model/result.ts';
import type { FeatureDeps } from '../feature.ts';
import { assetTotals, type JudgedNow, whereOf } from '../inventory/index.ts';
import type { FindingSummary } from './judge/judge-item.ts';

type Handlers = HandlersFor<typeof classificationMethods>;

interface RawResult {
  readonly id: string;
  readonly version_id: string;
  readonly kind: ResultRow['kind'];
  readonly name: string;
  readonly label: string;
  readonly classification: string;
  readonly standing: ResultRow['standing'];
  /** Null for an asset that was never classified. */
  readonly summary: string | null;
  readonly compute_low: number | null;
  readonly compute_likely: number | null;
  readonly compute_high: number | null;
  readonly tpp: number | null;
}

/** All that a filter of the register looks at. */
const filtered = `
  FROM assets a
  JOIN asset_states s ON s.asset_id = a.id`;

const from = `${filtered}
  JOIN asset_versions v ON v.id = a.current_version_id
  LEFT JOIN findings f ON f.id = s.finding_id
  LEFT JOIN sites t ON t.id = a.site_id`;

const order = `CASE s.standing WHEN 'restricted' THEN 0 WHEN 'review' THEN 1 WHEN 'unassessed' THEN 2 WHEN 'clearOnClaimedRules' THEN 3 ELSE 4 END, a.name COLLATE NOCASE, a.id`;

/** Results of the newest findings, worst standing first; what was never classified stands among them without one. */
export function listResults(
  deps: FeatureDeps,
  now: JudgedNow,
  query: { readonly filter: ResultFilter; readonly offset: number; readonly limit: number },
): { total: number; rows: ResultRow[] } {
  const { db } = deps.session();
  const { entry, verdict, onlyChanged, ...filter } = query.filter;
  const where = whereOf(filter, now);
  const parts = [where.sql];
  const values: (string | number)[] = [...where.values];
  if (entry !== undefined) {
    const lists = verdict === 'meets' ? ['met'] : verdict === 'undetermined' ? ['undetermined'] : ['met', 'undetermined'];
    parts.push(`AND (${lists.map((list) => `EXISTS (SELECT 1 FROM json_each(f.summary, '$.${list}') WHERE value = ?)`).join(' OR ')})`);
    values.push(...lists.map(() => entry));
  } else if (verdict === 'meets' || verdict === 'undetermined') {
    parts.push(`AND json_array_length(f.summary, '$.${verdict === 'meets' ? 'met' : 'undetermined'}') > 0`);
  }
  if (onlyChanged === true) parts.push(`AND json_extract(f.summary, '$.changed') = 1`);
  const condition = parts.join(' ');
  const needed = entry === undefined && verdict === undefined && onlyChanged !== true ? filtered : from;
  const total = db.prepare<unknown[], { n: number }>(`SELECT count(*) AS n ${needed} ${condition}`).get(...values)?.n ?? 0;
  const rows = db
    .prepare<unknown[], RawResult>(
      // Sorting ids alone is several times as fast as sorting whole lines with what was found.
      `SELECT a.id, s.version_id, a.kind, a.name, v.label, s.classification, s.standing, f.summary, s.compute_low, s.compute_likely, s.compute_high, s.tpp
       ${from} WHERE a.id IN (SELECT a.id ${needed} ${condition} ORDER BY ${order} LIMIT ? OFFSET ?)
       ORDER BY ${order}`,
    )
    .all(...values, query.limit, query.offset);
  return { total, rows: rows.map(toResult) };
}

const noSummary: FindingSummary = { met: [], undetermined: [], guideAbove: [], missing: [], warnings: [], nearest: null, changed: false };

function toResult(row: RawResult): ResultRow {
  const summary = row.summary === null ? noSummary : (JSON.parse(row.summary) as FindingSummary);
  const { compute_low: low, compute_likely: likely, compute_high: high } = row;
  return {
    assetId: row.id as AssetId,
    versionId: row.version_id as VersionId,
    kind: row.kind,
    name: row.name,
    versionLabel: row.label,
    classification: row.classification,
    standing: row.standing,
    met: [...summary.met],
    undetermined: [...summary.undetermined],
    guideAbove: [...summary.guideAbove],
    compute: low === null || likely === null || high === null ? null : { low, likely, high },
    tpp: row.tpp,
    missing: [...summary.missing],
    warnings: [...summary.warnings],
    changed: summary.changed,
  };
}

/** Totals over the inventory. */
export function createResultHandlers(
  deps: FeatureDeps,
  now: () => JudgedNow,
): Pick<Handlers, 'classification.results' | 'classification.summary'> {
  return {
    'classification.results': (query) => ok(listResults(deps, now(), query)),
    'classification.summary': () => {
      const { db } = deps.session();
      const { byStanding, stale } = assetTotals(db, now());
      const byClassification = db
        .prepare<[], { classification: string; count: number }>(
          "SELECT s.classification, count(*) AS count FROM asset_states s JOIN assets a ON a.id = s.asset_id WHERE a.archived_at IS NULL AND s.classification <> '' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 100",
        )
        .all();
      const last = db.prepare<[], { at: string | null }>('SELECT max(found_at) AS at FROM findings').get()?.at ?? null;
      return ok({
        assets: Object.values(byStanding).reduce((sum, count) => sum + count, 0),
        byStanding,
        byClassification,
        stale,
        lastBulkAt: last as IsoInstant | null,
      });
    },
  };
}
