import type { ChangesSince, ReportAnchor } from '../../../src-shared/contract/history.ts';
import type { IsoInstant } from '../../../src-shared/model/dates.ts';
import { type Connection, prepared } from '../db/index.ts';
import { headOf } from '../journal/index.ts';
import { type Records, recordKey } from '../records/index.ts';

const anchors = `
  SELECT x.id AS exportId, x.what, x.number, x.subject, x.at, x.person AS by, x.sha256, e.seq, e.hash
  FROM report_exports x
  JOIN journal_entries e ON e.seq = (
    SELECT min(f.seq) FROM journal_entries f
    WHERE json_extract(f.params, '$.sha256') = x.sha256 AND json_extract(f.params, '$.sha256') IS NOT NULL
      AND f.at >= x.at AND substr(f.method, 1, 9) <> 'evidence.')`;

/** Reports that left the program, newest first, each with where the journal stood. */
export const reportAnchors = ({ db }: Connection): ReportAnchor[] =>
  prepared<[], ReportAnchor>(db, `${anchors} ORDER BY x.at DESC, e.seq DESC LIMIT 200`).all();

/** The report of that id; the newest where none is named. Undefined when there is none. */
export function anchorOf({ db }: Connection, exportId: string | null): ReportAnchor | undefined {
  return exportId === null
    ? prepared<[], ReportAnchor>(db, `${anchors} ORDER BY e.seq DESC LIMIT 1`).get()
    : prepared<[string], ReportAnchor>(db, `${anchors} WHERE x.id = ?`).get(exportId);
}

/** What the journal holds after a report: how much, by whom, in which rooms, about which records. */
export function changesSince(connection: Connection, records: Records, anchor: ReportAnchor | null): ChangesSince {
  const { db } = connection;
  const after = anchor?.seq ?? 0;
  const counted = (of: string) =>
    db
      .prepare<[number], { of: string; count: number }>(
        `SELECT ${of} AS of, count(*) AS count FROM journal_entries WHERE seq > ? GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 100`,
      )
      .all(after);
  const touched = db
    .prepare<[number], { entity: string; id: string; count: number; last: IsoInstant }>(
      `SELECT entity, record AS id, count(*) AS count, max(at) AS last FROM journal_entries
       WHERE seq > ? AND entity IS NOT NULL AND record IS NOT NULL GROUP BY 1, 2 ORDER BY 3 DESC, 4 DESC LIMIT 500`,
    )
    .all(after)
    .flatMap(({ entity, id, count, last }) => {
      const record = records.refOf({ entity, id });
      return record === null ? [] : [{ record, count, last }];
    });
  const titles = records.titles(
    connection,
    touched.map(({ record }) => record),
  );
  const head = headOf(db);
  return {
    anchor,
    head,
    entries: head.seq - after,
    people: counted('person'),
    rooms: counted(`substr(method, 1, instr(method || '.', '.') - 1)`),
    records: touched.map(({ record, count, last }) => ({ record, title: titles.get(recordKey(record)) ?? null, count, last })),
  };
}
