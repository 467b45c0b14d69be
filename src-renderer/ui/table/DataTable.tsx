import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { useAppearance } from '../appearance.tsx';
import { Checkbox } from '../choices.tsx';
import { Kbd } from '../Kbd.tsx';
import { ListFooter } from '../layout.tsx';
import { useText } from '../text.tsx';
import type { TableLayout } from './columns.ts';
import classes from './DataTable.module.css';
import { HeaderCell, type Sort } from './DataTableHeader.tsx';
import { DataTableRow } from './DataTableRow.tsx';
import { allSelected, isSelected, nothingSelected, type Selection, selectedCount } from './selection.ts';
import { asTabs, copied, indexOfActive, isCut } from './table-rows.ts';
import { useFittedColumns } from './use-fitted-columns.ts';
import { useTableActions } from './use-table-actions.ts';
import { useTableCopy } from './use-table-copy.ts';
import { useTableKeys } from './use-table-keys.ts';

export interface DataTableProps<Row> {
  /** Spoken name of the list. */
  readonly label: string;
  readonly layout: TableLayout<Row>;
  /** Rows in the whole list, loaded or not. */
  readonly rowCount: number;
  /** Rows of the whole list where `rowCount` is only how far one can scroll yet; null while they are not counted. Said in the footer. */
  readonly total?: number | null;
  /** The row at a place, undefined while it is not loaded. The same row must be the same object until it changes. */
  readonly getRow: (index: number) => Row | undefined;
  readonly rowKey: (row: Row) => string;
  /** Words of a row that only heads those below it: drawn across the table, without a tick box. Keep the function in a memo. */
  readonly heading?: (row: Row) => ReactNode | undefined;
  /** How many rows are headings; they are not counted. */
  readonly headingCount?: number;
  /** Rows on screen and near it: load these. Called when they change. */
  readonly onRangeChange?: ((first: number, last: number) => void) | undefined;
  readonly sort?: Sort | null;
  readonly onSort?: ((sort: Sort) => void) | undefined;
  /** Gives the rows tick boxes. */
  readonly selection?: Selection;
  readonly onSelectionChange?: (selection: Selection) => void;
  /** Key of the highlighted row. Moving with J, K, arrows or a click calls `onActiveChange`. */
  readonly active?: string | null;
  readonly onActiveChange?: (row: Row, index: number) => void;
  /** `Enter` or a double click. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** What the marks in the rows mean; stands in the footer. */
  readonly legend?: ReactNode;
  readonly footerEnd?: ReactNode;
  /** Shown in place of the rows when there are none. */
  readonly empty?: ReactNode;
}

