import type { TransferView } from '../../../src-shared/contract/transfers.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { ReportPage } from '../../../src-shared/model/report-page.ts';
import { countryName } from '../../../src-shared/text/countries.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { authorityWords, checkTitle, checkWords } from '../../../src-shared/text/transfers.ts';
import type { ExportSheet } from '../exports/index.ts';
import { cells, paragraph, reportFrame, tableOr, type Withholding } from '../reports/index.ts';
import type { Judged } from './picture.ts';

/** A transfer as the register says it, with names hidden that its reader may not see. */
export interface RegisteredTransfer {
  readonly judged: Judged;
  readonly items: string;
  readonly parties: string;
  readonly authority: string;
  readonly open: string;
  readonly held: string;
  /** What people wrote in their own words. */
  readonly words: Readonly<Record<'reference' | 'means' | 'endUse' | 'note', string>>;
}

/** One transfer with names hidden that the reader may not see. */
export function registeredTransfer(judged: Judged, { hide }: Pick<Withholding, 'hide'>, text: Text): RegisteredTransfer {
  const say = text.dynamic;
  const { columns, hold } = judged.record;
  const role = (id: string) => say(`parties.role.${id}`);
  return {
    judged,
    items: columns.items.map(({ name, quantity }) => [quantity, hide.words(name)].filter(Boolean).join(' × ')).join('; '),
    parties: columns.parties.map((party) => `${hide.words(party.name)} (${role(party.role)})`).join('; '),
    authority: hide.words(authorityWords(text, columns.authority)),
    open: judged.checks
      .filter(({ state }) => state !== 'clear')
      .map((check) => hide.words(`${say(`transfers.checkState.${check.state}`)}: ${checkTitle(text, check)}. ${checkWords(text, check)}`))
      .join('\n'),
    held: hold === null ? '' : hide.words(hold.reason),
    words: {
      reference: hide.words(columns.reference),
      means: hide.words(columns.means),
      endUse: hide.words(columns.endUse),
      note: hide.words(columns.note),
    },
  };
}

/** The register as a table: one row a transfer. The sheet alone is the CSV. */
export function registerSheet(lines: readonly RegisteredTransfer[], { hide }: Withholding, text: Text): ExportSheet {
  const say = text.dynamic;
  const country = (code: string | null) => (code === null ? null : countryName(text.locale, code));
  const columns: readonly (readonly [string, number, (line: RegisteredTransfer) => string | number | null])[] = [
    [say('transfers.column.number'), 10, ({ judged }) => judged.row.number],
    [say('transfers.import.reference'), 16, ({ words }) => words.reference],
    [say('transfers.import.kind'), 16, ({ judged }) => say(`transfers.kind.${judged.row.kind}`)],
    [
      say('transfers.column.state'),
      14,
      ({ judged }) => say(judged.row.uncleared ? 'transfers.uncleared' : `transfers.state.${judged.row.state}`),
    ],
    [say('transfers.import.plannedOn'), 12, ({ judged }) => judged.row.plannedOn],
    [say('transfers.column.goneOn'), 12, ({ judged }) => judged.row.goneOn],
    [say('transfers.import.item'), 40, ({ items }) => items],
    [say('transfers.import.party'), 44, ({ parties }) => parties],
    [say('transfers.import.destination'), 18, ({ judged }) => country(judged.record.columns.destination)],
    [say('transfers.field.transits'), 18, ({ judged }) => judged.record.columns.transits.map(country).join('; ')],
    [say('transfers.import.means'), 24, ({ words }) => words.means],
    [say('transfers.import.endUse'), 34, ({ words }) => words.endUse],
    [say('transfers.register.authority'), 34, ({ authority }) => authority],
    [say('transfers.register.holding'), 60, ({ held, open }) => [held, open].filter(Boolean).join('\n')],
    [say('transfers.import.owner'), 18, ({ judged }) => hide.person(judged.row.owner)],
    [say('transfers.import.note'), 30, ({ words }) => words.note],
  ];
  return {
    name: say('transfers.title'),
    columns: columns.map(([title, width]) => ({ title, width })),
    rows: lines.map((line) => columns.map(([, , cell]) => cell(line))),
  };
}

/** What stands over a register: its number, and what it is of. */
export interface RegisterHead {
  readonly number: string;
  readonly hash: string;
  readonly view: TransferView;
  readonly on: IsoDate;
  readonly workspace: { readonly name: string; readonly kind: 'live' | 'exercise' };
}

const underOf = (view: TransferView, count: number, { dynamic }: Text) =>
  dynamic('transfers.register.under', { view: dynamic(`transfers.view.${view}`), count });

/** What the words of the register rest on, as a second sheet. */
export function aboutSheet({ number, hash, view, on, workspace }: RegisterHead, count: number, text: Text): ExportSheet {
  const say = text.dynamic;
  return {
    name: say('report.kind.transferRegister').slice(0, 31),
    columns: [
      { title: say('transfers.register.numbered', { number }), width: 90 },
      { title: '', width: 66 },
    ],
    rows: [
      [workspace.name, workspace.kind === 'exercise' ? say('report.exerciseBanner') : null],
      [say('report.judgedAsOf', { day: formatDay(on, text.locale) }), null],
      [underOf(view, count, text), null],
      [say('transfers.register.words'), null],
      [say('screening.certificate.hash'), hash],
      [say('report.prepared'), null],
    ],
  };
}

/** The register for paper: each transfer in a line, then what holds it or is open with the authority as stated. */
export function registerPage(
  lines: readonly RegisteredTransfer[],
  { redaction }: Withholding,
  { number, hash, view, on, workspace }: RegisterHead,
  text: Text,
): ReportPage {
  const say = text.dynamic;
  const page = reportFrame(
    { workspace, redaction, on },
    {
      title: say('transfers.register.numbered', { number }),
      under: underOf(view, lines.length, text),
      lead: [paragraph(say('transfers.register.words'), true)],
      sections: [
        {
          title: say('transfers.title'),
          blocks: [
            tableOr(
              [
                [say('transfers.column.number'), 1.2],
                [say('transfers.column.what'), 3],
                [say('transfers.column.whom'), 3.2],
                [say('transfers.column.day'), 1.6],
                [say('transfers.column.state'), 1.6],
              ],
              lines.map(({ judged: { row }, items, parties }) =>
                cells(
                  row.number,
                  items,
                  [parties, row.destination === null ? '' : countryName(text.locale, row.destination)].filter(Boolean).join(', '),
                  row.plannedOn === null ? '' : formatDay(row.goneOn ?? row.plannedOn, text.locale),
                  say(row.uncleared ? 'transfers.uncleared' : `transfers.state.${row.state}`),
                ),
              ),
              say('transfers.none'),
            ),
          ],
        },
        {
          title: say('transfers.register.holding'),
          blocks: [
            tableOr(
              [
                [say('transfers.column.number'), 1.2],
                [say('transfers.register.authority'), 3],
                [say('transfers.register.holding'), 6],
              ],
              lines.flatMap(({ judged: { row }, authority, held, open }) =>
                authority === '' && held === '' && open === ''
                  ? []
                  : [cells(row.number, authority, [held, open.replaceAll('\n', ' ')].filter(Boolean).join(' '))],
              ),
              say('transfers.none'),
            ),
          ],
        },
      ],
      tail: [
        {
          kind: 'paragraph',
          line: [
            { kind: 'quiet', text: say('screening.certificate.hash') },
            { kind: 'code', text: hash },
          ],
          quiet: true,
        },
      ],
    },
    text,
  );
  return { ...page, footer: { ...page.footer, middle: say('report.kind.transferRegister') } };
}
