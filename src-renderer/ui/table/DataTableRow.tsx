import { type MouseEvent, memo, type ReactNode } from 'react';
import { Checkbox } from '../choices.tsx';
import { useText } from '../text.tsx';
import type { PlacedColumn } from './columns.ts';
import classes from './DataTable.module.css';

interface DataTableRowProps<Row> {
  readonly id: string;
  readonly index: number;
  readonly top: number;
  readonly row: Row | undefined;
  readonly columns: ReadonlyArray<PlacedColumn<Row>>;
  readonly selectable: boolean;
  readonly selected: boolean;
  readonly active: boolean;
  /** Column under the cursor in the active row, -1 for none. */
  readonly cursor: number;
  /** Words across the row where it only heads others. */
  readonly heading: ReactNode | undefined;
  readonly onPress: (index: number, event: MouseEvent) => void;
  readonly onTick: (index: number, event: { readonly shiftKey: boolean }) => void;
  readonly onOpen: (index: number) => void;
}

/** One virtual row. Memoised: scrolling renders only the rows that come into view. */
export const DataTableRow = memo(function DataTableRow<Row>(props: DataTableRowProps<Row>) {
  const { id, index, top, row, columns, selectable, selected, active, cursor, heading, onPress, onTick, onOpen } = props;
  const t = useText();
  if (heading !== undefined)
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the grid, which holds the focus
      <div
        id={id}
        role="row"
        aria-rowindex={index + 2}
        className={`${classes['line'] ?? ''} ${classes['bodyRow'] ?? ''}`}
        data-heading=""
        data-active={active ? '' : undefined}
        style={{ top: `${top}px` }}
        onClick={(event) => onPress(index, event)}
      >
        <div role="gridcell" aria-colspan={columns.length + (selectable ? 1 : 0)} className={classes['heading']}>
          {heading}
        </div>
      </div>
    );
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the grid, which holds the focus
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selectable ? selected : active}
      aria-busy={row === undefined || undefined}
      className={`${classes['line'] ?? ''} ${classes['bodyRow'] ?? ''}`}
      data-active={active ? '' : undefined}
      style={{ top: `${top}px` }}
      onClick={(event) => onPress(index, event)}
      onDoubleClick={() => onOpen(index)}
    >
      {selectable ? (
        // biome-ignore lint/a11y/useKeyWithClickEvents: only keeps a click on the box from choosing the row
        <div
          role="gridcell"
          className={classes['cell']}
          onClick={(event) => event.stopPropagation()}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          <TickBox label={t('table.selectRow', { row: index + 1 })} checked={selected} onTick={(event) => onTick(index, event)} />
        </div>
      ) : null}
      {columns.map(({ column }, place) => (
        <div
          key={column.id}
          role="gridcell"
          className={classes['cell']}
          data-align={column.align}
          data-pinned={selectable && place === 0 ? '' : undefined}
          data-cursor={active && place === cursor ? '' : undefined}
          id={active && place === cursor ? `${id}-cell` : undefined}
        >
          {row === undefined ? <span className={classes['bone']} /> : <span className={classes['text']}>{column.cell(row)}</span>}
        </div>
      ))}
    </div>
  );
}) as <Row>(props: DataTableRowProps<Row>) => React.JSX.Element;

interface TickBoxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onTick: (event: { readonly shiftKey: boolean }) => void;
}

function TickBox({ label, checked, onTick }: TickBoxProps) {
  // The shift key is only known to the click, and only the change event is certain; the click comes first.
  let shiftKey = false;
  return (
    <span
      className={classes['tickBox']}
      onClickCapture={(event) => {
        shiftKey = event.shiftKey;
      }}
    >
      <Checkbox label={label} labelHidden checked={checked} tabIndex={-1} onChange={() => onTick({ shiftKey })} />
    </span>
  );
}