/**
 * A list of any length: only the rows in view exist, and the whole of it is announced. Sorting, resizing, moving and hiding
 * columns are in the header; J, K, arrows, Space, Enter and Shift work as in a spreadsheet; copying gives tab-separated text.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { layout, rowCount, getRow, rowKey, onRangeChange, sort = null, onSort, selection, onSelectionChange, active = null } = props;
  const { heading, headingCount = 0 } = props;
  const t = useText();
  const { rowHeight } = useAppearance();
  const prefix = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState({ row: -1, column: -1 });
  const [reading, setReading] = useState<string | null>(null);
  const selectable = selection !== undefined && onSelectionChange !== undefined;

  const virtual = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollPaddingEnd: HEADER,
    useFlushSync: false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another density gives every row another height
  useEffect(() => virtual.measure(), [virtual, rowHeight]);

  // Rows are drawn at low priority, in slices, so that a fast scroll never holds the page; the overscan hides the delay.
  const items = useDeferredValue(virtual.getVirtualItems());
  const slots = slotCount(virtual.scrollRect?.height ?? 0, rowHeight);
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= first) onRangeChange?.(first, last);
  }, [first, last, onRangeChange]);

  const { activate, tick, extend, press, open } = useTableActions(
    props,
    (index) => virtual.scrollToIndex(index, { align: 'auto' }),
    (row) => {
      setCursor((now) => ({ ...now, row }));
      setReading(null);
    },
  );

  const activeIndex = indexOfActive(
    active,
    cursor.row,
    items.map((item) => item.index),
    getRow,
    rowKey,
  );
  const { frame, room, columns } = useFittedColumns(layout, selectable ? TICK : 0);
  useTableCopy(scroller, () => asTabs(layout, copied(selection, activeIndex, rowCount, getRow, rowKey)));
  const onKeyDown = useTableKeys({
    scroller,
    rowCount,
    activeIndex,
    columnCount: columns.length,
    cursorColumn: cursor.column,
    pageRows: () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - HEADER) / rowHeight) - 1),
    activate,
    tick,
    extend,
    open,
    moveColumn: (column) => {
      setCursor({ row: activeIndex, column });
      const row = getRow(activeIndex);
      const placed = columns[column];
      setReading(
        row !== undefined && placed !== undefined && isCut(scroller.current, `${prefix}-${activeIndex}`, column + (selectable ? 1 : 0))
          ? placed.column.text(row)
          : null,
      );
    },
    selectAll: () => selectable && onSelectionChange(allSelected),
    clear: () => {
      if (reading !== null) return setReading(null);
      if (selectable) onSelectionChange(nothingSelected);
    },
    hasSelection: reading !== null || (selectable && selectedCount(selection, rowCount) > 0),
  });

  const widths = columns.map(({ width }, place) => (place === columns.length - 1 ? `minmax(${width}px, 1fr)` : `${width}px`));
  const total = columns.reduce((sum, { width }) => sum + width, selectable ? TICK : 0);
  const recordCount = rowCount - headingCount;
  const chosen = selectable ? selectedCount(selection, recordCount) : 0;
  const style = {
    ['--columns' as string]: [...(selectable ? [`${TICK}px`] : []), ...widths].join(' '),
    ['--total' as string]: `${total}px`,
    ['--pinned' as string]: `${selectable ? TICK : 0}px`,
    ['--row' as string]: `${rowHeight}px`,
  };

  return (
    <div ref={frame} className={classes['frame']}>
      <div
        ref={scroller}
        className={classes['scroller']}
        style={style}
        data-wide={total > room ? '' : undefined}
        role="grid"
        aria-label={props.label}
        aria-rowcount={props.total === undefined ? rowCount + 1 : props.total === null ? -1 : props.total + 1}
        aria-colcount={columns.length + (selectable ? 1 : 0)}
        aria-multiselectable={selectable || undefined}
        aria-activedescendant={
          activeIndex >= first && activeIndex <= last
            ? cursor.column >= 0
              ? `${prefix}-${activeIndex}-cell`
              : `${prefix}-${activeIndex}`
            : undefined
        }
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div className={classes['width']}>
          <div role="rowgroup" className={classes['head']}>
            <div role="row" aria-rowindex={1} className={classes['line']}>
              {selectable ? (
                <div role="columnheader" className={classes['headCell']}>
                  <Checkbox
                    label={t('table.selectAll')}
                    labelHidden
                    tabIndex={-1}
                    checked={recordCount > 0 && chosen === recordCount}
                    mixed={chosen > 0 && chosen < recordCount}
                    onChange={(on) => onSelectionChange(on ? allSelected : nothingSelected)}
                  />
                </div>
              ) : null}
              {columns.map((placed, place) => (
                <HeaderCell
                  key={placed.column.id}
                  placed={placed}
                  place={place}
                  pinned={place === 0}
                  layout={layout}
                  sort={sort}
                  onSort={onSort}
                />
              ))}
            </div>
          </div>
          <div role="rowgroup" className={classes['body']} style={{ height: `${virtual.getTotalSize()}px` }}>
            {items.map((item) => {
              const row = getRow(item.index);
              return (
                <DataTableRow
                  key={item.index % slots}
                  id={`${prefix}-${item.index}`}
                  index={item.index}
                  top={item.start}
                  row={row}
                  columns={columns}
                  selectable={selectable}
                  selected={selectable && row !== undefined && isSelected(selection, rowKey(row))}
                  active={item.index === activeIndex}
                  cursor={item.index === activeIndex ? cursor.column : -1}
                  heading={row === undefined ? undefined : heading?.(row)}
                  onPress={press}
                  onTick={tick}
                  onOpen={open}
                />
              );
            })}
          </div>
        </div>
      </div>
      {/* Beside the grid, which may hold nothing but rows. */}
      {rowCount === 0 && props.empty !== undefined ? <div className={classes['empty']}>{props.empty}</div> : null}
      {reading === null ? null : <div className={classes['reading']}>{reading}</div>}
      <ListFooter
        end={
          props.footerEnd ?? (
            <>
              <Kbd shortcut="J" /> <Kbd shortcut="K" /> {t('table.move')} <Kbd shortcut="Enter" /> {t('table.open')}
            </>
          )
        }
      >
        <span role="status">
          {chosen > 0
            ? t('table.selectedOf', { selected: chosen, count: recordCount })
            : t('table.count', { count: props.total ?? recordCount })}
        </span>
        {typeof props.legend === 'string' ? <span title={props.legend}>{props.legend}</span> : props.legend}
      </ListFooter>
    </div>
  );
}

const OVERSCAN = 8;
const HEADER = 33;
const TICK = 48;

/** Row elements are reused by turns: scrolling changes their content instead of making new ones. */
function slotCount(height: number, rowHeight: number): number {
  return Math.ceil(height / rowHeight) + 2 * OVERSCAN + 4;
}
