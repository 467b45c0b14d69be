import type { Block, Line, ReportPage, TableRow } from '../../../src-shared/model/report-page.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { redactionSaid } from '../../../src-shared/text/redaction.ts';
import type { ExportSheet } from '../exports/index.ts';
import { line } from './runs.ts';
import type { ReportRequest } from './source.ts';

/** A part of a report under its own numbered heading; without blocks it is left out. */
export interface ReportSection {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** What a source says of its report; the rest of the frame is alike for all. */
export interface FrameParts {
  readonly title: string;
  /** One sentence under the title: what the report is about. */
  readonly under: string;
  /** Blocks before the first section: a verdict, contents. */
  readonly lead?: readonly Block[];
  readonly sections: readonly ReportSection[];
  /** After the last section: signatures, sources. */
  readonly tail?: readonly Block[];
}

/** What the frame takes from a request. */
type Framed = Pick<ReportRequest, 'redaction' | 'on'> & { readonly workspace: Pick<ReportRequest['workspace'], 'name' | 'kind'> };

/**
 * Puts a report's sections into the frame that all reports share: banner for exercises, title, numbered headings, running head
 * and foot. Number and brand are added when the report is drawn.
 */
export function reportFrame({ workspace, redaction, on }: Framed, parts: FrameParts, text: Text): ReportPage {
  const say = text.dynamic;
  const exercise = workspace.kind === 'exercise';
  const sections = parts.sections.filter(({ blocks }) => blocks.length > 0);
  const under = [parts.under, redactionSaid(redaction, text)].filter((part) => part !== '').join(' ');
  return {
    title: parts.title,
    language: text.locale,
    header: {
      left: [workspace.name, ...(exercise ? [say('report.exerciseMark')] : [])],
      right: [parts.title, say('report.judgedAsOf', { day: formatDay(on, text.locale) })],
    },
    footer: {
      left: say('report.prepared'),
      middle: '',
      pageOf: say('report.pageOf', { page: '{page}', pages: '{pages}' }),
    },
    blocks: [
      ...(exercise ? [{ kind: 'banner', text: say('report.exerciseBanner') } as const] : []),
      { kind: 'title', text: parts.title, under },
      ...(parts.lead ?? []),
      ...sections.flatMap(({ title, blocks }, index): Block[] => [{ kind: 'heading', number: index + 1, text: title }, ...blocks]),
      ...(parts.tail ?? []),
    ],
  };
}

export const paragraph = (words: string | Line, quiet = false): Block => ({
  kind: 'paragraph',
  line: typeof words === 'string' ? line(words) : words,
  quiet,
});

export const cells = (...values: readonly (string | Line)[]): TableRow => ({
  kind: 'cells',
  cells: values.map((value) => (typeof value === 'string' ? line(value) : value)),
});

/** A table, or a quiet sentence where it would be empty. `columns` are titles with their share of the width. */
export function tableOr(columns: readonly (readonly [string, number])[], rows: readonly TableRow[], empty: string): Block {
  return rows.length === 0
    ? paragraph(empty, true)
    : { kind: 'table', columns: columns.map(([title, share]) => ({ title, share })), rows: [...rows] };
}

/** The sheet of a report that has nothing to list: a workbook without any sheet cannot be opened, and silence is no answer. */
export const saidSheet = (title: string, said: string): ExportSheet => ({ name: title, columns: [{ title, width: 90 }], rows: [[said]] });
