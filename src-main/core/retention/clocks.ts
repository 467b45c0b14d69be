import type { RetentionClock, RetentionEvent, RetentionRow, RetentionRule } from '../../../src-shared/contract/retention.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { RecordKind, RecordRef } from '../../../src-shared/model/record-ref.ts';
import type { RetentionEventKind } from '../../../src-shared/model/retention-rules.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { retentionClock } from '../../engine/retention/clock.ts';
import { type Connection, prepared } from '../db/index.ts';
import type { Records } from '../records/index.ts';
import type { RetentionSource } from './sources.ts';

/** The rule that holds on a day, from the first pack that has one; null where no pack that is switched on has any. */
export function retentionRule(packs: readonly RulePack[], on: IsoDate): RetentionRule | null {
  for (const { retention, manifest } of packs) {
    const years = retention?.years.find(({ from, until }) => from <= on && (until === undefined || on < until));
    if (retention === undefined || years === undefined) continue;
    const said = ({ says, citation, confidence }: typeof retention.hold) => ({ says, locator: citation.locator, confidence });
    return {
      years: years.value,
      title: retention.title,
      locator: years.citation.locator,
      confidence: retention.confidence,
      fromLatestOf: [...retention.fromLatestOf],
      hold: said(retention.hold),
      electronic: said(retention.electronic),
      pack: `${manifest.id}@${manifest.version}`,
    };
  }
  return null;
}

interface EventRow {
  readonly id: string;
  readonly what: RetentionEvent['what'];
  readonly day: IsoDate;
  readonly note: string;
  readonly by: string;
  readonly revision: number;
}

/** What the clock of one record runs from: what people said, and what is read from the workspace. Latest first. */
export function eventsOf(connection: Connection, sources: readonly RetentionSource[], { kind, id }: RecordRef): RetentionEvent[] {
  const said = prepared<[string, string], EventRow>(
    connection.db,
    'SELECT id, what, day, note, added_by AS by, revision FROM retention_events WHERE record_kind = ? AND record_id = ?',
  ).all(kind, id);
  const read = sources
    .filter((source) => source.kind === kind)
    .flatMap(({ days }) => days.flatMap((daysOf) => daysOf(connection)))
    .filter((day) => day.id === id)
    .map(({ what, day }): RetentionEvent => ({ id: null, what, day, note: '', by: '', revision: 0 }));
  return [...said, ...read].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)).slice(0, 500);
}

type Day = Pick<RetentionEvent, 'what' | 'day'>;

export function clockOf(events: Iterable<Day>, rule: RetentionRule | null, on: IsoDate, held: boolean): RetentionClock {
  const { state, last, keepUntil } = retentionClock(rule === null ? [] : namedFirst(events, rule), rule?.years ?? 0, on, held);
  return {
    ...{ state, lastDay: last?.day ?? null, lastWhat: last?.what ?? null, keepUntil },
    lastNamed: rule !== null && last !== null && isNamed(last.what, rule),
  };
}

/** Whether the rule itself names such an event. */
const isNamed = (what: Day['what'], { fromLatestOf }: RetentionRule): what is RetentionEventKind =>
  fromLatestOf.some(({ kind }) => kind === what);

/** Of two events on one day, the one that the rule names is said to count. */
const namedFirst = (events: Iterable<Day>, rule: RetentionRule): Day[] =>
  [...events].sort((a, b) => Number(isNamed(b.what, rule)) - Number(isNamed(a.what, rule)));

/** The latest of the events that the rule names, and until when they alone keep the record. */
export function clockByRule(
  events: readonly Day[],
  rule: RetentionRule | null,
  on: IsoDate,
): { readonly day: IsoDate; readonly what: RetentionEventKind; readonly keepUntil: IsoDate } | null {
  if (rule === null) return null;
  const named = events.flatMap(({ what, day }) => (isNamed(what, rule) ? [{ what, day }] : []));
  const { last, keepUntil } = retentionClock(named, rule.years, on, false);
  return last === null || keepUntil === null ? null : { ...last, keepUntil };
}

/**
 * Every watched record with its clock, and every other that holds evidence or that somebody gave a day: the one that may go first on top, those without
 * a clock last.
 */
export async function allClocks(
  connection: Connection,
  records: Records,
  sources: readonly RetentionSource[],
  rule: RetentionRule | null,
  on: IsoDate,
  pause: () => Promise<void>,
): Promise<RetentionRow[]> {
  const said = groupDays(
    connection.db
      .prepare<[], Day & { kind: RecordKind; id: string }>('SELECT record_kind AS kind, record_id AS id, what, day FROM retention_events')
      .all(),
    ({ kind, id }) => `${kind} ${id}`,
  );
  const everything = connection.db.prepare('SELECT 1 FROM holds WHERE lifted_at IS NULL AND everything = 1 LIMIT 1').get() !== undefined;
  const held = new Set(
    connection.db
      .prepare<[], string>(
        `SELECT r.record_kind || ' ' || r.record_id FROM held_records r JOIN holds h ON h.id = r.hold_id AND h.lifted_at IS NULL`,
      )
      .pluck()
      .all(),
  );
  const evidence = new Map(
    connection.db
      .prepare<[], [string, number]>("SELECT record_kind || ' ' || record_id, count(*) FROM evidence GROUP BY record_kind, record_id")
      .raw()
      .all(),
  );
  const rows: RetentionRow[] = [];
  for (const { kind, all, days } of sources) {
    const read = new Map<string, Day[]>();
    for (const daysOf of days) {
      for (const day of daysOf(connection)) read.set(day.id, [...(read.get(day.id) ?? []), day]);
      await pause();
    }
    for (const { id, title } of all(connection)) {
      const key = `${kind} ${id}`;
      const clock = clockOf([...(read.get(id) ?? []), ...(said.get(key) ?? [])], rule, on, everything || held.has(key));
      rows.push({ ...clock, record: { kind, id }, title, evidence: evidence.get(key) ?? 0 });
    }
    await pause();
  }
  const watched = new Set(sources.map(({ kind }) => kind));
  const others = connection.db
    .prepare<[], RecordRef>(
      `SELECT record_kind AS kind, record_id AS id FROM evidence UNION SELECT record_kind, record_id FROM retention_events`,
    )
    .all()
    .filter(({ kind }) => !watched.has(kind));
  const titles = records.titles(connection, others);
  await pause();
  for (const record of others) {
    const key = `${record.kind} ${record.id}`;
    const title = titles.get(key);
    if (title === undefined) continue;
    const clock = clockOf(said.get(key) ?? [], rule, on, everything || held.has(key));
    rows.push({ ...clock, record, title: title.slice(0, 700), evidence: evidence.get(key) ?? 0 });
  }
  const order = (row: RetentionRow) => row.keepUntil ?? '9999';
  return rows.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : a.title < b.title ? -1 : 1));
}

function groupDays<T extends Day>(days: readonly T[], keyOf: (day: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const day of days) groups.set(keyOf(day), [...(groups.get(keyOf(day)) ?? []), day]);
  return groups;
}
