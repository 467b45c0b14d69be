import { type Redaction, withholds } from '../../../src-shared/model/redaction.ts';
import type { ClassificationMemo, MemoEntry, MemoPack } from '../../../src-shared/model/report.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { redactionSaid } from '../../../src-shared/text/redaction.ts';
import type { ExportCell, ExportColumn, ExportSheet } from '../exports/index.ts';
import { contentHash } from './content-hash.ts';
import { verdictWord } from './sections/entries.ts';
import { resultLimit } from './workbook-limit.ts';

/** What stands over the whole workbook. */
export interface WorkbookHead {
  readonly workspace: { readonly name: string; readonly kind: 'live' | 'exercise' };
  readonly on: string;
  readonly redaction: Redaction;
  readonly by: string;
}

/** Gathers assets one by one and turns them into sheets. */
export interface Workbook {
  /** Adds one asset; `completeness` is the share of needed facts that are answered, 0 to 1. */
  readonly add: (memo: ClassificationMemo, completeness: number) => void;
  readonly sheets: () => readonly ExportSheet[];
  /** Hash over the day, the redaction and every asset's own content hash, in order. */
  readonly contentHash: () => string;
}

type Row = readonly ExportCell[];

/** Starts an empty workbook. Rows come out in the order in which assets are added. */
export function createWorkbook(head: WorkbookHead, text: Text): Workbook {
  const summary: Row[] = [];
  const results: Row[] = [];
  const guides: Row[] = [];
  const questions: Row[] = [];
  const facts: Row[] = [];
  const packs = new Map<string, MemoPack>();
  const sources = new Map<string, Row>();
  const hashes: string[] = [];
  const limit = resultLimit();

  const hash = () => contentHash({ on: head.on, redaction: head.redaction, assets: hashes });

  return {
    add(memo, completeness) {
      hashes.push(memo.contentHash);
      summary.push(summaryRow(memo, completeness, text));
      for (const group of memo.groups) {
        for (const entry of group.entries) {
          if (group.kind === 'guide') guides.push(resultRow(memo, group.jurisdiction, entry, text));
          else if (limit.keeps(entry)) results.push(resultRow(memo, group.jurisdiction, entry, text));
        }
      }
      for (const question of memo.questions) {
        questions.push([
          ...who(memo),
          question.ask,
          question.decides.map(plainEntry).join(', '),
          question.owner?.name ?? null,
          question.due ?? null,
        ]);
      }
      for (const fact of memo.facts) {
        facts.push([...who(memo), fact.label, fact.value, text.dynamic(`report.factStanding.${fact.standing}`), fact.source ?? null]);
      }
      for (const pack of memo.packs) packs.set(`${pack.id}@${pack.version}`, pack);
      for (const note of memo.notes) {
        const standing = text.dynamic(`sourceStanding.${note.standing}`);
        sources.set(`${note.sourceId}\n${note.locator}`, [null, null, null, null, note.source, note.locator, standing, note.asOf ?? null]);
      }
    },
    sheets: () => {
      const packRows = [...packs.values()].map(
        (pack): Row => [
          `${pack.name} (${pack.id})`,
          pack.version,
          pack.lastChecked ?? null,
          pack.hash.replace(/^sha256:/, ''),
          null,
          null,
          null,
          null,
        ],
      );
      const sheet = (id: string, keys: readonly (readonly [string, number])[], rows: readonly Row[]): ExportSheet => ({
        name: text.dynamic(`report.sheet.${id}`),
        columns: keys.map(([key, width]): ExportColumn => ({ title: text.dynamic(`report.column.${key}`), width })),
        rows,
      });
      return [
        sheet('summary', summaryColumns, summary),
        sheet('results', resultColumns, results),
        sheet('questions', [...whoColumns, ['question', 60], ['decides', 30], ['owner', 22], ['due', 12]], questions),
        sheet('facts', [...whoColumns, ['field', 28], ['value', 44], ['factStanding', 18], ['source', 40]], facts),
        sheet(
          'packs',
          [
            ['pack', 40],
            ['version', 14],
            ['checked', 14],
            ['hash', 66],
            ['title', 44],
            ['locator', 44],
            ['sourceStanding', 28],
            ['asOf', 26],
          ],
          [...packRows, ...sources.values()],
        ),
        sheet('guides', resultColumns, guides),
        sheet(
          'legend',
          [
            ['term', 26],
            ['meaning', 100],
          ],
          legendRows(head, hash(), limit.dropped(), text),
        ),
      ];
    },
    contentHash: hash,
  };
}

