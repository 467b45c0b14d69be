import type { EntryFinding, ItemFinding } from '../../../../src-shared/model/finding.ts';
import type { ProductText, RowGroup } from '../../../ui/index.ts';

const verdictRank = { meets: 0, undetermined: 1, doesNotMeet: 2 } as const;

/**
 * Entries by pack in judging order, met and open first; what is not export control stands last under its own heading.
 *
 * After the first pack, one that only has open pointers is folded to a line that counts them: nothing is left out, and the
 * answers a person works on stay in sight.
 */
export function groupEntries(finding: ItemFinding, t: ProductText): readonly RowGroup<EntryFinding>[] {
  const packs = finding.packs.flatMap(({ id, version }, place) => {
    const rows = sorted(finding.entries.filter((entry) => entry.pack === id && entry.isExportControl));
    if (rows.length === 0) return [];
    const group = { id, title: t.dynamic(`pack.${id}`, {}, id), aside: `${id} ${version}`, rows };
    return place > 0 && isOpenOnly(rows) ? [{ ...group, folded: foldedWords(t, rows) }] : [group];
  });
  const rest = sorted(finding.entries.filter((entry) => !entry.isExportControl));
  return rest.length === 0
    ? packs
    : [...packs, { id: 'rest', title: t('inventory.notExportControl'), aside: t('inventory.notExportControlAside'), rows: rest }];
}

const isOpenOnly = (rows: readonly EntryFinding[]) =>
  rows.some((entry) => entry.verdict === 'undetermined') && rows.every((entry) => entry.verdict !== 'meets');

function foldedWords(t: ProductText, rows: readonly EntryFinding[]): string {
  const open = rows.filter((entry) => entry.verdict === 'undetermined').length;
  return t('inventory.foldedEntries', { open, others: rows.length - open });
}

function sorted(entries: readonly EntryFinding[]): readonly EntryFinding[] {
  return [...entries].sort((a, b) => verdictRank[a.verdict] - verdictRank[b.verdict]);
}

/** Distance to the limit in words, or what is missing. */
export function marginWords(t: ProductText, entry: EntryFinding): string {
  if (entry.missing.length > 0 && entry.verdict === 'undetermined') return t('inventory.needsFacts', { count: entry.missing.length });
  const { margin } = entry;
  if (margin === undefined) return '–';
  if (margin.high !== undefined && margin.value < margin.limit && margin.high >= margin.limit) return t('inventory.margin.crosses');
  const { ratio } = margin;
  if (!Number.isFinite(ratio) || ratio <= 0) return '–';
  if (ratio === 1) return t('inventory.margin.exact');
  if (ratio > 0.9 && ratio < 1.1)
    return t(ratio > 1 ? 'inventory.margin.percentAbove' : 'inventory.margin.percentBelow', {
      percent: (Math.abs(ratio - 1) * 100).toFixed(1),
    });
  return ratio > 1
    ? t('inventory.margin.above', { times: shortNumber(ratio, t.locale) })
    : t('inventory.margin.below', { times: shortNumber(1 / ratio, t.locale) });
}

function shortNumber(value: number, locale: string): string {
  if (value < 100) return value.toPrecision(2);
  if (value < 1e5) return Math.round(value).toLocaleString(locale);
  const [mantissa = '1', exponent = '0'] = value.toExponential(0).split('e+');
  return mantissa === '1' ? `10^${exponent}` : `${mantissa} × 10^${exponent}`;
}
