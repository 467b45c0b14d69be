import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { ScreeningStanding } from '../../../src-shared/contract/parties.ts';
import type { HitState } from '../../../src-shared/contract/screening.ts';
import { dayAfter, daysBetween, type IsoDate } from '../../../src-shared/model/dates.ts';
import { oldListDays } from '../../../src-shared/model/listed-party.ts';
import type { OwnershipNode } from '../../../src-shared/model/ownership.ts';
import type { ScreeningProfile } from '../../../src-shared/model/screening.ts';
import type { Connection, OpenWorkspace } from '../db/index.ts';
import { readEntry, screenedLists, trainingList } from '../lists/index.ts';
import { profileOf, readProfile } from './profile.ts';
import { confirmedHits, lastLookAtEverybody, runsOf, screenedBefore, screenedVersions, standingHits, waitingSql } from './store.ts';
import { type ScreenedSubject, subjectHash, subjectKey } from './subjects.ts';

/** Where one subject stands: the gravest of its hits, or how long ago nothing was found. */
export interface SubjectStanding {
  readonly standing: ScreeningStanding;
  readonly openHits: number;
  readonly screenedOn: IsoDate | null;
}

/** Which official list an entry of the training list stands for, by its programme, so that ownership can be learnt without a real one. */
const standsFor: Readonly<Record<string, string>> = {
  'TRAINING-ENTITY': 'EL',
  'TRAINING-UNVERIFIED': 'UVL',
  'TRAINING-BLOCKING': 'SDN',
  'TRAINING-TERROR': 'SDN',
  'TRAINING-NARCOTICS': 'SDN',
  'TRAINING-CYBER': 'SDN',
  'TRAINING-PROLIFERATION': 'SDN',
};

const gravest: readonly (readonly [HitState, ScreeningStanding])[] = [
  ['trueMatch', 'trueMatch'],
  ['trueUnconfirmed', 'open'],
  ['escalated', 'escalated'],
  ['open', 'open'],
  ['lapsed', 'open'],
  ['needFacts', 'needFacts'],
];

/**
 * Standing of every subject of a kind that was screened, by id. `noMatch` is only said of what was screened as it is now and against the lists as they are now;
 * `stale` where either has changed since.
 */
export function standingsOf(workspace: OpenWorkspace, subjects: readonly ScreenedSubject[]): ReadonlyMap<string, SubjectStanding> {
  const { db } = workspace;
  const profile = profileOf(readProfile(workspace));
  const states = new Map<string, Set<HitState>>();
  const open = new Map<string, number>();
  const rows = db.prepare(`SELECT subject_kind, subject_id, state FROM (${standingHits(profile)})`).all() as {
    subject_kind: string;
    subject_id: string;
    state: HitState;
  }[];
  for (const { subject_kind, subject_id, state } of rows) {
    const key = `${subject_kind} ${subject_id}`;
    states.set(key, (states.get(key) ?? new Set()).add(state));
    if (state !== 'gone' && state !== 'trueMatch' && state !== 'falsePositive') open.set(key, (open.get(key) ?? 0) + 1);
  }
  const screened = screenedBefore(workspace);
  const listsMoved = haveListsMoved(workspace);
  return new Map(
    subjects.map((one) => {
      const key = subjectKey(one.subject);
      const row = screened.get(key);
      const held = states.get(key);
      const grave = gravest.find(([state]) => held?.has(state) === true)?.[1];
      const stale = row !== undefined && (listsMoved || row.hash !== subjectHash(one));
      const standing: ScreeningStanding = grave ?? (row === undefined ? 'notScreened' : stale ? 'stale' : 'noMatch');
      return [key, { standing, openHits: open.get(key) ?? 0, screenedOn: row === undefined ? null : (row.at.slice(0, 10) as IsoDate) }];
    }),
  );
}

/** Whether the lists in use are others than those of the last run. No list at all is nothing to be clear against. */
function haveListsMoved(workspace: OpenWorkspace): boolean {
  const bases = screenedVersions(workspace);
  const lists = screenedLists(workspace);
  return lists.length === 0 || lists.length !== bases.size || lists.some(({ code, versionId }) => bases.get(code) !== versionId);
}

export function screeningStanding(
  workspace: OpenWorkspace,
  subjects: readonly ScreenedSubject[],
  today: IsoDate,
): OutputOf<'screening.standing'> {
  const settings = readProfile(workspace);
  const profile = profileOf(settings);
  const screened = screenedBefore(workspace);
  const keyed = subjects.map((one) => ({ kind: one.subject.kind, before: screened.get(subjectKey(one.subject))?.hash, one }));
  const [lastRun] = runsOf(workspace, 1);
  const everybody = lastLookAtEverybody(workspace);
  const dueOn = everybody === null ? null : dayAfter(everybody, settings.remindAfterDays);
  return {
    subjects: {
      parties: keyed.filter(({ kind }) => kind === 'party').length,
      people: keyed.filter(({ kind }) => kind === 'person').length,
      neverScreened: keyed.filter(({ before }) => before === undefined).length,
      changedSince: keyed.filter(({ before, one }) => before !== undefined && before !== subjectHash(one)).length,
    },
    waiting: waitingOf(workspace, profile, 'party'),
    waitingStaff: waitingOf(workspace, profile, 'person'),
    lists: screenedLists(workspace).map(({ code, title, day, training }) => {
      const ageDays = Math.max(0, daysBetween(day, today));
      return { code, title, ageDays, old: !training && ageDays > oldListDays, training };
    }),
    lastRun: lastRun ?? null,
    dueOn,
    due: dueOn !== null && dueOn <= today,
  };
}

function waitingOf(
  { db }: Connection,
  profile: ScreeningProfile,
  kind: 'party' | 'person',
): { readonly hits: number; readonly subjects: number; readonly strong: number } {
  return db
    .prepare(
      `SELECT count(*) AS hits, count(DISTINCT subject_id) AS subjects, coalesce(sum(band = 'strong'), 0) AS strong
       FROM (${standingHits(profile)}) WHERE state IN (${waitingSql}) AND subject_kind = ?`,
    )
    .get(kind) as { hits: number; subjects: number; strong: number };
}

/** Entries that parties were confirmed to be, by party, as ownership rules ask for them. */
export function trueMatchesOf(workspace: OpenWorkspace): ReadonlyMap<string, OwnershipNode['listed']> {
  const profile = profileOf(readProfile(workspace));
  const matches = new Map<string, OwnershipNode['listed'][number][]>();
  for (const hit of confirmedHits(workspace, profile)) {
    const programmes = readEntry(workspace, hit.version_id, hit.entry_id)?.body.programmes ?? [];
    const imitated = hit.list === trainingList ? programmes.map((tag) => standsFor[tag]).find((list) => list !== undefined) : undefined;
    const match = { list: imitated ?? hit.list, entryId: hit.entry_id, programmes };
    matches.set(hit.subject_id, [...(matches.get(hit.subject_id) ?? []), match]);
  }
  return matches;
}
