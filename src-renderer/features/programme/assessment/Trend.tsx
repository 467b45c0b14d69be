import { formatDay } from '../../../../src-shared/text/dates.ts';
import { Chart, useText } from '../../../ui/index.ts';
import classes from './Trend.module.css';

export interface TrendPoint {
  readonly id: string;
  readonly on: string;
  readonly label: string;
  readonly value: number;
}

interface TrendProps {
  readonly title: string;
  /** Oldest first. */
  readonly points: readonly TrendPoint[];
  readonly target: number;
}

const [LEFT, RIGHT, TOP, HEIGHT, FOOT] = [30, 44, 18, 262, 30];
const MOST = 4;

/** The programme over its finished assessments, with the target; days apart are drawn apart. */
export function Trend({ title, points, target }: TrendProps) {
  const t = useText();
  return (
    <Chart
      title={title}
      table={{
        columns: [
          { header: t('programme.assessment.on') },
          { header: t('programme.assessment.name') },
          { header: t('programme.assessment.overall'), align: 'end' },
        ],
        rows: [...points].reverse().map(({ id, on, label, value }) => ({
          key: id,
          cells: [
            formatDay(on, t.locale),
            <a key="name" href={`#/programme/assessments/${id}`}>
              {label}
            </a>,
            <span key="value" className="figures">
              {t('programme.maturity.short', { value })}
            </span>,
          ],
        })),
      }}
    >
      {(width) => <Drawing points={points} target={target} width={width} title={title} />}
    </Chart>
  );
}

function Drawing({ points, target, width, title }: Pick<TrendProps, 'points' | 'target' | 'title'> & { readonly width: number }) {
  const t = useText();
  const [from, until] = [Date.parse(points[0]?.on ?? ''), Date.parse(points.at(-1)?.on ?? '')];
  const room = width - LEFT - RIGHT;
  const x = (on: string) => (until === from ? LEFT + room / 2 : LEFT + ((Date.parse(on) - from) / (until - from)) * room);
  const y = (value: number) => TOP + HEIGHT - (value / MOST) * HEIGHT;
  const path = points.map(({ on, value }) => `${x(on).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  const last = points.at(-1);
  return (
    <svg width={width} height={TOP + HEIGHT + FOOT} role="img" aria-label={title}>
      {[0, 1, 2, 3, 4].map((step) => (
        <g key={step}>
          <line className={classes['ring']} x1={LEFT} x2={width - RIGHT} y1={y(step)} y2={y(step)} />
          <text className={classes['tick']} x={LEFT - 10} y={y(step) + 4} textAnchor="end">
            {step}
          </text>
        </g>
      ))}
      <g data-look="target" className={classes['series']}>
        <line x1={LEFT} x2={width - RIGHT} y1={y(target)} y2={y(target)} />
      </g>
      <text className={classes['tick']} x={LEFT + 4} y={y(target) - 6}>
        {t('programme.assessment.target')}
      </text>
      <g data-look="now" className={classes['series']}>
        <polyline points={path} />
        {points.map(({ id, on, value }) => (
          <circle key={id} cx={x(on)} cy={y(value)} r={4} />
        ))}
      </g>
      {last === undefined ? null : (
        <text className={classes['value']} x={x(last.on) + 9} y={y(last.value) + 4}>
          {t('programme.maturity.short', { value: last.value })}
        </text>
      )}
      {points.map(({ id, on }, place) =>
        place === 0 || place === points.length - 1 ? (
          <text
            key={id}
            className={classes['tick']}
            x={x(on)}
            y={TOP + HEIGHT + 20}
            textAnchor={points.length === 1 ? 'middle' : place === 0 ? 'start' : 'end'}
          >
            {formatDay(on, t.locale)}
          </text>
        ) : null,
      )}
    </svg>
  );
}
