import { ExportRecord } from '../../../src-shared/contract/reports.ts';
import type { Connection } from '../db/index.ts';

interface ExportRow {
  readonly id: string;
  readonly number: string;
  readonly what: string;
  readonly format: string;
  readonly subject: string;
  readonly asset_id: string | null;
  readonly redaction: string;
  readonly judged_on: string;
  readonly at: string;
  readonly person: string;
  readonly file_name: string | null;
  readonly size_bytes: number | null;
  readonly sha256: string;
  readonly content_hash: string;
}

/** Writes down what left the program. */
export function saveExport({ db }: Connection, record: ExportRecord): void {
  db.prepare<ExportRow>(
    `INSERT INTO report_exports (id, number, what, format, subject, asset_id, redaction, judged_on, at, person, file_name, size_bytes, sha256, content_hash)
     VALUES (@id, @number, @what, @format, @subject, @asset_id, @redaction, @judged_on, @at, @person, @file_name, @size_bytes, @sha256, @content_hash)`,
  ).run({
    id: record.id,
    number: record.number,
    what: record.what,
    format: record.format,
    subject: record.subject,
    asset_id: record.assetId,
    redaction: record.redaction,
    judged_on: record.on,
    at: record.at,
    person: record.by,
    file_name: record.fileName,
    size_bytes: record.sizeBytes,
    sha256: record.sha256,
    content_hash: record.contentHash,
  });
}

/** Exports, newest first; those of one asset or of one kind where it is given. */
export function listExports(
  { db }: Connection,
  filter: { readonly assetId?: string | undefined; readonly what?: ExportRecord['what']; readonly limit: number },
): ExportRecord[] {
  const rows = db
    .prepare<[object], ExportRow>(
      `SELECT * FROM report_exports WHERE (:asset IS NULL OR asset_id = :asset) AND (:what IS NULL OR what = :what)
       ORDER BY at DESC, id DESC LIMIT :limit`,
    )
    .all({ asset: filter.assetId ?? null, what: filter.what ?? null, limit: filter.limit });
  return rows.map((row) =>
    ExportRecord.parse({
      id: row.id,
      number: row.number,
      what: row.what,
      format: row.format,
      subject: row.subject,
      assetId: row.asset_id,
      redaction: row.redaction,
      on: row.judged_on,
      at: row.at,
      by: row.person,
      fileName: row.file_name,
      sizeBytes: row.size_bytes,
      sha256: row.sha256,
      contentHash: row.content_hash,
    }),
  );
}

/** Beginning of the numbers of each kind. */
const seriesOf: Readonly<Record<ExportRecord['what'], string>> = {
  memo: 'CM',
  workbook: 'CW',
  controlPlan: 'TP',
  screeningCertificate: 'SC',
  accessMatrix: 'AM',
  partyRegister: 'RP',
  transferRegister: 'TX',
  binder: 'AB',
  taskList: 'TL',
  burndown: 'BD',
  checkIn: 'CI',
  'executive-summary': 'ES',
  'asset-register': 'AR',
  'classification-register': 'CR',
  'classification-memos': 'CB',
  'access-audit': 'AA',
  'people-and-control-plans': 'PC',
  screening: 'SR',
  transfers: 'TF',
  'plan-status': 'PS',
  'programme-assessment': 'PA',
  'risk-assessment': 'RA',
  'incident-file': 'IF',
  'training-record': 'TR',
  'own-figures': 'OF',
  'policy-manual': 'PM',
  'data-and-rule-ages': 'DR',
  'change-log': 'CL',
};

/**
 * Number of the next report of its kind in a year: `CM-2026-031`. The same content about the same asset keeps the number it
 * had, so that a second print is not a second memo.
 */
export function reportNumber(
  { db }: Connection,
  what: ExportRecord['what'],
  on: string,
  same: { readonly assetId: string | null; readonly contentHash: string },
): string {
  const earlier = db
    .prepare<[string, string, string | null], { number: string }>(
      'SELECT number FROM report_exports WHERE what = ? AND content_hash = ? AND asset_id IS ? ORDER BY at LIMIT 1',
    )
    .get(what, same.contentHash, same.assetId);
  if (earlier !== undefined) return earlier.number;
  const series = `${seriesOf[what]}-${on.slice(0, 4)}-`;
  const used = db
    .prepare<[number, string, string], { last: number | null }>(
      'SELECT max(CAST(substr(number, ?) AS INTEGER)) AS last FROM report_exports WHERE number >= ? AND number < ?',
    )
    .get(series.length + 1, series, `${series}:`);
  return `${series}${String((used?.last ?? 0) + 1).padStart(3, '0')}`;
}
