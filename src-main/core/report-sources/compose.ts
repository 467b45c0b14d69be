import type { ReportKind } from '../../../src-shared/model/report-kind.ts';
import type { Block } from '../../../src-shared/model/report-page.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { type BuiltReport, type ReportRequest, type ReportSection, reportFrame } from '../reports/index.ts';
import { redactedTable, type Table, tableBlocks, tableByGroup, tableData, tableSheet, tableTitle } from './table.ts';

/** A section of a report: a table that goes everywhere, `byGroup` as a section for each group, or blocks that only paper and screen show. */
export type Part =
  | { readonly kind: 'table'; readonly table: Table; readonly before?: readonly Block[]; readonly parts?: 'byGroup' }
  | { readonly kind: 'blocks'; readonly title: string; readonly blocks: readonly Block[] };

/** A report before it is laid out. */
export interface Composition {
  readonly kind: ReportKind;
  readonly under: string;
  readonly lead?: readonly Block[];
  readonly parts: readonly Part[];
  /** Figures of the report as data, beside the tables. */
  readonly figures?: Readonly<Record<string, unknown>>;
}

/** Draws page, sheets and data of a report from the same tables, a part at a time. */
export async function composed(
  request: ReportRequest,
  { kind, under, lead, parts, figures }: Composition,
  text: Text,
): Promise<BuiltReport> {
  const { hide, pause } = request;
  const title = text.dynamic(`report.kind.${kind}`);
  const sections: ReportSection[] = [];
  const tables: Table[] = [];
  const data: Record<string, unknown> = {};
  for (const part of parts) {
    if (part.kind === 'blocks') {
      sections.push(part);
      continue;
    }
    const table = await redactedTable(part.table, hide, pause);
    tables.push(table);
    sections.push(...sectionsOf(part, table, text));
    await pause();
    data[table.key] = await tableData(table, pause);
  }
  return {
    title,
    page: reportFrame(request, { title, under, ...(lead === undefined ? {} : { lead }), sections }, text),
    sheets: tables.map((table) => tableSheet(table, text)),
    data: {
      on: request.on,
      redaction: request.redaction,
      ...figures,
      ...data,
    },
  };
}

/** What stands of a table on paper and screen. */
function sectionsOf({ parts, before }: Part & { readonly kind: 'table' }, table: Table, text: Text): readonly ReportSection[] {
  if (parts === 'byGroup' && table.rows.length > 0) return tableByGroup(table, text);
  return [{ title: tableTitle(table, text), blocks: [...(before ?? []), ...tableBlocks(table, text)] }];
}