const whoColumns = [
  ['asset', 30],
  ['version', 12],
] as const;

const summaryColumns = [
  ...whoColumns,
  ['kind', 14],
  ['owner', 22],
  ['standing', 20],
  ['classification', 20],
  ['met', 26],
  ['undetermined', 30],
  ['openQuestions', 12],
  ['completeness', 12],
  ['decision', 26],
  ['decidedBy', 22],
  ['expires', 12],
  ['warnings', 60],
  ['assetId', 28],
] as const;

const resultColumns = [
  ...whoColumns,
  ['jurisdiction', 18],
  ['pack', 16],
  ['entry', 16],
  ['limb', 8],
  ['title', 44],
  ['verdict', 16],
  ['text', 16],
  ['enforcement', 16],
  ['confidence', 24],
  ['exportControl', 10],
  ['reasons', 14],
  ['licence', 50],
  ['value', 14],
  ['high', 14],
  ['limit', 14],
  ['unit', 14],
  ['margin', 10],
  ['missing', 40],
  ['citations', 50],
] as const;

const who = ({ asset }: ClassificationMemo): [string, string | null] => [asset.name, asset.version ?? null];
const plainEntry = (id: string): string => id.slice(id.indexOf(':') + 1);

function summaryRow(memo: ClassificationMemo, completeness: number, text: Text): Row {
  const { asset, conclusion, decisions } = memo;
  const decision = decisions.at(-1);
  return [
    ...who(memo),
    asset.kindLabel,
    asset.owner?.name ?? null,
    text.dynamic(`standing.${conclusion.standing}`),
    conclusion.classification,
    conclusion.met.join(', '),
    conclusion.open.join(', '),
    memo.questions.length,
    Math.round(completeness * 100) / 100,
    decision?.conclusion ?? null,
    decision?.by.name ?? null,
    decision?.expires ?? null,
    [...new Set(memo.warnings.map((warning) => warning.text))].join('\n'),
    asset.id,
  ];
}

function resultRow(memo: ClassificationMemo, jurisdiction: string, entry: MemoEntry, text: Text): Row {
  const say = text.dynamic;
  const { margin } = entry;
  const notes = memo.notes.filter(({ number }) => entry.notes.includes(number));
  return [
    ...who(memo),
    jurisdiction,
    entry.pack,
    entry.entry,
    entry.limb ?? null,
    entry.title,
    verdictWord(entry, text),
    say(`textStatus.${entry.textStatus}`),
    say(`enforcement.${entry.enforcement}`),
    say(`confidence.${entry.confidence}`),
    say(`report.answer.${entry.isExportControl ? 'yes' : 'no'}`),
    entry.reasons.join(', '),
    entry.licenceScope ?? null,
    margin?.value ?? null,
    margin?.high ?? null,
    margin?.limit ?? null,
    margin?.unit ?? null,
    margin === undefined ? null : Number(margin.ratio.toPrecision(4)),
    entry.missing.join('\n'),
    notes.map(({ source, locator }) => `${source}; ${locator}`).join('\n'),
  ];
}

function legendRows(head: WorkbookHead, hash: string, dropped: number, text: Text): Row[] {
  const say = text.dynamic;
  const term = (key: string, meaning: string): Row => [say(key), say(meaning)];
  return [
    [say('report.kind.workbook'), say('report.workbook.prepared', { workspace: head.workspace.name, name: head.by })],
    ['', say('report.workbook.day', { day: formatDay(head.on, text.locale) })],
    ...(head.workspace.kind === 'exercise' ? [['', say('report.exerciseBanner')] as const] : []),
    ...(withholds(head.redaction) ? [['', redactionSaid(head.redaction, text)] as const] : []),
    ...(dropped === 0 ? [] : [['', say('report.workbook.dropped', { count: dropped })] as const]),
    ['', say('report.workbook.hash', { hash })],
    ['', say('report.workbook.neutralised')],
    term('verdict.meets', 'report.legend.meets'),
    term('verdict.doesNotMeet', 'report.legend.doesNotMeet'),
    term('verdict.undetermined', 'report.legend.undetermined'),
    term('report.column.text', 'report.legend.text'),
    term('report.column.enforcement', 'report.legend.enforcement'),
    term('report.column.confidence', 'report.legend.confidence'),
    term('report.column.margin', 'report.legend.margin'),
    term('report.sheet.guides', 'report.workbook.guides'),
  ];
}
