import type { VettingSubject } from '../../../src-shared/contract/vetting.ts';
import { type IsoDate, isoDate } from '../../../src-shared/model/dates.ts';
import { openVettingStates, type VettingStanding } from '../../../src-shared/model/vetting.ts';
import { expectedOfStaff, type KeptVetting, partyStandings, vettingStandings } from '../../engine/vetting/index.ts';
import { type OpenWorkspace, prepared, type RestsOn, untilChanged, untilChangedInSlices } from '../db/index.ts';
import { readRules, vettingsOf } from './store.ts';

/** Somebody with where each check stands; those of whom nothing is expected or due are left out. */
export interface VettingLine {
  readonly subject: VettingSubject;
  readonly name: string;
  readonly standings: readonly VettingStanding[];
}

/** What is taken from other rooms. */
export interface VettingJoins {
  /** Parties in use, with what is expected by. */
  readonly parties: (workspace: OpenWorkspace) => readonly Expecting[];
  /** One of them; undefined where there is none, or not in use. */
  readonly party: (workspace: OpenWorkspace, id: string) => Expecting | undefined;
  /** People on the roster who have not left. */
  readonly staff: (workspace: OpenWorkspace) => readonly Member[];
  /** One of them; undefined where there is none, or they have left. */
  readonly member: (workspace: OpenWorkspace, id: string) => Member | undefined;
  /** The same, read a part at a time. */
  readonly staffInSlices: (session: () => OpenWorkspace, pause: () => Promise<void>) => Promise<readonly Member[]>;
}

/** A party by what checks are expected of it. */
interface Expecting {
  readonly id: string;
  readonly name: string;
  readonly tier: 'low' | 'medium' | 'high' | 'prohibited' | null;
  readonly roles: readonly string[];
}

interface Member {
  readonly id: string;
  readonly name: string;
  /** Reaches a controlled asset. */
  readonly sensitive: boolean;
}

type Lines = ReadonlyMap<string, VettingLine>;

const partyTables: RestsOn = ['parties', 'vetting_rules', 'vettings'];
const staffTables: RestsOn = [
  'access_assets',
  'access_findings',
  'asset_states',
  'asset_versions',
  'assets',
  'people',
  'vetting_rules',
  'vettings',
];

/** Where everybody stands, by `kind id`. Kept until something of it changes or the day turns. */
export const vettingLines = (workspace: OpenWorkspace, joins: VettingJoins, today: IsoDate): Lines =>
  new Map([...partyLines(workspace, joins, today), ...staffLines(workspace, joins, today)]);

const partyLines = (workspace: OpenWorkspace, joins: VettingJoins, today: IsoDate): Lines =>
  untilChanged(
    workspace,
    'vettedParties',
    today,
    () => {
      const { rules } = readRules(workspace);
      const kept = keptBySubject(workspace);
      return linesOf('party', joins.parties(workspace), ({ id, tier, roles }) =>
        partyStandings(rules, { tier: tier ?? 'none', roles }, kept.get(`party ${id}`) ?? [], today),
      );
    },
    partyTables,
  );

const staffLines = (workspace: OpenWorkspace, joins: VettingJoins, today: IsoDate): Lines =>
  untilChanged(workspace, 'vettedStaff', today, () => linesOfStaff(workspace, joins.staff(workspace), today), staffTables);

function linesOfStaff(workspace: OpenWorkspace, staff: readonly Member[], today: IsoDate): Lines {
  const { rules } = readRules(workspace);
  const kept = keptBySubject(workspace);
  return linesOf('person', staff, ({ id, sensitive }) =>
    vettingStandings(kept.get(`person ${id}`) ?? [], expectedOfStaff(rules, sensitive), today),
  );
}

function linesOf<T extends { readonly id: string; readonly name: string }>(
  kind: VettingSubject['kind'],
  all: readonly T[],
  standingsOf: (one: T) => readonly VettingStanding[],
): Lines {
  const lines = new Map<string, VettingLine>();
  for (const one of all) {
    const standings = standingsOf(one);
    if (standings.length > 0) lines.set(`${kind} ${one.id}`, { subject: { kind, id: one.id }, name: one.name, standings });
  }
  return lines;
}

