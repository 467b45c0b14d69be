import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { Redaction } from '../../../src-shared/model/redaction.ts';
import type { ReportKind } from '../../../src-shared/model/report-kind.ts';
import type { ReportPage } from '../../../src-shared/model/report-page.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { ExportSheet } from '../exports/index.ts';
import type { Hider } from './hide-people.ts';

/** What is asked of a report. */
export interface ReportRequest {
  readonly workspace: OpenWorkspace;
  /** The profile it is made under. Lists of people and parts that it leaves out say `withheldHere` instead. */
  readonly redaction: Redaction;
  /** Hides people and advice as the profile wants: `person` for fields that name somebody, `words` for text that people wrote. */
  readonly hide: Hider;
  /** Day the report speaks of: today, or the day the workspace is judged on. */
  readonly on: IsoDate;
  /** One record where the kind is about one (an incident); null for all. */
  readonly recordId: string | null;
  /** To be awaited between slices of long work; throws when the job was cancelled. */
  readonly pause: () => Promise<void>;
}

/** One view model, from which screen, PDF, DOCX, XLSX and JSON are all drawn. */
export interface BuiltReport {
  /** Title with its day, as `Asset register`. */
  readonly title: string;
  /** Pages for screen, PDF and DOCX, from `reportFrame`. Text is finished and redacted, but for what `Hider.rest` takes out of all; number and brand are added later. */
  readonly page: ReportPage;
  /** Sheets for the workbook: whole tables where the page may sum up. */
  readonly sheets: readonly ExportSheet[];
  /** Plain data for JSON, documented in docs/cli.md; its hash is the report's content hash. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** A room that can report. `core/joins/reports.ts` gathers them; `reports` renders, saves, signs and bundles. */
export interface ReportSource {
  readonly kind: ReportKind;
  /** Whether there is a record it can be about, by its id; absent where the kind is about none. */
  readonly hasRecord?: (workspace: OpenWorkspace, id: string) => boolean;
  /** Beginnings of the methods that change what it says (`inventory.`), to count what changed since the last one. */
  readonly drawsOn: readonly string[];
  build(request: ReportRequest): Promise<BuiltReport>;
}
