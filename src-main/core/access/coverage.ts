import type { z } from 'zod';
import type { CoverageRow } from '../../../src-shared/contract/access.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { silences } from '../../engine/access/index.ts';
import { dateOfDay, type LogImport, listLogImports, undatedDay } from '../accesslogs/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { safeguardCounts } from '../inventory/index.ts';
import { findingStates } from './finding-list.ts';
import { mondayOf } from './overview.ts';
import { currentPicture } from './picture.ts';
import type { AccessJoins } from './sources.ts';

type Row = z.infer<typeof CoverageRow>;

const mostWeeks = 600;
/** Groups of the roll-up looked at between two chances for other requests. */
const groupsATurn = 20_000;

/** How far the logs speak for each asset that should have one, or has one: sources, days, silences, events by week. */
export async function coverageOfAssets(
  deps: FeatureDeps,
  joins: AccessJoins,
  pause: () => Promise<void>,
): Promise<{ firstWeek: IsoDate | null; rows: Row[] }> {
  const { groups, assets: assetOf, around } = await currentPicture(deps, joins, pause);
  const workspace = deps.session();
  const imports = new Map(listLogImports(workspace).map((one) => [one.number, one]));
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < groups.length; at += 1) {
    const day = groups.day[at] ?? 0;
    if (day === undatedDay) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const isEmpty = first > last;
  const length = isEmpty ? 0 : last - first + 1;
  const counts = new Map<number, Float64Array>();
  const sources = new Map<number, Set<number>>();
  for (let at = 0; at < groups.length; at += 1) {
    if (at % groupsATurn === 0) await pause();
    const asset = assetOf[groups.resource[at] ?? 0] ?? -1;
    if (asset < 0 || groups.day[at] === undatedDay) continue;
    const days = counts.get(asset) ?? new Float64Array(length);
    const day = (groups.day[at] ?? 0) - first;
    days[day] = (days[day] ?? 0) + (groups.events[at] ?? 0);
    counts.set(asset, days);
    const own = sources.get(asset) ?? new Set<number>();
    own.add(groups.import[at] ?? 0);
    sources.set(asset, own);
  }
  await pause();
  const safeguards = safeguardCounts(deps.session());
  const findings = new Map(
    (await findingStates(deps.session, pause)).flatMap(({ type, asset_id: asset, id }) =>
      type === 'coverage_gap' && asset !== null ? [[asset, id] as const] : [],
    ),
  );
  const firstWeek = isEmpty ? null : Math.max(mondayOf(first), mondayOf(last) - 7 * (mostWeeks - 1));
  const rows: Row[] = [];
  for (const [place, asset] of around.assets.entries()) {
    const days = counts.get(place);
    if (days === undefined && asset.logExpected !== true) continue;
    rows.push({
      assetId: asset.id,
      name: asset.name.slice(0, 300),
      sources: kindsOf([...(sources.get(place) ?? [])].flatMap((number) => imports.get(number) ?? [])),
      ...spanOf(days, first),
      weeks: firstWeek === null ? [] : weeksOf(days, first, last, firstWeek),
      safeguards: safeguards.get(asset.id) ?? 0,
      findingId: findings.get(asset.id) ?? null,
    });
    if (place % 50 === 0) await pause();
  }
  rows.sort((a, b) => Number(b.findingId !== null) - Number(a.findingId !== null) || (a.name < b.name ? -1 : 1));
  return { firstWeek: firstWeek === null ? null : dateOfDay(firstWeek), rows };
}

/** Files by the kind of log they are, kinds of a known product first. */
function kindsOf(imports: readonly LogImport[]): Row['sources'] {
  const kinds = new Map<string | null, Set<string>>();
  for (const { preset, fileName } of imports) kinds.set(preset, (kinds.get(preset) ?? new Set()).add(fileName.slice(0, 200)));
  return [...kinds]
    .map(([preset, files]) => ({ preset, files: [...files].sort().slice(0, 50) }))
    .sort((a, b) => Number(a.preset === null) - Number(b.preset === null) || ((a.preset ?? '') < (b.preset ?? '') ? -1 : 1))
    .slice(0, 50);
}

function spanOf(days: Float64Array | undefined, first: number): Pick<Row, 'firstDay' | 'lastDay' | 'days' | 'gaps'> {
  if (days === undefined) return { firstDay: null, lastDay: null, days: 0, gaps: [] };
  const gaps = silences(days, first, () => false)
    .map(({ from, until }) => ({ from: dateOfDay(from), until: dateOfDay(until), days: until - from + 1 }))
    .sort((a, b) => b.days - a.days || (a.from < b.from ? -1 : 1))
    .slice(0, 50);
  return {
    firstDay: dateOfDay(first + days.findIndex((count) => count > 0)),
    lastDay: dateOfDay(first + days.findLastIndex((count) => count > 0)),
    days: days.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0),
    gaps,
  };
}

function weeksOf(days: Float64Array | undefined, first: number, last: number, firstWeek: number): number[] {
  const weeks = new Array<number>(Math.floor((last - firstWeek) / 7) + 1).fill(0);
  for (const [place, count] of (days ?? new Float64Array(0)).entries()) {
    const week = Math.floor((first + place - firstWeek) / 7);
    if (week >= 0) weeks[week] = (weeks[week] ?? 0) + count;
  }
  return weeks;
}
