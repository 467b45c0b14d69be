import type { ReadProblem } from '../../../../src-shared/formats/import-file.ts';
import { err, ok, type Result } from '../../../../src-shared/model/result.ts';
import { createBatchBuilder, type RowBatch } from './batch.ts';
import { readDelimited } from './delimited.ts';
import type { ReadLimits } from './limits.ts';
import { createNotices } from './notices.ts';
import type { ReadRequest, ReadSummary } from './reading.ts';
import { asProblem, Refusal } from './refuse.ts';
import { type Sniffed, sniffFile } from './sniff.ts';
import { readWholeFile, wholeFileFormats } from './whole-file.ts';
import { readXlsx } from './xlsx.ts';

/** Tells what a file is. Runs inside the reader thread; never throws. */
export async function sniff(path: string, limits: ReadLimits): Promise<Result<Sniffed, ReadProblem>> {
  try {
    return ok(await sniffFile(path, limits));
  } catch (cause) {
    return err(asProblem(cause));
  }
}

/**
 * Reads the rows of one table of a file that was sniffed before, in batches. `emit` is awaited, so a slow taker slows the reader. Runs inside
 * the reader thread; never throws. A file that changed since it was sniffed reads as damaged or as other rows, never as another type.
 */
export async function read(
  path: string,
  sniffed: Sniffed,
  request: ReadRequest,
  limits: ReadLimits,
  emit: (batch: RowBatch) => Promise<void>,
): Promise<Result<ReadSummary, ReadProblem>> {
  const notices = createNotices();
  const { format, encoding, delimiter } = sniffed.sniff;
  try {
    const context = { path, request, limits, notices, emit, builder: createBatchBuilder() };
    let outcome: { rows: number; complete: boolean };
    if (format === 'xlsx' || format === 'xlsm') outcome = await readXlsx(context);
    else if (wholeFileFormats.has(format)) outcome = await readWholeFile(context, format);
    else if (format === 'csv' || format === 'tsv') {
      outcome = await readDelimited(
        context,
        request.encoding ?? encoding ?? 'utf-8',
        request.delimiter ?? delimiter ?? ',',
        sniffed.skipDirective,
      );
    } else throw new Refusal('notATable');
    return ok({ ...outcome, notices: notices.list() });
  } catch (cause) {
    return err(asProblem(cause, request.sheet));
  }
}
