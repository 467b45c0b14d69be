import type { Margin } from '../../../../src-shared/model/finding.ts';
import type { ClassificationMemo, MemoEntry, MemoGroup } from '../../../../src-shared/model/report.ts';
import type { Block, TableRow } from '../../../../src-shared/model/report-page.ts';
import type { Text } from '../../../../src-shared/text/format.ts';
import { formatQuantity } from '../../../../src-shared/text/numbers.ts';
import type { Section } from '../memo-page.ts';
import { line, noteRefs } from '../runs.ts';

/** Law, by jurisdiction, with text and enforcement as two columns. */
export function entriesSection(memo: ClassificationMemo, text: Text): Section {
  return {
    title: text.dynamic('report.section.entries'),
    blocks: entryTable(
      memo.groups.filter(({ kind }) => kind !== 'guide'),
      text,
    ),
  };
}

/** Guides stand apart from law, under a heading that says so. */
export function guidesSection(memo: ClassificationMemo, text: Text): Section {
  return {
    title: text.dynamic('report.section.guides'),
    blocks: entryTable(
      memo.groups.filter(({ kind }) => kind === 'guide'),
      text,
    ),
  };
}

function entryTable(groups: readonly MemoGroup[], text: Text): Block[] {
  if (groups.length === 0) return [];
  const say = text.dynamic;
  const rows = groups.flatMap((group): TableRow[] => [
    { kind: 'group', cells: [line(groupTitle(group, text))] },
    ...group.entries.map((entry): TableRow => ({ kind: 'cells', cells: entryCells(entry, text) })),
  ]);
  return [
    {
      kind: 'table',
      columns: [
        { title: say('report.column.entry'), share: 2 },
        { title: say('report.column.covers'), share: 4.3 },
        { title: say('report.column.verdict'), share: 1.9 },
        { title: say('report.column.text'), share: 1.9 },
        { title: say('report.column.enforcement'), share: 2 },
      ],
      rows,
    },
  ];
}

function groupTitle({ jurisdiction, kind, packs }: MemoGroup, text: Text): string {
  const name = kind === 'otherLaw' ? text.dynamic('report.group.otherLaw', { jurisdiction }) : jurisdiction;
  return `${name} (${packs.join(', ')})`;
}

function entryCells(entry: MemoEntry, text: Text): TableRow['cells'] {
  // An open answer without an upper end is not "below": only a range that crosses the limit is worth saying.
  const saysSomething = entry.verdict !== 'undetermined' || entry.margin?.high !== undefined;
  const margin = entry.margin === undefined || !saysSomething ? undefined : marginWords(entry.margin, text);
  const missing =
    entry.verdict === 'undetermined' && entry.missing.length > 0
      ? text.dynamic('report.missing', { count: entry.missing.length })
      : undefined;
  return [
    line(entryName(entry, text), 'strong'),
    [...line([entry.title, margin, missing].filter((part) => part !== undefined).join('; ')), ...noteRefs(entry.notes)],
    line(verdictWord(entry, text), 'strong'),
    line(text.dynamic(`textStatus.${entry.textStatus}`)),
    line(text.dynamic(`enforcement.${entry.enforcement}`)),
  ];
}

/** An entry as screens name it: guide lines have names, entries of lists and laws go by their number. */
export function entryName({ entry }: Pick<MemoEntry, 'entry'>, text: Text): string {
  return text.dynamic(`guide.${entry}`, undefined, entry);
}

/** Guides are above or below a number; only law is met. */
export function verdictWord(entry: Pick<MemoEntry, 'verdict' | 'guideResult'>, text: Text): string {
  return text.dynamic(entry.guideResult === undefined ? `verdict.${entry.verdict}` : `report.guide.${entry.guideResult}`);
}

/** Within this share of a limit, the distance is said as "within 2 %" and not as a multiple. */
const NEAR = 0.02;

/** How far the deciding value is from the limit, in words. */
export function marginWords(margin: Margin, text: Text): string {
  const limit = `${formatQuantity(margin.limit, text.locale)}${margin.unit === '' ? '' : ` ${margin.unit}`}`;
  if (margin.high !== undefined && margin.value < margin.limit && margin.high >= margin.limit)
    return text.dynamic('report.margin.crosses', { limit });
  const ratio = margin.high === undefined || margin.value >= margin.limit ? margin.ratio : margin.high / margin.limit;
  if (ratio === 1) return text.dynamic('report.margin.at', { limit });
  if (Math.abs(ratio - 1) <= NEAR) return text.dynamic('report.margin.near', { limit });
  if (ratio <= 0) return text.dynamic('report.margin.belowPlain', { limit });
  const distance = ratio < 1 ? 1 / ratio : ratio;
  const times = formatQuantity(Number(distance.toPrecision(distance < 1.1 ? 3 : 2)), text.locale);
  return text.dynamic(ratio < 1 ? 'report.margin.below' : 'report.margin.above', { times, limit });
}

/** Reasons for control and licence scope of the entries that are met or open. */
export function reasonsSection(memo: ClassificationMemo, text: Text): Section {
  const say = text.dynamic;
  const entries = memo.groups
    .filter(({ kind }) => kind === 'exportControl')
    .flatMap(({ entries: inGroup }) => inGroup)
    .filter((entry) => entry.verdict !== 'doesNotMeet' && (entry.reasons.length > 0 || entry.licenceScope !== undefined));
  if (entries.length === 0) return { title: say('report.section.reasons'), blocks: [] };
  return {
    title: say('report.section.reasons'),
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: say('report.column.entry'), share: 1.7 },
          { title: say('report.column.verdict'), share: 1.9 },
          { title: say('report.column.reasons'), share: 1.6 },
          { title: say('report.column.licence'), share: 6.8 },
        ],
        rows: entries.map((entry) => ({
          kind: 'cells',
          cells: [
            line(entryName(entry, text), 'strong'),
            line(say(`verdict.${entry.verdict}`)),
            line(entry.reasons.join(', ') || '–'),
            [...line(entry.licenceScope ?? '–'), ...noteRefs(entry.notes)],
          ],
        })),
      },
    ],
  };
}
