import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PlanPhase, ScheduledTask } from '../../../../src-shared/model/plan.ts';
import { Kbd, ListFooter, useText } from '../../../ui/index.ts';
import classes from './board.module.css';
import { Card } from './Card.tsx';
import { type Column, cardBeside, columns, type Lane, type LaneBy, lanesOf, loadOf } from './lanes.ts';
import { useCardDrag } from './use-card-drag.ts';

interface BoardProps {
  readonly tasks: readonly ScheduledTask[];
  readonly laneBy: LaneBy;
  /** Most tasks a column should hold; null where it may hold any number. */
  readonly limits: Readonly<Partial<Record<Column, number | null>>>;
  /** A question about a card stands over the board, and the focus is its own. */
  readonly asking: boolean;
  readonly onMove: (id: string, to: Column) => void;
  readonly onOpen: (id: string) => void;
}

/** Cards shown in a cell before the rest is asked for; of the closed ones fewer. */
const SHOWN = 30;
const CLOSED_SHOWN = 12;

/** The tasks as cards in the columns of their state. Cards are dragged, or moved by `M`; arrows go from card to card. */
export function Board({ tasks, laneBy, limits, asking, onMove, onOpen }: BoardProps) {
  const t = useText();
  const board = useRef<HTMLDivElement>(null);
  const lanes = useMemo(() => lanesOf(tasks, laneBy), [tasks, laneBy]);
  const [focused, setFocused] = useState<string | null>(null);
  const [menu, setMenu] = useState<string | null>(null);
  const drag = useCardDrag(board, onMove);
  const first = lanes.flatMap((lane) => columns.flatMap((column) => lane.cells[column]))[0]?.id ?? null;
  const current = focused !== null && tasks.some((task) => task.id === focused) ? focused : first;

  const focusCard = (id: string | null) => {
    if (id !== null) board.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const id = event.target instanceof HTMLElement ? event.target.dataset['card'] : undefined;
    if (id === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.startsWith('Arrow')) {
      event.preventDefault();
      return focusCard(cardBeside(lanes, id, event.key));
    }
    if (event.key.toLowerCase() === 'm') {
      event.preventDefault();
      // The menu closes on a key outside of it, and would take this very press for one.
      event.stopPropagation();
      return setMenu(id);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      onOpen(id);
    }
  };
  // A card that moved stands in another column as another element: the focus goes after it.
  const follow = useRef<string | null>(null);
  const onMenu = useCallback((id: string, open: boolean) => {
    follow.current = id;
    setMenu(open ? id : null);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of the cards, of the menu or of what is asked: a card may move before its question closes
  useEffect(() => {
    const lost = document.activeElement === document.body || document.activeElement === null;
    if (menu !== null || asking || follow.current === null || !lost || document.querySelector('[role="dialog"]') !== null) return;
    focusCard(follow.current);
  }, [menu, lanes, asking]);

  return (
    <div className={classes['frame']}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys bubble up from the cards, which hold the focus */}
      <div ref={board} className={classes['board']} onKeyDown={onKeyDown} data-lanes={laneBy === 'none' ? undefined : ''}>
        <div className={classes['heads']}>
          {columns.map((column) => (
            <ColumnHead key={column} column={column} tasks={tasks} limit={limits[column] ?? null} />
          ))}
        </div>
        {lanes.map((lane) => (
          <section key={lane.id} aria-label={laneName(t, lane, laneBy)}>
            {laneBy === 'none' ? null : (
              <h2 className={classes['lane']}>
                {laneName(t, lane, laneBy)} <span>{lane.count}</span>
              </h2>
            )}
            <div className={classes['cells']}>
              {columns.map((column) => (
                <Cell
                  key={column}
                  lane={lane}
                  column={column}
                  current={current}
                  menu={menu}
                  onMenu={onMenu}
                  onFocus={setFocused}
                  onMove={onMove}
                  onOpen={onOpen}
                  drag={drag}
                />
              ))}
            </div>
          </section>
        ))}
      </div>
      <ListFooter
        end={
          <>
            {t('plan.board.keysArrows')} <Kbd shortcut="M" /> {t('plan.board.keysMove')} <Kbd shortcut="Enter" /> {t('table.open')}
          </>
        }
      >
        <span role="status">{t('plan.board.count', { count: lanes.reduce((sum, lane) => sum + lane.count, 0) })}</span>
      </ListFooter>
    </div>
  );
}

function laneName(t: ReturnType<typeof useText>, lane: Lane, by: LaneBy): string {
  if (by === 'none') return t('plan.board.all');
  if (by === 'phase') return t(`plan.phase.${lane.id as PlanPhase}`);
  return lane.id === '' ? t('plan.nobody') : lane.id;
}

function ColumnHead({
  column,
  tasks,
  limit,
}: {
  readonly column: Column;
  readonly tasks: readonly ScheduledTask[];
  readonly limit: number | null;
}) {
  const t = useText();
  const { count, over } = loadOf(tasks, column, limit);
  return (
    <h2 className={classes['head']} data-head={column} data-over-limit={over ? '' : undefined}>
      {t(`plan.state.${column}`)}
      <span>
        {limit === null ? t('plan.board.load', { count }) : t(over ? 'plan.board.loadOver' : 'plan.board.loadOf', { count, limit })}
      </span>
    </h2>
  );
}

interface CellProps {
  readonly lane: Lane;
  readonly column: Column;
  readonly current: string | null;
  readonly menu: string | null;
  readonly onMenu: (id: string, open: boolean) => void;
  readonly onFocus: (id: string) => void;
  readonly onMove: (id: string, to: Column) => void;
  readonly onOpen: (id: string) => void;
  readonly drag: ReturnType<typeof useCardDrag>;
}

function Cell({ lane, column, current, menu, onMenu, onFocus, onMove, onOpen, drag }: CellProps) {
  const t = useText();
  const [all, setAll] = useState(false);
  const cards = lane.cells[column];
  const shown = all ? cards : cards.slice(0, column === 'done' ? CLOSED_SHOWN : SHOWN);
  return (
    <div className={classes['cell']} data-column={column}>
      <ul aria-label={t(`plan.state.${column}`)}>
        {shown.map((task) => (
          <Card
            key={task.id}
            task={task}
            column={column}
            current={task.id === current}
            menuOpen={task.id === menu}
            onMenu={onMenu}
            onFocus={onFocus}
            onMove={onMove}
            onOpen={onOpen}
            {...drag}
          />
        ))}
      </ul>
      {shown.length === cards.length ? null : (
        <button type="button" className={classes['more']} onClick={() => setAll(true)}>
          {t('plan.board.more', { count: cards.length - shown.length })}
        </button>
      )}
    </div>
  );
}
