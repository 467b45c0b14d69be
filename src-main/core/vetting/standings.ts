import type { VettingSubject } from '../../../src-shared/contract/vetting.ts';
import { type IsoDate, isoDate } from '../../../src-shared/model/dates.ts';
import { openVettingStates, type VettingStanding } from '../../../src-shared/model/vetting.ts';
import { expectedOfStaff, type KeptVetting, partyStandings, vettingStandings } from '../../engine/vetting/index.ts';
import { type OpenWorkspace, prepared, untilChanged } from '../db/index.ts';
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
  readonly parties: (workspace: OpenWorkspace) => readonly {
    readonly id: string;
    readonly name: string;
    readonly tier: 'low' | 'medium' | 'high' | 'prohibited' | null;
    readonly roles: readonly string[];
  }[];
  /** People on the roster who have not left; `sensitive`: who reaches a controlled asset. */
  readonly staff: (workspace: OpenWorkspace) => readonly { readonly id: string; readonly name: string; readonly sensitive: boolean }[];
}

/** Where everybody stands, by `kind id`. Kept until something changes or the day turns. */
export function vettingLines(workspace: OpenWorkspace, joins: VettingJoins, today: IsoDate): ReadonlyMap<string, VettingLine> {
  return untilChanged(workspace, 'vetting', today, () => {
    const { rules } = readRules(workspace);
    const kept = keptBySubject(workspace);
    const lines = new Map<string, VettingLine>();
    const add = (subject: VettingSubject, name: string, standings: readonly VettingStanding[]) => {
      if (standings.length > 0) lines.set(`${subject.kind} ${subject.id}`, { subject, name, standings });
    };
    for (const { id, name, tier, roles } of joins.parties(workspace))
      add({ kind: 'party', id }, name, partyStandings(rules, { tier: tier ?? 'none', roles }, kept.get(`party ${id}`) ?? [], today));
    for (const { id, name, sensitive } of joins.staff(workspace))
      add({ kind: 'person', id }, name, vettingStandings(kept.get(`person ${id}`) ?? [], expectedOfStaff(rules, sensitive), today));
    return lines;
  });
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
    standings: vettingLines(workspace, joins, today).get(`party ${id}`)?.standings ?? [],
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

/** Parties as their list shows them: how many checks wait, and the states there are, the first first. */
export function partyVettings(
  workspace: OpenWorkspace,
  joins: VettingJoins,
  today: IsoDate,
): ReadonlyMap<string, { readonly open: number; readonly states: readonly VettingStanding['state'][] }> {
  return new Map(
    [...vettingLines(workspace, joins, today).values()].flatMap(({ subject, standings }) =>
      subject.kind === 'party'
        ? [[subject.id, { open: standings.filter(isOpen).length, states: standings.map(({ state }) => state) }] as const]
        : [],
    ),
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
