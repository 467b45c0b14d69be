import { isDeepStrictEqual } from 'node:util';
import type { ExchangeFields, ExchangeKind, ExchangeRecord } from '../../../src-shared/formats/exchange.ts';
import { hidesPeople } from '../../../src-shared/model/redaction.ts';
import type { Connection } from '../db/index.ts';
import { hiddenIn, type Withholding } from '../reports/index.ts';
import type { ExchangePart } from './part.ts';
import { seenStates, theirId } from './store.ts';

/**
 * Everything that goes out under a profile. What may not be seen is absent, never replaced: a mark in its place would come back as a change. A record whose name
 * may not be seen stays back, and so does what hangs on it.
 */
export async function gather(
  session: () => Connection,
  parts: readonly ExchangePart[],
  held: Withholding,
  pause: () => Promise<void>,
): Promise<readonly ExchangeRecord[]> {
  const records: ExchangeRecord[] = [];
  const back = new Set<string>();
  for (const part of parts)
    for (const id of part.ids(session())) {
      await pause();
      const connection = session();
      const whole = part.read(connection, id);
      if (whole === undefined) continue;
      const hangsOn = Object.entries(part.refs).some(([field, kind]) => back.has(keyOf(kind, whole[field])));
      const fields = hangsOn ? null : shown(part, whole, held);
      if (fields === null) {
        back.add(keyOf(part.kind, id));
        continue;
      }
      const theirs = theirId(connection, part.kind, id);
      records.push({
        kind: part.kind,
        id: theirs,
        seen: seenStates(connection, part.kind, theirs),
        fields: withTheirIds(connection, part, fields),
      });
    }
  return records;
}

export const keyOf = (kind: ExchangeKind, id: unknown): string => `${kind} ${String(id)}`;

function shown(part: ExchangePart, whole: ExchangeFields, { hide, redaction }: Withholding): ExchangeFields | null {
  const people = hidesPeople(redaction);
  if (people && part.kind === 'party' && whole['kind'] === 'person') return null;
  const fields = Object.fromEntries(
    Object.entries(whole).filter(
      ([field, value]) => !(people && part.names.includes(field)) && isDeepStrictEqual(hiddenIn(value, hide.words), value),
    ),
  );
  return 'name' in whole && !('name' in fields) ? null : fields;
}

function withTheirIds(connection: Connection, part: ExchangePart, fields: ExchangeFields): ExchangeFields {
  const ids = Object.entries(part.refs).flatMap(([field, kind]) => {
    const id = fields[field];
    return typeof id === 'string' ? [[field, theirId(connection, kind, id)] as const] : [];
  });
  return { ...fields, ...Object.fromEntries(ids) };
}
