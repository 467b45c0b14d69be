import { useMemo } from 'react';
import type { IsoDate } from '../../../../src-shared/model/dates.ts';
import { countryName } from '../../../../src-shared/text/countries.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { type OutputOf, QueryView, useHostQuery } from '../../../host/index.ts';
import { Button, Chart, useText } from '../../../ui/index.ts';
import classes from './events.module.css';

type Day = OutputOf<'access.timeline'>['days'][number];

const DAY_MS = 86_400_000;
const CELL = 12;
const STEP = 14;
const LEFT = 30;
const TOP = 16;

interface PersonDaysProps {
  readonly personId: string;
  readonly name: string;
  readonly onDay: (day: IsoDate) => void;
}

/** A person's days as a calendar of shades, with the same numbers as a table. A day narrows the list to itself. */
export function PersonDays({ personId, name, onDay }: PersonDaysProps) {
  const t = useText();
  const timeline = useHostQuery('access.timeline', { personId });
  return (
    <div className={classes['days']}>
      <QueryView query={timeline} rows={3}>
        {({ days }) => {
          const active = days.filter((day) => day.events > 0);
          if (active.length === 0) return <p className="small muted">{t('access.days.none', { name })}</p>;
          const found = active.filter((day) => day.findings > 0).length;
          const several = active.filter((day) => day.countries.length > 1).length;
          return (
            <Chart
              title={t('access.days.title', { name, days: active.length, found, several })}
              table={{
                columns: [
                  { header: t('access.days.day') },
                  { header: t('access.column.events'), align: 'end' },
                  { header: t('access.days.countries') },
                  { header: t('access.view.findings'), align: 'end' },
                ],
                rows: [...active].reverse().map((day) => ({
                  key: day.day,
                  cells: [
                    <Button key="day" kind="link" size="small" onClick={() => onDay(day.day)}>
                      {formatDay(day.day, t.locale)}
                    </Button>,
                    day.events.toLocaleString(t.locale),
                    day.countries.map((code) => countryName(t.locale, code)).join(', '),
                    day.findings === 0 ? '' : day.findings,
                  ],
                })),
              }}
            >
              {(width) => <Calendar days={active} width={width} onDay={onDay} />}
            </Chart>
          );
        }}
      </QueryView>
    </div>
  );
}

interface CalendarProps {
  readonly days: readonly Day[];
  readonly width: number;
  readonly onDay: (day: IsoDate) => void;
}

/** Weeks across, Monday to Sunday down; the newest weeks that fit. Days with a finding are framed, days in two countries dotted. */
function Calendar({ days, width, onDay }: CalendarProps) {
  const t = useText();
  const { weeks, firstMonday, most } = useMemo(() => span(days), [days]);
  const fit = Math.max(4, Math.floor((width - LEFT) / STEP));
  const skipped = Math.max(0, weeks - fit);
  const name = (day: Day) =>
    t('access.days.cell', {
      day: formatDay(day.day, t.locale),
      events: day.events,
      countries: day.countries.map((code) => countryName(t.locale, code)).join(', '),
      findings: day.findings,
    });
  return (
    <svg
      width={width}
      height={TOP + 7 * STEP}
      role="img"
      aria-label={t('access.days.alt', { count: days.length, shown: Math.min(weeks, fit) })}
    >
      {[0, 2, 4].map((weekday) => (
        <text key={weekday} className={classes['tick']} x={0} y={TOP + weekday * STEP + 10}>
          {weekdayName(weekday, t.locale)}
        </text>
      ))}
      <Months firstMonday={firstMonday} from={skipped} weeks={Math.min(weeks, fit)} />
      {days.map((day) => {
        const offset = Math.round((Date.parse(day.day) - firstMonday) / DAY_MS);
        const week = Math.floor(offset / 7) - skipped;
        if (week < 0) return null;
        const x = LEFT + week * STEP;
        const y = TOP + (offset % 7) * STEP;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: see above
          <g key={day.day} className={classes['day']} onClick={() => onDay(day.day)}>
            <title>{name(day)}</title>
            <rect
              x={x}
              y={y}
              width={CELL}
              height={CELL}
              rx={2}
              data-shade={shade(day.events, most)}
              data-found={day.findings > 0 ? '' : undefined}
            />
            {day.countries.length > 1 ? <circle cx={x + CELL / 2} cy={y + CELL / 2} r={2.2} /> : null}
          </g>
        );
      })}
    </svg>
  );
}

function Months({ firstMonday, from, weeks }: { readonly firstMonday: number; readonly from: number; readonly weeks: number }) {
  const t = useText();
  const labels = Array.from({ length: weeks }, (_, step) => new Date(firstMonday + (from + step) * 7 * DAY_MS)).flatMap((monday, step) =>
    step === 0 || monday.getUTCDate() <= 7
      ? [{ step, text: monday.toLocaleDateString(t.locale, { month: 'short', timeZone: 'UTC' }) }]
      : [],
  );
  return labels
    .filter((label, place) => place === 0 || label.step - (labels[place - 1]?.step ?? 0) > 2 || place > 1)
    .map((label) => (
      <text key={label.step} className={classes['tick']} x={LEFT + label.step * STEP} y={11}>
        {label.text}
      </text>
    ));
}

/** Monday of the first week in milliseconds, weeks to the last day, and the most events on a day. */
function span(days: readonly Day[]): { readonly weeks: number; readonly firstMonday: number; readonly most: number } {
  const times = days.map((day) => Date.parse(day.day));
  const first = Math.min(...times);
  const firstMonday = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY_MS;
  const weeks = Math.floor((Math.max(...times) - firstMonday) / (7 * DAY_MS)) + 1;
  return { weeks, firstMonday, most: Math.max(...days.map((day) => day.events)) };
}

/** Four shades on a log scale, since a busy day may hold a thousand times what a quiet one does. */
function shade(events: number, most: number): number {
  return most <= 1 ? 4 : Math.min(4, 1 + Math.floor((Math.log(events) / Math.log(most)) * 3.999));
}

const weekdayName = (weekday: number, locale: string): string =>
  new Date(Date.UTC(2024, 0, 1 + weekday)).toLocaleDateString(locale, { weekday: 'short', timeZone: 'UTC' });
