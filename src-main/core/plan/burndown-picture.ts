import type { BurndownView } from '../../../src-shared/contract/plan.ts';
import { dayAfter, daysBetween, type IsoDate } from '../../../src-shared/model/dates.ts';
import { formatDay, formatDayShort } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { redactionSaid } from '../../../src-shared/text/redaction.ts';
import { xml } from '../exports/index.ts';
import type { Withholding } from '../reports/index.ts';

/** Size of the picture, and the edges of its chart, in pixels. */
const size = { width: 960, height: 540 } as const;
const plot = { left: 56, right: 936, top: 96, bottom: 484 } as const;
const ink = { text: '#1c2430', muted: '#5b6675', line: '#1d5ea8', grid: '#e3e7ec', ideal: '#7b8594', range: '#dfe7f3' } as const;

interface Point {
  readonly day: IsoDate;
  readonly left: number;
}

/**
 * The burndown as a picture that stands by itself: work left, the straight line, changes of scope and the forecast, drawn over calendar days
 * on white. Colours and sizes are in it, so that any program shows it alike.
 */
export function burndownPicture(
  view: BurndownView,
  unit: 'tasks' | 'days',
  plan: string,
  { hide, redaction }: Pick<Withholding, 'hide' | 'redaction'>,
  text: Text,
): string {
  const say = text.dynamic;
  const ends = [view.last, view.ideal.at(-1)?.day ?? view.last, view.actual.at(-1)?.day ?? view.last];
  const last = ends.reduce((latest, day) => (day > latest ? day : latest));
  const across = Math.max(1, daysBetween(view.first, last));
  const most = niceMost(Math.max(1, ...[...view.actual, ...view.ideal].map(({ left }) => left)));
  const x = (day: IsoDate) =>
    round(plot.left + ((plot.right - plot.left) * Math.min(across, Math.max(0, daysBetween(view.first, day)))) / across);
  const y = (left: number) => round(plot.bottom - ((plot.bottom - plot.top) * left) / most.value);
  const path = (points: readonly Point[]) =>
    points.map(({ day, left }, place) => `${place === 0 ? 'M' : 'L'}${x(day)} ${y(left)}`).join('');
  const now = view.actual.at(-1);
  const said = say('plan.burndown.now', {
    left: tenths(view.left),
    line: unit === 'tasks' ? Math.round(view.lineSays) : tenths(view.lineSays),
  });
  const title = hide.words(plan);
  const withheld = redactionSaid(redaction, text);
  const nowAtRight = now !== undefined && x(now.day) > plot.right - 180;
  const { forecast } = view;
  const parts = [
    `<rect width="${size.width}" height="${size.height}" fill="#ffffff"/>`,
    words(plot.left - 32, 34, title, { size: 18, weight: 600 }),
    words(plot.left - 32, 56, say('plan.picture.under', { day: formatDay(view.today, text.locale), said }), { fill: ink.muted }),
    ...(withheld === '' ? [] : [words(plot.left - 32, 72, withheld, { size: 11, fill: ink.muted })]),
    words(plot.left, plot.top - 12, say(`plan.burndown.unit.${unit}`), { size: 12, fill: ink.muted }),
    ...most.ticks.flatMap((tick) => [
      `<path d="M${plot.left} ${y(tick)}H${plot.right}" stroke="${tick === 0 ? ink.ideal : ink.grid}"/>`,
      words(plot.left - 8, y(tick) + 4, tick.toLocaleString(text.locale), { size: 12, fill: ink.muted, anchor: 'end' }),
    ]),
    ...weekTicks(view.first, across).map(
      (day) =>
        `<path d="M${x(day)} ${plot.bottom}v5" stroke="${ink.ideal}"/>${words(x(day), plot.bottom + 20, formatDayShort(day, text.locale), { size: 12, fill: ink.muted, anchor: 'middle' })}`,
    ),
    ...(forecast === null || now === undefined
      ? []
      : [
          `<path d="M${x(now.day)} ${y(now.left)}L${x(forecast.earliest)} ${y(0)}H${x(forecast.latest)}Z" fill="${ink.range}"/>`,
          `<path d="M${x(now.day)} ${y(now.left)}L${x(forecast.likely)} ${y(0)}" stroke="${ink.line}" stroke-width="1.6" stroke-dasharray="2 4"/>`,
        ]),
    `<path d="${path(view.ideal)}" fill="none" stroke="${ink.ideal}" stroke-width="1.4" stroke-dasharray="5 4"/>`,
    `<path d="${path(view.actual)}" fill="none" stroke="${ink.line}" stroke-width="2.4" stroke-linejoin="round"/>`,
    ...scopeMarks(view, x, y, text),
    ...(now === undefined
      ? []
      : [
          `<circle cx="${x(now.day)}" cy="${y(now.left)}" r="5" fill="#ffffff" stroke="${ink.line}" stroke-width="2.4"/>`,
          words(x(now.day) + (nowAtRight ? -10 : 10), y(now.left) - 10, said, { weight: 600, anchor: nowAtRight ? 'end' : 'start' }),
        ]),
    ...legend(forecast !== null, text),
  ];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" role="img" stroke="none" ` +
    `font-family="Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"><title>${xml(`${title}: ${said}`)}</title>${parts.join('')}</svg>\n`
  );
}

