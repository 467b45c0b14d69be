import { memo, useMemo, useRef } from 'react';
import type { IsoDate } from '../../../../src-shared/model/dates.ts';
import type { DaySpan, ScheduledTask, WorkCalendar } from '../../../../src-shared/model/plan.ts';
import { Backdrop, Bracket, Today } from './Backdrop.tsx';
import { Bar } from './Bar.tsx';
import { boxOf, routeOf } from './routes.ts';
import type { TimelineRow } from './rows.ts';
import type { TimeScale } from './scale.ts';
import classes from './timeline.module.css';
import { useBarDrag } from './use-bar-drag.ts';

interface DrawingProps {
  readonly rows: readonly TimelineRow[];
  /** First and last row in view. */
  readonly first: number;
  readonly last: number;
  readonly rowHeight: number;
  readonly scale: TimeScale;
  readonly calendar: WorkCalendar;
  readonly today: IsoDate;
  readonly onPress: (index: number) => void;
  readonly onOpen: (id: string) => void;
  readonly onDrop: (task: ScheduledTask, span: DaySpan) => void;
}

/** The chart over the rows: what is drawn can be seen and dragged; what it says is in the rows, as words. */
export const Drawing = memo(function Drawing(props: DrawingProps) {
  const { rows, first, last, rowHeight, scale, calendar, today } = props;
  const svg = useRef<SVGSVGElement>(null);
  const pointer = useBarDrag(svg, props);
  const height = rows.length * rowHeight;
  const arrows = useMemo(() => arrowsOf(rows, rowHeight, scale), [rows, rowHeight, scale]);
  const top = first * rowHeight;
  const bottom = (last + 1) * rowHeight;
  const inView = rows.slice(first, last + 1);
  return (
    <svg ref={svg} className={classes['drawing']} width={scale.width} height={height} aria-hidden {...pointer}>
      <Backdrop scale={scale} calendar={calendar} height={height} />
      {arrows.map((arrow) =>
        arrow.bottom < top || arrow.top > bottom ? null : (
          <g
            key={arrow.key}
            className={classes['arrow']}
            data-critical={arrow.critical ? '' : undefined}
            data-settled={arrow.settled ? '' : undefined}
          >
            <path className={classes['route']} d={arrow.line} />
            <path className={classes['tip']} d={arrow.head} />
          </g>
        ),
      )}
      {inView.map((row, place) => {
        const y = (first + place) * rowHeight;
        return row.kind === 'phase' ? (
          row.span === null ? null : (
            <Bracket key={row.phase} span={row.span} top={y} scale={scale} />
          )
        ) : (
          <Bar key={row.task.id} task={row.task} top={y} scale={scale} />
        );
      })}
      <Today today={today} scale={scale} height={height} />
      <g data-hint="" className={classes['hint']} visibility="hidden">
        <rect height={20} rx={4} />
        <text y={14} x={8} />
      </g>
    </svg>
  );
});

/**
 * An arrow for each dependency between two tasks on the chart that still says something: none between two that are done. It is of
 * the deciding chain where both its ends are, and settled once what it comes from is done.
 */
function arrowsOf(rows: readonly TimelineRow[], rowHeight: number, scale: TimeScale) {
  const placed = new Map(
    rows.flatMap((row, index) => (row.kind === 'task' ? [[row.task.id, { task: row.task, top: index * rowHeight }] as const] : [])),
  );
  return [...placed.values()].flatMap(({ task, top }) =>
    task.dependsOn.flatMap((id) => {
      const before = placed.get(id);
      if (before === undefined || (before.task.closed !== null && task.closed !== null)) return [];
      const [from, to] = [boxOf(before.task, before.top, scale), boxOf(task, top, scale)];
      // What has begun all the same waits no more: a detour back around the bars would only hide them.
      if (task.state !== 'todo' && to.left < from.right) return [];
      const route = routeOf(from, to);
      return [{ ...route, key: `${id} ${task.id}`, critical: task.critical && before.task.critical, settled: before.task.closed !== null }];
    }),
  );
}
