/** What a PDF of ours says about itself: how many pages, and on which page each named place lies, 1-based. */
export interface PdfPlaces {
  readonly pages: number;
  readonly places: ReadonlyMap<string, number>;
}

/**
 * Reads pages and named places from a PDF as Chromium writes it: a plain cross-reference table and objects that are not packed. Of any other
 * file it says no page and no place; contents then carry no numbers, and nothing false.
 */
export function pdfPlaces(bytes: Uint8Array): PdfPlaces {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const object = objectsOf(text);
  const root = object(reference(text.slice(text.lastIndexOf('trailer')), 'Root'));
  const order: number[] = [];
  walk(reference(root, 'Pages'), object, order, 0);
  const pageOf = new Map(order.map((number, place) => [number, place + 1]));
  const places = new Map<string, number>();
  for (const [, name, page] of object(reference(root, 'Dests')).matchAll(/\/([^\s[]+)\s*\[(\d+) 0 R/g)) {
    const at = pageOf.get(Number(page));
    if (name !== undefined && at !== undefined) places.set(name, at);
  }
  return { pages: order.length, places };
}

type Objects = (number: number | null) => string;

/** Objects by number, found through the table that the last line of the file points at. */
function objectsOf(text: string): Objects {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1] ?? Number.NaN);
  const head = Number.isNaN(start) ? null : /^xref\s+0 (\d+)\s*?\n/.exec(text.slice(start, start + 40));
  if (head === null) return () => '';
  const first = start + head[0].length;
  return (number) => {
    if (number === null || number >= Number(head[1])) return '';
    const offset = Number(text.slice(first + number * 20, first + number * 20 + 10));
    const end = text.indexOf('endobj', offset);
    return Number.isNaN(offset) || end < 0 ? '' : text.slice(offset, end);
  };
}

function reference(object: string, key: string): number | null {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(object)?.[1];
  return found === undefined ? null : Number(found);
}

/** Deeper than any tree of pages; a circle in a damaged file ends here. */
const mostLevels = 40;

function walk(node: number | null, object: Objects, order: number[], level: number): void {
  if (node === null || level > mostLevels) return;
  const said = object(node);
  const kids = /\/Kids \[([^\]]*)\]/.exec(said)?.[1];
  if (kids === undefined) {
    if (/\/Type \/Page\b/.test(said)) order.push(node);
    return;
  }
  for (const [, kid] of kids.matchAll(/(\d+) 0 R/g)) walk(Number(kid), object, order, level + 1);
}
