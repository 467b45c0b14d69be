import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { type ProductText, useText } from '../../../ui/index.ts';
import { PositionWord } from '../marks.tsx';
import { CellMark } from './CellMark.tsx';
import { CellTip } from './CellTip.tsx';
import { type Column, eventsOf, linesOf, moved, type Place, type Row, shortCount } from './layout.ts';
import classes from './matrix.module.css';

const ROW = 32;
const COLUMN = 76;
const HEAD = 72;
/** Names with positions beside them, and names alone where there is little room. */
const LEFT = 316;
const NARROW_LEFT = 176;
const NARROW = 720;

interface MatrixGridProps {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** People in the whole matrix, arrived or not. */
  readonly total: number;
}

/** The grid. Only what is in view exists, both ways; arrows move a cursor, which says its cell in full beside it. */
export function MatrixGrid({ columns, rows, total }: MatrixGridProps) {
  const t = useText();
  const navigate = useNavigate();
  const prefix = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState<Place>({ row: 0, column: 0 });
  const [focused, setFocused] = useState(false);
  const [hover, setHover] = useState<Place | null>(null);
  const lines = useMemo(() => linesOf(rows), [rows]);
  const lineOf = useMemo(() => lines.flatMap((line, place) => (line.kind === 'row' ? [place] : [])), [lines]);
  const down = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
    scrollPaddingStart: HEAD,
    paddingStart: 0,
    useFlushSync: false,
  });
  const narrow = (down.scrollRect?.width ?? NARROW) < NARROW;
  const left = narrow ? NARROW_LEFT : LEFT;
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => COLUMN,
    overscan: 4,
    scrollPaddingStart: left,
    useFlushSync: false,
  });
  const shownColumns = across.getVirtualItems();
  const cellAt = (place: Place) => {
    const row = rows[place.row];
    const column = columns[place.column];
    if (row === undefined || column === undefined) return null;
    return { row, column, cell: row.cells.find((cell) => cell.column === place.column) ?? null };
  };
  const go = (place: Place) => {
    setCursor(place);
    setHover(null);
    down.scrollToIndex(place.row === 0 ? 0 : (lineOf[place.row] ?? 0), { align: 'auto' });
    across.scrollToIndex(place.column, { align: 'auto' });
  };
  const openCell = (place: Place, events: boolean) => {
    const at = cellAt(place);
    if (at?.cell == null) return;
    if (at.cell.findingId !== null && !events) void navigate(`/access/findings/${at.cell.findingId}`);
    else void navigate(eventsOf(at.row, at.column));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD) / ROW) - 1);
    const to = moved(event.key, cursor, { rows: rows.length, columns: columns.length, page }, event.ctrlKey);
    if (to !== null) {
      event.preventDefault();
      return go(to);
    }
    if (event.key === 'Enter' || (event.key.toLowerCase() === 'l' && !event.ctrlKey)) {
      event.preventDefault();
      openCell(cursor, event.key !== 'Enter');
    }
  };
  const tipPlace = hover ?? (focused ? cursor : null);
  const tip = tipPlace === null ? null : cellAt(tipPlace);
  const width = left + across.getTotalSize() + 24;
  return (
    <div className={classes['frame']}>
      <div
        ref={scroller}
        className={classes['scroller']}
        role="grid"
        aria-label={t('access.title.matrix')}
        aria-rowcount={total + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={`${prefix}-${cursor.row}-${cursor.column}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        style={{ ['--left' as string]: `${left}px`, ['--column' as string]: `${COLUMN}px`, ['--head' as string]: `${HEAD}px` }}
      >
        <div role="rowgroup" className={classes['head']} style={{ width }}>
          <div role="row" aria-rowindex={1} className={classes['headRow']}>
            <div role="columnheader" aria-colindex={1} className={classes['corner']}>
              <span>{t('access.column.person')}</span>
              {narrow ? null : <span>{t('access.matrix.position')}</span>}
            </div>
            {shownColumns.map(({ index, start }) => {
              const column = columns[index];
              return column === undefined ? null : <ColumnHead key={index} column={column} index={index} start={left + start} />;
            })}
          </div>
        </div>
        <div role="rowgroup" className={classes['body']} style={{ height: down.getTotalSize(), width }}>
          <Tints columns={columns} shown={shownColumns} left={left} />
          {down.getVirtualItems().map(({ index, start }) => {
            const line = lines[index];
            if (line === undefined) return null;
            if (line.kind === 'group')
              return (
                <div key={index} role="row" className={classes['group']} style={{ top: start }}>
                  <div role="rowheader" aria-colspan={columns.length + 1}>
                    {line.name}
                  </div>
                </div>
              );
            const { row, at, cells } = line;
            return (
              <div
                key={index}
                role="row"
                aria-rowindex={at + 2}
                className={classes['line']}
                data-active={(hover?.row ?? cursor.row) === at && (focused || hover !== null) ? '' : undefined}
                style={{ top: start }}
              >
                <div role="rowheader" aria-colindex={1} className={classes['name']} title={row.name}>
                  <span>{row.name}</span>
                  {narrow ? (
                    <span className="visually-hidden">{t(`access.position.${row.position}`)}</span>
                  ) : (
                    <PositionWord position={row.position} />
                  )}
                </div>
                {shownColumns.map(({ index: place, start: x }) => {
                  const cell = cells.get(place);
                  const here = cursor.row === at && cursor.column === place;
                  return (
                    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the grid, which holds the focus
                    <div
                      key={place}
                      id={`${prefix}-${at}-${place}`}
                      role="gridcell"
                      aria-colindex={place + 2}
                      aria-selected={here}
                      aria-label={cell === undefined ? t('access.matrix.nothing', { asset: columns[place]?.name ?? '' }) : undefined}
                      className={classes['cell']}
                      data-cursor={here && focused ? '' : undefined}
                      style={{ left: left + x }}
                      onMouseEnter={() => setHover(cell === undefined ? null : { row: at, column: place })}
                      onMouseLeave={() => setHover(null)}
                      onClick={() => setCursor({ row: at, column: place })}
                      onDoubleClick={() => openCell({ row: at, column: place }, false)}
                    >
                      {cell === undefined ? (
                        <i aria-hidden>·</i>
                      ) : (
                        <>
                          <CellMark mark={cell.mark} words={shortCount(cell.events, t.locale)} />
                          <span className="visually-hidden">
                            {t(`access.mark.${cell.mark}`)}. {cell.says}
                          </span>
                        </>
                      )}
                    </div>
                  );
                })}
              </div>
            );
          })}
        </div>
      </div>
      {tip?.cell == null || tipPlace === null ? null : (
        <CellTip
          row={tip.row}
          column={tip.column}
          cell={tip.cell}
          x={left + tipPlace.column * COLUMN - (scroller.current?.scrollLeft ?? 0)}
          y={HEAD + (lineOf[tipPlace.row] ?? 0) * ROW - (scroller.current?.scrollTop ?? 0)}
          frame={{ width: down.scrollRect?.width ?? 0, height: down.scrollRect?.height ?? 0 }}
        />
      )}
    </div>
  );
}

function ColumnHead({ column, index, start }: { readonly column: Column; readonly index: number; readonly start: number }) {
  const t = useText();
  return (
    <div
      role="columnheader"
      aria-colindex={index + 2}
      className={classes['columnHead']}
      data-controlled={column.controlled}
      style={{ left: start }}
      title={[column.name, column.version, entryWords(t, column)].filter((part) => part !== null).join(', ')}
    >
      <b>{column.name}</b>
      <span>{column.version ?? ''}</span>
      <em>{entryWords(t, column)}</em>
    </div>
  );
}

/** The entry of a controlled asset; a conclusion that is no entry is said in words. */
function entryWords(t: ProductText, column: Column): string {
  if (column.controlled !== 'controlled') return t(`access.controlled.${column.controlled}`);
  return column.entry === null ? t('access.controlled.controlled') : t.dynamic(`access.entry.${column.entry}`, {}, column.entry);
}

/** The columns of controlled assets, tinted from top to bottom behind the rows. */
function Tints({
  columns,
  shown,
  left,
}: {
  readonly columns: readonly Column[];
  readonly shown: readonly { index: number; start: number }[];
  readonly left: number;
}) {
  return shown
    .filter(({ index }) => columns[index]?.controlled === 'controlled')
    .map(({ index, start }) => <div key={index} aria-hidden className={classes['tint']} style={{ left: left + start }} />);
}
