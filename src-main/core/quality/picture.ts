import { daysBetween, type IsoDate } from '../../../src-shared/model/dates.ts';
import type { QualityCheckId } from '../../../src-shared/model/quality.ts';
import type { QualityAsset, QualityPicture, QualityReached } from '../../engine/quality/index.ts';
import { accessForQuality, decidedFindingsForQuality } from '../access/index.ts';
import { assetsForQuality } from '../classification/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { entriesOfFinding, type JudgedNow } from '../inventory/index.ts';
import { screenedLists } from '../lists/index.ts';
import { overdueMaps } from '../operation/index.ts';
import { flaggedParties, holdingsForQuality, partiesForQuality } from '../parties/index.ts';
import { accountsForQuality, authorisationsForQuality, peopleForQuality } from '../people/index.ts';
import { lapsedHitsForQuality } from '../screening/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';

/** What the picture needs beside the workspace's own tables. */
export interface PictureSources {
  readonly now: JudgedNow;
  readonly today: IsoDate;
  incidents(workspace: OpenWorkspace): QualityPicture['incidents'];
  programmeDue(workspace: OpenWorkspace): QualityPicture['programmeDue'];
  waitingGates(session: () => OpenWorkspace, pause: () => Promise<void>): Promise<QualityPicture['waitingGates']>;
  /** Reads what `trainingDue` then answers at once. */
  workOutTraining(session: () => OpenWorkspace, pause: () => Promise<void>): Promise<unknown>;
  trainingDue(workspace: OpenWorkspace): QualityPicture['trainingDue'];
  transfers(workspace: OpenWorkspace): QualityPicture['transfers'];
  lapsedTransfers(session: () => OpenWorkspace, pause: () => Promise<void>): Promise<QualityPicture['lapsedTransfers']>;
  looksDue(workspace: OpenWorkspace): QualityPicture['looksDue'];
  watched(workspace: OpenWorkspace): QualityPicture['watched'];
  /** Party by party: the rules of ownership that reach it. */
  reached(workspace: OpenWorkspace): Iterable<QualityPicture['reached']>;
  /** Reads a part at a time what would keep others waiting if it were read at once. */
  readAhead(session: () => OpenWorkspace, pause: () => Promise<void>): Promise<void>;
  vettings(workspace: OpenWorkspace): QualityPicture['vettings'];
  packsDue(workspace: OpenWorkspace): QualityPicture['packsDue'];
  /** Where screening stands with each party, by id. */
  standings(workspace: OpenWorkspace): ReadonlyMap<string, string>;
}

const pageSize = 2000;

/** Reads the whole workspace as the checks want it, a page at a time; `session` is asked anew after each pause, since it may be locked meanwhile. */
export async function pictureOf(
  session: () => OpenWorkspace,
  sources: PictureSources,
  pause: () => Promise<void>,
): Promise<QualityPicture> {
  const assets: QualityAsset[] = [];
  const pages = assetPages(session(), sources);
  for (let after: string | null = ''; after !== null; ) {
    await pause();
    after = pages(session(), after, assets);
  }
  await pause();
  const people = peopleForQuality(session());
  const authorisations = authorisationsForQuality(session());
  const accounts = accountsForQuality(session());
  await pause();
  const standings = sources.standings(session());
  await pause();
  const parties = partiesOf(session(), standings);
  const holdings = holdingsForQuality(session());
  await pause();
  const findings = decidedFindingsForQuality(session());
  await pause();
  const reached: QualityReached[] = [];
  for (const rules of sources.reached(session())) {
    reached.push(...rules);
    await pause();
  }
  const waitingGates = await sources.waitingGates(session, pause);
  await sources.readAhead(session, pause);
  await pause();
  await sources.workOutTraining(session, pause);
  await pause();
  const lapsedTransfers = await sources.lapsedTransfers(session, pause);
  await pause();
  return {
    on: sources.today,
    waitingGates,
    lapsedTransfers,
    transfers: sources.transfers(session()),
    reached,
    watched: sources.watched(session()),
    incidents: sources.incidents(session()),
    programmeDue: sources.programmeDue(session()),
    trainingDue: sources.trainingDue(session()),
    looksDue: sources.looksDue(session()),
    ...{ assets, people, authorisations, accounts, parties, holdings, findings },
    lapsedHits: lapsedHitsForQuality(session()),
    vettings: sources.vettings(session()),
    flagged: flaggedParties(session()),
    lists: listsOf(session(), sources),
    packsDue: sources.packsDue(session()),
  };
}

