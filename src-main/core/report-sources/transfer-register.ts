import type { TransferRow } from '../../../src-shared/contract/transfers.ts';
import { countryName } from '../../../src-shared/text/countries.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { checkNamed, checkTitle, checkWords } from '../../../src-shared/text/transfers.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { mapInSlices } from '../jobs/index.ts';
import { cells, line, paragraph, type ReportRequest, type ReportSource, tableOr } from '../reports/index.ts';
import { type RegisteredTransfer, registeredTransfer, type TransferOnRecord } from '../transfers/index.ts';
import { composed, type Part } from './compose.ts';
import { paperRows } from './table.ts';

/** Every transfer on record by its day, with its checks and what was decided, judged in slices. */
export type ReadTransfers = (session: () => OpenWorkspace, pause: () => Promise<void>) => Promise<readonly TransferOnRecord[]>;

interface Shown extends RegisteredTransfer {
  readonly decisions: TransferOnRecord['decisions'];
}

const counted = ['open', 'held', 'waiting', 'cleared', 'late', 'uncleared'] as const;
type Counts = Readonly<Record<(typeof counted)[number], number>>;

/** What is queued and what went: each transfer with its state, what holds it or is not known, and who decided what on which ground. */
export function transferRegisterSource(session: () => OpenWorkspace, read: ReadTransfers, text: Text): ReportSource {
  const say = text.dynamic;
  return {
    kind: 'transfers',
    drawsOn: ['transfers.', 'inventory.', 'classification.', 'parties.', 'screening.', 'vetting.', 'cases.'],
    async build(request) {
      const all = await mapInSlices(await read(session, request.pause), request.pause, ({ judged, decisions }): Shown => {
        return { ...registeredTransfer(judged, request, text), decisions };
      });
      const counts = countsOf(all.map(({ judged }) => judged.row));
      const word = counts.held > 0 ? 'held' : counts.waiting + counts.late > 0 ? 'waiting' : all.length === 0 ? 'none' : 'settled';
      return composed(
        request,
        {
          kind: 'transfers',
          under: say('report.transfers.under', { workspace: request.workspace.name }),
          lead: [
            {
              kind: 'verdict',
              mark: ({ held: 'hand', waiting: 'triangle', none: 'dashed', settled: 'check' } as const)[word],
              word: say(`report.transfers.word.${word}`),
              sentence: line(say('report.transfers.sentence', counts)),
              pairs: counted.map((key) => ({ term: say(`report.transfers.count.${key}`), value: line(String(counts[key])) })),
            },
          ],
          parts: [
            registerPart(all, text),
            statedPart(all, request, text),
            checksPart(all, request, text),
            decisionsPart(all, request, text),
            {
              kind: 'blocks',
              title: say('report.summary.basis'),
              blocks: [paragraph(say('transfers.register.words')), paragraph(say('report.transfers.basis'))],
            },
          ],
          figures: { counts },
        },
        text,
      );
    },
  };
}

function countsOf(rows: readonly TransferRow[]): Counts {
  const number = (of: (row: TransferRow) => boolean) => rows.filter(of).length;
  const waiting = number(({ state }) => state === 'waiting' || state === 'lapsed');
  const [held, cleared] = [number(({ state }) => state === 'held'), number(({ state }) => state === 'cleared')];
  return {
    ...{ open: waiting + held + cleared, held, waiting, cleared },
    late: number(({ late }) => late),
    uncleared: number(({ uncleared }) => uncleared),
  };
}

