import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AppError } from '../../../src-shared/contract/kernel.ts';
import type { OpenedLists } from '../../../src-shared/contract/lists.ts';
import type { ListFileProblem, ListReject, ListSource } from '../../../src-shared/formats/list-file.ts';
import { IsoDate } from '../../../src-shared/model/dates.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import type { FeatureDeps } from '../feature.ts';
import type { JobContext } from '../jobs/index.ts';
import { listLimits } from './read/frame/limits.ts';
import { readListSource, recogniseListFiles } from './read-lists.ts';
import { countDifferences } from './store/diff.ts';
import { createStage, type StagedVersion } from './store/stage.ts';
import { currentVersions, dayOf, versionsOf } from './store/versions.ts';
import { formatName, listTitle, noticeWords, problemWords, rejectWords } from './views.ts';

/** A version that was read and waits to be kept. */
export interface WaitingVersion extends StagedVersion {
  readonly format: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly published: IsoDate | null;
}

export interface Opened {
  readonly view: OpenedLists;
  readonly versions: readonly WaitingVersion[];
  /** What was opened, to read it anew with an answer. */
  readonly paths: readonly string[];
}

const shownRejects = 50;
const shownNotices = 50;

/**
 * Reads files and folders in the reader thread and stages what they hold. Nothing is named as a version yet, so a cancel, a lock or a crash leaves
 * only rows that the next opening sweeps away.
 */
export async function openLists(
  deps: FeatureDeps,
  token: string,
  paths: readonly string[],
  job: JobContext,
  dateOrder: OpenedLists['dateOrder'] = null,
): Promise<Result<Opened, AppError>> {
  const entry = pathToFileURL(deps.ports.paths.worker('reader'));
  const found = await recogniseListFiles(paths, job.signal, listLimits, entry);
  if (found === 'cancelled') return err({ code: 'cancelled' });
  if (!found.ok) return err({ code: 'file.refused', ...found.error });

  const stage = createStage(() => deps.ports.ids.next());
  const versions: WaitingVersion[] = [];
  const files: OpenedLists['files'] = found.value.problems.map((problem) => fileProblem(problem));
  const rejects: ListReject[] = [];
  const notices: string[] = [];
  const dateQuestions: OpenedLists['dateQuestions'] = [];
  let done = 0;
  for (const known of found.value.sources) {
    const { source } = known;
    const kept: ListReject[] = [];
    const read = await readListSource(
      known,
      {
        signal: job.signal,
        choices: { dateOrder },
        async onParties(parties) {
          await stage.keep(
            () => deps.session(),
            source.index,
            parties,
            () => job.pause(),
          );
          done += parties.length;
          job.progress(done, null);
        },
        onReject: (some) => void kept.push(...some),
      },
      listLimits,
      entry,
    );
    if (read === 'cancelled') return err({ code: 'cancelled' });
    files.push(fileOf(source, read.ok ? null : problemWords(read.error.reason, read.error.place, read.error.limit)));
    if (!read.ok) continue;
    const summary = read.value;
    const here = summary.lists.map((one) => ({ one, version: stage.versionOf(source.index, one.list) }));
    const first = here[0]?.version;
    if (first !== undefined) {
      stage.keepRejects(deps.session(), first, kept);
      stage.keepNotices(deps.session(), first, summary.notices);
    }
    rejects.push(...kept);
    dateQuestions.push(...summary.notices.filter(({ code }) => code === 'ambiguousDates').map(({ count, place }) => ({ place, count })));
    notices.push(...summary.notices.map(({ code, count, place }) => noticeWords(code, count, place)));
    for (const { one, version } of here)
      versions.push({
        ...version,
        format: source.format,
        fileName: nameOf(source),
        sha256: summary.sha256,
        published: one.published,
      });
  }

  const workspace = deps.session();
  const current = currentVersions(workspace);
  const all = versionsOf(workspace);
  const view: OpenedLists = {
    token,
    files: files.slice(0, 200),
    lists: versions.slice(0, 60).map((version) => {
      const before = current.get(version.list);
      const day = dayOf({ published: version.published, importedAt: deps.ports.clock.now() });
      const same = all.some(({ list, sha256 }) => list === version.list && sha256 === version.sha256);
      return {
        id: version.id,
        code: version.list,
        title: listTitle(version.list),
        fileName: version.fileName,
        published: version.published,
        suggestedDay: version.published === null ? dayInName(version.fileName) : null,
        ...{ parties: version.parties, names: version.names, rejects: version.rejects },
        change: before === undefined ? null : { ...countDifferences(workspace, before.id, version.id), same, older: day < dayOf(before) },
      };
    }),
    rejects: rejects.slice(0, shownRejects).map(({ file, line, reason, text: raw }) => ({
      file: file.slice(0, 300),
      line,
      reason: rejectWords(reason),
      text: raw.slice(0, 400),
    })),
    rejectCount: rejects.length,
    notices: notices.slice(0, shownNotices).map((notice) => notice.slice(0, 400)),
    dateQuestions: dateQuestions.slice(0, 20),
    dateOrder,
  };
  return ok({ view, versions, paths });
}

const nameOf = ({ files }: ListSource): string =>
  files
    .map(({ name }) => name)
    .join(', ')
    .slice(0, 300);

const fileOf = (source: ListSource, problem: string | null): OpenedLists['files'][number] => ({
  fileName: nameOf(source),
  format: formatName(source.format),
  problem,
});

const fileProblem = ({ path, reason, place, limit }: ListFileProblem): OpenedLists['files'][number] => ({
  fileName: basename(path).slice(0, 300),
  format: null,
  problem: problemWords(reason, place, limit),
});

/** The day in a file's name (`sdn-2026-07-31.csv`, `ConList 20180413.csv`), where it is one and only one. */
function dayInName(name: string): IsoDate | null {
  const days = [...name.matchAll(/(?<!\d)(20\d\d)([-_. ]?)(\d\d)\2(\d\d)(?!\d)/g)].flatMap(([, year, , month, day]) => {
    const read = IsoDate.safeParse(`${year}-${month}-${day}`);
    return read.success ? [read.data] : [];
  });
  return new Set(days).size === 1 ? (days[0] ?? null) : null;
}
