import { daysBetween, type IsoDate } from '../../../src-shared/model/dates.ts';
import type { QualityCheckId } from '../../../src-shared/model/quality.ts';
import type { QualityAsset, QualityPicture, QualityReached } from '../../engine/quality/index.ts';
import { accessForQuality, decidedFindingsForQuality } from '../access/index.ts';
import { assetsForQuality } from '../classification/index.ts';
import { type OpenWorkspace, type RestsOn, untilChanged, untilChangedInSlices } from '../db/index.ts';
import { entriesOfFinding, type JudgedNow } from '../inventory/index.ts';
import { screenedLists } from '../lists/index.ts';
import { overdueMaps } from '../operation/index.ts';
import { flaggedParties, holdingsForQuality, partiesForQuality, partyTables } from '../parties/index.ts';
import { accountsForQuality, authorisationsForQuality, peopleForQuality } from '../people/index.ts';
import { lapsedHitsForQuality } from '../screening/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';

/** What the picture needs beside the workspace's own tables. */
export interface PictureSources {
  /** With the day of the law. */
  readonly now: JudgedNow & { readonly on: IsoDate };
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

type Session = () => OpenWorkspace;
type Pause = () => Promise<void>;

const pageSize = 2000;

/** Reads the whole workspace as the checks want it, a page at a time; `session` is asked anew after each pause, since it may be locked meanwhile. */
export async function pictureOf(
  session: () => OpenWorkspace,
  sources: PictureSources,
  pause: () => Promise<void>,
): Promise<QualityPicture> {
  await pause();
  const assets = await assetsInSlices(session, sources, pause);
  await pause();
  const people = partOf(session(), 'people', '', () => peopleForQuality(session()));
  const authorisations = partOf(session(), 'authorisations', '', () => authorisationsForQuality(session()));
  const accounts = partOf(session(), 'accounts', '', () => accountsForQuality(session()));
  await pause();
  const parties = partOf(session(), 'parties', '', () => partiesOf(session(), sources.standings(session())));
  await pause();
  const holdings = partOf(session(), 'holdings', '', () => holdingsForQuality(session()));
  await pause();
  const findings = partOf(session(), 'findings', '', () => decidedFindingsForQuality(session()));
  await pause();
  const reached = await reachedInSlices(session, sources, pause);
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

/** What parts of the picture are read from: of a workspace that changes a little, most parts stay as they are. */
export const partTables = {
  assets: ['access_assets', 'asset_states', 'asset_versions', 'assets', 'decisions', 'findings', 'map_reviews'],
  people: ['people'],
  authorisations: ['authorisations'],
  accounts: ['account_links'],
  parties: partyTables,
  holdings: ['parties', 'party_holdings'],
  findings: ['access_decisions', 'access_findings'],
  reached: partyTables,
} satisfies Partial<Record<keyof QualityPicture, RestsOn>>;

type Part = keyof typeof partTables;

/** A part as it is kept until one of its tables is written; `on` is what else it rests on. */
const partOf = <T>(workspace: OpenWorkspace, part: Part, on: string, make: () => T): T =>
  untilChanged(workspace, `quality ${part}`, on, make, partTables[part]);

function assetsInSlices(session: Session, sources: PictureSources, pause: Pause): Promise<readonly QualityAsset[]> {
  const { packsKey, lastRuleChange } = sources.now;
  const { mapEveryDays } = readWorkspaceSettings(session().db);
  const key = JSON.stringify([packsKey, lastRuleChange, sources.today, mapEveryDays, [...entriesInDoubt(session(), sources)]]);
  return untilChangedInSlices(
    session,
    'quality assets',
    key,
    pause,
    async (turn) => {
      const assets: QualityAsset[] = [];
      const pages = assetPages(session(), sources);
      for (let after: string | null = ''; after !== null; ) {
        await turn();
        after = pages(session(), after, assets);
      }
      return assets;
    },
    partTables.assets,
  );
}

function reachedInSlices(session: Session, sources: PictureSources, pause: Pause): Promise<readonly QualityReached[]> {
  const { packsKey, on } = sources.now;
  return untilChangedInSlices(
    session,
    'quality reached',
    `${packsKey} ${on}`,
    pause,
    async (turn) => {
      const reached: QualityReached[] = [];
      for (const rules of sources.reached(session())) {
        reached.push(...rules);
        await turn();
      }
      return reached;
    },
    partTables.reached,
  );
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
  const inDoubt = entriesInDoubt(workspace, { watched });
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

const entriesInDoubt = (workspace: OpenWorkspace, { watched }: Pick<PictureSources, 'watched'>): ReadonlySet<string> =>
  new Set(watched(workspace).flatMap(({ entries, state }) => (state === 'settled' ? [] : entries)));

const partiesOf = (workspace: OpenWorkspace, standings: ReadonlyMap<string, string>): QualityPicture['parties'] =>
  partiesForQuality(workspace).map((one) => ({ ...one, screening: standings.get(one.id) ?? 'notScreened' }));

const listsOf = (workspace: OpenWorkspace, { today }: PictureSources): QualityPicture['lists'] =>
  screenedLists(workspace).map(({ code, title, day, training }) => ({
    ...{ code, title, training },
    ageDays: Math.max(0, daysBetween(day, today)),
  }));