/** Checks that need what `pictureNow` cannot give. */
export const checksInSlices: ReadonlySet<QualityCheckId> = new Set(['gateStands', 'transferLapsed']);

/** The same picture read at once, each part only when a check first asks for it. Gates are not part of it: judging them takes too long. */
export function pictureNow(workspace: OpenWorkspace, sources: PictureSources): QualityPicture {
  const read = new Map<string, unknown>();
  const once = <T>(part: string, make: () => T): T => {
    if (!read.has(part)) read.set(part, make());
    return read.get(part) as T;
  };
  return {
    on: sources.today,
    get assets() {
      return once('assets', () => {
        const assets: QualityAsset[] = [];
        const pages = assetPages(workspace, sources);
        for (let after: string | null = ''; after !== null; ) after = pages(workspace, after, assets);
        return assets;
      });
    },
    get transfers() {
      return once('transfers', () => sources.transfers(workspace));
    },
    get lapsedTransfers(): never {
      throw new Error('Transfers are judged in slices: this check is one of checksInSlices');
    },
    get waitingGates(): never {
      throw new Error('Gates are judged in slices: this check is one of checksInSlices');
    },
    get incidents() {
      return once('incidents', () => sources.incidents(workspace));
    },
    get programmeDue() {
      return once('programmeDue', () => sources.programmeDue(workspace));
    },
    get trainingDue() {
      return once('trainingDue', () => sources.trainingDue(workspace));
    },
    get looksDue() {
      return once('looksDue', () => sources.looksDue(workspace));
    },
    get watched() {
      return once('watched', () => sources.watched(workspace));
    },
    get reached() {
      return once('reached', () => [...sources.reached(workspace)].flat());
    },
    get people() {
      return once('people', () => peopleForQuality(workspace));
    },
    get authorisations() {
      return once('authorisations', () => authorisationsForQuality(workspace));
    },
    get accounts() {
      return once('accounts', () => accountsForQuality(workspace));
    },
    get parties() {
      return once('parties', () => partiesOf(workspace, sources.standings(workspace)));
    },
    get holdings() {
      return once('holdings', () => holdingsForQuality(workspace));
    },
    get findings() {
      return once('findings', () => decidedFindingsForQuality(workspace));
    },
    get lapsedHits() {
      return once('lapsedHits', () => lapsedHitsForQuality(workspace));
    },
    get flagged() {
      return once('flagged', () => flaggedParties(workspace));
    },
    get vettings() {
      return once('vettings', () => sources.vettings(workspace));
    },
    get lists() {
      return once('lists', () => listsOf(workspace, sources));
    },
    get packsDue() {
      return once('packsDue', () => sources.packsDue(workspace));
    },
  };
}

/** Reads assets a page at a time after an id; gives the id to go on from, null after the last. */
function assetPages(workspace: OpenWorkspace, { now, today, watched }: PictureSources) {
  const access = accessForQuality(workspace);
  const { mapEveryDays } = readWorkspaceSettings(workspace.db);
  const inDoubt = new Set(watched(workspace).flatMap(({ entries, state }) => (state === 'settled' ? [] : entries)));
  const oldMaps = overdueMaps(workspace, today, mapEveryDays);
  return (open: OpenWorkspace, after: string, into: QualityAsset[]): string | null => {
    const page = assetsForQuality(open, now, after, pageSize);
    for (const { findingId, ...one } of page) {
      const known = access.get(one.id);
      into.push({
        ...one,
        watchedEntries: inDoubt.size === 0 ? [] : entriesOfFinding(open, findingId).met.filter((id) => inDoubt.has(id)),
        accessPublished: known?.published ?? null,
        watched: known?.watched ?? false,
        mapOldSince: oldMaps.get(one.id) ?? null,
      });
    }
    return page.at(-1)?.id ?? null;
  };
}

const partiesOf = (workspace: OpenWorkspace, standings: ReadonlyMap<string, string>): QualityPicture['parties'] =>
  partiesForQuality(workspace).map((one) => ({ ...one, screening: standings.get(one.id) ?? 'notScreened' }));

const listsOf = (workspace: OpenWorkspace, { today }: PictureSources): QualityPicture['lists'] =>
  screenedLists(workspace).map(({ code, title, day, training }) => ({
    ...{ code, title, training },
    ageDays: Math.max(0, daysBetween(day, today)),
  }));
