import { memo } from 'react';
import type { IsoDate } from '../../../../src-shared/model/dates.ts';
import type { PlanPhase, WorkCalendar } from '../../../../src-shared/model/plan.ts';
import { formatDayShort } from '../../../../src-shared/text/dates.ts';
import { useText } from '../../../ui/index.ts';
import { type TimeScale, type WeekMark, weekMarks } from './scale.ts';
import classes from './timeline.module.css';

interface TimelineHeadProps {
  readonly scale: TimeScale;
  readonly phases: ReadonlyArray<{ readonly phase: PlanPhase; readonly start: IsoDate }>;
  readonly today: IsoDate;
  readonly calendar: WorkCalendar;
  readonly names: number;
}

/** Names of the columns, the weeks by their Mondays, and where each phase begins. */
export const TimelineHead = memo(function TimelineHead({ scale, phases, today }: TimelineHeadProps) {
  const t = useText();
  const marks = weekMarks(scale, today);
  const begun = phases.filter(({ start }) => start >= scale.origin).map(({ phase, start }) => ({ phase, x: scale.left(start) }));
  return (
    <div role="rowgroup" className={classes['head']}>
      <div role="row" aria-rowindex={1} className={classes['headLine']}>
        <div className={classes['names']} data-head="">
          <span role="columnheader">{t('plan.column.task')}</span>
          <span role="columnheader">{t('plan.column.owner')}</span>
          <span role="columnheader" aria-label={t('plan.column.percentLong')}>
            %
          </span>
        </div>
        <div role="columnheader" className={classes['weeks']}>
          <span className="visually-hidden">{t('plan.column.when')}</span>
          <svg width={scale.width} height={44} aria-hidden>
            {marks.map((mark, place) => (
              <g key={mark.monday}>
                {mark.x === 0 ? null : <line className={classes['hair']} x1={mark.x} x2={mark.x} y1={26} y2={44} />}
                <text className={classes['tick']} data-current={mark.current ? '' : undefined} x={mark.x + 6} y={36}>
                  {mark.newMonth && roomAfter(marks, place) ? formatDayShort(mark.monday, t.locale) : Number(mark.monday.slice(8))}
                </text>
              </g>
            ))}
            {begun.map(({ phase, x }) => (
              <g key={phase}>
                {x === 0 ? null : <line className={classes['edge']} x1={x} x2={x} y1={4} y2={44} />}
                <text className={classes['tick']} x={x + 6} y={17}>
                  {t(`plan.phase.${phase}`)}
                </text>
              </g>
            ))}
          </svg>
        </div>
      </div>
    </div>
  );
});

/** Pixels that a day with its month takes, as `28 Sept`. */
const DAY_AND_MONTH = 52;

/** Whether the month fits before the next mark; where that one says its own month, the day alone is plain enough. */
function roomAfter(marks: readonly WeekMark[], place: number): boolean {
  const [mark, next] = [marks[place], marks[place + 1]];
  return mark === undefined || next === undefined || !next.newMonth || next.x - mark.x >= DAY_AND_MONTH;
}
