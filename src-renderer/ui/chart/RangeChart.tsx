import type { ReactNode } from 'react';
import { bundle } from '../bundle.tsx';
import { Quantity } from '../Quantity.tsx';
import type { Limit, Range } from '../range-scale.ts';
import { useText } from '../text.tsx';
import { Chart } from './Chart.tsx';

export interface RangeSeries {
  readonly id: string;
  readonly label: string;
  readonly range: Range;
  /** Chart colour 1 to 6; `ink` for the one that verdicts use. */
  readonly colour: 1 | 2 | 3 | 4 | 5 | 6 | 'ink';
  readonly marker?: 'dot' | 'diamond' | 'square';
}

export interface RangeChartProps {
  readonly title: string;
  readonly series: readonly RangeSeries[];
  readonly limits: readonly Limit[];
  /** `operations (FLOP), logarithmic` */
  readonly axisLabel: string;
  readonly actions?: ReactNode;
  readonly labelWidth?: number;
}

const RangeDrawing = bundle(() => import('./RangeDrawing.tsx')).part('RangeDrawing');

/** Ranges one below the other on a log axis, against the lines they are compared with. */
export function RangeChart({ title, series, limits, axisLabel, actions, labelWidth = 124 }: RangeChartProps) {
  const t = useText();
  const table = {
    columns: [
      { header: t('chart.series') },
      { header: t('chart.low'), align: 'end' as const },
      { header: t('chart.likely'), align: 'end' as const },
      { header: t('chart.high'), align: 'end' as const },
    ],
    rows: [
      ...series.map(({ id, label, range }) => ({
        key: id,
        cells: [
          label,
          <Quantity key="l" value={range.low} />,
          <Quantity key="m" value={range.likely} />,
          <Quantity key="h" value={range.high} />,
        ],
      })),
      ...limits.map((limit) => ({
        key: `limit-${limit.value}-${limit.label ?? ''}`,
        cells: [limit.label ?? t('chart.limit'), '', <Quantity key="m" value={limit.value} />, ''],
      })),
    ],
  };
  return (
    <Chart title={title} table={table} actions={actions}>
      {/* Without a range an axis would measure nothing. */}
      {(width) =>
        series.length === 0 ? null : (
          <RangeDrawing series={series} limits={limits} axisLabel={axisLabel} width={width} labelWidth={labelWidth} />
        )
      }
    </Chart>
  );
}
