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

/** Draws page, sheets and data of a report from the same tables. */
export function composed(request: ReportRequest, { kind, under, lead, parts, figures }: Composition, text: Text): BuiltReport {
  const title = text.dynamic(`report.kind.${kind}`);
  const shown = parts.map((part) => (part.kind === 'table' ? { ...part, table: redactedTable(part.table, request.hide) } : part));
  const tables = shown.flatMap((part) => (part.kind === 'table' ? [part.table] : []));
  const sections = shown.flatMap((part): readonly ReportSection[] => {
    if (part.kind === 'blocks') return [part];
    if (part.parts === 'byGroup' && part.table.rows.length > 0) return tableByGroup(part.table, text);
    return [{ title: tableTitle(part.table, text), blocks: [...(part.before ?? []), ...tableBlocks(part.table, text)] }];
  });
  return {
    title,
    page: reportFrame(request, { title, under, ...(lead === undefined ? {} : { lead }), sections }, text),
    sheets: tables.map((table) => tableSheet(table, text)),
    data: {
      on: request.on,
      redaction: request.redaction,
      ...figures,
      ...Object.fromEntries(tables.map((table) => [table.key, tableData(table)])),
    },
  };
}
