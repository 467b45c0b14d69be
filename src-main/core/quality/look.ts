import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { QualityCheckId, QualityRecord } from '../../../src-shared/model/quality.ts';
import { type QualityCheck, type QualityPicture, qualityChecks } from '../../engine/quality/index.ts';
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
    const before = lastFound(session());
    for (const check of qualityChecks) {
      found.set(check.id, findAgain(check, picture, before));
      await turn();
    }
    const { assets, people, parties, authorisations, holdings, findings, lists, packsDue, incidents } = picture;
    const records = [assets, people, parties, authorisations, holdings, findings, lists, packsDue, incidents].reduce(
      (sum, rows) => sum + rows.length,
      0,
    );
    return { on, records, found };
  });

/** What a check found last, with the parts of the picture it looked at. */
interface Found {
  readonly parts: ReadonlyMap<keyof QualityPicture, unknown>;
  readonly rows: readonly QualityRecord[];
}

type LastFound = Map<QualityCheckId, Found>;

const lasts = new WeakMap<OpenWorkspace['db'], LastFound>();

function lastFound({ db }: OpenWorkspace): LastFound {
  const last = lasts.get(db) ?? new Map<QualityCheckId, Found>();
  lasts.set(db, last);
  return last;
}

/** Runs a check, unless every part of the picture that it looked at last is the very same. */
function findAgain({ id, find }: QualityCheck, picture: QualityPicture, last: LastFound): readonly QualityRecord[] {
  const before = last.get(id);
  if (before !== undefined && [...before.parts].every(([part, value]) => picture[part] === value)) return before.rows;
  const parts = new Map<keyof QualityPicture, unknown>();
  const rows = find(
    new Proxy(picture, {
      get(target, name: keyof QualityPicture) {
        parts.set(name, target[name]);
        return target[name];
      },
    }),
  );
  last.set(id, { parts, rows });
  return rows;
}

/** What they found, where nothing was written since; undefined where they have to be run. */
export const lookedNow = (workspace: OpenWorkspace, on: IsoDate): Looked | undefined => keptUnchanged<Looked>(workspace, NAME, on);
