import { createHash } from 'node:crypto';
import type { historyMethods } from '../../../src-shared/contract/history.ts';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { journalSentence } from '../../../src-shared/text/journal.ts';
import { type ExportCell, type ExportSheet, writeCsv, writeXlsx } from '../exports/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { safeFileName, storageErrorOf, writeFileAtomically } from '../files/index.ts';
import type { Records } from '../records/index.ts';
import { askWhere, type createPrinting, withholdingFor } from '../reports/index.ts';
import { custodyPage } from './custody-page.ts';
import { countHistory, historyRows } from './entries.ts';
import { anchorOf, changesSince, reportAnchors } from './since.ts';

type Handlers = HandlersFor<typeof historyMethods>;

/** Rows fetched between two chances for other requests. */
const page = 500;

/** The journal as people read it: with the records it is about, since a report, and on paper. */
export function createHistoryHandlers(
  deps: FeatureDeps,
  records: Records,
  printing: ReturnType<typeof createPrinting>,
  text: Text,
): Handlers {
  const say = text.dynamic;
  return {
    'history.list': ({ filter, offset, limit }) => {
      const workspace = deps.session();
      const of = filter.record === null ? null : (records.title(workspace, filter.record)?.slice(0, 700) ?? null);
      return ok({
        rows: [...historyRows(workspace, records, filter, { offset, limit })],
        total: countHistory(workspace, records, filter),
        of,
      });
    },

    'history.facets': () => {
      const { db } = deps.session();
      const column = (sql: string) => db.prepare<[], string>(sql).pluck().all();
      return ok({
        people: column("SELECT DISTINCT person FROM journal_entries WHERE person <> '' ORDER BY person LIMIT 500"),
        rooms: column(`SELECT DISTINCT substr(method, 1, instr(method || '.', '.') - 1) FROM journal_entries ORDER BY 1 LIMIT 100`),
      });
    },

    'history.export': async ({ filter, format, redaction }) => {
      const known = withholdingFor(deps.session(), redaction, text);
      if (!known.ok) return known;
      const target = await askWhere(deps, 'exportTarget', `${safeFileName(say('history.file'), 'history')}.${format}`, [
        { nameKey: `report.fileType.${format}`, extensions: [format] },
      ]);
      if (!target.ok) return target;
      return deps.jobs.run({ kind: 'history.export', touches: [] }, async (job) => {
        const found = withholdingFor(deps.session(), redaction, text);
        if (!found.ok) return found;
        const { hide, about, alone } = found.value;
        const total = countHistory(deps.session(), records, filter);
        const rows: ExportCell[][] = [];
        for (let before: number | null = null; ; ) {
          const some = historyRows(deps.session(), records, filter, { before, limit: page });
          for (const entry of some)
            rows.push([
              entry.seq,
              entry.at,
              hide.person(entry.person),
              hide.words(journalSentence(entry, text)),
              (entry.record?.kind === 'person' ? hide.person : hide.words)(entry.title ?? entry.subject?.id ?? ''),
              entry.changedRows,
              entry.hash,
            ]);
          job.progress(rows.length, total);
          await job.pause();
          const last = some.at(-1);
          if (last === undefined || some.length < page) break;
          before = last.seq;
        }
        const sheet: ExportSheet = {
          name: say('history.title'),
          columns: historyColumns.map(([key, width]) => ({ title: say(`history.column.${key}`), width })),
          rows,
        };
        const bytes = format === 'csv' ? Buffer.from(writeCsv(alone(sheet)), 'utf8') : await writeXlsx([sheet, ...about]);
        await job.pause();
        try {
          return deps.session().write(
            {
              method: 'history.export',
              params: {
                count: rows.length,
                sha256: createHash('sha256').update(bytes).digest('hex'),
                redaction: found.value.redaction.profile,
              },
            },
            () => {
              writeFileAtomically(target.value.path, bytes);
              return ok({ fileName: target.value.fileName, entries: rows.length });
            },
          );
        } catch (cause) {
          const failure = storageErrorOf(cause);
          if (failure === null) throw cause;
          return err(failure);
        }
      });
    },

    'history.anchors': () => ok(reportAnchors(deps.session())),

    'history.since': ({ exportId }) => {
      const workspace = deps.session();
      const anchor = anchorOf(workspace, exportId);
      if (anchor === undefined && exportId !== null) return err({ code: 'record.notFound', entity: 'report', id: exportId });
      return ok(changesSince(workspace, records, anchor ?? null));
    },

    'history.saveCustody': async ({ evidenceId, paper, redaction }) => {
      const workspace = deps.session();
      const held = withholdingFor(workspace, redaction, text);
      if (!held.ok) return held;
      const built = custodyPage(workspace, records, evidenceId, held.value, deps.ports.clock.today(), text);
      if (built === undefined) return err({ code: 'record.notFound', entity: 'evidence', id: evidenceId });
      const target = await askWhere(deps, 'printTarget', `${safeFileName(built.title, 'custody')}.pdf`, [
        { nameKey: 'report.fileType.pdf', extensions: ['pdf'] },
      ]);
      if (!target.ok) return target;
      const file = await printing.file(built, 'pdf', paper);
      if (!file.ok) return file;
      const bytes = file.value;
      try {
        return deps.session().write(
          {
            method: 'history.saveCustody',
            params: {
              name: built.title.slice(0, 300),
              sha256: createHash('sha256').update(bytes).digest('hex'),
              redaction: held.value.redaction.profile,
            },
            subject: { entity: 'evidence', id: evidenceId },
          },
          () => {
            writeFileAtomically(target.value.path, bytes);
            return ok({ fileName: target.value.fileName });
          },
        );
      } catch (cause) {
        const failure = storageErrorOf(cause);
        if (failure === null) throw cause;
        return err(failure);
      }
    },
  };
}

/** Columns of an exported history, with their widths in characters. */
export const historyColumns = [
  ['seq', 8],
  ['at', 24],
  ['person', 24],
  ['what', 70],
  ['record', 36],
  ['rows', 10],
  ['hash', 66],
] as const;
