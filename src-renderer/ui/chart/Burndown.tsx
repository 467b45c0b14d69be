import type { ReactNode } from 'react';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { bundle } from '../bundle.tsx';
import { useText } from '../text.tsx';
import { Chart, type ChartPlace } from './Chart.tsx';

/** What was left, or should be, at the end of a day. Two points of one day draw a step. */
export interface BurndownPoint {
  readonly day: string;
  readonly left: number;
}

export interface BurndownProps {
  readonly title: string;
  /** What the numbers of the title open, and what they count there. */
  readonly opens?: ChartPlace;
  readonly lead: ReactNode;
  readonly controls: ReactNode;
  /** Left of the switch to the table. */
  readonly actions?: ReactNode;
  /** What is counted: `open tasks`. */
  readonly unit: string;
  readonly actual: readonly BurndownPoint[];
  readonly ideal: readonly BurndownPoint[];
  /** Changes of scope, each with its words. */
  readonly steps: ReadonlyArray<{ readonly day: string; readonly label: string }>;
  readonly today: string;
  /** Beside the point of today: `20 left, line says 17`. */
  readonly now: string;
  /** Days on which nothing would be left: soonest, likely, latest. Null where there is nothing to go by. */
  readonly forecast: { readonly earliest: string; readonly likely: string; readonly latest: string; readonly label: string } | null;
  /** Where a day lies along the axis, in columns from its start: working days, so that an even pace is a straight line. */
  readonly columnOf: (day: string) => number;
  /** Days that may be named along the axis, one a week; as many are as have room. */
  readonly ticks: readonly string[];
  /** Columns in all. */
  readonly columns: number;
  readonly height?: number;
}

const BurndownDrawing = bundle(() => import('./BurndownDrawing.tsx')).part('BurndownDrawing');

/** Work left day by day against the straight line to the end, with changes of scope as steps and the range of the forecast. */
export function Burndown(props: BurndownProps) {
  const t = useText();
  const { title, opens, lead, controls, actions, unit, actual, ideal } = props;
  const idealOn = new Map(ideal.map((point) => [point.day, point.left]));
  const lastOf = new Map(actual.map((point) => [point.day, point.left]));
  const rounded = (value: number) => Number(value.toFixed(1)).toLocaleString(t.locale);
  const days = [...new Set([...lastOf.keys(), ...idealOn.keys()])].sort();
  const cell = (value: number | undefined) => (value === undefined ? '' : rounded(value));
  const table = {
    columns: [{ header: t('chart.day') }, { header: unit, align: 'end' as const }, { header: t('chart.ideal'), align: 'end' as const }],
    rows: days.map((day) => ({ key: day, cells: [formatDay(day, t.locale), cell(lastOf.get(day)), cell(idealOn.get(day))] })),
  };
  return (
    <Chart title={title} opens={opens} lead={lead} controls={controls} actions={actions} table={table}>
      {(width) => <BurndownDrawing {...props} width={width} />}
    </Chart>
  );
}
