import type { ReadProblem } from '../../../../src-shared/formats/import-file.ts';
import type { ListSourceSummary } from '../../../../src-shared/formats/list-file.ts';
import { err, ok, type Result } from '../../../../src-shared/model/result.ts';
import type { ReadLimits } from '../../importers/read/limits.ts';
import { asProblem, Refusal } from '../../importers/read/refuse.ts';
import { listFormats } from './formats.ts';
import type { ReadChoices } from './frame/list-format.ts';
import { createOutput, type PartyBatch } from './frame/output.ts';
import type { FromListReader, ListTask } from './messages.ts';
import { type KnownSource, recogniseLists } from './recognise.ts';

/** Does one task of list reading inside the reader thread. `send` waits until the other side can take more. Never throws for what a file holds. */
export async function runListTask(task: ListTask, send: (message: FromListReader) => Promise<void>): Promise<void> {
  switch (task.do) {
    case 'recogniseLists':
      await send({ say: 'recognised', result: await caught(() => recogniseLists(task.paths, task.limits)) });
      return;
    case 'readList':
      await send({
        say: 'listRead',
        result: await caught(() => readSource(task.source, task.limits, (batch) => send({ say: 'batch', batch }), task.choices)),
      });
  }
}

/** Reads one source from end to end. Throws a `Refusal`. */
export async function readSource(
  { source, files }: KnownSource,
  limits: ReadLimits,
  send: (batch: PartyBatch) => Promise<void>,
  choices: ReadChoices = { dateOrder: null },
): Promise<ListSourceSummary> {
  const format = listFormats.find(({ id }) => id === source.format);
  if (format === undefined) throw new Refusal('unknownType');
  const out = createOutput(files, send);
  await format.read(files, out, limits, choices);
  await out.finish();
  return out.summary(source);
}

async function caught<Value>(work: () => Promise<Value>): Promise<Result<Value, ReadProblem>> {
  try {
    return ok(await work());
  } catch (cause) {
    return err(asProblem(cause));
  }
}
