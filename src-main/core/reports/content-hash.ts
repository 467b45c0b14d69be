import { createHash } from 'node:crypto';

/**
 * JSON with one spelling per value: object keys sorted by code point, no spaces, absent keys left out.
 * Throws on a number that JSON cannot hold, since `null` in its place would hide a defect.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('A report cannot hold a number that is not finite');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const members = membersOf(value).map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`A report cannot hold a ${typeof value}`);
}

/** SHA-256 in lower-case hexadecimal over the canonical JSON of a value. */
export function contentHash(value: unknown): string {
  return sha256(canonicalJson(value));
}

/** Rows whose spelling is put together between two chances for other requests. */
const rowsATurn = 100;

/** The same hash for a value with long lists in it, worked out with chances for other requests between their rows. */
export async function contentHashInSlices(value: Readonly<Record<string, unknown>>, pause: () => Promise<void>): Promise<string> {
  const sum = createHash('sha256');
  let before = '{';
  for (const [key, member] of membersOf(value)) {
    sum.update(`${before}${JSON.stringify(key)}:`);
    before = ',';
    if (!Array.isArray(member)) sum.update(canonicalJson(member));
    else {
      for (let start = 0; start < member.length; start += rowsATurn) {
        sum.update(
          `${start === 0 ? '[' : ','}${member
            .slice(start, start + rowsATurn)
            .map(canonicalJson)
            .join(',')}`,
        );
        await pause();
      }
      sum.update(member.length === 0 ? '[]' : ']');
    }
    await pause();
  }
  sum.update(before === '{' ? '{}' : '}');
  return sum.digest('hex');
}

const membersOf = (value: object): [string, unknown][] =>
  Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** SHA-256 of bytes or of a text in UTF-8, in lower-case hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
