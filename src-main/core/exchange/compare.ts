import type { ExchangeConflict, ExchangeCounts } from '../../../src-shared/contract/exchange.ts';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import type { ExchangeFields, ExchangeKind, ExchangeRecord } from '../../../src-shared/formats/exchange.ts';
import { withholds } from '../../../src-shared/model/redaction.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { Connection } from '../db/index.ts';
import { contentHash } from '../reports/index.ts';
import type { ReadFile } from './file.ts';
import { keyOf } from './gather.ts';
import { type Merged, merge } from './merge.ts';
import type { ExchangePart } from './part.ts';
import { ourId, seenStates, stateOf } from './store.ts';

/** A record of a file beside what this workspace has. */
export interface Compared {
  readonly part: ExchangePart;
  readonly record: ExchangeRecord;
  /** Its id here; of a new record the one it came with. */
  readonly id: string;
  readonly outcome: keyof ExchangeCounts;
  readonly merged: Merged;
  /** Fields of the file with the ids of this workspace. */
  readonly theirs: ExchangeFields;
}

const noCounts: ExchangeCounts = { new: 0, changed: 0, same: 0, kept: 0, conflict: 0, gone: 0 };

export function countsOf(compared: readonly Compared[]): ExchangeCounts {
  const counts = { ...noCounts };
  for (const { outcome } of compared) counts[outcome] += 1;
  return counts;
}

/** What a file would change here. Nothing is written. Errors: `file.refused` with the record that no office could have written. */
export async function compare(
  session: () => Connection,
  parts: readonly ExchangePart[],
  { about, records }: ReadFile,
  pause: () => Promise<void>,
): Promise<Reply<readonly Compared[]>> {
  const known = new Map<string, string>();
  const inFile = new Set(records.map(({ kind, id }) => keyOf(kind, id)));
  const taken = new Set<string>();
  const sorted = parts.flatMap((part) => records.filter(({ kind }) => kind === part.kind).map((record) => ({ part, record })));
  const found: Compared[] = [];
  // Who is who comes first: an asset names its current version, which comes later.
  for (const { part, record } of sorted) {
    await pause();
    const connection = session();
    const fault = part.fault(record.fields);
    if (fault !== null)
      return err({
        code: 'file.refused',
        reason: 'exchange.record',
        place: `${record.kind} ${record.id}: ${fault}`.slice(0, 300),
        limit: null,
      });
    const here = idHere(
      connection,
      part,
      record,
      withOurIds(part, record.fields, known),
      (id) => inFile.has(keyOf(part.kind, id)) || taken.has(keyOf(part.kind, id)),
    );
    if (here !== undefined) taken.add(keyOf(part.kind, here));
    known.set(keyOf(part.kind, record.id), here ?? record.id);
  }
  for (const { part, record } of sorted) {
    await pause();
    found.push(comparedWith(session(), part, record, known, !withholds(about.redaction)));
  }
  return ok(found);
}

function idHere(
  connection: Connection,
  part: ExchangePart,
  { kind, id }: ExchangeRecord,
  fields: ExchangeFields,
  isSpoken: (id: string) => boolean,
): string | undefined {
  const tied = ourId(connection, kind, id);
  if (tied !== undefined) return tied;
  if (part.read(connection, id) !== undefined || seenStates(connection, kind, id).length > 0) return id;
  const twin = part.twin(connection, fields);
  return twin === undefined || isSpoken(twin) ? undefined : twin;
}

function comparedWith(
  connection: Connection,
  part: ExchangePart,
  record: ExchangeRecord,
  known: ReadonlyMap<string, string>,
  whole: boolean,
): Compared {
  const { kind } = part;
  const id = known.get(keyOf(kind, record.id)) ?? record.id;
  const theirs = withOurIds(part, record.fields, known);
  const ours = part.read(connection, id);
  const states = seenStates(connection, kind, record.id);
  if (ours === undefined) {
    const outcome = states.length > 0 ? 'gone' : 'new';
    return { part, record, id, theirs, outcome, merged: { take: outcome === 'new' ? theirs : {}, conflicts: [], kept: [] } };
  }
  const before = baseOf(connection, record, states);
  const merged = merge(before === undefined ? undefined : withOurIds(part, before, known), ours, theirs, whole);
  const outcome =
    merged.conflicts.length > 0 ? 'conflict' : Object.keys(merged.take).length > 0 ? 'changed' : merged.kept.length > 0 ? 'kept' : 'same';
  return { part, record, id, theirs, outcome, merged };
}

/** The newest state that both sides know. The file itself is one where it, or one just like it, came after the newest that it names. */
function baseOf(connection: Connection, { kind, id, seen, fields }: ExchangeRecord, states: readonly string[]): ExchangeFields | undefined {
  const named = seen.find((hash) => states.includes(hash));
  const itself = states.indexOf(contentHash(fields));
  if (itself !== -1 && (named === undefined || itself < states.indexOf(named))) return fields;
  return named === undefined ? undefined : stateOf(connection, kind, id, named);
}

function withOurIds(part: ExchangePart, fields: ExchangeFields, known: ReadonlyMap<string, string>): ExchangeFields {
  const ids = Object.entries(part.refs).flatMap(([field, kind]) => {
    const id = fields[field];
    return typeof id === 'string' ? [[field, known.get(keyOf(kind, id)) ?? id] as const] : [];
  });
  return { ...fields, ...Object.fromEntries(ids) };
}

/** Fields that both sides changed, as texts to look at; the first so many. */
export async function conflictsOf(
  session: () => Connection,
  parts: readonly ExchangePart[],
  compared: readonly Compared[],
  most: number,
  pause: () => Promise<void>,
): Promise<ExchangeConflict[]> {
  const found: ExchangeConflict[] = [];
  for (const one of compared) {
    if (one.merged.conflicts.length === 0) continue;
    found.push(...conflictsIn(session(), parts, one));
    if (found.length >= most) break;
    await pause();
  }
  return found.slice(0, most);
}

function conflictsIn(
  connection: Connection,
  parts: readonly ExchangePart[],
  { part, id, record, merged, theirs }: Compared,
): ExchangeConflict[] {
  const partOf = (kind: ExchangeKind) => parts.find((part) => part.kind === kind);
  const ours = part.read(connection, id) ?? {};
  const words = (field: string, value: ExchangeFields[string] | undefined): string => {
    const named = part.refs[field];
    const fields = named !== undefined && typeof value === 'string' ? partOf(named)?.read(connection, value) : undefined;
    return (fields !== undefined && named !== undefined ? (partOf(named)?.title(fields) ?? '') : saying(value)).slice(0, 600);
  };
  const owner = part.kind === 'version' ? (partOf('asset')?.read(connection, String(ours['asset'])) ?? {}) : {};
  const title = [part.kind === 'version' ? partOf('asset')?.title(owner) : '', part.title(ours)].filter(Boolean).join(' ').slice(0, 700);
  return merged.conflicts.map((field) => ({
    kind: record.kind,
    id: record.id,
    field,
    title,
    ours: words(field, ours[field]),
    theirs: words(field, theirs[field]),
  }));
}

/** A value as a text: of a fact its value, of a list its parts. */
function saying(value: ExchangeFields[string] | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map(saying).join('; ');
  const { state, value: fact, text } = value as Record<string, ExchangeFields[string]>;
  if (state !== undefined) return fact === undefined ? String(state) : saying(fact);
  return text === undefined ? Object.values(value).map(saying).filter(Boolean).join(', ') : saying(text);
}
