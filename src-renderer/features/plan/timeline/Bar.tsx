import { memo } from 'react';
import { percentOf, type ScheduledTask } from '../../../../src-shared/model/plan.ts';
import { useText } from '../../../ui/index.ts';
import { remarkOf } from '../words.ts';
import { BAR, boxOf } from './routes.ts';
import type { TimeScale } from './scale.ts';
import classes from './timeline.module.css';

interface BarProps {
  readonly task: ScheduledTask;
  readonly top: number;
  readonly scale: TimeScale;
}

/** One task: its bar with the share done, the thin hollow bar where it was planned, and what is worth saying at its end. */
export const Bar = memo(function Bar({ task, top, scale }: BarProps) {
  const t = useText();
  const box = boxOf(task, top, scale);
  const slipped = task.planned !== null && task.slipDays > 0;
  const percent = task.closed === null ? percentOf(task) : 0;
  const width = box.right - box.left - 1;
  const x = box.left + 0.5;
  const remark = remarkOf(t, task);
  return (
    <g
      className={classes['task']}
      data-task={task.id}
      data-closed={task.closed === null ? undefined : ''}
      data-critical={task.critical && task.closed === null ? '' : undefined}
      data-started={task.state === 'todo' ? undefined : ''}
    >
      {slipped && task.planned !== null ? <Planned task={task} planned={task.planned} top={top} scale={scale} /> : null}
      <g data-moving="">
        {task.milestone ? (
          <path className={classes['diamond']} d={diamond((box.left + box.right) / 2, box.middle, 7)} data-bar="" />
        ) : (
          <>
            <rect className={classes['bar']} data-bar="" x={x} y={box.top} width={width} height={BAR.height} rx={3} />
            {percent > 0 ? (
              <rect
                className={classes['share']}
                data-share=""
                x={x}
                y={box.top}
                width={(width * percent) / 100}
                height={BAR.height}
                rx={3}
              />
            ) : null}
          </>
        )}
        {remark === null ? null : (
          <text className={classes['remark']} data-remark="" data-tone={task.proposal ?? undefined} x={box.right + 13} y={top + 17.5}>
            {remark}
          </text>
        )}
      </g>
    </g>
  );
});

function Planned({ task, planned, top, scale }: BarProps & { readonly planned: NonNullable<ScheduledTask['planned']> }) {
  if (task.milestone)
    return <path className={classes['plannedDiamond']} d={diamond(scale.centre(planned.end), top + BAR.top + BAR.height / 2, 6)} />;
  const left = scale.left(planned.start) + 0.5;
  return (
    <rect
      className={classes['planned']}
      x={left}
      y={top + BAR.planTop}
      width={Math.max(4, scale.right(planned.end) - left - 0.5)}
      height={BAR.planHeight}
      rx={2}
    />
  );
}

const diamond = (x: number, y: number, size: number): string => `M${x} ${y - size}l${size} ${size}-${size} ${size}-${size}-${size}z`;
