import type { ReadProblem } from '../../../src-shared/formats/import-file.ts';
import type { ListFileProblem, ListReject, ListSource, ListSourceSummary } from '../../../src-shared/formats/list-file.ts';
import type { ListedParty } from '../../../src-shared/model/listed-party.ts';
import { err, type Result } from '../../../src-shared/model/result.ts';
import { createReaderThreads, type ReadLimits, readerEntry, runReaderThread } from '../importers/index.ts';
import { listLimits } from './read/frame/limits.ts';
import type { ReadChoices } from './read/frame/list-format.ts';
import type { FromListReader, ListTask } from './read/messages.ts';
import type { KnownSource, Recognised } from './read/recognise.ts';

export interface ListReadSteps {
  /** Parties in file order, some hundred at a time; awaited before the thread may run further ahead. */
  onParties(parties: readonly ListedParty[], source: ListSource): Promise<void> | void;
  onReject?(rejects: readonly ListReject[], source: ListSource): Promise<void> | void;
  /** Asked before a source is read; `false` leaves it out. */
  wants?(source: ListSource): boolean;
  readonly signal?: AbortSignal | undefined;
  /** What a person answered; nothing where it is not given. */
  readonly choices?: ReadChoices | undefined;
}

export interface ListReadEnd {
  readonly sources: readonly { readonly source: ListSource; readonly result: Result<ListSourceSummary, ReadProblem> }[];
  /** Files that were given and are no list, or cannot be opened. */
  readonly problems: readonly ListFileProblem[];
}

/**
 * Reads official list files, or folders of them, in a reader thread without key or socket: recognises them by content, joins files that belong together and
 * hands on canonical parties. A source that is refused half way is named with the reason; parties handed on before count only together with its summary. Never
 * throws for what a file holds.
 */
export async function readLists(
  paths: readonly string[],
  steps: ListReadSteps,
  limits: ReadLimits = listLimits,
  entry: URL = readerEntry(),
): Promise<ListReadEnd | 'cancelled'> {
  const found = await recogniseListFiles(paths, steps.signal, limits, entry);
  if (found === 'cancelled') return found;
  if (!found.ok) return { sources: [], problems: paths.map((path) => ({ path, ...found.error })) };
  const sources: { source: ListSource; result: Result<ListSourceSummary, ReadProblem> }[] = [];
  for (const known of found.value.sources) {
    if (steps.wants?.(known.source) === false) continue;
    const result = await readListSource(known, steps, limits, entry);
    if (result === 'cancelled') return result;
    sources.push({ source: known.source, result });
  }
  return { sources, problems: found.value.problems };
}

/** Tells which lists files and folders hold without reading them through. */
export async function recogniseListFiles(
  paths: readonly string[],
  signal?: AbortSignal,
  limits: ReadLimits = listLimits,
  entry: URL = readerEntry(),
): Promise<Result<Recognised, ReadProblem> | 'cancelled'> {
  const end = await run(createReaderThreads(entry, limits), { do: 'recogniseLists', paths, limits }, limits, () => undefined, signal);
  if (end === 'cancelled' || 'reason' in end) return end === 'cancelled' ? end : err(end);
  return end.say === 'recognised' ? end.result : err({ reason: 'damaged', place: null, limit: null });
}

/** Reads one source that was recognised before. */
export async function readListSource(
  known: KnownSource,
  steps: ListReadSteps,
  limits: ReadLimits = listLimits,
  entry: URL = readerEntry(),
): Promise<Result<ListSourceSummary, ReadProblem> | 'cancelled'> {
  const onBatch = async ({ batch }: BatchMessage) => {
    const parties = JSON.parse(batch.parties) as ListedParty[];
    if (parties.length > 0) await steps.onParties(parties, known.source);
    if (batch.rejects.length > 0) await steps.onReject?.(batch.rejects, known.source);
  };
  const end = await run(
    createReaderThreads(entry, limits),
    { do: 'readList', source: known, limits, choices: steps.choices ?? { dateOrder: null } },
    limits,
    onBatch,
    steps.signal,
  );
  if (end === 'cancelled' || 'reason' in end) return end === 'cancelled' ? end : err(end);
  return end.say === 'listRead' ? end.result : err({ reason: 'damaged', place: null, limit: null });
}

type BatchMessage = Extract<FromListReader, { say: 'batch' }>;
const run = runReaderThread<ListTask, BatchMessage, Exclude<FromListReader, BatchMessage>>;
