import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { ExportRecord, ReportFormat, ReportKindView, ReportOptions, reportMethods } from '../../../src-shared/contract/reports.ts';
import { type Redaction, withholds } from '../../../src-shared/model/redaction.ts';
import type { ReportKind } from '../../../src-shared/model/report-kind.ts';
import type { ReportPage } from '../../../src-shared/model/report-page.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { withheldSentences } from '../../../src-shared/text/redaction.ts';
import type { JudgingFor } from '../classification/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { writeXlsx } from '../exports/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { safeFileName } from '../files/index.ts';
import { createSlicer } from '../jobs/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { branded, brandUnder, readBrand } from './brand.ts';
import { contentHashInSlices } from './content-hash.ts';
import { writeDocx } from './docx.ts';
import { askWhere, type ExportDraft, recordPrint, saveExportFile } from './export-file.ts';
import { listExports, reportNumber } from './export-register.ts';
import { type Hider, hiddenInSlices, hiderFor, readHider } from './hide-people.ts';
import type { Printing } from './printing.ts';
import { redactionNamed } from './redaction-profiles.ts';
import { shortened } from './shortened.ts';
import type { BuiltReport, ReportSource } from './source.ts';
import { withholdingOf } from './withholding.ts';

type Handlers = Pick<HandlersFor<typeof reportMethods>, 'reports.kinds' | 'reports.preview' | 'reports.save' | 'reports.print'>;

/** A report built, numbered and framed, ready for any writer. */
export interface NumberedReport {
  readonly kind: ReportKind;
  readonly report: BuiltReport;
  readonly page: ReportPage;
  readonly number: string;
  readonly contentHash: string;
  readonly redaction: Redaction;
  /** Who made it, as its reader may know them. */
  readonly signed: string;
  readonly draft: Omit<ExportDraft, 'format'>;
}

/** What builds reports of every kind. */
export interface ReportBuilder {
  readonly kinds: readonly ReportKind[];
  /** Errors: `record.notFound` for a kind that no room offers. Throws when `pause` does: the job was cancelled. */
  build(kind: ReportKind, options: ReportOptions, pause: () => Promise<void>): Promise<Reply<NumberedReport>>;
}

export function createReportBuilder(
  deps: FeatureDeps,
  judgingFor: JudgingFor,
  sources: readonly ReportSource[],
  text: Text,
): ReportBuilder {
  return {
    kinds: sources.map(({ kind }) => kind),
    async build(kind, { redaction: profile, recordId }, pause) {
      const source = sources.find((each) => each.kind === kind);
      if (source === undefined) return err({ code: 'record.notFound', entity: 'report', id: kind });
      if (recordId !== null && source.hasRecord?.(deps.session(), recordId) !== true)
        return err({ code: 'record.notFound', entity: kind, id: recordId });
      const { on } = judgingFor(deps.session());
      const named = redactionNamed(deps.session(), profile);
      if (!named.ok) return named;
      const redaction = named.value;
      await readHider(deps.session, redaction, pause);
      const built = await source.build({
        workspace: deps.session(),
        redaction,
        hide: hiderFor(deps.session(), redaction),
        on,
        recordId,
        pause,
      });
      const { report, hider } = await redactedReport(deps.session, built, redaction, text, pause);
      const hash = await contentHashInSlices(report.data, pause);
      const workspace = deps.session();
      const number = reportNumber(workspace, kind, on, { assetId: null, contentHash: hash });
      const by = readWorkspaceSettings(workspace.db).person.name || text.dynamic('report.noPerson');
      return ok({
        kind,
        report,
        page: branded(numbered(report.page, number), brandUnder(readBrand(workspace), hider)),
        number,
        contentHash: hash,
        redaction,
        signed: hider.person(by),
        draft: {
          number,
          what: kind,
          subject: report.title.slice(0, 700),
          assetId: null,
          redaction: redaction.profile,
          on,
          at: deps.ports.clock.now(),
          by,
          contentHash: hash,
        },
      });
    },
  };
}

/** The report without what its reader may not see, wherever a source may have left it: page, workbook and data. */
async function redactedReport(
  session: FeatureDeps['session'],
  built: BuiltReport,
  redaction: Redaction,
  text: Text,
  pause: () => Promise<void>,
): Promise<{ readonly report: BuiltReport; readonly hider: Hider }> {
  for (;;) {
    await readHider(session, redaction, pause);
    const hider = hiderFor(session(), redaction);
    if (!withholds(redaction)) return { report: built, hider };
    const { page, sheets } = await withholdingOf(redaction, hider, text).inSlices(built, pause);
    const data = await hiddenInSlices(built.data, hider.rest, pause);
    // Somebody may have been added meanwhile: whoever is on record at the end is hidden.
    if (hiderFor(session(), redaction) === hider) return { report: { title: hider.rest(built.title), page, sheets, data }, hider };
  }
}

