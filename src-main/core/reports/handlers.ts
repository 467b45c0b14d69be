import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { ExportRecord, MemoNotice, MemoOptions, reportMethods } from '../../../src-shared/contract/reports.ts';
import type { IsoInstant } from '../../../src-shared/model/dates.ts';
import { leavesOut } from '../../../src-shared/model/redaction.ts';
import type { ClassificationMemo } from '../../../src-shared/model/report.ts';
import type { ReportPage } from '../../../src-shared/model/report-page.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { english } from '../../../src-shared/text/en/index.ts';
import { createText, type Text } from '../../../src-shared/text/format.ts';
import type { ChipRates, JudgingFor } from '../classification/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { safeFileName } from '../files/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { createBinderHandlers } from './binder.ts';
import type { RecordNames } from './binder-contents.ts';
import { createBrandHandlers } from './brand.ts';
import { buildMemo } from './build-memo.ts';
import { askWhere, type ExportDraft, recordPrint, saveExportFile } from './export-file.ts';
import { listExports, reportNumber } from './export-register.ts';
import { gatherMemo, withStaleWarning } from './gather.ts';
import { hiderFor } from './hide-people.ts';
import { createKindHandlers, createReportBuilder } from './kinds.ts';
import { memoPage } from './memo-page.ts';
import { createPrinting } from './printing.ts';
import { redactMemo } from './redact-memo.ts';
import { createRedactionHandlers, redactionNamed } from './redaction-profiles.ts';
import type { ReportSource } from './source.ts';
import { exportWorkbook } from './workbook-export.ts';

type Handlers = HandlersFor<typeof reportMethods>;

interface MemoRequest {
  readonly assetId: string;
  readonly versionId?: string | undefined;
  readonly options: MemoOptions;
}

interface Drawn {
  readonly memo: ClassificationMemo;
  readonly page: ReportPage;
  readonly stale: boolean;
}

/** Words of every report, in the product's language. */
export function reportText(): Text {
  return createText<Record<string, string>>('en', english);
}

