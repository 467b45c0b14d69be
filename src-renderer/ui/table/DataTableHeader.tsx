import { IconArrowDown, IconArrowUp, IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { Icon } from '../Icon.tsx';
import { Menu, type MenuGroup } from '../Menu.tsx';
import { type ProductText, useText } from '../text.tsx';
import type { PlacedColumn, TableLayout } from './columns.ts';
import classes from './DataTable.module.css';

/** The order of a list: which column, which way. */
export interface Sort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

interface HeaderCellProps<Row> {
  readonly placed: PlacedColumn<Row>;
  readonly place: number;
  readonly pinned: boolean;
  readonly layout: TableLayout<Row>;
  readonly sort: Sort | null;
  readonly onSort: ((sort: Sort) => void) | undefined;
}

/** A heading: sorts on click, drags to another place or width, and offers the same by menu for the keyboard. */
export function HeaderCell<Row>({ placed, place, pinned, layout, sort, onSort }: HeaderCellProps<Row>) {
  const t = useText();
  const { column } = placed;
  const [over, setOver] = useState(false);
  const sorted = sort?.column === column.id ? sort.direction : undefined;
  const sortable = column.sortable === true && onSort !== undefined;
  return (
    <div
      role="columnheader"
      aria-sort={sortable ? (sorted ?? 'none') : undefined}
      className={classes['headCell']}
      data-align={column.align}
      data-pinned={pinned ? '' : undefined}
      data-over={over ? '' : undefined}
      draggable={!pinned}
      onDragStart={(event) => event.dataTransfer.setData(DRAG_TYPE, column.id)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAG_TYPE)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const moved = event.dataTransfer.getData(DRAG_TYPE);
        if (moved !== '' && moved !== column.id)
          layout.move(
            moved,
            layout.all.findIndex((one) => one.column.id === column.id),
          );
      }}
    >
      {sortable ? (
        <button
          type="button"
          tabIndex={-1}
          aria-label={sortLabel(t, column.header, sorted)}
          onClick={() => onSort({ column: column.id, direction: sorted === 'ascending' ? 'descending' : 'ascending' })}
        >
          <span className={classes['text']}>{column.header}</span>
          {sorted === undefined ? null : <Icon of={sorted === 'ascending' ? IconArrowUp : IconArrowDown} size={14} />}
        </button>
      ) : (
        <span className={classes['text']}>{column.header}</span>
      )}
      <Menu groups={optionsOf(t, placed, place, layout)} align="end">
        <button type="button" data-options="" tabIndex={-1} aria-label={t('table.columnOptions', { column: column.header })}>
          <Icon of={IconDots} size={14} />
        </button>
      </Menu>
      <Grip width={placed.width} onResize={(width) => layout.resize(column.id, width)} />
    </div>
  );
}

const DRAG_TYPE = 'application/x-gatehouse-column';

function optionsOf<Row>(t: ProductText, placed: PlacedColumn<Row>, place: number, layout: TableLayout<Row>): readonly MenuGroup[] {
  const { column, width } = placed;
  const all = layout.all.findIndex((one) => one.column.id === column.id);
  return [
    {
      items: [
        ...(place > 1 ? [{ id: 'left', label: t('table.moveLeft'), onSelect: () => layout.move(column.id, all - 1) }] : []),
        ...(place > 0 && place < layout.shown.length - 1
          ? [{ id: 'right', label: t('table.moveRight'), onSelect: () => layout.move(column.id, all + 1) }]
          : []),
        { id: 'wider', label: t('table.wider'), onSelect: () => layout.resize(column.id, width + 24) },
        { id: 'narrower', label: t('table.narrower'), onSelect: () => layout.resize(column.id, width - 24) },
        ...(column.hideable === false ? [] : [{ id: 'hide', label: t('table.hide'), onSelect: () => layout.toggle(column.id) }]),
      ],
    },
  ];
}

function sortLabel(t: ProductText, column: string, sorted: Sort['direction'] | undefined): string {
  const state = sorted === undefined ? '' : `, ${t(sorted === 'ascending' ? 'table.sortedAscending' : 'table.sortedDescending')}`;
  return `${t('table.sortBy', { column })}${state}`;
}

/** The edge that is dragged. Keyboard users have "Wider" and "Narrower" in the menu. */
function Grip({ width, onResize }: { readonly width: number; readonly onResize: (width: number) => void }) {
  const [from, setFrom] = useState<{ x: number; width: number } | null>(null);
  return (
    <span
      aria-hidden
      className={classes['grip']}
      data-dragging={from === null ? undefined : ''}
      draggable
      onDragStart={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom({ x: event.clientX, width });
      }}
      onPointerMove={(event) => {
        if (from !== null) onResize(from.width + event.clientX - from.x);
      }}
      onPointerUp={() => setFrom(null)}
    />
  );
}
