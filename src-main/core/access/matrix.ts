import type { z } from 'zod';
import type { AccessMatrix, accessMethods, MatrixCell, MatrixColumn, MatrixRow, Position } from '../../../src-shared/contract/access.ts';
import { eventOutcomes } from '../../../src-shared/model/access-events.ts';
import { isControlled } from '../../engine/access/index.ts';
import { dateOfDay, undatedDay } from '../accesslogs/index.ts';
import { type OpenWorkspace, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { findingStates } from './finding-list.ts';
import { assetsOf } from './finding-rows.ts';
import { currentPicture, type Picture } from './picture.ts';
import type { AccessJoins } from './sources.ts';

type Query = z.output<(typeof accessMethods)['access.matrix']['input']>;

const mostColumns = 400;
const denied = eventOutcomes.indexOf('denied');
const failed = eventOutcomes.indexOf('failure');

/** One line of the matrix before it is cut to a page. */
interface Line {
  readonly personId: string | null;
  readonly account: string | null;
  readonly name: string;
  readonly group: string;
  readonly position: z.infer<typeof Position>;
  /** Successful events by position of the asset. */
  readonly cells: Map<number, number>;
}

/** People and accounts against assets: what they reached, with controlled cells marked. Names no nationality. */
export async function matrixOf(deps: FeatureDeps, joins: AccessJoins, query: Query, pause: () => Promise<void>): Promise<AccessMatrix> {
  const picture = await currentPicture(deps, joins, pause);
  const findings = await findingStates(deps.session, pause);
  const { assets } = picture.around;
  const { lines, from, until } = await linesOf(deps.session(), picture, pause);
  await pause();
  const reached = new Set<number>();
  for (const { cells } of lines) for (const asset of cells.keys()) reached.add(asset);
  await pause();
  const shown = assets
    .map((asset, place) => ({ asset, place, controlled: isControlled(asset) && asset.eccnOpen !== true }))
    .filter(({ place, controlled }) => (controlled || !query.controlledOnly) && (reached.has(place) || (controlled && !query.reachedOnly)))
    .sort((a, b) => Number(b.controlled) - Number(a.controlled) || (a.asset.name < b.asset.name ? -1 : 1))
    .slice(0, mostColumns);
  await pause();
  const columnOf = new Map(shown.map(({ place }, column) => [place, column]));
  const rows = lines
    .filter((line) => query.team === null || line.group === query.team)
    .filter((line) => !query.reachedOnly || [...line.cells.keys()].some((asset) => columnOf.has(asset)))
    .sort(byGroup);
  await pause();
  const marks = marksOf(findings);
  await pause();
  return {
    columns: shown.map(
      ({ asset, controlled }): z.infer<typeof MatrixColumn> => ({
        assetId: asset.id,
        name: asset.name.slice(0, 300),
        version: asset.version?.slice(0, 80) ?? null,
        entry: controlled ? (asset.eccn?.slice(0, 40) ?? null) : null,
        controlled: controlled ? 'controlled' : asset.eccnOpen === true || asset.eccn === null ? 'open' : 'none',
      }),
    ),
    rows: rows.slice(query.offset, query.offset + query.limit).map(
      (line): z.infer<typeof MatrixRow> => ({
        personId: line.personId,
        account: line.account,
        name: line.name.slice(0, 400),
        group: line.group.slice(0, 200),
        position: line.position,
        cells: [...line.cells]
          .flatMap(([asset, events]) => {
            const column = columnOf.get(asset);
            const one = assets[asset];
            return column === undefined || one === undefined
              ? []
              : [cellOf(column, events, isControlled(one) && one.eccnOpen !== true, one.id, line, marks)];
          })
          .sort((a, b) => a.column - b.column),
      }),
    ),
    people: rows.length,
    from,
    until,
  };
}

const byGroup = (a: Line, b: Line): number =>
  Number(a.personId === null) - Number(b.personId === null) ||
  (a.group < b.group ? -1 : a.group > b.group ? 1 : a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** Groups of the roll-up looked at between two chances for other requests. */
const groupsATurn = 20_000;

async function linesOf(
  workspace: OpenWorkspace,
  { groups, links, accounts, assets, around }: Picture,
  pause: () => Promise<void>,
): Promise<{ lines: Line[]; from: AccessMatrix['from']; until: AccessMatrix['until'] }> {
  const positions = new Map(
    prepared<[], { person_id: string; position: z.infer<typeof Position> }>(
      workspace.db,
      'SELECT person_id, position FROM access_positions',
    )
      .all()
      .map((row) => [row.person_id, row.position]),
  );
  const lines = new Map<string, Line>();
  for (const person of around.people.people) {
    const position = positions.get(person.id) ?? 'unknown';
    lines.set(`person ${person.id}`, {
      personId: person.id,
      account: null,
      name: person.name || person.id,
      group: person.team ?? '',
      position,
      cells: new Map(),
    });
  }
  await pause();
  const lineOf = links.map((link, place) => {
    const account = accounts[place] ?? null;
    if (account === null) return undefined;
    if (link.kind === 'person') return lines.get(`person ${link.personId}`);
    const key = `account ${link.kind} ${account.account.trim().toLowerCase()}`;
    const known = lines.get(key);
    if (known !== undefined) return known;
    const line: Line = {
      personId: null,
      account: account.account.slice(0, 400),
      name: account.account,
      group: '',
      position: link.kind === 'service' ? 'service' : 'unknownAccount',
      cells: new Map(),
    };
    lines.set(key, line);
    return line;
  });
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < groups.length; at += 1) {
    if (at % groupsATurn === 0) await pause();
    const day = groups.day[at] ?? 0;
    if (day !== undatedDay && day < first) first = day;
    if (day !== undatedDay && day > last) last = day;
    const outcome = groups.outcome[at];
    const asset = assets[groups.resource[at] ?? 0] ?? -1;
    const line = lineOf[groups.account[at] ?? 0];
    if (asset < 0 || line === undefined || outcome === denied || outcome === failed) continue;
    line.cells.set(asset, (line.cells.get(asset) ?? 0) + (groups.events[at] ?? 0));
  }
  const isEmpty = first > last;
  return {
    lines: [...lines.values()].filter((line) => line.personId !== null || line.cells.size > 0),
    from: isEmpty ? null : dateOfDay(first),
    until: isEmpty ? null : dateOfDay(last),
  };
}

type Marked = Awaited<ReturnType<typeof findingStates>>[number];

/** Open possible deemed exports by person and asset. */
function marksOf(findings: readonly Marked[]): ReadonlyMap<string, Marked> {
  const marks = new Map<string, Marked>();
  for (const finding of findings) {
    if (finding.type !== 'deemed_export' || (finding.state !== 'open' && finding.state !== 'confirmed')) continue;
    for (const { id } of assetsOf(finding)) {
      const key = `${finding.person_id ?? ''} ${id}`;
      if (!marks.has(key)) marks.set(key, finding);
    }
  }
  return marks;
}

function cellOf(
  column: number,
  events: number,
  controlled: boolean,
  assetId: string,
  line: Line,
  marks: ReadonlyMap<string, Marked>,
): z.infer<typeof MatrixCell> {
  const count = events === 1 ? 'One event' : `${events.toLocaleString('en')} events`;
  if (!controlled) return { column, events, mark: 'none', findingId: null, says: `${count}; the asset is not controlled.` };
  const finding = line.personId === null ? undefined : marks.get(`${line.personId} ${assetId}`);
  if (finding !== undefined) {
    const isOpen = finding.confidence === 'low';
    return {
      column,
      events,
      mark: isOpen ? 'missing' : 'finding',
      findingId: finding.id,
      says: `${count}. ${isOpen ? 'A fact is missing that decides.' : 'Possible deemed export.'}`,
    };
  }
  if (line.position === 'unknownAccount')
    return { column, events, mark: 'missing', findingId: null, says: `${count}. Nobody is known behind the account.` };
  return { column, events, mark: 'permitted', findingId: null, says: `${count}; nothing that needs a licence was found.` };
}
