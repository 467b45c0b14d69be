import { daysBetween, type IsoDate } from '../../../src-shared/model/dates.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import type { QualityAsset, QualityPicture } from '../../engine/quality/index.ts';
import { accessForQuality, decidedFindingsForQuality } from '../access/index.ts';
import { assetsForQuality } from '../classification/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { JudgedNow } from '../inventory/index.ts';
import { screenedLists } from '../lists/index.ts';
import { overdueMappings } from '../operation/index.ts';
import { holdingsForQuality, partiesForQuality } from '../parties/index.ts';
import { accountsForQuality, authorisationsForQuality, peopleForQuality } from '../people/index.ts';
import { lapsedHitsForQuality } from '../screening/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';

/** What the picture needs beside the workspace's own tables. */
export interface PictureSources {
  readonly now: JudgedNow;
  readonly packs: readonly RulePack[];
  readonly today: IsoDate;
  incidents(workspace: OpenWorkspace): QualityPicture['incidents'];
  programmeDue(workspace: OpenWorkspace): QualityPicture['programmeDue'];
  waitingGates(session: () => OpenWorkspace, pause: () => Promise<void>): Promise<QualityPicture['waitingGates']>;
  looksDue(workspace: OpenWorkspace): QualityPicture['looksDue'];
  /** Where screening stands with each party, by id. */
  standings(workspace: OpenWorkspace): ReadonlyMap<string, string>;
}

const pageSize = 2000;
/** More models than any register holds: the list is wanted whole. */
const allMaps = 1_000_000;

/** Reads the whole workspace as the checks want it, a page at a time; `session` is asked anew after each pause, since it may be locked meanwhile. */
export async function pictureOf(
  session: () => OpenWorkspace,
  sources: PictureSources,
  pause: () => Promise<void>,
): Promise<QualityPicture> {
  const { now, packs, today } = sources;
  const access = accessForQuality(session());
  const { mapEveryDays } = readWorkspaceSettings(session().db);
  const oldMaps = new Map(overdueMappings(session(), today, mapEveryDays, allMaps).map(({ assetId, since }) => [assetId as string, since]));
  const assets: QualityAsset[] = [];
  for (let after = ''; ; ) {
    await pause();
    const page = assetsForQuality(session(), now, after, pageSize);
    for (const one of page) {
      const known = access.get(one.id);
      assets.push({
        ...one,
        accessPublished: known?.published ?? null,
        watched: known?.watched ?? false,
        mapOldSince: oldMaps.get(one.id) ?? null,
      });
    }
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  await pause();
  const people = peopleForQuality(session());
  const authorisations = authorisationsForQuality(session());
  const accounts = accountsForQuality(session());
  await pause();
  const standings = sources.standings(session());
  await pause();
  const parties = partiesForQuality(session()).map((one) => ({ ...one, screening: standings.get(one.id) ?? 'notScreened' }));
  const holdings = holdingsForQuality(session());
  await pause();
  const findings = decidedFindingsForQuality(session());
  await pause();
  const waitingGates = await sources.waitingGates(session, pause);
  await pause();
  return {
    on: today,
    waitingGates,
    incidents: sources.incidents(session()),
    programmeDue: sources.programmeDue(session()),
    looksDue: sources.looksDue(session()),
    ...{ assets, people, authorisations, accounts, parties, holdings, findings },
    lapsedHits: lapsedHitsForQuality(session()),
    lists: screenedLists(session()).map(({ code, title, day, training }) => ({
      code,
      title,
      training,
      ageDays: Math.max(0, daysBetween(day, today)),
    })),
    packs: packs.map(({ manifest, entries }) => ({
      id: manifest.id,
      title: manifest.title,
      lastChecked: manifest.lastChecked,
      isLaw: entries.some(({ isLaw }) => isLaw),
    })),
  };
}
