import type { HistoryFilter, HistoryRow } from '../../../src-shared/contract/history.ts';
import type { Connection } from '../db/index.ts';
import { type EntryRow, headOf, toEntry } from '../journal/index.ts';
import { type Records, recordKey } from '../records/index.ts';

/** Everything, from the first entry on. */
export const wholeHistory: HistoryFilter = { search: '', person: null, method: null, record: null, from: null, until: null, after: 0 };

interface Question {
  readonly where: string;
  readonly values: Readonly<Record<string, string | number>>;
}

function questionOf(filter: HistoryFilter, records: Records): Question {
  const parts: string[] = [];
  const values: Record<string, string | number> = {};
  const ask = (part: string, more: Readonly<Record<string, string | number>>) => {
    parts.push(part);
    Object.assign(values, more);
  };
  const search = filter.search.trim();
  if (search !== '') {
    const like = `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    ask(`(params LIKE @search ESCAPE '\\' OR method LIKE @search ESCAPE '\\' OR person LIKE @search ESCAPE '\\')`, { search: like });
  }
  if (filter.person !== null) ask('person = @person', { person: filter.person });
  if (filter.method !== null) ask('substr(method, 1, @length) = @method', { method: filter.method, length: filter.method.length });
  if (filter.record !== null) {
    const { entity, id } = records.subject(filter.record);
    const also = records.alsoWritten(filter.record);
    // About the record itself, its rows, what happened to its evidence, and what was written down with another record.
    ask(
      `((record = @id AND entity = @entity) OR seq IN (SELECT entry FROM journal_changes WHERE record = @id)
        OR (entity = 'evidence' AND record IN (SELECT id FROM evidence WHERE record_kind = @kind AND record_id = @id))
        ${also === undefined ? '' : `OR (${also.where})`})`,
      { id, entity, kind: filter.record.kind, ...also?.values },
    );
  }
  if (filter.from !== null) ask('at >= @from', { from: filter.from });
  if (filter.until !== null) ask('substr(at, 1, 10) <= @until', { until: filter.until });
  if (filter.after > 0) ask('seq > @after', { after: filter.after });
  return { where: parts.length === 0 ? '1' : parts.join(' AND '), values };
}

/** Entries that a filter lets through, newest first, with the records they are about. `before` is the number of the entry to go on from. */
export function historyRows(
  connection: Connection,
  records: Records,
  filter: HistoryFilter,
  { before = null, offset = 0, limit }: { readonly before?: number | null; readonly offset?: number; readonly limit: number },
): readonly HistoryRow[] {
  const { where, values } = questionOf(filter, records);
  const entries = connection.db
    .prepare<[object], EntryRow>(
      `SELECT * FROM journal_entries WHERE ${where} ${before === null ? '' : 'AND seq < @before'} ORDER BY seq DESC LIMIT @limit OFFSET @offset`,
    )
    .all({ ...values, limit, offset, ...(before === null ? {} : { before }) })
    .map(toEntry);
  const refs = entries.map(({ subject }) => records.refOf(subject));
  const titles = records.titles(
    connection,
    refs.filter((ref) => ref !== null),
  );
  return entries.map((entry, place) => {
    const record = refs[place] ?? null;
    return { ...entry, record, title: record === null ? null : (titles.get(recordKey(record)) ?? null) };
  });
}

/** How many entries a filter lets through. */
export function countHistory({ db }: Connection, records: Records, filter: HistoryFilter): number {
  const { where, values } = questionOf(filter, records);
  // Entries are numbered without a gap, and counting two hundred thousand of them would take most of a second.
  if (where === '1') return headOf(db).seq;
  return db.prepare<[object], { n: number }>(`SELECT count(*) AS n FROM journal_entries WHERE ${where}`).get(values)?.n ?? 0;
}
