import { usePlotArea, useXAxisDomain, useXAxisScale, useYAxisDomain, useYAxisScale } from 'recharts';

/** Pixel position of a value on an axis of the chart around it; what lies outside, infinity and zero included, is moved to the edge. */
export function useClampedScale(axis: 'x' | 'y'): ((value: number) => number) | null {
  const scales = { x: useXAxisScale(), y: useYAxisScale() };
  const domains = { x: useXAxisDomain(), y: useYAxisDomain() };
  const area = usePlotArea();
  const scale = scales[axis];
  const from = Number(domains[axis]?.[0]);
  const to = Number(domains[axis]?.[1]);
  if (scale === undefined || area === undefined || !Number.isFinite(from) || !Number.isFinite(to)) return null;
  return (value) => scale(Math.min(to, Math.max(from, value))) ?? 0;
}