/** Answers the report methods. Every export asks where to, writes, and records what left the program by whom with its hash. */
export function createReportHandlers(
  deps: FeatureDeps,
  judgingFor: JudgingFor,
  rates: ChipRates,
  sources: readonly ReportSource[],
  nameOf: RecordNames,
): Handlers {
  const text = reportText();
  const printing = createPrinting(deps);
  const builder = createReportBuilder(deps, judgingFor, sources, text);

  const draw = ({ assetId, versionId, options }: MemoRequest): Reply<Drawn> => {
    const workspace = deps.session();
    const by = readWorkspaceSettings(workspace.db).person.name || text.dynamic('report.noPerson');
    const at: IsoInstant = deps.ports.clock.now();
    const named = redactionNamed(workspace, options.redaction);
    if (!named.ok) return named;
    const redaction = named.value;
    const { remarks } = options.parts;
    const attorneyAdvice = options.parts.attorneyAdvice && !leavesOut(redaction, 'legalAdvice');
    const gathered = gatherMemo(
      workspace,
      { assetId, versionId, remarks, attorneyAdvice },
      { judging: judgingFor(workspace), rates, at, by },
    );
    if (!gathered.ok) return gathered;
    const { input, stale } = gathered.value;
    const finding = stale ? withStaleWarning(input.finding, text.dynamic('report.warning.findingStale')) : input.finding;
    const unnumbered = redactMemo(
      buildMemo({ ...input, finding, prepared: { number: '', at, by } }, text),
      redaction,
      hiderFor(workspace, redaction),
    );
    const number = reportNumber(workspace, 'memo', unnumbered.on, { assetId, contentHash: unnumbered.contentHash });
    // The number is no part of the content, so the hash above stays right.
    const memo: ClassificationMemo = { ...unnumbered, prepared: { ...unnumbered.prepared, number } };
    return ok({ memo, page: memoPage(memo, options.parts, text), stale });
  };

  const draft = ({ memo }: Drawn, format: ExportDraft['format']): ExportDraft => ({
    number: memo.prepared.number,
    what: 'memo',
    format,
    subject: [memo.asset.name, memo.asset.version].filter((part) => part !== undefined).join(' '),
    assetId: memo.asset.id as ExportRecord['assetId'],
    redaction: memo.redaction.profile,
    on: memo.on,
    at: memo.prepared.at,
    by: readWorkspaceSettings(deps.session().db).person.name || text.dynamic('report.noPerson'),
    contentHash: memo.contentHash,
  });

  const fileName = ({ memo }: Drawn, extension: string) =>
    `${safeFileName(text.dynamic('report.file.memo', { number: memo.prepared.number, asset: memo.asset.name }), 'memo')}.${extension}`;

  return {
    'reports.memoPreview': (request) => {
      const drawn = draw(request);
      if (!drawn.ok) return drawn;
      const { memo, page, stale } = drawn.value;
      const { id, kind, name, version } = memo.asset;
      return ok({
        number: memo.prepared.number,
        contentHash: memo.contentHash,
        asset: { id: id as NonNullable<ExportRecord['assetId']>, kind, name, version: version ?? null },
        page,
        notices: noticesOf(memo, stale),
      });
    },

    'reports.memoPrint': async ({ to, ...request }) => {
      const before = draw(request);
      if (!before.ok) return before;
      const target =
        to === 'pdf'
          ? await askWhere(deps, 'printTarget', fileName(before.value, 'pdf'), [{ nameKey: 'report.fileType.pdf', extensions: ['pdf'] }])
          : null;
      if (target !== null && !target.ok) return target;
      // Facts may have changed while the dialog stood open: what is printed is what holds now.
      const drawn = draw(request);
      if (!drawn.ok) return drawn;
      const { paper } = request.options;
      if (target === null) {
        const document = await printing.document(drawn.value.page, paper);
        const sent = await printing.send(document, paper);
        if (!sent.ok) return sent;
        return sent.value === 'cancelled'
          ? err({ code: 'cancelled' })
          : recordPrint(deps, 'reports.memoPrint', draft(drawn.value, 'print'), document.html);
      }
      const bytes = await printing.file(drawn.value.page, 'pdf', paper);
      return bytes.ok ? saveExportFile(deps, 'reports.memoPrint', draft(drawn.value, 'pdf'), target.value, bytes.value) : bytes;
    },

    'reports.memoSave': async ({ format, ...request }) => {
      const before = draw(request);
      if (!before.ok) return before;
      const target = await askWhere(deps, 'exportTarget', fileName(before.value, format), [
        { nameKey: `report.fileType.${format}`, extensions: [format] },
      ]);
      if (!target.ok) return target;
      const drawn = draw(request);
      if (!drawn.ok) return drawn;
      const bytes = Buffer.from(`${JSON.stringify(drawn.value.memo, null, 2)}\n`, 'utf8');
      return saveExportFile(deps, 'reports.memoSave', draft(drawn.value, format), target.value, bytes);
    },

    'reports.workbook': (request) => exportWorkbook(deps, judgingFor, rates, text, request),
    'reports.exports': (filter) => ok(listExports(deps.session(), filter)),
    ...createBinderHandlers({ deps, judgingFor, builder, printing, nameOf, text }),
    ...createBrandHandlers(deps, text),
    ...createRedactionHandlers(deps, text),
    ...createKindHandlers(deps, builder, sources, printing, text),
  };
}

function noticesOf(memo: ClassificationMemo, stale: boolean): MemoNotice[] {
  const decision = memo.decisions.at(-1);
  const notices: (MemoNotice | false)[] = [
    memo.conclusion.open.length > 0 && { code: 'undetermined', count: memo.conclusion.open.length },
    decision === undefined && { code: 'noDecision', count: 0 },
    stale && { code: 'findingStale', count: 0 },
    decision?.expired === true && { code: 'decisionExpired', count: 0 },
    memo.workspace.kind === 'exercise' && { code: 'exercise', count: 0 },
    memo.attorneyAdvice && { code: 'attorneyAdvice', count: 0 },
  ];
  return notices.filter((notice) => notice !== false);
}
