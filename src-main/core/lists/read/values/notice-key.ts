import { createHash } from 'node:crypto';

/**
 * Stable id of an entry that its publisher does not number (BIS and State): from the name and the volume of its first Federal Register notice.
 * The page is left out, because one publication cites the notice's first page and another the page of the entry; the country, because one puts
 * all addresses in one entry and another has an entry a country. Later notices amend an entry, the first one stays.
 */
export function noticeKey(list: string, name: string, citations: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  const first = Math.min(...noticeVolumes(citations));
  const volume = Number.isFinite(first) ? String(first) : '';
  return `${list}-${createHash('sha256').update(`${plain}|${volume}`).digest('hex').slice(0, 10)}`;
}

/** Volumes of the Federal Register that are cited: `76 FR 71869`, `84 F.R. 53406`, `Vol. 67, No. 95`. */
function noticeVolumes(citations: readonly string[]): number[] {
  const volumes: number[] = [];
  for (const text of citations) {
    for (const found of text.matchAll(/\b(\d{1,3})\.?\s*F\.?\s?R\.?(?=[\s\d]|$)|\bVol\.?\s*(\d{1,3})/gi))
      volumes.push(Number(found[1] ?? found[2]));
  }
  return volumes;
}

/** Keeps ids of one file apart: the second entry with a key gets what tells it from the first (`-PK`), a third of the kind a number. */
export function createKeys(): (key: string, apart: string) => string {
  const used = new Set<string>();
  return (key, apart) => {
    let id = key;
    if (used.has(id) && apart !== '') id = `${key}-${apart}`;
    for (let count = 2; used.has(id); count += 1) id = `${key}${apart === '' ? '' : `-${apart}`}-${count}`;
    used.add(id);
    return id;
  };
}
