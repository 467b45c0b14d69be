import type { ListRow } from './text-rows.ts';

/** A JSON list of flat objects as a table whose first row is their keys; anything else has no rows. */
export function rowsOfObjects(value: unknown): readonly ListRow[] {
  const inner = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.values(value).find(Array.isArray) : value;
  const objects = (Array.isArray(inner) ? inner : []).filter((one): one is object => typeof one === 'object' && one !== null);
  const keys = [...new Set(objects.flatMap((one) => Object.keys(one)))];
  const rows = objects.map((one, place) => {
    // A map, so that a key which names the prototype is a key like any other.
    const entries = new Map<string, unknown>(Object.entries(one));
    return { row: place + 1, cells: keys.map((key) => cellText(entries.get(key))), comment: '' };
  });
  return [{ row: 0, cells: keys, comment: '' }, ...rows];
}

function cellText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string').join(', ') : '';
}
