import type { PartyOverall } from '../../../src-shared/contract/parties.ts';
import type { Judging } from '../classification/index.ts';
import { type OpenWorkspace, prepared, untilChangedInSlices } from '../db/index.ts';
import type { Grounds, Standings } from './list.ts';
import { overallOf } from './overall.ts';
import { createBriefs, partyTables, type TrueMatches } from './ownership.ts';
import type { PartyRecord } from './store.ts';
import { countriesOf } from './subjects.ts';

/** A party with where it is, and what lists, owners and places come to together. */
export interface PartyInPlace {
  readonly id: string;
  readonly name: string;
  readonly countries: readonly string[];
  readonly overall: PartyOverall;
  /** Signs of high severity that are known, not asked. */
  readonly redFlags: number;
}

const everybody = ({ db }: OpenWorkspace): PartyRecord[] =>
  prepared<[], PartyRecord>(db, 'SELECT * FROM parties WHERE archived_at IS NULL ORDER BY name COLLATE NOCASE, id').all();

/** Parties in use, by name. */
export const partyNames = ({ db }: OpenWorkspace): readonly { readonly id: string; readonly name: string }[] =>
  prepared<[], { id: string; name: string }>(
    db,
    'SELECT id, name FROM parties WHERE archived_at IS NULL ORDER BY name COLLATE NOCASE, id',
  ).all();

/** Who was vetted is no matter of these. */
type PartyGrounds = Omit<Grounds, 'beside'>;

type PlacedRow = { readonly row: PartyRecord; readonly places: readonly string[] };

/** Parties with a tie to one of some countries. */
export function partiesIn(
  workspace: OpenWorkspace,
  countries: ReadonlySet<string>,
  standings: Standings,
  grounds: PartyGrounds,
): PartyInPlace[] {
  const rows = everybody(workspace).flatMap((row) => {
    const places = countriesOf(row).filter((code) => countries.has(code));
    return places.length === 0 ? [] : [{ row, places }];
  });
  return rows.length === 0 ? [] : rows.map(createPlaced(workspace, rows, standings, grounds));
}

/** Parties with a tie to any country, read a part at a time; kept until something of a party, an owner or a hit changes. */
export const placedParties = (
  session: () => OpenWorkspace,
  standings: Standings,
  groundsOf: (workspace: OpenWorkspace) => PartyGrounds,
  on: string,
  pause: () => Promise<void>,
): Promise<readonly PartyInPlace[]> =>
  untilChangedInSlices(session, 'placedParties', on, pause, (turn) => readPlaced(session, standings, groundsOf, turn), partyTables);

async function readPlaced(
  session: () => OpenWorkspace,
  standings: Standings,
  groundsOf: (workspace: OpenWorkspace) => PartyGrounds,
  pause: () => Promise<void>,
): Promise<PartyInPlace[]> {
  const rows: PlacedRow[] = [];
  for (const row of everybody(session())) {
    await pause();
    const places = countriesOf(row);
    if (places.length > 0) rows.push({ row, places });
  }
  const placed = createPlaced(session(), rows, standings, groundsOf(session()));
  const parties: PartyInPlace[] = [];
  for (const one of rows) {
    await pause();
    parties.push(placed(one));
  }
  return parties;
}

function createPlaced(
  workspace: OpenWorkspace,
  rows: readonly PlacedRow[],
  standings: Standings,
  grounds: PartyGrounds,
): (one: PlacedRow) => PartyInPlace {
  const standing = standings(
    workspace,
    rows.map(({ row }) => row),
  );
  const briefOf = createBriefs(workspace, grounds, grounds.matches);
  return ({ row, places }) => {
    const { signs, ownership } = briefOf(row);
    return {
      id: row.id,
      name: row.name,
      countries: places,
      overall: overallOf(standing.get(row.id)?.standing ?? 'notScreened', signs, ownership, true),
      redFlags: signs.filter(({ severity, question }) => severity === 'high' && !question).length,
    };
  };
}

/** What would be said of each party beside the lists under some rules: signs by title, questions marked, and `ownership:` with the rule
 * where owners are still to ask. */
export function createPartyWords(
  workspace: OpenWorkspace,
  law: Pick<Judging, 'packs' | 'on'>,
  matches: TrueMatches,
): (id: string) => readonly string[] {
  const briefOf = createBriefs(workspace, law, matches);
  const rows = new Map(everybody(workspace).map((row) => [row.id, row]));
  return (id) => {
    const row = rows.get(id);
    if (row === undefined) return [];
    const { signs, ownership } = briefOf(row);
    return [
      ...signs.map(({ title, question }) => (question ? `${title} (to ask)` : title)),
      ...ownership.filter(({ outcome }) => outcome === 'question').map(({ test }) => `ownership:${test}`),
    ];
  };
}