function registerPart(all: readonly Shown[], text: Text): Part {
  const say = text.dynamic;
  const country = (code: string): string => countryName(text.locale, code);
  return {
    kind: 'table',
    table: {
      key: 'transfers',
      empty: say('report.transfers.none'),
      columns: [
        { key: 'number', share: 1.6, width: 10 },
        { key: 'reference', share: 2, width: 16 },
        { key: 'kind', share: 0, width: 16 },
        { key: 'state', share: 2.5, width: 20, holds: 'strong' },
        { key: 'plannedOn', share: 2, width: 12, holds: 'day' },
        { key: 'goneOn', share: 0, width: 12, holds: 'day' },
        { key: 'title', share: 3.4, width: 40 },
        { key: 'whom', share: 3.6, width: 44 },
        { key: 'destination', share: 2.5, width: 18 },
        { key: 'transits', share: 0, width: 18 },
        { key: 'means', share: 0, width: 24 },
        { key: 'endUse', share: 0, width: 34 },
        { key: 'authority', share: 0, width: 34 },
        { key: 'heldBecause', share: 0, width: 40 },
        { key: 'owner', share: 0, width: 18, holds: 'person' },
        { key: 'note', share: 0, width: 30 },
      ],
      rows: all.map(({ judged: { row, record }, words, items, parties, authority, held }) => [
        ...[row.number, words.reference, say(`transfers.kind.${row.kind}`)],
        say(row.uncleared ? 'transfers.uncleared' : `transfers.state.${row.state}`),
        ...[row.plannedOn, row.goneOn, items, parties],
        row.destination === null ? null : country(row.destination),
        record.columns.transits.map(country).join('; '),
        ...[words.means, words.endUse, authority, held, row.owner, words.note],
      ]),
    },
  };
}

/** For paper, where the register has no room for it: for what and under what each goes, as the company states it. */
function statedPart(all: readonly Shown[], { hide }: ReportRequest, text: Text): Part {
  const say = text.dynamic;
  const stated = all.filter(({ words, authority }) => words.endUse !== '' || authority !== '').slice(0, paperRows);
  return {
    kind: 'blocks',
    title: say('report.transfers.stated'),
    blocks: [
      tableOr(
        [
          [say('report.col.number'), 1.2],
          [say('report.col.endUse'), 4],
          [say('report.col.authority'), 5],
          [say('report.col.owner'), 2.2],
        ],
        stated.map(({ judged: { row }, words, authority }) => cells(row.number, words.endUse, authority, hide.person(row.owner))),
        say('report.transfers.nothingStated'),
      ),
    ],
  };
}

/** What holds an open transfer or is not known of it, a row for each check. */
function checksPart(all: readonly Shown[], { hide }: ReportRequest, text: Text): Part {
  const say = text.dynamic;
  return {
    kind: 'table',
    table: {
      key: 'transferChecks',
      empty: say('report.transfers.noChecks'),
      columns: [
        { key: 'number', share: 1.3, width: 10 },
        { key: 'result', share: 1.6, width: 14, holds: 'strong' },
        { key: 'check', share: 4, width: 44 },
        { key: 'because', share: 6, width: 70 },
      ],
      rows: all.flatMap(({ judged: { row, checks } }) =>
        checks
          .filter(({ state }) => state !== 'clear')
          .map((check) => [
            ...[row.number, say(`transfers.checkState.${check.state}`)],
            ...[hide.words(checkTitle(text, check)), hide.words(checkWords(text, check))],
          ]),
      ),
    },
  };
}

/** Who decided what, transfer by transfer, the newest decision first. */
function decisionsPart(all: readonly Shown[], { hide }: ReportRequest, text: Text): Part {
  const say = text.dynamic;
  return {
    kind: 'table',
    table: {
      key: 'transferDecisions',
      empty: say('transfers.decision.none'),
      columns: [
        { key: 'number', share: 1.7, width: 10 },
        { key: 'on', share: 1.7, width: 12, holds: 'day' },
        { key: 'decision', share: 2.4, width: 26, holds: 'strong' },
        { key: 'by', share: 2.4, width: 24, holds: 'person' },
        { key: 'reason', share: 3.4, width: 50 },
        { key: 'clearedOver', share: 5, width: 70 },
      ],
      rows: all.flatMap(({ judged: { row, checks }, decisions }) =>
        decisions.map(({ kind, on, by, reason, goneOn, afterTheFact, open }) => [
          ...[row.number, goneOn ?? on, say(afterTheFact ? 'transfers.decision.afterTheFact' : `transfers.decision.${kind}`)],
          ...[by, hide.words(reason)],
          open.map((one) => hide.words(`${checkNamed(text, checks, one.key)}: ${one.reason}`)).join('; '),
        ]),
      ),
    },
  };
}
