import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef } from 'react';
import type { IsoDate } from '../../../../src-shared/model/dates.ts';
import type { DaySpan, PlanPhase, ScheduledTask, WorkCalendar } from '../../../../src-shared/model/plan.ts';
import { isTyping, useAppearance, useText, useWidth } from '../../../ui/index.ts';
import { spanWords } from '../words.ts';
import { Drawing } from './Drawing.tsx';
import { isMovable, shifted, timelineKey } from './keys.ts';
import { RowCells } from './RowCells.tsx';
import { nextTaskRow, timelineRows } from './rows.ts';
import { createScale, extentOf, fittingDayWidth } from './scale.ts';
import { TimelineHead } from './TimelineHead.tsx';
import classes from './timeline.module.css';
import { useMoves } from './use-moves.ts';

interface TimelineProps {
  readonly tasks: readonly ScheduledTask[];
  readonly calendar: WorkCalendar;
  readonly today: IsoDate;
  /** The weeks of the plan; the chart reaches further where tasks do. */
  readonly window: DaySpan;
  readonly phases: ReadonlyArray<{ readonly phase: PlanPhase; readonly start: IsoDate }>;
  readonly active: string | null;
  readonly onActive: (id: string) => void;
  readonly onOpen: (id: string) => void;
  /** Sets where a task lies; resolves once the plan on screen knows of it. */
  readonly onMove: (task: ScheduledTask, span: DaySpan) => Promise<void>;
}

const WIDE = { names: 436, from: 1000 } as const;
const NARROW_NAMES = 320;
const HEADER = 44;
const SCROLLBAR = 12;
const OVERSCAN = 10;

/**
 * The plan as a chart: tasks down by phase, weeks across. Only the rows in view are drawn. Bars are dragged and resized by
 * pointer, and by the arrow keys, which say where the task now lies.
 */
export function Timeline({ tasks, calendar, today, window, phases, active, onActive, onOpen, onMove }: TimelineProps) {
  const t = useText();
  const prefix = useId();
  const { ref: frame, width } = useWidth();
  const { rowHeight } = useAppearance();
  const height = rowHeight - 3;
  const scroller = useRef<HTMLDivElement>(null);
  const moves = useMoves(onMove);
  const shown = useMemo(
    () => (moves.pending.size === 0 ? tasks : tasks.map((task) => withSpan(task, moves.pending.get(task.id)))),
    [tasks, moves.pending],
  );
  const rows = useMemo(() => timelineRows(shown), [shown]);
  const names = width >= WIDE.from ? WIDE.names : NARROW_NAMES;
  const scale = useMemo(() => {
    const extent = extentOf([window, ...shown.map((task) => task.expected), ...shown.flatMap(({ planned }) => planned ?? [])]) ?? window;
    const weeks = createScale(extent.start, extent.end, calendar, 1).weeks;
    return createScale(extent.start, extent.end, calendar, fittingDayWidth(width - names, weeks, calendar.weekdays.length, 8, 30));
  }, [shown, window, calendar, width, names]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: OVERSCAN,
    // The rows begin below the head, which the reckoning knows nothing of; a bar to scroll across may cover the last of them.
    scrollPaddingEnd: HEADER + SCROLLBAR,
    useFlushSync: false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another density gives every row another height
  useEffect(() => virtual.measure(), [virtual, height]);
  const items = useDeferredValue(virtual.getVirtualItems());
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  const activeIndex = rows.findIndex((row) => row.kind === 'task' && row.task.id === active);

  const goTo = (index: number) => {
    const row = rows[index];
    if (row?.kind !== 'task') return;
    moves.flush();
    onActive(row.task.id);
    virtual.scrollToIndex(index, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isTyping(event.target)) return;
    const asked = timelineKey(event, calendar.weekdays.length);
    if (asked === null) return;
    const row = rows[activeIndex];
    if (asked.kind === 'revert') {
      if (moves.revert()) event.preventDefault();
      return;
    }
    event.preventDefault();
    if (asked.kind === 'row') {
      const from = { next: activeIndex, previous: activeIndex, first: -1, last: rows.length }[asked.to];
      return goTo(nextTaskRow(rows, from, asked.to === 'next' || asked.to === 'first' ? 1 : -1));
    }
    if (row?.kind !== 'task') return;
    if (asked.kind === 'open') return onOpen(row.task.id);
    const next = shifted(row.task, row.task.expected, asked, calendar);
    if (next !== null) moves.nudge(row.task, next, t('plan.timeline.moved', { title: row.task.title, span: spanWords(t, next) }));
    else
      moves.say(
        t(isMovable(row.task) ? (row.task.milestone ? 'plan.timeline.noLength' : 'plan.timeline.shortest') : 'plan.timeline.closedStays', {
          title: row.task.title,
        }),
      );
  };

  const style = {
    ['--names' as string]: `${names}px`,
    ['--chart' as string]: `${scale.width}px`,
    ['--line-height' as string]: `${height}px`,
  };
  return (
    <div ref={frame} className={classes['frame']}>
      {width === 0 ? null : (
        <div
          ref={scroller}
          className={classes['scroller']}
          style={style}
          role="grid"
          aria-label={t('plan.timeline.label')}
          aria-rowcount={rows.length + 1}
          aria-describedby={`${prefix}-keys`}
          aria-activedescendant={activeIndex >= first && activeIndex <= last ? `${prefix}-${activeIndex}` : undefined}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onBlur={moves.flush}
          data-narrow={names === WIDE.names ? undefined : ''}
        >
          <div className={classes['width']}>
            <TimelineHead scale={scale} phases={phases} today={today} calendar={calendar} names={names} />
            <div role="rowgroup" className={classes['body']} style={{ height: `${virtual.getTotalSize()}px` }}>
              {items.map((item) => {
                const row = rows[item.index];
                return row === undefined ? null : (
                  <RowCells
                    key={item.key}
                    id={`${prefix}-${item.index}`}
                    index={item.index}
                    top={item.start}
                    row={row}
                    active={item.index === activeIndex}
                    wide={names === WIDE.names}
                    onPress={goTo}
                    onOpen={onOpen}
                  />
                );
              })}
            </div>
            <Drawing
              rows={rows}
              first={first}
              last={last}
              rowHeight={height}
              scale={scale}
              calendar={calendar}
              today={today}
              onPress={goTo}
              onOpen={onOpen}
              onDrop={(task, span) => moves.commit(task, span, t('plan.timeline.moved', { title: task.title, span: spanWords(t, span) }))}
            />
          </div>
        </div>
      )}
      <p id={`${prefix}-keys`} className="visually-hidden">
        {t('plan.timeline.keysSpoken')}
      </p>
      <div role="status" className="visually-hidden">
        {moves.said}
      </div>
    </div>
  );
}

function withSpan(task: ScheduledTask, span: DaySpan | undefined): ScheduledTask {
  return span === undefined ? task : { ...task, expected: span };
}
