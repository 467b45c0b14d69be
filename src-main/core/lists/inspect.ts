import { createWriteStream, openSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { finished } from 'node:stream/promises';
import type { EntryChange } from '../../../src-shared/contract/lists.ts';
import type { ReadProblem } from '../../../src-shared/formats/import-file.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { ListedParty } from '../../../src-shared/model/listed-party.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import { asideOf, settled, whyUnwritten } from '../files/index.ts';
import { readLists } from './read-lists.ts';
import { rejectHead, rejectLine } from './rejects.ts';
import { type EntryBody, entryText } from './store/packed-entry.ts';
import { entryChange, noticeWords, problemWords, rejectWords } from './views.ts';

/** What a list in a file is, as `gatehouse lists inspect` says it. */
export interface InspectedList {
  readonly list: string;
  readonly format: string;
  readonly files: readonly string[];
  /** Day the publisher dates it, null where the file does not say. */
  readonly published: IsoDate | null;
  readonly parties: number;
  readonly names: number;
  readonly byType: Readonly<Record<string, number>>;
  /** Records of the file that gave no party; of the whole file where it holds several lists. */
  readonly rejects: number;
  readonly notices: readonly string[];
  /** Of the bytes on disk; of several files, of their hashes. */
  readonly sha256: string;
}

interface Inspection {
  readonly lists: readonly InspectedList[];
  /** Sentences on files that are no list. */
  readonly problems: readonly string[];
}

interface InspectOptions {
  /** Where every party is written as read, one JSON line each. Absolute. */
  readonly parties: string | null;
  /** Where rejected records are written as CSV. Absolute. */
  readonly rejects: string | null;
}

/**
 * Reads list files and folders through and says what they hold. The outputs appear under their names once everything was read. Errors: `nothing` with
 * a sentence for each path that holds no list; `unwritable` with the output that cannot be written.
 */
export async function inspectLists(
  paths: readonly string[],
  options: InspectOptions,
): Promise<Result<Inspection, { readonly code: 'nothing' | 'unwritable'; readonly details: readonly string[] }>> {
  const outputs: Output[] = [];
  const open = (path: string | null) => {
    if (path === null) return null;
    const output = createOutput(path);
    outputs.push(output);
    return output;
  };
  try {
    const parties = open(options.parties);
    const rejects = open(options.rejects);
    await rejects?.write(rejectHead);
    const end = await readLists(paths, {
      onParties: (some) => parties?.write(some.map((party) => `${JSON.stringify(party)}\n`).join('')),
      onReject: (some) => rejects?.write(some.map((one) => rejectLine({ ...one, reason: rejectWords(one.reason) })).join('')),
    });
    if (end === 'cancelled') return err({ code: 'nothing', details: ['Reading was stopped.'] });
    const lists: InspectedList[] = [];
    const problems = end.problems.map(({ path, ...problem }) => problemSentence(path, problem));
    for (const { source, result } of end.sources) {
      const files = source.files.map(({ name }) => name);
      if (!result.ok) {
        problems.push(problemSentence(files.join(', '), result.error));
        continue;
      }
      const { sha256, rejected, notices } = result.value;
      for (const { list, published, parties: count, names, byType } of result.value.lists)
        lists.push({
          ...{ list, format: source.format, files, published, parties: count, names, byType, rejects: rejected },
          notices: notices.map(({ code, count: times, place }) => noticeWords(code, times, place)),
          sha256,
        });
    }
    if (lists.length === 0) return err({ code: 'nothing', details: problems });
    for (const output of outputs) await output.keep();
    return ok({ lists, problems });
  } catch (cause) {
    const failed = outputs.find(({ failure }) => failure() !== null);
    if (failed === undefined) throw cause;
    return err({ code: 'unwritable', details: [failed.path, whyUnwritten(failed.failure())] });
  } finally {
    for (const output of outputs) await output.drop();
  }
}

const problemSentence = (
  path: string,
  { reason, place, limit }: Pick<ReadProblem, 'place' | 'limit'> & { readonly reason: string },
): string => `${basename(path)}: ${problemWords(reason, place, limit)}`;

/** One list in two readings. */
export interface ComparedList {
  readonly list: string;
  readonly before: { readonly published: IsoDate | null; readonly parties: number; readonly sha256: string } | null;
  readonly after: { readonly published: IsoDate | null; readonly parties: number; readonly sha256: string } | null;
  readonly changes: readonly EntryChange[];
}

interface ReadSide {
  readonly lists: ReadonlyMap<string, { published: IsoDate | null; parties: number; sha256: string }>;
  readonly entries: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/**
 * Compares every list that stands in either of two files or folders, entry by entry. A list that only one side has gives no changes: it is another
 * list, not an empty one. Errors: sentences for a side that holds no list.
 */
export async function compareLists(older: string, newer: string): Promise<Result<readonly ComparedList[], readonly string[]>> {
  const before = await readSide(older);
  if (!before.ok) return before;
  const after = await readSide(newer);
  if (!after.ok) return after;
  const codes = [...new Set([...before.value.lists.keys(), ...after.value.lists.keys()])].sort();
  return ok(
    codes.map((list) => ({
      list,
      before: before.value.lists.get(list) ?? null,
      after: after.value.lists.get(list) ?? null,
      changes: changesBetween(before.value.entries.get(list), after.value.entries.get(list)),
    })),
  );
}

async function readSide(path: string): Promise<Result<ReadSide, readonly string[]>> {
  const entries = new Map<string, Map<string, string>>();
  const keep = (party: ListedParty) => {
    const ofList = entries.get(party.list) ?? new Map<string, string>();
    entries.set(party.list, ofList);
    // The first of two with one number is kept, as it is when a list is taken in.
    if (!ofList.has(party.id)) ofList.set(party.id, entryText(party));
  };
  const end = await readLists([path], { onParties: (parties) => parties.forEach(keep) });
  if (end === 'cancelled') return err(['Reading was stopped.']);
  const lists = new Map<string, { published: IsoDate | null; parties: number; sha256: string }>();
  const problems = end.problems.map(({ path: file, ...problem }) => problemSentence(file, problem));
  for (const { source, result } of end.sources) {
    if (result.ok)
      for (const { list, published, parties } of result.value.lists) lists.set(list, { published, parties, sha256: result.value.sha256 });
    else problems.push(problemSentence(source.files.map(({ name }) => name).join(', '), result.error));
  }
  return lists.size === 0 ? err(problems) : ok({ lists, entries });
}

/** Added, changed and removed, each in the order of the file it stands in. */
function changesBetween(
  before: ReadonlyMap<string, string> | undefined,
  after: ReadonlyMap<string, string> | undefined,
): readonly EntryChange[] {
  if (before === undefined || after === undefined) return [];
  const body = (text: string) => JSON.parse(text) as EntryBody;
  const changes: EntryChange[] = [];
  for (const [entryId, now] of after) {
    const was = before.get(entryId);
    if (was === undefined) changes.push(entryChange({ kind: 'added', entryId, before: null, after: body(now) }));
    else if (was !== now) changes.push(entryChange({ kind: 'changed', entryId, before: body(was), after: body(now) }));
  }
  for (const [entryId, was] of before)
    if (!after.has(entryId)) changes.push(entryChange({ kind: 'removed', entryId, before: body(was), after: null }));
  return changes;
}

interface Output {
  readonly path: string;
  readonly write: (text: string) => Promise<void>;
  /** Gives the file its name. */
  readonly keep: () => Promise<void>;
  /** Takes away what was not kept. */
  readonly drop: () => Promise<void>;
  readonly failure: () => Error | null;
}

/** Nothing where it cannot be opened: the stream then says why. */
function openedAt(path: string): { readonly fd: number } | undefined {
  try {
    return { fd: openSync(path, 'w') };
  } catch {
    return undefined;
  }
}

/** A file that takes its name only when it is whole. */
function createOutput(path: string): Output {
  const partial = asideOf(path);
  // Opened at once, so that an end in the middle finds it there to take away.
  const stream = createWriteStream(partial, openedAt(partial));
  let failure: Error | null = null;
  let kept = false;
  const guarded = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (cause) {
      // The first failure says what is wrong; what follows it only says that the file is closed.
      failure ??= cause instanceof Error ? cause : new Error(String(cause));
      throw cause;
    }
  };
  stream.on('error', (cause) => {
    failure ??= cause;
  });
  const end = async () => {
    stream.end();
    await finished(stream);
  };
  return {
    path,
    write: (text) =>
      guarded(
        new Promise((resolve, reject) =>
          stream.write(text, (cause) => (cause === null || cause === undefined ? resolve() : reject(cause))),
        ),
      ),
    async keep() {
      await guarded(end().then(() => rename(partial, path)));
      kept = true;
      settled(partial);
    },
    async drop() {
      if (kept) return;
      stream.destroy();
      await rm(partial, { force: true });
      settled(partial);
    },
    failure: () => failure,
  };
}