/** Reads where everybody stands a part at a time, so that the others here have it at hand until something changes. */
export async function readVettingsInSlices(
  session: () => OpenWorkspace,
  joins: VettingJoins,
  today: IsoDate,
  pause: () => Promise<void>,
): Promise<void> {
  await untilChangedInSlices(
    session,
    'vettedStaff',
    today,
    pause,
    async (turn) => {
      const staff = await joins.staffInSlices(session, turn);
      await turn();
      return linesOfStaff(session(), staff, today);
    },
    staffTables,
  );
  await pause();
  partyLines(session(), joins, today);
  await pause();
}

function keptBySubject({ db }: OpenWorkspace): ReadonlyMap<string, readonly KeptVetting[]> {
  const rows = prepared<[], KeptVetting & { readonly subject: string }>(
    db,
    `SELECT subject_kind || ' ' || subject_id AS subject, kind, done_on AS doneOn, next_on AS nextOn, result FROM vettings ORDER BY done_on, id`,
  ).all();
  const found = new Map<string, KeptVetting[]>();
  for (const { subject, ...row } of rows) {
    const own = found.get(subject);
    if (own === undefined) found.set(subject, [row]);
    else own.push(row);
  }
  return found;
}

const open: ReadonlySet<string> = new Set(openVettingStates);
export const isOpen = ({ state }: VettingStanding): boolean => open.has(state);

/** Checks of one party as an export says them: where each stands, and those on record, the newest first. */
export function vettingsOfParty(workspace: OpenWorkspace, joins: VettingJoins, id: string, today: IsoDate) {
  return {
    standings: partyLines(workspace, joins, today).get(`party ${id}`)?.standings ?? [],
    vettings: vettingsOf(workspace, { kind: 'party', id }).map((row) => ({
      kind: row.kind,
      doneOn: isoDate(row.done_on),
      doneBy: row.done_by,
      nextOn: row.next_on === null ? null : isoDate(row.next_on),
      result: row.result ?? ('waiting' as const),
      matter: row.matter,
      conditions: row.conditions,
    })),
  };
}

/** Where each check of a party stands; those of whom nothing is expected have none. */
export function standingsOfParties(
  workspace: OpenWorkspace,
  joins: VettingJoins,
  today: IsoDate,
): (id: string) => readonly VettingStanding[] {
  const lines = partyLines(workspace, joins, today);
  return (id) => lines.get(`party ${id}`)?.standings ?? [];
}

/** Parties as their list shows them: how many checks wait, and the states there are, the first first. */
export function partyVettings(
  workspace: OpenWorkspace,
  joins: VettingJoins,
  today: IsoDate,
): ReadonlyMap<string, { readonly open: number; readonly states: readonly VettingStanding['state'][] }> {
  return new Map(
    [...partyLines(workspace, joins, today).values()].map(({ subject, standings }) => [
      subject.id,
      { open: standings.filter(isOpen).length, states: standings.map(({ state }) => state) },
    ]),
  );
}

/** What waits, for the quality checks and the overview: one line for each check of somebody. */
export interface OpenVetting {
  readonly subject: VettingSubject;
  readonly name: string;
  readonly kind: VettingStanding['kind'];
  readonly state: VettingStanding['state'];
  readonly dueOn: IsoDate | null;
}

/** Checks that are missing, overdue, not passed, refused or waiting; `withSoon` adds those that come up within a month. */
export function openVettings(workspace: OpenWorkspace, joins: VettingJoins, today: IsoDate, withSoon = false): readonly OpenVetting[] {
  return [...vettingLines(workspace, joins, today).values()].flatMap(({ subject, name, standings }) =>
    standings
      .filter((one) => isOpen(one) || (withSoon && one.state === 'soon'))
      .map(({ kind, state, dueOn }) => ({ subject, name, kind, state, dueOn })),
  );
}
