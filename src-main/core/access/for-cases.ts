import { type Connection, prepared } from '../db/index.ts';
import { findingState } from './newest-decision.ts';

type Db = Pick<Connection, 'db'>;

/** Grave findings that nobody decided, by asset: how many, and one of them. */
export const graveFindingsByAsset = ({ db }: Db): readonly { readonly assetId: string; readonly count: number; readonly first: string }[] =>
  prepared<[], { assetId: string; count: number; first: string }>(
    db,
    `SELECT asset_id AS assetId, count(*) AS count, min(id) AS first FROM access_findings f
     WHERE gone = 0 AND severity = 'high' AND asset_id IS NOT NULL AND ${findingState} = 'open' GROUP BY asset_id`,
  ).all();

/** Asks who decided a finding last; empty where nobody did, or it was opened again. */
export function findingDecider({ db }: Db): (findingId: string) => string {
  const newest = prepared<[string], { decided_by: string; state: string }>(
    db,
    'SELECT decided_by, state FROM access_decisions WHERE finding_id = ? ORDER BY decided_at DESC, id DESC LIMIT 1',
  );
  return (findingId) => {
    const row = newest.get(findingId);
    return row === undefined || row.state === 'open' ? '' : row.decided_by;
  };
}
