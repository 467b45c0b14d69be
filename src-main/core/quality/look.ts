import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { QualityCheckId, QualityRecord } from '../../../src-shared/model/quality.ts';
import { qualityChecks } from '../../engine/quality/index.ts';
import { keptUnchanged, type OpenWorkspace, untilChangedInSlices } from '../db/index.ts';
import { type PictureSources, pictureOf } from './picture.ts';

/** What all checks found on a day, and in how many records. */
export interface Looked {
  readonly on: IsoDate;
  readonly records: number;
  readonly found: ReadonlyMap<QualityCheckId, readonly QualityRecord[]>;
}

const NAME = 'quality';

/** Runs every check over the whole workspace a part at a time. Kept until something is written or the day turns. */
export const lookInSlices = (
  session: () => OpenWorkspace,
  sources: (workspace: OpenWorkspace) => PictureSources,
  on: IsoDate,
  pause: () => Promise<void>,
): Promise<Looked> =>
  untilChangedInSlices(session, NAME, on, pause, async (turn) => {
    const picture = await pictureOf(session, sources(session()), turn);
    const found = new Map<QualityCheckId, readonly QualityRecord[]>();
    for (const check of qualityChecks) {
      found.set(check.id, check.find(picture));
      await turn();
    }
    const { assets, people, parties, authorisations, holdings, findings, lists, packsDue, incidents } = picture;
    const records = [assets, people, parties, authorisations, holdings, findings, lists, packsDue, incidents].reduce(
      (sum, rows) => sum + rows.length,
      0,
    );
    return { on, records, found };
  });

/** What they found, where nothing was written since; undefined where they have to be run. */
export const lookedNow = (workspace: OpenWorkspace, on: IsoDate): Looked | undefined => keptUnchanged<Looked>(workspace, NAME, on);
