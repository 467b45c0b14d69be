import type { ReactNode } from 'react';
import { bundle } from '../bundle.tsx';
import { Quantity } from '../Quantity.tsx';
import { useText } from '../text.tsx';
import { Chart } from './Chart.tsx';

export interface MapRegion {
  readonly id: string;
  readonly label: string;
  readonly tone: 'restricted' | 'review' | 'info' | 'clear';
  readonly edge: 'solid' | 'dashed';
  /** Corners in axis units, in order; `Infinity` reaches the right or upper end, 0 the left or lower one. */
  readonly corners: ReadonlyArray<readonly [number, number]>;
  /** Where its name stands, in axis units. */
  readonly labelAt: readonly [number, number];
}

export interface MapPoint {
  readonly id: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  /** The item of this page: drawn filled, with lines to both axes. */
  readonly strong?: boolean;
}

export interface RuleMapProps {
  readonly title: string;
  readonly regions: readonly MapRegion[];
  readonly points: readonly MapPoint[];
  readonly xLabel: string;
  readonly yLabel: string;
  /** Ends of the log axes. Points outside are moved to the edge. */
  readonly xScale: readonly [number, number];
  readonly yScale: readonly [number, number];
  readonly height?: number;
  readonly actions?: ReactNode;
}

const RuleMapDrawing = bundle(() => import('./RuleMapDrawing.tsx')).part('RuleMapDrawing');

/** A rule drawn as a map: its regions, the item with its coordinates, and known items around it. */
export function RuleMap(props: RuleMapProps) {
  const t = useText();
  const { title, points, xLabel, yLabel, actions } = props;
  const table = {
    columns: [{ header: t('chart.item') }, { header: xLabel, align: 'end' as const }, { header: yLabel, align: 'end' as const }],
    rows: points.map((point) => ({
      key: point.id,
      cells: [point.label, <Quantity key="x" value={point.x} />, <Quantity key="y" value={point.y} />],
    })),
  };
  return (
    <Chart title={title} table={table} actions={actions}>
      {(width) => <RuleMapDrawing {...props} width={width} />}
    </Chart>
  );
}
