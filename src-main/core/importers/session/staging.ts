import type { AppError } from '../../../../src-shared/contract/kernel.ts';
import { err, ok, type Result } from '../../../../src-shared/model/result.ts';
import type { ImportContext } from '../context.ts';
import { fileRefused } from '../context.ts';
import { type RowBatch, rowsOf } from '../read/batch.ts';
import type { ReadRequest, ReadSummary } from '../read/reading.ts';
import { sampledRows } from './layout.ts';
import { stageBatch } from './rows.ts';
import type { SessionState } from './state.ts';
import { saveFindings } from './store.ts';

/** Rows that are staged at most: registers of records, not logs. */
export const stagedRowLimit = 200_000;

/** Reads the first rows of the chosen table. */
export async function readSample(
  context: ImportContext,
  path: string,
  state: SessionState,
  limit = sampledRows,
): Promise<Result<{ summary: ReadSummary; batches: readonly RowBatch[] }, AppError>> {
  const batches: RowBatch[] = [];
  const end = await context.reader.read(path, state.sniffed, requestFor(state, limit), (batch) => {
    batches.push(batch);
  });
  if (end === 'cancelled') return err({ code: 'cancelled' });
  return end.ok ? ok({ summary: end.value, batches }) : err(fileRefused(end.error));
}

/** Rows of batches, unpacked. */
export const rowsOfBatches = (batches: readonly RowBatch[]) => batches.flatMap((batch) => [...rowsOf(batch)]);

function requestFor(state: SessionState, maxRows: number | null): ReadRequest {
  const { sheet, encoding, delimiter } = state.table;
  return { sheet: sheet === '' ? null : sheet, encoding, delimiter, maxRows, batchRows: 200 };
}

/** Stages the whole table in a job; the session says so until it is done. */
export function startStaging(context: ImportContext, sessionId: string, path: string, state: SessionState): void {
  const { deps, jobs } = context;
  const jobId = deps.jobs.start({ kind: 'imports.stage', touches: ['imports'] }, async (job) => {
    try {
      let rows = 0;
      let tooMany = false;
      const stop = new AbortController();
      const signal = AbortSignal.any([job.signal, stop.signal]);
      const estimate = state.sniffed.sniff.sheets.find((sheet) => sheet.name === state.table.sheet)?.rowEstimate ?? null;
      const end = await context.reader.read(
        path,
        state.sniffed,
        requestFor(state, null),
        async (batch) => {
          rows += batch.rows.length;
          tooMany = rows > stagedRowLimit;
          if (tooMany) stop.abort();
          else {
            await deps.session().idle();
            stageBatch(deps.session(), sessionId, batch);
          }
          job.progress(rows, estimate);
          await job.pause();
        },
        signal,
      );
      if (tooMany) return err({ code: 'file.refused', reason: 'limitRows', place: state.table.sheet, limit: stagedRowLimit });
      if (end === 'cancelled') return err({ code: 'cancelled' });
      if (!end.ok) return err(fileRefused(end.error));
      await deps.session().idle();
      saveFindings(deps.session(), sessionId, { staged: { rows: end.value.rows, complete: true, notices: [...end.value.notices] } });
      return ok(null);
    } finally {
      jobs.delete(sessionId);
    }
  });
  jobs.set(sessionId, { jobId, kind: 'stage' });
}
