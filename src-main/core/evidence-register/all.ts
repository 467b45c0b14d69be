import type { Evidence, EvidenceFilter, EvidenceRow, EvidenceSort } from '../../../src-shared/contract/evidence.ts';
import type { RecordKind } from '../../../src-shared/model/record-ref.ts';
import { type Connection, prepared } from '../db/index.ts';
import { type Records, recordKey } from '../records/index.ts';

interface StoredRow extends Omit<Evidence, 'record' | 'attorneyAdvice'> {
  readonly recordKind: RecordKind;
  readonly recordId: string;
  readonly attorneyAdvice: number;
}

interface Question {
  readonly where: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Records whose names hold a word: evidence is looked for by them, too. */
const mostRecords = 200;
const mostWords = 8;

function questionOf(connection: Connection, records: Records, filter: EvidenceFilter): Question {
  const parts: string[] = [];
  const values: Record<string, string | number> = {};
  const ask = (part: string, more: Readonly<Record<string, string | number>>) => {
    parts.push(part);
    Object.assign(values, more);
  };
  if (filter.kind !== null) ask('kind = @kind', { kind: filter.kind });
  if (filter.on !== null) ask('record_kind = @on', { on: filter.on });
  if (filter.about !== null) {
    const { kind, id } = filter.about;
    const questions =
      kind === 'asset'
        ? `OR (record_kind = 'question' AND (record_id = @about OR substr(record_id, 1, length(@about) + 1) = @about || '~'))`
        : '';
    ask(`((record_kind = @aboutKind AND record_id = @about) ${questions})`, { aboutKind: kind, about: id });
  }
  const words = filter.search.trim().split(/\s+/).filter(Boolean).slice(0, mostWords);
  if (words.length > 0) {
    const named = records.find(connection, filter.search, { limit: mostRecords }).map(({ ref }) => ref);
    const written = words.map((word, place) => {
      Object.assign(values, { [`word${place}`]: `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` });
      return `(name || ' ' || note || ' ' || address || ' ' || added_by || ' ' || coalesce(sha256, '')) LIKE @word${place} ESCAPE '\\'`;
    });
    ask(`((${written.join(' AND ')}) OR record_kind || ' ' || record_id IN (SELECT value FROM json_each(@named)))`, {
      named: JSON.stringify(named.map(recordKey)),
    });
  }
  return { where: parts.length === 0 ? '1' : parts.join(' AND '), values };
}

const columns = `id, kind, record_kind AS recordKind, record_id AS recordId, part, name, address, size_bytes AS sizeBytes, sha256, note,
  attorney_advice AS attorneyAdvice, added_by AS addedBy, added_at AS addedAt, revision`;

const order: Readonly<Record<EvidenceSort['by'], string>> = {
  addedAt: 'added_at',
  name: 'name COLLATE NOCASE',
  sizeBytes: 'size_bytes',
  addedBy: 'added_by COLLATE NOCASE',
};

/** Pieces of evidence of the whole workspace that a filter lets through, with the names of their records. */
export function evidenceRows(
  connection: Connection,
  records: Records,
  filter: EvidenceFilter,
  { sort, offset, limit }: { readonly sort: EvidenceSort; readonly offset: number; readonly limit: number },
): readonly EvidenceRow[] {
  const { where, values } = questionOf(connection, records, filter);
  const direction = sort.descending ? 'DESC' : 'ASC';
  const ordered = `${order[sort.by]} ${direction}, id ${direction}`;
  const rows = prepared<[object], StoredRow>(
    connection.db,
    // Rows are put in order by their keys alone; what they say is read for one page.
    `SELECT ${columns} FROM evidence WHERE id IN (SELECT id FROM evidence WHERE ${where} ORDER BY ${ordered} LIMIT @limit OFFSET @offset) ORDER BY ${ordered}`,
  ).all({ ...values, limit, offset });
  return withTitles(connection, records, rows);
}

/** How many a filter lets through, how many of them are advice of counsel, and the bytes of the files among them. */
export function countEvidence(
  connection: Connection,
  records: Records,
  filter: EvidenceFilter,
): { readonly total: number; readonly advice: number; readonly bytes: number } {
  const { where, values } = questionOf(connection, records, filter);
  const sql = `SELECT count(*) AS total, coalesce(sum(attorney_advice), 0) AS advice, coalesce(sum(size_bytes), 0) AS bytes FROM evidence WHERE ${where}`;
  const counted = prepared<[object], { total: number; advice: number; bytes: number }>(connection.db, sql).get(values);
  return counted ?? { total: 0, advice: 0, bytes: 0 };
}

/** Kinds of records that hold any evidence. */
export const kindsWithEvidence = ({ db }: Connection): RecordKind[] =>
  prepared<[], { kind: RecordKind }>(db, 'SELECT DISTINCT record_kind AS kind FROM evidence ORDER BY 1')
    .all()
    .map(({ kind }) => kind);

/** Pieces that rest on the bytes of one hash. */
export const evidenceWithBytes = (connection: Connection, records: Records, sha256: string): readonly EvidenceRow[] =>
  withTitles(
    connection,
    records,
    prepared<[string], StoredRow>(connection.db, `SELECT ${columns} FROM evidence WHERE sha256 = ? ORDER BY added_at, id`).all(sha256),
  );

function withTitles(connection: Connection, records: Records, rows: readonly StoredRow[]): readonly EvidenceRow[] {
  const pieces = rows.map(({ recordKind, recordId, attorneyAdvice, ...row }) => ({
    ...row,
    record: { kind: recordKind, id: recordId },
    attorneyAdvice: attorneyAdvice === 1,
  }));
  const titles = records.titles(
    connection,
    pieces.map(({ record }) => record),
  );
  return pieces.map((piece) => ({ ...piece, title: titles.get(recordKey(piece.record))?.slice(0, 700) ?? null }));
}
