import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useWidth } from '../use-width.ts';
import { fitColumns } from './fit-columns.ts';
import classes from './SimpleTable.module.css';

export interface SimpleColumn<Row> {
  readonly id: string;
  readonly header: ReactNode;
  /** Pixels; without it the column takes what is left. */
  readonly width?: number;
  /** Pixels below which a column without `width` is no longer readable; 180 where not said. */
  readonly minWidth?: number;
  readonly align?: 'start' | 'end';
  /** Where the cell goes when the table is too narrow: below the cell of that column. The lowest order gives way first. */
  readonly fold?: { readonly under: string; readonly order: number };
  readonly cell: (row: Row) => ReactNode;
}

export interface RowGroup<Row> {
  readonly id: string;
  /** Heading of the group, omitted for a single one. */
  readonly title?: ReactNode;
  readonly aside?: ReactNode;
  /** Makes the group start as one line that says this; pressing its heading opens it. */
  readonly folded?: ReactNode;
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
  /** Rows that want the eye: set on the colour of an open question. A word in the row must say why. */
  readonly marked?: (row: Row) => boolean;
}

/** A table to read, up to about 200 rows: real table markup, groups with headings, rows that may be pressed. */
export function SimpleTable<Row>(props: SimpleTableProps<Row>) {
  const { label, columns, groups, rowKey, place = 'page', active = null, onPress, sticky = false, rowHeight, marked } = props;
  const { ref, width } = useWidth();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const isOpen = (group: RowGroup<Row>) =>
    group.folded === undefined || opened.has(group.id) || group.rows.some((row) => rowKey(row) === active);
  const toggle = (id: string) => setOpened((now) => (now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set([...now, id])));
  const firstKey = groups
    .filter(isOpen)
    .flatMap((group) => group.rows)
    .map(rowKey)[0];
  const fitted = fitColumns(columns, width);
  return (
    <div ref={ref} className={classes['room']}>
      <table
        className={classes['table']}
        aria-label={label}
        data-place={place}
        data-fixed=""
        data-sticky={sticky ? '' : undefined}
        style={rowHeight === undefined ? undefined : { ['--table-row' as string]: `${rowHeight}px` }}
      >
        <colgroup>
          {fitted.map((column) => (
            <col key={column.id} style={column.width === undefined ? undefined : { width: `${column.width}px` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {fitted.map(({ id, align, parts }) =>
              // A column of buttons has no name, and a header without words would only be announced as nothing.
              parts[0].header === '' ? (
                <td key={id} />
              ) : (
                <th key={id} scope="col" data-align={align}>
                  {parts[0].header}
                </th>
              ),
            )}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.id}>
            {group.title === undefined ? null : (
              <tr>
                <th scope="rowgroup" colSpan={fitted.length} className={classes['group']}>
                  <GroupHeading group={group} open={isOpen(group)} onToggle={() => toggle(group.id)} />
                </th>
              </tr>
            )}
            {(isOpen(group) ? group.rows : []).map((row) => {
              const key = rowKey(row);
              return (
                <tr
                  key={key}
                  data-active={key === active ? '' : undefined}
                  data-marked={marked?.(row) === true ? '' : undefined}
                  data-pressable={onPress === undefined ? undefined : ''}
                  aria-current={key === active ? 'true' : undefined}
                  tabIndex={onPress === undefined ? undefined : key === (active ?? firstKey) ? 0 : -1}
                  onClick={(event) => isControl(event.target) || onPress?.(row)}
                  onKeyDown={(event) => onPress === undefined || rowKeys(event, () => onPress(row))}
                >
                  {fitted.map(({ id, align, parts: [first, ...under] }) => (
                    <td key={id} data-align={align}>
                      {first.cell(row)}
                      {under.map((part) => (
                        <div key={part.id} className={classes['under']}>
                          {part.cell(row)}
                        </div>
                      ))}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface GroupHeadingProps {
  readonly group: Pick<RowGroup<unknown>, 'title' | 'aside' | 'folded'>;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** Names a group; where the group can be folded, the name is the button that opens it. */
function GroupHeading({ group, open, onToggle }: GroupHeadingProps) {
  const aside = group.aside === undefined ? null : <span>{group.aside}</span>;
  if (group.folded === undefined)
    return (
      <>
        {group.title}
        {aside}
      </>
    );
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <button type="button" className={classes['fold']} aria-expanded={open} onClick={onToggle}>
      <Chevron aria-hidden size={14} />
      {group.title}
      {aside}
      {open ? null : <em>{group.folded}</em>}
    </button>
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
