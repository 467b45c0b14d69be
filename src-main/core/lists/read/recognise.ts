import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ListFileProblem, ListFormatId, ListSource } from '../../../../src-shared/formats/list-file.ts';
import type { ReadLimits } from '../../importers/read/limits.ts';
import { asProblem } from '../../importers/read/refuse.ts';
import { listFormats } from './formats.ts';
import { headsOf } from './frame/list-file.ts';
import type { KnownFile } from './frame/list-format.ts';

/** Files put together into sources; `files` is what the reading needs and stays within the reader. */
export interface KnownSource {
  readonly source: ListSource;
  readonly files: readonly KnownFile[];
}

export interface Recognised {
  readonly sources: readonly KnownSource[];
  readonly problems: readonly ListFileProblem[];
}

/**
 * Tells which lists files and folders hold, by content alone, and puts files together that are read as one. Folders are walked, hidden files passed
 * over. A file that is no list is a problem, never an error.
 */
export async function recogniseLists(paths: readonly string[], limits: ReadLimits): Promise<Recognised> {
  const problems: ListFileProblem[] = [];
  const known = new Map<ListFormatId, KnownFile[]>();
  for (const path of await filesIn(paths, problems)) {
    try {
      const heads = await headsOf(path, limits);
      let found = false;
      for (const head of heads) {
        for (const format of listFormats) {
          const part = format.recognise(head);
          if (part === null) continue;
          known.set(format.id, [...(known.get(format.id) ?? []), { file: head.file, part }]);
          found = true;
          break;
        }
      }
      if (!found) problems.push({ path, reason: 'noKnownList', place: null, limit: null });
    } catch (cause) {
      problems.push({ path, ...asProblem(cause) });
    }
  }
  const sources: KnownSource[] = [];
  for (const format of listFormats) {
    const files = known.get(format.id);
    if (files === undefined) continue;
    const groups = format.group === undefined ? files.map((file) => [file]) : await format.group(files, limits);
    for (const group of groups) {
      sources.push({
        source: {
          index: sources.length,
          format: format.id,
          files: group.map(({ file, part }) => ({ path: file.path, member: file.member, name: file.name, part })),
        },
        files: group,
      });
    }
  }
  return { sources, problems };
}

async function filesIn(paths: readonly string[], problems: ListFileProblem[]): Promise<readonly string[]> {
  const files = new Set<string>();
  const walk = async (path: string, depth: number): Promise<void> => {
    const info = await stat(path);
    if (!info.isDirectory()) {
      files.add(path);
      return;
    }
    if (depth > 8) return;
    const names = (await readdir(path)).sort();
    for (const name of names) if (!name.startsWith('.')) await walk(join(path, name), depth + 1);
  };
  for (const path of paths) {
    try {
      await walk(path, 0);
    } catch (cause) {
      problems.push({ path, ...asProblem(cause) });
    }
  }
  return [...files];
}
