import { pathToFileURL } from 'node:url';
import type { ImportSession } from '../../../src-shared/contract/imports.ts';
import type { AppError } from '../../../src-shared/contract/kernel.ts';
import type { ReadProblem } from '../../../src-shared/formats/import-file.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { createSlicer, createTurns } from '../jobs/index.ts';
import { readLimits } from './read/limits.ts';
import { createFileReader, type FileReader } from './reader-thread.ts';
import type { Pause } from './session/slices.ts';
import { loadSession, type StoredSession } from './session/store.ts';
import { sessionView } from './session/view.ts';
import type { ImportTarget } from './target.ts';

/** What the handlers of the import frame share. */
export interface ImportContext {
  readonly deps: FeatureDeps;
  readonly targets: readonly ImportTarget[];
  readonly reader: FileReader;
  /** Files of sessions begun since the workspace was opened; a handle does not outlive its window. */
  readonly paths: Map<string, string>;
  /** Work under way, by session. */
  readonly jobs: Map<string, NonNullable<ImportSession['job']>>;
  workspace(): OpenWorkspace;
  target(id: string, variant: string): Result<ImportTarget, AppError>;
  /** A session with its target. Errors: `record.notFound`, `record.stale`. */
  open(id: string, revision?: number): Result<{ readonly session: StoredSession; readonly target: ImportTarget }, AppError>;
  view(session: StoredSession, target: ImportTarget): ImportSession;
  /** A pause for one run of sliced work; it also waits for a long command of another feature, since staging cannot be written meanwhile. */
  pause(from?: Pause): Pause;
  /** Runs changes to one session one after the other. */
  readonly inTurn: <T>(sessionId: string, work: () => Promise<T>) => Promise<T>;
}

export function createImportContext(deps: FeatureDeps, targets: readonly ImportTarget[]): ImportContext {
  const jobs = new Map<string, NonNullable<ImportSession['job']>>();
  const target: ImportContext['target'] = (id, variant) => {
    const found = targets.find((one) => one.id === id);
    if (found === undefined || !found.variants.includes(variant))
      return err({ code: 'request.invalid', issues: [`${id} ${variant}: nothing that can be imported`] });
    return ok(found);
  };
  return {
    deps,
    targets,
    reader: createFileReader(readLimits, pathToFileURL(deps.ports.paths.worker('reader'))),
    paths: new Map(),
    jobs,
    workspace: () => deps.session(),
    target,
    open(id, revision) {
      const session = loadSession(deps.session(), id, revision);
      if (!session.ok) return session;
      const found = target(session.value.target, session.value.variant);
      return found.ok ? ok({ session: session.value, target: found.value }) : found;
    },
    view: (session, its) => sessionView(deps.session(), session, its.schema(session.variant), jobs.get(session.id) ?? null),
    pause(from) {
      const slicer = createSlicer();
      return async () => {
        await (from ?? slicer.pause)();
        await deps.session().idle();
      };
    },
    inTurn: createTurns(),
  };
}

/** A refusal of the reader as the error screens know. */
export function fileRefused(problem: ReadProblem): AppError {
  return { code: 'file.refused', reason: problem.reason, place: problem.place, limit: problem.limit };
}
