import type { Reply } from '../../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../../src-shared/model/result.ts';
import { english } from '../../../../src-shared/text/en/index.ts';
import { type OpenWorkspace, prepared } from '../../db/index.ts';
import { type ExportSheet, writeCsv, writeXlsx } from '../../exports/index.ts';
import type { EvidenceBlock, RejectedRow } from '../read/event-batch.ts';
import { evidenceRows } from '../read/events/evidence.ts';
import { type LogImport, readingOf } from '../store/imports.ts';
import type { Pause } from '../store/keys.ts';
import { rejectedRows } from '../store/source.ts';
import { refused, type WizardContext } from './context.ts';
import type { OpenSession } from './store.ts';

/** Rows of a list at most: more are the sign of a wrong column, and the first show it. */
const mostRows = 100_000;

type Line = (string | number)[];

/** Rows of a draft's file that are no events, with the reason and as they stand there. Reads the file once more; nothing is written. */
export async function rejectedOfDraft(context: WizardContext, session: OpenSession, signal: AbortSignal): Promise<Reply<ExportSheet>> {
  const path = context.paths.get(session.id);
  if (path === undefined) return err({ code: 'file.handleExpired' });
  const { reading } = session.state;
  const lines: Line[] = [];
  const pause = context.pause();
  const end = await context.reader.readEvents(
    path,
    reading,
    { afterRow: 0, now: Date.parse(context.now()) },
    async (batch) => {
      if (batch.rejected.length > 0 && lines.length < mostRows) lines.push(...linesOf(batch.rejected, batch.evidence));
      await pause();
    },
    signal,
  );
  if (end === 'cancelled') return err({ code: 'cancelled' });
  return end.ok ? ok(sheetOf(reading.titles, lines)) : refused(end.error);
}

/** The same of an import, from what the workspace keeps of it. */
export async function rejectedOfImport(workspace: () => OpenWorkspace, one: LogImport, pause: Pause): Promise<ExportSheet> {
  const lines: Line[] = [];
  const { titles } = readingOf(workspace(), one.id);
  for (let after = 0; lines.length < mostRows; ) {
    const rejected = rejectedRows(workspace(), one.number, after, 500);
    const [first] = rejected;
    const last = rejected.at(-1);
    if (first === undefined || last === undefined) break;
    const evidence = prepared<[number, number, number], EvidenceBlock>(
      workspace().db,
      'SELECT first_row AS firstRow, last_row AS lastRow, packed FROM log_sources WHERE import = ? AND last_row >= ? AND first_row <= ? ORDER BY first_row',
    ).all(one.number, first.row, last.row);
    lines.push(...linesOf(rejected, evidence));
    after = last.id;
    await pause();
  }
  return sheetOf(titles, lines);
}

/** A sheet as the bytes of a file. */
export const bytesOf = async (sheet: ExportSheet, as: 'csv' | 'xlsx'): Promise<Uint8Array> =>
  as === 'csv' ? new TextEncoder().encode(writeCsv(sheet)) : writeXlsx([sheet]);

function linesOf(
  rejected: readonly (Pick<RejectedRow, 'row' | 'column' | 'value'> & { readonly problem: string })[],
  evidence: readonly EvidenceBlock[],
): Line[] {
  const wanted = new Set(rejected.map(({ row }) => row));
  const cells = new Map<number, readonly string[]>();
  for (const block of evidence) for (const [row, its] of evidenceRows(block.packed)) if (wanted.has(row)) cells.set(row, its);
  return rejected.map(({ row, problem, column, value }) => {
    const reason = wordOf(`accessLogs.problem.${problem}`);
    return [row, column === null ? reason : `${column}: ${reason}`, value, ...(cells.get(row) ?? [])];
  });
}

function sheetOf(titles: readonly string[], lines: readonly Line[]): ExportSheet {
  const width = Math.max(3, ...lines.map((line) => line.length)) - 3;
  // Records and lines of a text log stand in one cell; only a table has its own columns.
  const own = width === titles.length ? titles : width === 1 ? [wordOf('accessLogs.wizard.rejected.source')] : titles.slice(0, width);
  const columns = [
    { title: wordOf('imports.rejected.row'), width: 8 },
    { title: wordOf('imports.rejected.reason'), width: 50 },
    { title: wordOf('accessLogs.wizard.rejected.value'), width: 24 },
    ...Array.from({ length: width }, (_, at) => own[at] ?? '').map((title) => ({
      title,
      width: Math.max(10, Math.min(40, title.length + 4)),
    })),
  ];
  return {
    name: wordOf('imports.rejected.sheet'),
    columns,
    rows: lines.slice(0, mostRows).map((line) => [...line, ...Array.from({ length: columns.length - line.length }, () => '')]),
  };
}

function wordOf(key: string): string {
  return Object.hasOwn(english, key) ? ((english as Readonly<Record<string, string>>)[key] ?? key) : key;
}