/** The number stands in the running head beside the title. */
function numbered(page: ReportPage, number: string): ReportPage {
  const [first = page.title, ...rest] = page.header.right;
  return { ...page, header: { ...page.header, right: [`${first} ${number}`, ...rest] } };
}

export function createKindHandlers(
  deps: FeatureDeps,
  builder: ReportBuilder,
  sources: readonly ReportSource[],
  printing: Printing,
  text: Text,
): Handlers {
  const nameOf = ({ number, report }: NumberedReport, format: ReportFormat) =>
    `${safeFileName(text.dynamic('report.file.report', { number, title: report.title }), 'report')}.${format}`;

  return {
    'reports.kinds': () => ok(sources.map((source) => kindView(deps.session(), source))),

    'reports.preview': async ({ kind, options }) => {
      const built = await builder.build(kind, options, createSlicer().pause);
      if (!built.ok) return built;
      const { report, page, number, contentHash: hash } = built.value;
      return ok({ kind, title: report.title, number, contentHash: hash, ...shortened(page) });
    },

    'reports.save': async ({ kind, options, format }) => {
      const before = await builder.build(kind, options, createSlicer().pause);
      if (!before.ok) return before;
      const target = await askWhere(deps, format === 'pdf' ? 'printTarget' : 'exportTarget', nameOf(before.value, format), [
        { nameKey: `report.fileType.${format}`, extensions: [format] },
      ]);
      if (!target.ok) return target;
      return deps.jobs.run({ kind: 'reports.save', touches: [] }, async (job): Promise<Reply<ExportRecord>> => {
        // Records may have changed while the dialog stood open: what is saved is what holds now.
        const built = await builder.build(kind, options, job.pause);
        if (!built.ok) return built;
        job.progress(1, 3);
        const bytes = await reportBytes(built.value, format, options, printing, text);
        if (!bytes.ok) return bytes;
        job.progress(2, 3);
        await job.pause();
        return saveExportFile(deps, 'reports.save', { ...built.value.draft, format }, target.value, bytes.value);
      });
    },

    'reports.print': async ({ kind, options }) => {
      const built = await builder.build(kind, options, createSlicer().pause);
      if (!built.ok) return built;
      const document = await printing.document(built.value.page, options.paper);
      const sent = await printing.send(document, options.paper);
      if (!sent.ok) return sent;
      if (sent.value === 'cancelled') return err({ code: 'cancelled' });
      return recordPrint(deps, 'reports.print', { ...built.value.draft, format: 'print' }, document.html);
    },
  };
}

/** A report as the bytes of one file. Errors: `print.failed`. */
export async function reportBytes(
  { report, page, number, contentHash: hash, draft, kind, redaction, signed }: NumberedReport,
  format: ReportFormat,
  options: Pick<ReportOptions, 'paper'>,
  printing: Printing,
  text: Text,
): Promise<Reply<Uint8Array>> {
  switch (format) {
    case 'pdf':
      return printing.file(page, 'pdf', options.paper);
    case 'xlsx':
      return ok(await writeXlsx(report.sheets));
    case 'docx':
      return ok(await writeDocx(page, options.paper));
    case 'json': {
      const { on, at } = draft;
      const head = {
        format: 'gatehouse.report/1',
        kind,
        number,
        title: report.title,
        on,
        at,
        by: signed,
        redaction,
        withheld: withheldSentences(redaction, text),
        contentHash: hash,
      };
      return ok(Buffer.from(`${JSON.stringify({ ...head, data: report.data }, null, 2)}\n`, 'utf8'));
    }
  }
}

function kindView(workspace: OpenWorkspace, { kind, drawsOn }: ReportSource): ReportKindView {
  const last = listExports(workspace, { what: kind, limit: 1 })[0] ?? null;
  if (last === null) return { kind, last, changesSince: null };
  const patterns = drawsOn.map((prefix) => `${prefix.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
  const where = patterns.map(() => "method LIKE ? ESCAPE '\\'").join(' OR ') || 'FALSE';
  const row = workspace.db
    .prepare<string[], { count: number }>(`SELECT count(*) AS count FROM journal_entries WHERE at > ? AND (${where})`)
    .get(last.at, ...patterns);
  return { kind, last, changesSince: row?.count ?? 0 };
}
