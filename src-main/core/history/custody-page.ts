import type { JournalEntry } from '../../../src-shared/contract/journal.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { ReportPage } from '../../../src-shared/model/report-page.ts';
import { formatDay, formatInstant } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { journalSentence } from '../../../src-shared/text/journal.ts';
import { formatBytes } from '../../../src-shared/text/numbers.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { custodyOf, findEvidence } from '../evidence/index.ts';
import { headOf } from '../journal/index.ts';
import type { Records } from '../records/index.ts';
import { cells, line, paragraph, reportFrame, tableOr, type Withholding } from '../reports/index.ts';

/** The chain of custody of one piece of evidence on paper: what it is, who did what to it, and where the journal stands. */
export function custodyPage(
  workspace: OpenWorkspace,
  records: Records,
  id: string,
  { redaction, hide, page }: Withholding,
  on: IsoDate,
  text: Text,
): ReportPage | undefined {
  const entries = custodyOf(workspace, id);
  if (entries.length === 0) return undefined;
  const say = text.dynamic;
  const now = findEvidence(workspace, id);
  const name = hide.words(now?.name ?? nameIn(entries));
  const title = say('custody.title', { name });
  const head = headOf(workspace.db);
  const pair = (key: string, value: string) => ({ term: say(`custody.${key}`), value: line(value) });
  const titled = now?.record.kind === 'person' ? hide.person : hide.words;
  const facts = [
    pair('name', name),
    ...(now === undefined
      ? [pair('standing', say('custody.gone'))]
      : [
          pair('record', titled(records.title(workspace, now.record) ?? now.record.id)),
          pair('kept', say('custody.keptBy', { name: hide.person(now.addedBy) || '–', at: formatInstant(now.addedAt, text.locale) })),
          ...(now.address === '' ? [] : [pair('address', hide.words(now.address))]),
          ...(now.sha256 === null
            ? []
            : [
                pair('size', formatBytes(now.sizeBytes, text.locale)),
                { term: 'SHA-256', value: [{ kind: 'code' as const, text: now.sha256 }] },
              ]),
        ]),
  ];
  const built = reportFrame(
    { workspace, redaction, on },
    {
      title,
      under: say('custody.under', { day: formatDay(on, text.locale) }),
      lead: [{ kind: 'pairs', columns: 1, pairs: facts }],
      sections: [
        {
          title: say('custody.entries'),
          blocks: [
            tableOr(
              [
                [say('history.column.seq'), 1],
                [say('history.column.at'), 3],
                [say('history.column.person'), 2],
                [say('history.column.what'), 6],
              ],
              entries.map((entry) =>
                cells(
                  String(entry.seq),
                  formatInstant(entry.at, text.locale),
                  hide.person(entry.person),
                  hide.words(journalSentence(entry, text)),
                ),
              ),
              '',
            ),
            paragraph(say('custody.head', { seq: head.seq, hash: head.hash }), true),
          ],
        },
      ],
    },
    text,
  );
  return page(built);
}

const nameIn = (entries: readonly JournalEntry[]): string => {
  const name = entries.findLast(({ params }) => typeof params['name'] === 'string')?.params['name'];
  return typeof name === 'string' ? name : '–';
};