/** What was added or taken away, above its step; words that would meet stand one line higher. */
function scopeMarks(view: BurndownView, x: (day: IsoDate) => number, y: (left: number) => number, text: Text): readonly string[] {
  const say = text.dynamic;
  let free = 0;
  let lift = 0;
  return view.steps.map(({ day, change, cause }) => {
    const count = Math.abs(tenths(change));
    const label = say(change < 0 ? 'plan.burndown.removed' : 'plan.burndown.addedFrom', {
      count,
      cause: say(`plan.burndown.cause.${cause}`),
    });
    const at = x(day);
    lift = at < free ? lift + 16 : 0;
    const end = at + label.length * 6.6 + 16;
    free = Math.max(free, end);
    const foot = y(Math.max(0, ...view.actual.filter((point) => point.day === day).map(({ left }) => left)));
    const head = Math.max(plot.top + 6, foot - 34 - lift);
    const left = end > plot.right;
    return `<path d="M${at} ${foot - 4}V${head}" stroke="${ink.ideal}"/>${words(at + (left ? -6 : 6), head + 8, label, { size: 12, fill: ink.muted, anchor: left ? 'end' : 'start' })}`;
  });
}

function legend(withForecast: boolean, text: Text): readonly string[] {
  const say = text.dynamic;
  const entries = [
    { label: say('plan.report.actual'), mark: `<path d="M0 -4h22" stroke="${ink.line}" stroke-width="2.4"/>` },
    { label: say('plan.report.ideal'), mark: `<path d="M0 -4h22" stroke="${ink.ideal}" stroke-width="1.4" stroke-dasharray="5 4"/>` },
    ...(withForecast ? [{ label: say('plan.burndown.forecast'), mark: `<rect y="-10" width="22" height="12" fill="${ink.range}"/>` }] : []),
  ];
  let at: number = plot.left;
  return entries.map(({ label, mark }) => {
    const drawn = `<g transform="translate(${at} ${size.height - 14})">${mark}${words(30, 0, label, { size: 12, fill: ink.muted })}</g>`;
    at += 30 + label.length * 6.6 + 24;
    return drawn;
  });
}

interface Manner {
  readonly size?: number;
  readonly weight?: number;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

function words(
  x: number,
  y: number,
  said: string,
  { size: points = 13, weight = 400, fill = ink.text, anchor = 'start' }: Manner = {},
): string {
  return `<text x="${round(x)}" y="${round(y)}" font-size="${points}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${xml(said)}</text>`;
}

/** Mondays, as many as have room: every week, every second one and so on. */
function weekTicks(first: IsoDate, across: number): readonly IsoDate[] {
  const weeks = Math.floor(across / 7);
  const every = Math.max(1, Math.ceil(weeks / 14));
  return Array.from({ length: Math.floor(weeks / every) + 1 }, (_, place) => dayAfter(first, place * every * 7));
}

/** The next round number above, in four or five even steps. */
function niceMost(value: number): { readonly value: number; readonly ticks: readonly number[] } {
  const magnitude = 10 ** Math.floor(Math.log10(value / 4));
  const step = Math.max(1, ([1, 2, 5, 10].find((factor) => factor * magnitude * 5 >= value) ?? 10) * magnitude);
  const count = Math.ceil(value / step);
  return { value: count * step, ticks: Array.from({ length: count + 1 }, (_, place) => place * step) };
}

const round = (value: number): number => Math.round(value * 10) / 10;
const tenths = round;
