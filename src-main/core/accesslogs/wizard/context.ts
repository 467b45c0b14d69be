import { pathToFileURL } from 'node:url';
import type { AccountChoice, LogAccount, LogSession } from '../../../../src-shared/contract/access-logs.ts';
import type { Reply } from '../../../../src-shared/contract/kernel.ts';
import { LogField, type LogReading } from '../../../../src-shared/formats/access-log.ts';
import type { ReadProblem } from '../../../../src-shared/formats/import-file.ts';
import { err } from '../../../../src-shared/model/result.ts';
import type { OpenWorkspace } from '../../db/index.ts';
import type { FeatureDeps } from '../../feature.ts';
import { createSlicer, createTurns } from '../../jobs/index.ts';
import { createLogReader, type LogReader } from '../log-reader.ts';
import { proposeReading } from '../read/propose/propose.ts';
import type { LogImportTools } from '../store/import-file.ts';
import type { Pause } from '../store/keys.ts';
import type { AddressSource } from '../store/relocate.ts';
import type { KeptPreview, WizardState } from './state.ts';
import { type CheckAfter, type OpenSession, previewOf, saveState, type WizardSession } from './store.ts';
import { sessionView } from './view.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What other rooms know and do for an import. */
export interface WizardJoins {
  networks(workspace: OpenWorkspace): AddressSource;
  /** Assets that logs can be about, by name. */
  assets(workspace: OpenWorkspace): readonly Named[];
  /** The asset each name in a log stands for, by position. */
  assetsBehind(workspace: OpenWorkspace, resources: readonly string[]): readonly (Named | null)[];
  /** Lets assets answer to names that logs use. One command. */
  nameAssets(workspace: OpenWorkspace, names: readonly { readonly assetId: string; readonly resource: string }[]): Reply<unknown>;
  /** Names of people by id. */
  namesOf(workspace: OpenWorkspace, ids: readonly string[]): ReadonlyMap<string, string>;
  /** What is known of accounts, in the order given; at most 500 a call. */
  accountsOf(
    workspace: OpenWorkspace,
    accounts: readonly string[],
    system: string | null,
  ): readonly Pick<LogAccount, 'account' | 'known'>[];
  /** Whose accounts may be, by position, surest first; goes through all names, so at most a page a call. */
  suggestionsFor(workspace: OpenWorkspace, accounts: readonly string[]): readonly LogAccount['suggestions'][];
  /** Ties accounts to people. One command. */
  settleAccounts(
    workspace: OpenWorkspace,
    answers: readonly ({ readonly account: string; readonly system: string } & Exclude<AccountChoice, { to: 'later' }>)[],
  ): Reply<unknown>;
  /** Judges what counts now. */
  startAudit(): void;
}

/** What the handlers of the wizard share. */
export interface WizardContext {
  readonly deps: FeatureDeps;
  readonly joins: WizardJoins;
  readonly reader: LogReader;
  /** Files of drafts since the workspace was opened; a handle does not outlive its window. */
  readonly paths: Map<string, string>;
  /** Work under way, by draft. */
  readonly jobs: Map<string, NonNullable<LogSession['job']>>;
  workspace(): OpenWorkspace;
  now(): string;
  view(session: WizardSession): LogSession;
  /** Saves a changed reading with what its first rows become. */
  saveReading(session: OpenSession, state: WizardState, reading: LogReading, check: CheckAfter): OpenSession;
  /** Runs changes to one draft one after the other. */
  readonly inTurn: <T>(sessionId: string, work: () => Promise<T>) => Promise<T>;
  tools(job: { readonly pause: Pause; readonly signal?: AbortSignal; progress(done: number, total: number): void }): LogImportTools;
  pause(): Pause;
}

export function createWizardContext(deps: FeatureDeps, joins: WizardJoins): WizardContext {
  const { clock, ids, paths: places } = deps.ports;
  const paths = new Map<string, string>();
  const jobs = new Map<string, NonNullable<LogSession['job']>>();
  const reader = createLogReader(undefined, pathToFileURL(places.worker('reader')));
  return {
    deps,
    joins,
    reader,
    paths,
    jobs,
    workspace: () => deps.session(),
    now: () => clock.now(),
    view: (session) => sessionView(deps.session(), session, { fileAtHand: paths.has(session.id), job: jobs.get(session.id) ?? null }),
    saveReading(session, state, reading, check) {
      const workspace = deps.session();
      const seen = understood(reading, previewOf(workspace, session.id), clock.now());
      return saveState(workspace, session, { ...state, reading, ...seen }, clock.now(), check);
    },
    inTurn: createTurns(),
    tools: (job) => ({
      reader,
      networks: () => joins.networks(deps.session()),
      now: () => clock.now(),
      newId: () => ids.next(),
      ...job,
    }),
    pause: () => {
      const slicer = createSlicer();
      return () => slicer.pause();
    },
  };
}

/** What the first rows become with a reading. */
export function understood(reading: LogReading, { rows, more }: KeptPreview, now: string): Pick<WizardState, 'fields' | 'questions'> {
  const { file, table, titles, preset, answers } = reading;
  // A rule without sources tells the reader that a field is not to be looked for.
  const none = Object.fromEntries(LogField.options.map((field) => [field, { from: [] }]));
  const mapping = { ...none, ...reading.mapping };
  const { fields, questions } = proposeReading({ file, table, titles, rows, complete: !more }, Date.parse(now), {
    preset,
    answers,
    mapping,
  });
  return { fields: [...fields], questions: [...questions] };
}

/** A refusal of the reader as error screens know it. */
export const refused = (problem: ReadProblem): Reply<never> =>
  err({ code: 'file.refused', reason: problem.reason, place: problem.place, limit: problem.limit });
