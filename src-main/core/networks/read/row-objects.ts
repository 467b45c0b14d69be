import type { ListRow } from './text-rows.ts';

/** More rows than any table of exits has; what lies behind is named by the reader of the rows as too many. */
const mostObjects = 20_000;
/** Objects whose keys make the columns, and most columns. */
const sampledObjects = 200;
const mostKeys = 60;

/** A JSON list of flat objects as a table whose first row is their keys; anything else has no rows. */
export function rowsOfObjects(value: unknown): readonly ListRow[] {
  const inner = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.values(value).find(Array.isArray) : value;
  const objects = (Array.isArray(inner) ? inner : [])
    .slice(0, mostObjects)
    .filter((one): one is object => typeof one === 'object' && one !== null);
  const keys = [...new Set(objects.slice(0, sampledObjects).flatMap((one) => Object.keys(one).slice(0, mostKeys)))].slice(0, mostKeys);
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
