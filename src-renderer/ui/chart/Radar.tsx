import { useText } from '../text.tsx';
import { Chart } from './Chart.tsx';
import classes from './Radar.module.css';

export interface RadarSeries {
  readonly id: string;
  readonly label: string;
  /** One value for each axis, 0 to 4; null where nothing is known. */
  readonly values: readonly (number | null)[];
  readonly look: 'now' | 'before' | 'target';
}

interface RadarProps {
  readonly title: string;
  /** What the title opens. */
  readonly href?: string | undefined;
  readonly axes: readonly { readonly id: string; readonly label: string; readonly short: string }[];
  readonly series: readonly RadarSeries[];
}

const MOST = 4;
const steps = [1, 2, 3, 4] as const;

/** Maturity of each element around a centre, this time over the last, with the target as a dashed ring; the same as a table one button away. */
export function Radar({ title, href, axes, series }: RadarProps) {
  const t = useText();
  return (
    <Chart
      title={title}
      opens={href === undefined ? undefined : { href }}
      table={{
        columns: [{ header: t('programme.assessment.element') }, ...series.map(({ label }) => ({ header: label, align: 'end' as const }))],
        rows: axes.map((axis, place) => ({
          key: axis.id,
          cells: [
            axis.label,
            ...series.map(({ id, values }) => {
              const value = values[place] ?? null;
              return (
                <span key={id} className="figures">
                  {value === null ? '–' : t('programme.maturity.short', { value })}
                </span>
              );
            }),
          ],
        })),
      }}
    >
      {(width) => <Drawing axes={axes} series={series} width={width} label={t('programme.assessment.radarDrawing')} />}
    </Chart>
  );
}

interface DrawingProps extends Pick<RadarProps, 'axes' | 'series'> {
  readonly width: number;
  readonly label: string;
}

function Drawing({ axes, series, width, label }: DrawingProps) {
  const t = useText();
  const radius = Math.max(70, Math.min(128, width / 2 - 120));
  const [centre, middle] = [width / 2, radius + 34];
  const at = (place: number, value: number) => {
    const angle = (place / axes.length) * 2 * Math.PI - Math.PI / 2;
    return { x: centre + (Math.cos(angle) * radius * value) / MOST, y: middle + (Math.sin(angle) * radius * value) / MOST };
  };
  const outline = (values: readonly (number | null)[]) =>
    values.flatMap((value, place) => (value === null ? [] : [at(place, value)])).map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`);
  const order = ['target', 'before', 'now'] as const;
  const drawn = [...series].sort((a, b) => order.indexOf(a.look) - order.indexOf(b.look));
  return (
    <>
      <svg width={width} height={middle + radius + 30} role="img" aria-label={label}>
        {steps.map((step) => (
          <polygon key={step} className={classes['ring']} points={outline(axes.map(() => step)).join(' ')} />
        ))}
        {axes.map((axis, place) => {
          const edge = at(place, MOST);
          return <line key={axis.id} className={classes['spoke']} x1={centre} y1={middle} x2={edge.x} y2={edge.y} />;
        })}
        {drawn.map(({ id, values, look }) => (
          <g key={id} data-look={look} className={classes['series']}>
            <polygon points={outline(values).join(' ')} />
            {look === 'target'
              ? null
              : values.map((value, place) => {
                  if (value === null) return null;
                  const { x, y } = at(place, value);
                  const axis = axes[place];
                  return look === 'now' ? (
                    <circle key={axis?.id} cx={x} cy={y} r={4} />
                  ) : (
                    <rect key={axis?.id} x={x - 3} y={y - 3} width={6} height={6} transform={`rotate(45 ${x} ${y})`} />
                  );
                })}
          </g>
        ))}
        {axes.map((axis, place) => {
          const { x, y } = at(place, MOST * 1.12);
          const anchor = Math.abs(x - centre) < 8 ? 'middle' : x < centre ? 'end' : 'start';
          const value = series.find(({ look }) => look === 'now')?.values[place] ?? null;
          return (
            <text
              key={axis.id}
              className={classes['axis']}
              x={x}
              y={y + (anchor === 'middle' ? (y < middle ? -4 : 10) : 4)}
              textAnchor={anchor}
            >
              {axis.short}
              {value === null ? null : (
                <tspan className={classes['value']} dx={5}>
                  {t('programme.maturity.short', { value })}
                </tspan>
              )}
            </text>
          );
        })}
      </svg>
      <Legend series={series} />
    </>
  );
}

function Legend({ series }: { readonly series: readonly RadarSeries[] }) {
  return (
    <ul className={classes['legend']}>
      {series.map(({ id, label, look }) => (
        <li key={id}>
          <svg width={26} height={12} aria-hidden>
            <g data-look={look} className={classes['series']}>
              <line x1={0} x2={26} y1={6} y2={6} />
              {look === 'now' ? <circle cx={13} cy={6} r={4} /> : null}
              {look === 'before' ? <rect x={10} y={3} width={6} height={6} transform="rotate(45 13 6)" /> : null}
            </g>
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
