import { memo } from 'react';
import type { DaySpan, WorkCalendar } from '../../../../src-shared/model/plan.ts';
import { holidayBands, type TimeScale } from './scale.ts';
import classes from './timeline.module.css';

interface BackdropProps {
  readonly scale: TimeScale;
  readonly calendar: WorkCalendar;
  readonly height: number;
}

/** A hairline at each Monday, a stronger one where a month begins, and a band for each holiday. */
export const Backdrop = memo(function Backdrop({ scale, calendar, height }: BackdropProps) {
  const step = scale.perWeek * scale.dayWidth;
  return (
    <g>
      {Array.from({ length: scale.weeks - 1 }, (_, week) => {
        const x = (week + 1) * step;
        return <line key={x} className={classes['hair']} x1={x} x2={x} y1={0} y2={height} />;
      })}
      {holidayBands(scale, calendar).map(({ day, name, x }) => (
        <rect key={day} className={classes['holiday']} x={x} y={0} width={scale.dayWidth} height={height}>
          <title>{name}</title>
        </rect>
      ))}
    </g>
  );
});

/** The day of today, through its middle. */
export function Today({ today, scale, height }: { readonly today: string; readonly scale: TimeScale; readonly height: number }) {
  const x = scale.centre(today);
  if (x < 0 || x > scale.width) return null;
  return (
    <g className={classes['today']}>
      <line x1={x} x2={x} y1={0} y2={height} />
      <circle cx={x} cy={2} r={4} />
    </g>
  );
}

/** The reach of a phase: from the start of its first task to the end of its last. */
export function Bracket({ span, top, scale }: { readonly span: DaySpan; readonly top: number; readonly scale: TimeScale }) {
  const left = scale.left(span.start) + 0.5;
  const right = scale.right(span.end) - 0.5;
  return <path className={classes['bracket']} d={`M${left} ${top + 18.5}v-6H${right}v6`} />;
}
