import type { Found } from '../../../src-shared/contract/search.ts';
import { type Connection, prepared } from '../db/index.ts';
import { foldForSearch, searchWords } from '../inventory/index.ts';

interface Written {
  readonly id: string;
  readonly assetId: string;
  readonly assetName: string;
  readonly words: string;
}

// Advice of counsel stays where it was written: a search that shows it over a shoulder could cost its privilege. Notes on findings speak of people
// and where they come from, which no search shows.
const notes = `
  SELECT n.id, a.id AS assetId, a.name AS assetName, n.text AS words FROM notes n
  JOIN assets a ON a.id = n.record_id AND n.entity = 'assets' AND a.archived_at IS NULL WHERE n.attorney_advice = 0 ORDER BY n.written_at DESC, n.id`;
const files = `
  SELECT e.id, e.record_id AS assetId, a.name AS assetName, e.name AS words FROM evidence e
  JOIN assets a ON a.id = e.record_id AND a.archived_at IS NULL WHERE e.record_kind = 'asset' AND e.attorney_advice = 0 ORDER BY e.added_at DESC, e.id`;

/** Notes by what they say and evidence files by their names, newest first: every word of the search must stand there. */
export function findWritten({ db }: Connection, text: string, limit: number): Found[] {
  const words = searchWords(text);
  if (words.length === 0) return [];
  const found: Found[] = [];
  const look = (entity: 'note' | 'evidence', sql: string, tab: 'notes' | 'evidence') => {
    for (const row of prepared<[], Written>(db, sql).iterate()) {
      if (found.length >= limit) return;
      const folded = foldForSearch(row.words);
      if (!words.every((word) => folded.includes(word))) continue;
      const ref = { kind: 'asset' as const, id: row.assetId };
      found.push({ entity, id: row.id, title: excerpt(row.words), detail: row.assetName, ref, tab });
    }
  };
  look('evidence', files, 'evidence');
  look('note', notes, 'notes');
  return found;
}

const longest = 90;

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}
