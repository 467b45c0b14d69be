import type { StageReport } from '../../../src-shared/model/gate.ts';
import { type Connection, prepared } from '../db/index.ts';

type Db = Pick<Connection, 'db'>;

/** A report as it is kept. */
export interface StoredReport extends Omit<StageReport, 'compute'> {
  readonly assetId: string;
  /** UTC instant it was taken in. */
  readonly takenAt: string;
  readonly settled: '' | 'taken' | 'same' | 'kept';
}

interface Row {
  readonly id: string;
  readonly asset_id: string;
  readonly version_id: string;
  readonly gate: StageReport['gate'];
  readonly destination: string;
  readonly reported_at: string;
  readonly run_id: string;
  readonly compute_flop: number | null;
  readonly weights_sha256: string;
  readonly by_name: string;
  readonly note: string;
  readonly source: string;
  readonly settled: StoredReport['settled'];
  readonly settled_by: string;
  readonly settled_reason: string;
  readonly taken_on: StageReport['takenOn'];
  readonly taken_at: string;
}

const toReport = (row: Row): StoredReport => ({
  id: row.id,
  assetId: row.asset_id,
  gate: row.gate,
  destination: row.destination,
  versionId: row.version_id,
  versionLabel: '',
  at: row.reported_at,
  runId: row.run_id,
  computeFlop: row.compute_flop,
  weightsSha256: row.weights_sha256,
  by: row.by_name,
  note: row.note,
  source: row.source,
  takenOn: row.taken_on,
  takenAt: row.taken_at,
  settled: row.settled,
  settledBy: row.settled_by,
  settledReason: row.settled_reason,
});

/** Reports of one model, or of all where `assetId` is empty, the oldest first. Labels of versions are left empty. */
export const allReports = ({ db }: Db, assetId: string): StoredReport[] =>
  prepared<[string, string], Row>(db, "SELECT * FROM gate_reports WHERE ? = '' OR asset_id = ? ORDER BY taken_at, rowid")
    .all(assetId, assetId)
    .map(toReport);

export function findReport({ db }: Db, id: string): StoredReport | undefined {
  const row = prepared<[string], Row>(db, 'SELECT * FROM gate_reports WHERE id = ?').get(id);
  return row === undefined ? undefined : toReport(row);
}

/** Takes a report in. */
export function insertReport({ db }: Db, report: StoredReport): void {
  prepared<(string | number | null)[]>(
    db,
    `INSERT INTO gate_reports (id, asset_id, version_id, gate, destination, reported_at, run_id, compute_flop, weights_sha256, by_name, note,
       source, settled, settled_by, settled_reason, taken_on, taken_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    report.id,
    report.assetId,
    report.versionId,
    report.gate,
    report.destination,
    report.at,
    report.runId,
    report.computeFlop,
    report.weightsSha256,
    report.by,
    report.note,
    report.source,
    report.settled,
    report.settledBy,
    report.settledReason,
    report.takenOn,
    report.takenAt,
  );
}

/** Writes down what somebody decided about a reported figure. */
export function settleReport(
  { db }: Db,
  id: string,
  { settled, by, reason }: { readonly settled: 'taken' | 'kept'; readonly by: string; readonly reason: string },
): void {
  prepared(db, 'UPDATE gate_reports SET settled = ?, settled_by = ?, settled_reason = ? WHERE id = ?').run(settled, by, reason, id);
}
