import type { KeyboardEvent, ReactNode } from 'react';
import classes from './SimpleTable.module.css';

export interface SimpleColumn<Row> {
  readonly id: string;
  readonly header: ReactNode;
  /** Pixels; without it the column takes what is left. */
  readonly width?: number;
  readonly align?: 'start' | 'end';
  readonly cell: (row: Row) => ReactNode;
}

export interface RowGroup<Row> {
  readonly id: string;
  /** Heading of the group, omitted for a single one. */
  readonly title?: ReactNode;
  readonly aside?: ReactNode;
  readonly rows: readonly Row[];
}

interface SimpleTableProps<Row> {
  readonly label: string;
  readonly columns: ReadonlyArray<SimpleColumn<Row>>;
  readonly groups: ReadonlyArray<RowGroup<Row>>;
  readonly rowKey: (row: Row) => string;
  /** `page` reaches the page gutter, `panel` the panel's, `inline` starts at the text edge. */
  readonly place?: 'page' | 'panel' | 'inline';
  readonly active?: string | null;
  /** Makes rows pressable: click, Enter or Space; arrows and J, K move. */
  readonly onPress?: ((row: Row) => void) | undefined;
  readonly sticky?: boolean;
  readonly rowHeight?: number;
}

/** A table to read, up to about 200 rows: real table markup, groups with headings, rows that may be pressed. */
export function SimpleTable<Row>(props: SimpleTableProps<Row>) {
  const { label, columns, groups, rowKey, place = 'page', active = null, onPress, sticky = false, rowHeight } = props;
  const firstKey = groups.flatMap((group) => group.rows).map(rowKey)[0];
  return (
    <table
      className={classes['table']}
      aria-label={label}
      data-place={place}
      data-fixed=""
      data-sticky={sticky ? '' : undefined}
      style={rowHeight === undefined ? undefined : { ['--table-row' as string]: `${rowHeight}px` }}
    >
      <colgroup>
        {columns.map((column) => (
          <col key={column.id} style={column.width === undefined ? undefined : { width: `${column.width}px` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) =>
            // A column of buttons has no name, and a header without words would only be announced as nothing.
            column.header === '' ? (
              <td key={column.id} />
            ) : (
              <th key={column.id} scope="col" data-align={column.align}>
                {column.header}
              </th>
            ),
          )}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.id}>
          {group.title === undefined ? null : (
            <tr>
              <th scope="rowgroup" colSpan={columns.length} className={classes['group']}>
                {group.title}
                {group.aside === undefined ? null : <span>{group.aside}</span>}
              </th>
            </tr>
          )}
          {group.rows.map((row) => {
            const key = rowKey(row);
            return (
              <tr
                key={key}
                data-active={key === active ? '' : undefined}
                data-pressable={onPress === undefined ? undefined : ''}
                aria-current={key === active ? 'true' : undefined}
                tabIndex={onPress === undefined ? undefined : key === (active ?? firstKey) ? 0 : -1}
                onClick={(event) => isControl(event.target) || onPress?.(row)}
                onKeyDown={(event) => onPress === undefined || rowKeys(event, () => onPress(row))}
              >
                {columns.map((column) => (
                  <td key={column.id} data-align={column.align}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      ))}
    </table>
  );
}

/** Whether a press was meant for something inside the row, and not for the row. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, label, select, textarea') !== null;
}

function rowKeys(event: KeyboardEvent<HTMLTableRowElement>, press: () => void): void {
  if (event.target !== event.currentTarget) return;
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    return press();
  }
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const rows = [...(event.currentTarget.closest('table')?.querySelectorAll<HTMLElement>('tr[data-pressable]') ?? [])];
  rows[rows.indexOf(event.currentTarget) + step]?.focus();
}
