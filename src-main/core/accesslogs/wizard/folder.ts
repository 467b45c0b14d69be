import { opendir } from 'node:fs/promises';
import { join } from 'node:path';

/** Depth of dated folders that log stores make, and files that one import of a folder takes at most. */
const deepest = 8;
const mostFiles = 2000;

/** Log files below a folder, by path: what is hidden, linked or plainly something else is passed over. `more` when there were too many. */
export async function logFilesBelow(folder: string): Promise<{ readonly paths: readonly string[]; readonly more: boolean }> {
  const found: string[] = [];
  const look = async (place: string, depth: number): Promise<void> => {
    const entries = [];
    for await (const entry of await opendir(place)) entries.push(entry);
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (found.length > mostFiles) return;
      if (entry.name.startsWith('.')) continue;
      const path = join(place, entry.name);
      if (entry.isDirectory() && depth < deepest) await look(path, depth + 1);
      else if (entry.isFile() && looksLikeLog.test(entry.name)) found.push(path);
    }
  };
  await look(folder, 1);
  return { paths: found.slice(0, mostFiles), more: found.length > mostFiles };
}

const looksLikeLog = /\.(csv|tsv|txt|log|json|jsonl|ndjson|xlsx|xlsm|xls|ods)(\.gz)?$|\.gz$/i;
