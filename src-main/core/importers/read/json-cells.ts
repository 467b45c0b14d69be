/** Levels below which an object is shown as JSON text rather than as columns of its own. */
const shownDepth = 8;

/**
 * Spreads a record over columns by dotted path: `actor.alternateId`. Lists of plain values and of objects stay JSON text, since their length
 * differs from record to record. New paths are added to `columns`, up to `limit`; what lies beyond is only in the record's own text.
 */
export function recordCells(record: unknown, columns: Map<string, number>, limit: number): string[] {
  const cells: string[] = [];
  const put = (path: string, text: string) => {
    let column = columns.get(path);
    if (column === undefined) {
      if (columns.size >= limit) return;
      column = columns.size;
      columns.set(path, column);
    }
    while (cells.length <= column) cells.push('');
    cells[column] = text;
  };
  const walk = (value: unknown, path: string, depth: number) => {
    if (value === null || value === undefined) return;
    if (typeof value === 'object' && !Array.isArray(value) && depth < shownDepth) {
      for (const [key, inner] of Object.entries(value)) walk(inner, path === '' ? key : `${path}.${key}`, depth + 1);
    } else if (path !== '') put(path.slice(0, 400), valueText(value));
  };
  walk(record, '', 0);
  return cells;
}

/** A JSON value as the text of a cell: strings bare, lists and objects as JSON, nothing for null. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
