import type { AuditFinding } from '../../engine/access/index.ts';
import { type Connection, prepared } from '../db/index.ts';
import { type FindingBody, unpackBody } from './judge/packing.ts';

/** A finding as it is stored. */
export interface FindingRow {
  readonly id: string;
  readonly number: number;
  readonly type: AuditFinding['type'];
  readonly title: string;
  readonly severity: AuditFinding['severity'];
  readonly confidence: AuditFinding['confidence'];
  readonly person_id: string | null;
  readonly person_name: string;
  readonly account: string | null;
  readonly asset_id: string | null;
  readonly asset_name: string;
  /** All assets it is about, most events first: JSON list of `FoundAsset`. */
  readonly assets: string;
  readonly first_ts: number | null;
  readonly last_ts: number | null;
  readonly event_count: number;
  readonly fingerprint: string;
  readonly found_on: string;
  readonly judged_on: string;
  /** 1 where the last run did not find it any more; kept because somebody decided it. */
  readonly gone: number;
}

export const findingColumns =
  'f.id, f.number, f.type, f.title, f.severity, f.confidence, f.person_id, f.person_name, f.account, f.asset_id, f.asset_name, f.assets, f.first_ts, f.last_ts, f.event_count, f.fingerprint, f.found_on, f.judged_on, f.gone';

/** An asset of a finding, by the name it had in the run. */
export interface FoundAsset {
  readonly id: string;
  readonly name: string;
}

export const assetsOf = ({ assets }: Pick<FindingRow, 'assets'>): readonly FoundAsset[] => JSON.parse(assets) as FoundAsset[];

/** A finding with what it says, as it lies in its table. */
export interface StoredFinding extends FindingRow {
  readonly packed: Buffer;
  readonly body: string;
}

export function withBody({ packed, body, ...row }: StoredFinding): FindingRow & { readonly body: FindingBody } {
  return { ...row, body: unpackBody(packed, body) };
}

export const labelOf = (number: number): string => `F-${String(number).padStart(4, '0')}`;

export function findFinding({ db }: Pick<Connection, 'db'>, id: string): (FindingRow & { readonly body: FindingBody }) | undefined {
  const row = prepared<[string], StoredFinding>(db, `SELECT ${findingColumns}, f.packed, f.body FROM access_findings f WHERE f.id = ?`).get(
    id,
  );
  return row === undefined ? undefined : withBody(row);
}

/** Ids of a finding's events, oldest first. */
export function eventsOfFinding({ db }: Pick<Connection, 'db'>, id: string): readonly number[] {
  const row = prepared<[string], { events: Buffer }>(db, 'SELECT events FROM access_findings WHERE id = ?').get(id);
  return row === undefined ? [] : [...unpackEvents(row.events)];
}

export const packEvents = (events: Float64Array): Buffer => Buffer.from(events.buffer, events.byteOffset, events.byteLength);

/** The driver may hand over bytes at any offset, which a view of eight bytes does not allow. */
export const unpackEvents = (bytes: Buffer): Float64Array => new Float64Array(Uint8Array.from(bytes).buffer);

/** Findings by event, kept for as long as no run changes them. */
const byEvent = new WeakMap<
  object,
  { readonly run: number; readonly findings: ReadonlyMap<number, readonly { id: string; label: string; type: FindingRow['type'] }[]> }
>();

/** Findings that hold an event. The first call after a run reads all of them. */
export function findingsByEvent({
  db,
}: Pick<Connection, 'db'>): ReadonlyMap<number, readonly { id: string; label: string; type: FindingRow['type'] }[]> {
  const run = lastRun({ db })?.id ?? 0;
  const known = byEvent.get(db);
  if (known?.run === run) return known.findings;
  const findings = new Map<number, { id: string; label: string; type: FindingRow['type'] }[]>();
  const rows = prepared<[], { id: string; number: number; type: FindingRow['type']; events: Buffer }>(
    db,
    'SELECT id, number, type, events FROM access_findings WHERE gone = 0 ORDER BY rank',
  ).all();
  for (const { id, number, type, events } of rows) {
    const entry = { id, label: labelOf(number), type };
    for (const event of unpackEvents(events)) {
      const list = findings.get(event);
      if (list === undefined) findings.set(event, [entry]);
      else list.push(entry);
    }
  }
  byEvent.set(db, { run, findings });
  return findings;
}

export interface RunRow {
  readonly id: number;
  readonly at: string;
  readonly judged_on: string;
  readonly events: number;
  readonly changed: number;
  readonly last_number: number;
  readonly basis: string;
}

export const lastRun = ({ db }: Pick<Connection, 'db'>): RunRow | undefined =>
  prepared<[], RunRow>(db, 'SELECT id, at, judged_on, events, changed, last_number, basis FROM access_runs ORDER BY id DESC LIMIT 1').get();
