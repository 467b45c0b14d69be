import type { IsoInstant } from '../../../src-shared/model/dates.ts';
import type { ClassificationMemo } from '../../../src-shared/model/report.ts';
import type { Block } from '../../../src-shared/model/report-page.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import type { ChipRates, JudgingFor } from '../classification/index.ts';
import { listResults } from '../classification/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { findAsset } from '../inventory/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { buildMemo } from './build-memo.ts';
import { paragraph, reportFrame } from './frame.ts';
import { gatherMemo, withStaleWarning } from './gather.ts';
import { memoPage, usualParts } from './memo-page.ts';
import { redactMemo } from './redact-memo.ts';
import type { ReportSource } from './source.ts';
import { createWorkbook } from './workbook.ts';

/** Memos that one document holds; more are printed in parts, by asset. */
const mostMemos = 200;

/** The memo of every asset in one document, controlled ones first. */
export function memoCollectionSource(deps: FeatureDeps, judgingFor: JudgingFor, rates: ChipRates, text: Text): ReportSource {
  const say = text.dynamic;
  return {
    kind: 'classification-memos',
    hasRecord: (workspace, id) => findAsset(workspace, id) !== undefined,
    drawsOn: ['classification.', 'inventory.', 'imports.', 'rulepacks.', 'settings.', 'evidence.', 'notes.'],
    async build(request) {
      const { workspace, recordId, redaction, pause, hide } = request;
      const judging = judgingFor(workspace);
      const by = readWorkspaceSettings(workspace.db).person.name || say('report.noPerson');
      const at: IsoInstant = deps.ports.clock.now();
      const filter = recordId === null ? {} : { ids: [recordId as never] };
      const { packsKey, lastRuleChange, today } = judging;
      const { rows, total } = listResults(deps, { packsKey, lastRuleChange, today }, { filter, offset: 0, limit: mostMemos });
      const workbook = createWorkbook(
        { workspace: { name: workspace.name, kind: workspace.kind }, on: judging.on, redaction, by: hide.person(by) },
        text,
      );
      const memos: ClassificationMemo[] = [];
      const blocks: Block[] = [];
      for (const { assetId } of rows) {
        await pause();
        const gathered = gatherMemo(workspace, { assetId, remarks: true, attorneyAdvice: false }, { judging, rates, at, by });
        if (!gathered.ok) continue;
        const { input, stale, completeness } = gathered.value;
        const finding = stale ? withStaleWarning(input.finding, say('report.warning.findingStale')) : input.finding;
        const memo = redactMemo(buildMemo({ ...input, finding, prepared: { number: '', at, by } }, text), redaction, hide);
        memos.push(memo);
        workbook.add(memo, completeness);
        blocks.push({ kind: 'pageBreak' }, ...memoPage(memo, usualParts, text).blocks);
      }
      const title = say('report.kind.classification-memos');
      const page = reportFrame(
        request,
        {
          title,
          under: say('report.memos.under', { count: memos.length }),
          lead: [
            ...(total > rows.length ? [paragraph(say('report.memos.more', { count: total - rows.length }))] : []),
            { kind: 'contents', title: say('report.contents') },
          ],
          sections: [],
          tail: blocks,
        },
        text,
      );
      return {
        title,
        page,
        sheets: workbook.sheets(),
        data: { on: request.on, redaction, memos: memos.map(({ prepared: _prepared, ...memo }) => memo) },
      };
    },
  };
}
