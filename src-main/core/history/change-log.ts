import type { HistoryRow } from '../../../src-shared/contract/history.ts';
import { formatDay, formatInstant } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { journalSentence } from '../../../src-shared/text/journal.ts';
import { withheldHere } from '../../../src-shared/text/redaction.ts';
import { verifyJournal } from '../journal/index.ts';
import type { Records } from '../records/index.ts';
import { cells, line, paragraph, type ReportSource, reportFrame, tableOr } from '../reports/index.ts';
import { historyRows, wholeHistory } from './entries.ts';
import { historyColumns } from './handlers.ts';
import { anchorOf, changesSince } from './since.ts';

/** Entries on paper; the workbook holds them all. */
const printed = 400;
/** Records on paper, those touched most; the data holds them all. */
const printedRecords = 40;
const page = 500;

/** What changed since a report left the program: the newest one, or the one that is named. The whole chain is checked for it. */
export function changeLogSource(records: Records, text: Text): ReportSource {
  const say = text.dynamic;
  return {
    kind: 'change-log',
    hasRecord: (workspace, id) => anchorOf(workspace, id) !== undefined,
    drawsOn: [''],
    build: async (request) => {
      const { workspace, redaction, recordId, on } = request;
      const { words: hide } = request.hide;
      const anchor = anchorOf(workspace, recordId) ?? null;
      const since = changesSince(workspace, records, anchor);
      const filter = { ...wholeHistory, after: anchor?.seq ?? 0 };
      const rows: HistoryRow[] = [];
      for (let before: number | null = null; ; ) {
        const some = historyRows(workspace, records, filter, { before, limit: page });
        rows.push(...some);
        await request.pause();
        const last = some.at(-1);
        if (last === undefined || some.length < page) break;
        before = last.seq;
      }
      const chain = await verifyJournal(workspace.db, request.pause);
      const nobody = redaction.people === 'withheld';
      const person = (name: string) => request.hide.person(name) || '–';
      const sentence = (entry: HistoryRow) => hide(journalSentence(entry, text));
      const room = (name: string) => say(`history.room.${name}`, {}, name);
      const instant = (at: string) => formatInstant(at, text.locale);
      const title = say('report.kind.change-log');
      const counted = (
        rowsOf: readonly { readonly of: string; readonly count: number }[],
        nameOf: (of: string) => string,
        column: string,
      ) =>
        tableOr(
          [
            [say(column), 9],
            [say('changeLog.entries'), 3],
          ],
          rowsOf.map(({ of, count }) => cells(nameOf(of), String(count))),
          say('changeLog.none'),
        );
      return {
        title,
        page: reportFrame(
          request,
          {
            title,
            under:
              anchor === null
                ? say('changeLog.sinceStart', { day: formatDay(on, text.locale) })
                : say('changeLog.since', { what: hide(anchor.subject), number: anchor.number, at: instant(anchor.at) }),
            lead: [
              paragraph(
                anchor === null
                  ? say('changeLog.headOnly', { seq: since.head.seq, hash: since.head.hash })
                  : say('changeLog.between', { from: anchor.seq, fromHash: anchor.hash, seq: since.head.seq, hash: since.head.hash }),
                true,
              ),
              chain.broken === null
                ? paragraph(say('history.intact', { count: chain.entries, head: chain.head }), true)
                : paragraph(line(say('history.broken', { seq: chain.broken.seq, reason: chain.broken.reason }), 'strong')),
            ],
            sections: [
              { title: say('changeLog.rooms'), blocks: [counted(since.rooms, room, 'history.column.room')] },
              {
                title: say('changeLog.people'),
                blocks: [nobody ? paragraph(withheldHere(redaction, text)) : counted(since.people, person, 'history.column.person')],
              },
              {
                title: say('changeLog.records'),
                blocks: [
                  tableOr(
                    [
                      [say('history.column.record'), 7],
                      [say('changeLog.entries'), 2],
                      [say('changeLog.last'), 3],
                    ],
                    since.records
                      .slice(0, printedRecords)
                      .map(({ record, title: name, count, last }) =>
                        cells(hide(name ?? say('history.gone', { id: record.id })), String(count), instant(last)),
                      ),
                    say('changeLog.none'),
                  ),
                ],
              },
              {
                title: say('changeLog.all'),
                blocks: [
                  ...(rows.length > printed ? [paragraph(say('changeLog.cut', { shown: printed, total: rows.length }), true)] : []),
                  tableOr(
                    [
                      [say('history.column.seq'), 1],
                      [say('history.column.at'), 3],
                      [say('history.column.person'), 2],
                      [say('history.column.what'), 6],
                    ],
                    rows
                      .slice(0, printed)
                      .map((entry) => cells(String(entry.seq), instant(entry.at), person(entry.person), sentence(entry))),
                    say('changeLog.none'),
                  ),
                ],
              },
            ],
          },
          text,
        ),
        sheets: [
          {
            name: say('changeLog.all'),
            columns: historyColumns.map(([key, width]) => ({ title: say(`history.column.${key}`), width })),
            rows: rows.map((entry) => [
              entry.seq,
              entry.at,
              person(entry.person),
              sentence(entry),
              hide(entry.title ?? ''),
              entry.changedRows,
              entry.hash,
            ]),
          },
        ],
        data: {
          since: anchor === null ? null : { ...anchor, subject: hide(anchor.subject), by: person(anchor.by) },
          head: since.head,
          chain,
          rooms: since.rooms,
          people: nobody ? [] : since.people.map(({ of, count }) => ({ name: person(of), count })),
          records: since.records.map(({ title: name, ...rest }) => ({ ...rest, title: name === null ? null : hide(name) })),
          entries: rows.map((entry) => ({
            seq: entry.seq,
            at: entry.at,
            person: person(entry.person),
            method: entry.method,
            kind: entry.kind,
            said: sentence(entry),
            record: entry.record,
            changedRows: entry.changedRows,
            hash: entry.hash,
          })),
        },
      };
    },
  };
}
