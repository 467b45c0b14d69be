import type { ResultFilter } from '../../../src-shared/contract/classification.ts';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import type { ExportRecord } from '../../../src-shared/contract/reports.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { ClassificationMemo } from '../../../src-shared/model/report.ts';
import { ok } from '../../../src-shared/model/result.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import type { ChipRates, JudgingFor } from '../classification/index.ts';
import { listResults } from '../classification/index.ts';
import { writeCsv, writeXlsx } from '../exports/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { safeFileName } from '../files/index.ts';
import type { JobContext } from '../jobs/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { buildMemo } from './build-memo.ts';
import { askWhere, type ExportTarget, saveExportFile } from './export-file.ts';
import { reportNumber } from './export-register.ts';
import { gatherMemo, withStaleWarning } from './gather.ts';
import { redactMemo } from './redact-memo.ts';
import { type Withholding, withholdingFor } from './withholding.ts';
import { createWorkbook, type Workbook } from './workbook.ts';

export interface WorkbookRequest {
  readonly filter: ResultFilter;
  /** Name of the profile. */
  readonly redaction: string;
  readonly format: 'xlsx' | 'csv' | 'json';
}

const PAGE = 500;

interface Gathering {
  readonly workbook: Workbook;
  readonly memos: ClassificationMemo[];
  readonly on: IsoDate;
  readonly by: string;
  readonly held: Withholding;
}

/**
 * Exports every result that a filter finds: a workbook, its results as CSV, or the whole as data.
 *
 * Thousands of assets take minutes, so the reading is a job `reports.workbook` that counts assets and can be cancelled;
 * a cancelled export writes no file and records nothing.
 */
export async function exportWorkbook(
  deps: FeatureDeps,
  judgingFor: JudgingFor,
  rates: ChipRates,
  text: Text,
  request: WorkbookRequest,
): Promise<Reply<ExportRecord>> {
  const { on } = judgingFor(deps.session());
  const suggested = `${safeFileName(text.dynamic('report.file.workbook', { day: on }), 'workbook')}.${request.format}`;
  const known = withholdingFor(deps.session(), request.redaction, text);
  if (!known.ok) return known;
  const target = await askWhere(deps, 'exportTarget', suggested, [
    { nameKey: `report.fileType.${request.format}`, extensions: [request.format] },
  ]);
  if (!target.ok) return target;

  return deps.jobs.run({ kind: 'reports.workbook', touches: [] }, async (job) => {
    const gathered = await gatherAll(deps, judgingFor, rates, text, request, job);
    return gathered.ok ? save(deps, text, request, target.value, gathered.value, job) : gathered;
  });
}

/** Writes the file and records it; nothing of both after a cancel. */
async function save(
  deps: FeatureDeps,
  text: Text,
  request: WorkbookRequest,
  target: ExportTarget,
  gathering: Gathering,
  job: JobContext,
): Promise<Reply<ExportRecord>> {
  const { workbook, by } = gathering;
  const bytes = await written(gathering, request, text);
  await job.pause();
  const contentHash = workbook.contentHash();
  const workspace = deps.session();
  return saveExportFile(
    deps,
    'reports.workbook',
    {
      number: reportNumber(workspace, 'workbook', gathering.on, { assetId: null, contentHash }),
      what: 'workbook',
      format: request.format,
      subject: text.dynamic('report.workbook.subject', {
        count: gathering.memos.length,
        day: formatDay(gathering.on, text.locale),
      }),
      assetId: null,
      redaction: gathering.held.redaction.profile,
      on: gathering.on,
      at: deps.ports.clock.now(),
      by,
      contentHash,
    },
    target,
    bytes,
  );
}

async function gatherAll(
  deps: FeatureDeps,
  judgingFor: JudgingFor,
  rates: ChipRates,
  text: Text,
  request: WorkbookRequest,
  job: JobContext,
): Promise<Reply<Gathering>> {
  const start = deps.session();
  const { on, packsKey, lastRuleChange, today } = judgingFor(start);
  const by = readWorkspaceSettings(start.db).person.name || text.dynamic('report.noPerson');
  const found = withholdingFor(start, request.redaction, text);
  if (!found.ok) return found;
  const held = found.value;
  const { redaction, hide: hider } = held;
  const workbook = createWorkbook({ workspace: { name: start.name, kind: start.kind }, on, redaction, by: hider.person(by) }, text);
  const memos: ClassificationMemo[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const { rows, total } = listResults(deps, { packsKey, lastRuleChange, today }, { filter: request.filter, offset, limit: PAGE });
    for (const [place, row] of rows.entries()) {
      job.progress(offset + place, total);
      await job.pause();
      const judging = judgingFor(deps.session());
      const at = deps.ports.clock.now();
      const subject = { assetId: row.assetId, remarks: false, attorneyAdvice: false, brief: true };
      const gathered = gatherMemo(deps.session(), subject, { judging, rates, at, by });
      // Archived while we read: it is no longer part of what was asked for.
      if (!gathered.ok) continue;
      const { input, stale, completeness } = gathered.value;
      const finding = stale ? withStaleWarning(input.finding, text.dynamic('report.warning.findingStale')) : input.finding;
      const memo = redactMemo(buildMemo({ ...input, finding, prepared: { number: '', at, by } }, text), redaction, hider);
      workbook.add(memo, completeness);
      memos.push(memo);
    }
    if (offset + PAGE >= total) {
      job.progress(total, total);
      return ok({ workbook, memos, on, by, held });
    }
  }
}

async function written({ workbook, memos, on, held }: Gathering, { format }: WorkbookRequest, text: Text): Promise<Uint8Array> {
  const sheets = workbook.sheets();
  switch (format) {
    case 'xlsx':
      return writeXlsx(sheets);
    case 'csv': {
      const results = sheets.find(({ name }) => name === text.dynamic('report.sheet.results'));
      return Buffer.from(writeCsv(held.alone(results ?? { columns: [], rows: [] })), 'utf8');
    }
    case 'json': {
      const assets = memos.map(({ prepared: _prepared, ...content }) => JSON.stringify(content));
      const head = JSON.stringify({ format: 'gatehouse.workbook/1', on, redaction: held.redaction, contentHash: workbook.contentHash() });
      return Buffer.from(`${head.slice(0, -1)},"assets":[\n${assets.join(',\n')}\n]}\n`, 'utf8');
    }
  }
}
