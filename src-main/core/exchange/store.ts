import { ExchangedFile } from '../../../src-shared/contract/exchange.ts';
import type { ExchangeFields, ExchangeKind } from '../../../src-shared/formats/exchange.ts';
import { type Connection, prepared } from '../db/index.ts';
import { contentHash } from '../reports/index.ts';

type Db = Pick<Connection, 'db'>;

/** States that a file names of each record: enough for offices that exchange less often than others. */
const mostSeen = 20;

interface FileRow {
  readonly id: string;
  readonly direction: string;
  readonly office: string;
  readonly fingerprint: string;
  readonly at: string;
  readonly person: string;
  readonly file_name: string;
  readonly redaction: string;
  readonly records: number;
  readonly counts: string | null;
}

/** Files exchanged, newest first. */
export const exchangedFiles = ({ db }: Db, limit: number): ExchangedFile[] =>
  prepared<[number], FileRow>(db, 'SELECT * FROM exchange_files ORDER BY at DESC, id DESC LIMIT ?')
    .all(limit)
    .map(({ person, file_name, counts, ...row }) =>
      ExchangedFile.parse({ ...row, by: person, fileName: file_name, counts: counts === null ? null : JSON.parse(counts) }),
    );

export const keepFile = ({ db }: Db, file: ExchangedFile): void => {
  prepared(db, 'INSERT INTO exchange_files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    ...[file.id, file.direction, file.office, file.fingerprint, file.at, file.by, file.fileName, file.redaction, file.records],
    file.counts === null ? null : JSON.stringify(file.counts),
  );
};

export const isKnownKey = ({ db }: Db, fingerprint: string): boolean =>
  prepared<[string], { one: 1 }>(db, "SELECT 1 AS one FROM exchange_files WHERE fingerprint = ? AND direction = 'taken' LIMIT 1").get(
    fingerprint,
  ) !== undefined;

/** What a record is called between offices: the id of whoever named it first. */
export const theirId = ({ db }: Db, kind: ExchangeKind, ourId: string): string =>
  prepared<[string, string], { id: string }>(
    db,
    'SELECT their_id AS id FROM exchange_ids WHERE kind = ? AND our_id = ? ORDER BY their_id',
  ).get(kind, ourId)?.id ?? ourId;

export const ourId = ({ db }: Db, kind: ExchangeKind, id: string): string | undefined =>
  prepared<[string, string], { id: string }>(db, 'SELECT our_id AS id FROM exchange_ids WHERE kind = ? AND their_id = ?').get(kind, id)?.id;

export const tieIds = ({ db }: Db, kind: ExchangeKind, id: string, ours: string): void => {
  prepared(db, 'INSERT OR IGNORE INTO exchange_ids (kind, their_id, our_id) VALUES (?, ?, ?)').run(kind, id, ours);
};

/** Hashes of the states of a record that other offices may know, newest first. */
export const seenStates = ({ db }: Db, kind: ExchangeKind, id: string): string[] =>
  prepared<[string, string, number], { hash: string }>(
    db,
    'SELECT hash FROM exchange_states WHERE kind = ? AND their_id = ? ORDER BY number DESC LIMIT ?',
  )
    .all(kind, id, mostSeen)
    .map(({ hash }) => hash);

export const stateOf = ({ db }: Db, kind: ExchangeKind, id: string, hash: string): ExchangeFields | undefined => {
  const row = prepared<[string, string, string], { fields: string }>(
    db,
    'SELECT fields FROM exchange_states WHERE kind = ? AND their_id = ? AND hash = ?',
  ).get(kind, id, hash);
  return row === undefined ? undefined : (JSON.parse(row.fields) as ExchangeFields);
};

/** Keeps a state that both sides know from now on, as the newest. */
export function keepState({ db }: Db, kind: ExchangeKind, id: string, fields: ExchangeFields): void {
  prepared(
    db,
    `INSERT INTO exchange_states (kind, their_id, hash, number, fields)
     VALUES (@kind, @id, @hash, (SELECT 1 + coalesce(max(number), 0) FROM exchange_states WHERE kind = @kind AND their_id = @id), @fields)
     ON CONFLICT (kind, their_id, hash) DO UPDATE SET number = excluded.number`,
  ).run({ kind, id, hash: contentHash(fields), fields: JSON.stringify(fields) });
}
