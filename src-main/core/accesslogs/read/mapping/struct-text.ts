const maxDepth = 32;

/**
 * Reads the text query engines print for a struct, `{type=AssumedRole, arn=arn:aws:…, sessionissuer={…}}`, and for a list, `[{…}, {…}]`. Values are not
 * quoted there, so a value runs up to a comma that a new `name=` follows. `undefined` for text that is none.
 */
export function readStruct(text: string): unknown {
  const trimmed = text.trim();
  if (!/^[{[]/.test(trimmed) || trimmed.length > 1_000_000) return undefined;
  const reader = { text: trimmed, at: 0 };
  return readValue(reader, 0);
}

interface Place {
  readonly text: string;
  at: number;
}

function readValue(place: Place, depth: number): unknown {
  if (depth > maxDepth) return undefined;
  const mark = place.text[place.at];
  if (mark === '{') return readFields(place, depth);
  if (mark === '[') return readList(place, depth);
  const rest = place.text.slice(place.at);
  const end = /,\s*[A-Za-z_][\w.]*=|[}\]]/.exec(rest);
  const value = rest.slice(0, end?.index ?? rest.length);
  place.at += value.length;
  const plain = value.trim();
  return plain === 'null' ? null : plain;
}

function readFields(place: Place, depth: number): Record<string, unknown> {
  const fields: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  place.at += 1;
  for (;;) {
    const name = /^[,\s]*([A-Za-z_][\w.]*)=/.exec(place.text.slice(place.at, place.at + 400));
    if (name === null) break;
    place.at += name[0].length;
    fields[name[1] ?? ''] = readValue(place, depth + 1);
  }
  closeAt(place, '}');
  return fields;
}

function readList(place: Place, depth: number): unknown[] {
  const entries: unknown[] = [];
  place.at += 1;
  while (place.at < place.text.length && place.text[place.at] !== ']' && entries.length < 1000) {
    const start = place.at;
    entries.push(readValue(place, depth + 1));
    const gap = /^[,\s]+/.exec(place.text.slice(place.at));
    place.at += gap?.[0].length ?? 0;
    if (place.at === start) break;
  }
  closeAt(place, ']');
  return entries;
}

function closeAt(place: Place, mark: string): void {
  const end = place.text.indexOf(mark, place.at);
  place.at = end === -1 ? place.text.length : end + 1;
}
