import type { Chart } from './report-page.ts';

/**
 * A chart as plain shapes in a box of `width` × `height` units, so that paper and screen draw the same picture.
 * `series` is the place of the series a shape belongs to, null for axes and words.
 */
export interface ChartShape {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

export type Shape =
  | { readonly kind: 'line'; readonly points: readonly Point[]; readonly series: number | null; readonly closed: boolean }
  | {
      readonly kind: 'bar';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly series: number;
    }
  | { readonly kind: 'dot'; readonly x: number; readonly y: number; readonly series: number }
  | { readonly kind: 'words'; readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end'; readonly text: string };

interface Point {
  readonly x: number;
  readonly y: number;
}

const WIDTH = 640;
const round = (value: number): number => Math.round(value * 10) / 10;
const shortened = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

/** Lays a chart out. Bars lie, one line for each label; lines run left to right; a radar has an axis for each label. */
export function chartShape(chart: Chart): ChartShape {
  const most = chart.most ?? Math.max(1, ...chart.series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  switch (chart.form) {
    case 'bars':
      return bars(chart, most);
    case 'lines':
      return lines(chart, most);
    case 'radar':
      return radar(chart, most);
  }
}

function bars({ labels, series, unit }: Chart, most: number): ChartShape {
  const [left, right, bar, gap] = [190, 70, 11, 8];
  const step = bar * series.length + gap;
  const room = WIDTH - left - right;
  const shapes = labels.flatMap((label, row): Shape[] => [
    { kind: 'words', x: left - 10, y: row * step + (bar * series.length) / 2 + 8, anchor: 'end', text: shortened(label, 30) },
    ...series.flatMap(({ values }, place): Shape[] => {
      const value = values[row] ?? null;
      if (value === null) return [];
      const width = round((Math.min(value, most) / most) * room);
      const y = row * step + place * bar + 4;
      return [
        { kind: 'bar', x: left, y, width: Math.max(width, 1), height: bar - 2, series: place },
        { kind: 'words', x: left + width + 6, y: y + bar - 3, anchor: 'start', text: `${value}${unit}` },
      ];
    }),
  ]);
  return { width: WIDTH, height: labels.length * step + 6, shapes };
}

function lines({ labels, series, unit }: Chart, most: number): ChartShape {
  const [left, top, room, height] = [46, 12, WIDTH - 66, 150];
  const x = (place: number) => round(left + (labels.length === 1 ? room / 2 : (place / (labels.length - 1)) * room));
  const y = (value: number) => round(top + height - (Math.min(value, most) / most) * height);
  const every = Math.max(1, Math.ceil(labels.length / 8));
  return {
    width: WIDTH,
    height: top + height + 26,
    shapes: [
      ...[0, 0.5, 1].flatMap((share): Shape[] => [
        {
          kind: 'line',
          points: [
            { x: left, y: y(most * share) },
            { x: left + room, y: y(most * share) },
          ],
          series: null,
          closed: false,
        },
        { kind: 'words', x: left - 6, y: y(most * share) + 4, anchor: 'end', text: `${round(most * share)}${unit}` },
      ]),
      ...labels.flatMap((label, place): Shape[] =>
        place % every === 0 ? [underAxis(x(place), top + height + 18, shortened(label, 14))] : [],
      ),
      ...series.flatMap(({ values }, place): Shape[] => {
        const points = values.flatMap((value, at) => (value === null ? [] : [{ x: x(at), y: y(value) }]));
        return [
          { kind: 'line', points, series: place, closed: false },
          ...points.map((point): Shape => ({ kind: 'dot', ...point, series: place })),
        ];
      }),
    ],
  };
}

/** Half the width of a letter as it is drawn. */
const halfLetter = 3.2;

/** Words under a point of the axis; at the right edge they end there, so that nothing of them is cut off. */
function underAxis(x: number, y: number, text: string): Shape {
  const reaches = x + text.length * halfLetter > WIDTH;
  return { kind: 'words', x: reaches ? WIDTH : x, y, anchor: reaches ? 'end' : 'middle', text };
}

function radar({ labels, series, unit }: Chart, most: number): ChartShape {
  const [centre, middle, radius] = [WIDTH / 2, 130, 100];
  const at = (place: number, share: number): Point => {
    const angle = (place / labels.length) * 2 * Math.PI - Math.PI / 2;
    return { x: round(centre + Math.cos(angle) * radius * share), y: round(middle + Math.sin(angle) * radius * share) };
  };
  const ring = (share: number): Shape => ({
    kind: 'line',
    points: labels.map((_label, place) => at(place, share)),
    series: null,
    closed: true,
  });
  return {
    width: WIDTH,
    height: 262,
    shapes: [
      ...[0.25, 0.5, 0.75, 1].map(ring),
      ...labels.flatMap((label, place): Shape[] => {
        const end = at(place, 1.1);
        const anchor = Math.abs(end.x - centre) < 8 ? 'middle' : end.x < centre ? 'end' : 'start';
        return [
          { kind: 'line', points: [{ x: centre, y: middle }, at(place, 1)], series: null, closed: false },
          { kind: 'words', x: end.x, y: round(end.y + 4), anchor, text: shortened(label, 34) },
        ];
      }),
      { kind: 'words', x: centre + 4, y: middle - radius + 12, anchor: 'start', text: `${most}${unit}` },
      ...series.flatMap(({ values }, place): Shape[] => {
        const points = values.flatMap((value, axis) => (value === null ? [] : [at(axis, Math.min(value, most) / most)]));
        return [
          { kind: 'line', points, series: place, closed: true },
          ...points.map((point): Shape => ({ kind: 'dot', ...point, series: place })),
        ];
      }),
    ],
  };
}
