import { Select, type SelectOption } from '../Select.tsx';
import { StatusText, type Tone } from '../status.tsx';
import { SimpleTable } from '../table/SimpleTable.tsx';
import { useText } from '../text.tsx';
import classes from './import.module.css';
import { Samples } from './ReadAs.tsx';

const guessTones = { sure: 'clear', likely: 'info', asks: 'review', none: 'unassessed', chosen: 'info' } as const satisfies Record<
  string,
  Tone
>;

/** How a column came to its field: guessed with some confidence, unused, or chosen by a person. */
export type GuessWord = keyof typeof guessTones;

export interface MappedColumn {
  readonly column: number;
  readonly title: string;
  readonly samples: readonly string[];
  /** One of the options. */
  readonly field: string;
  readonly guess: GuessWord;
  readonly because: string;
}

interface MappingTableProps {
  readonly label: string;
  readonly groups: readonly { readonly id: string; readonly title: string; readonly rows: readonly MappedColumn[] }[];
  readonly options: readonly SelectOption[];
  readonly active: number | null;
  readonly onActive: (column: number) => void;
  readonly onChoose: (column: number, field: string) => void;
}

/** Your columns and our fields: samples, the field of each, how sure we are and why. Groups without a column are left out. */
export function MappingTable({ label, groups, options, active, onActive, onChoose }: MappingTableProps) {
  const t = useText();
  return (
    <SimpleTable
      label={label}
      place="page"
      rowHeight={44}
      sticky
      groups={groups.filter((group) => group.rows.length > 0)}
      rowKey={(row) => String(row.column)}
      active={active === null ? null : String(active)}
      onPress={(row) => onActive(row.column)}
      columns={[
        {
          id: 'yours',
          header: t('imports.ui.column.yours'),
          width: 148,
          cell: (row) => (
            <b className={classes['cell']} title={row.title}>
              {row.title}
            </b>
          ),
        },
        {
          id: 'samples',
          header: t('imports.ui.column.samples'),
          minWidth: 260,
          fold: { under: 'yours', order: 2 },
          cell: (row) => <Samples values={row.samples} />,
        },
        {
          id: 'field',
          header: t('imports.ui.column.field'),
          width: 252,
          cell: (row) => (
            <Select
              label={t('imports.ui.fieldOf', { header: row.title })}
              labelHidden
              size="small"
              options={options}
              value={row.field}
              onChange={(field) => onChoose(row.column, field)}
            />
          ),
        },
        {
          id: 'guess',
          header: t('imports.ui.column.guess'),
          width: 92,
          fold: { under: 'field', order: 3 },
          cell: (row) => <StatusText tone={guessTones[row.guess]}>{t(`imports.ui.guess.${row.guess}`)}</StatusText>,
        },
        {
          id: 'because',
          header: t('imports.ui.column.because'),
          width: 152,
          fold: { under: 'guess', order: 1 },
          cell: (row) => <span className={classes['because']}>{row.because}</span>,
        },
      ]}
    />
  );
}
