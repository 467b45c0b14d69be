import type { EntryFinding } from '../../../../src-shared/model/finding.ts';
import {
  EnforcementWord,
  MathText,
  type ProductText,
  type SimpleColumn,
  StatusText,
  TextStatusWord,
  VerdictStatus,
} from '../../../ui/index.ts';
import { entryWord } from '../words.ts';
import classes from './asset.module.css';
import { marginWords } from './entries.ts';

export const entryKey = (entry: EntryFinding) => `${entry.pack}:${entry.entry}`;

/** Columns of a table of entries. Where it is narrow, what an entry covers stands below its name, then enforcement below text. */
export function entryColumns(t: ProductText): readonly SimpleColumn<EntryFinding>[] {
  return [
    {
      id: 'entry',
      header: t('inventory.column.entry'),
      width: 220,
      cell: (entry) => (
        <span className={classes['entry']}>
          <MathText>{entryWord(t, entry.entry)}</MathText>
        </span>
      ),
    },
    {
      id: 'title',
      header: t('inventory.column.covers'),
      minWidth: 170,
      fold: { under: 'entry', order: 1 },
      cell: (entry) => <MathText>{entry.title}</MathText>,
    },
    {
      id: 'verdict',
      header: t('inventory.column.verdict'),
      width: 128,
      cell: (entry) =>
        entry.guideResult === undefined ? (
          <VerdictStatus verdict={entry.verdict} isExportControl={entry.isExportControl} />
        ) : (
          <StatusText tone={entry.guideResult === 'above' ? 'info' : 'unassessed'}>{t(`guideResult.${entry.guideResult}`)}</StatusText>
        ),
    },
    { id: 'text', header: t('inventory.column.text'), width: 104, cell: (entry) => <TextStatusWord status={entry.textStatus} /> },
    {
      id: 'enforcement',
      header: t('inventory.column.enforcement'),
      width: 100,
      fold: { under: 'text', order: 4 },
      cell: (entry) => <EnforcementWord enforcement={entry.enforcement} />,
    },
    {
      id: 'reasons',
      header: t('inventory.column.reasons'),
      width: 84,
      fold: { under: 'margin', order: 2 },
      cell: (entry) => entry.reasons.join(', '),
    },
    {
      id: 'margin',
      header: t('inventory.column.margin'),
      width: 118,
      fold: { under: 'verdict', order: 3 },
      cell: (entry) => <MathText>{marginWords(t, entry)}</MathText>,
    },
  ];
}
