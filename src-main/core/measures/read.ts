import { daysBetween, type IsoDate } from '../../../src-shared/model/dates.ts';
import { oldListDays } from '../../../src-shared/model/listed-party.ts';
import { MeasureId, type MeasureReading, type MeasureShare } from '../../../src-shared/model/measure.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { countFindings, peopleAtControlledAssets } from '../access/index.ts';
import { packsReviewed } from '../cases/index.ts';
import { type OpenWorkspace, type RestsOn, untilChanged, untilChangedInSlices } from '../db/index.ts';
import { countAssetsForMeasures } from '../inventory/index.ts';
import { screenedLists } from '../lists/index.ts';
import { overdueMaps } from '../operation/index.ts';
import { countOwnership } from '../parties/index.ts';
import { countCitizenship } from '../people/index.ts';
import { countHits } from '../screening/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { trainingForMeasures, trainingPictureInSlices, trainingTables } from '../training/index.ts';

/** What measures need beside the workspace. */
export interface MeasureSources {
  /** Packs in use. */
  packs(workspace: OpenWorkspace): readonly RulePack[];
  today(): IsoDate;
  /** Transfers that are due, judged in slices, and as they were judged last. */
  transfers(session: () => OpenWorkspace, pause: () => Promise<void>): Promise<MeasureShare>;
  lastTransfers(workspace: OpenWorkspace): MeasureShare | undefined;
}

type Count = Omit<MeasureReading, 'id'>;

type Counts = Partial<Record<MeasureId, Count>>;

/**
 * Where every measure stands now, in the order of `MeasureId`. Read once and kept until something is written or the day changes. Transfers are
 * judged in slices only: unless that was done since, theirs is what it was then, and missing where it never was.
 */
export const readMeasures = (workspace: OpenWorkspace, sources: MeasureSources): readonly MeasureReading[] =>
  untilChanged(workspace, 'measures', sources.today(), () =>
    inOrder([
      ...Object.entries(parts).map(([name, part]) => countPart(workspace, name, part, sources.today())),
      countAges(workspace, sources),
      settledOf(sources.lastTransfers(workspace)),
    ]),
  );

/** The same, read a part at a time: `readMeasures` then has them at hand until something is written. */
export const readMeasuresInSlices = (
  session: () => OpenWorkspace,
  sources: MeasureSources,
  pause: () => Promise<void>,
): Promise<readonly MeasureReading[]> =>
  untilChangedInSlices(session, 'measures', sources.today(), pause, async (turn) => {
    const counted: Counts[] = [];
    await trainingPictureInSlices(session, sources.today(), turn);
    const transfers = await sources.transfers(session, turn);
    await turn();
    for (const [name, part] of Object.entries(parts)) {
      counted.push(countPart(session(), name, part, sources.today()));
      await turn();
    }
    counted.push(countAges(session(), sources));
    return inOrder([...counted, settledOf(transfers)]);
  });

const settledOf = (transfers: MeasureShare | undefined): Counts => (transfers === undefined ? {} : { transfersSettled: transfers });

function inOrder(counted: readonly Counts[]): MeasureReading[] {
  const all: Counts = Object.assign({}, ...counted);
  return MeasureId.options.flatMap((id) => {
    const count = all[id];
    return count === undefined ? [] : [{ id, ...count }];
  });
}

interface Part {
  readonly tables: RestsOn;
  count(workspace: OpenWorkspace, today: IsoDate): Counts;
}

/** What is counted together, since it is read together; each is counted again only where a table was written that it is read from. */
const parts: Readonly<Record<string, Part>> = {
  assets: {
    tables: ['access_assets', 'asset_states', 'assets', 'map_reviews', 'settings'],
    count(workspace, today) {
      const assets = countAssetsForMeasures(workspace);
      const { mapEveryDays } = readWorkspaceSettings(workspace.db);
      const overdue = overdueMaps(workspace, today, mapEveryDays).size;
      return {
        ...assets,
        mapsReviewed: { done: Math.max(0, assets.modelsMapped.of - overdue), of: assets.modelsMapped.of },
      };
    },
  },
  people: {
    tables: ['access_positions', 'people'],
    count(workspace) {
      const citizenship = countCitizenship(workspace, peopleAtControlledAssets(workspace));
      return { citizenshipSourced: { done: citizenship.sourced, of: citizenship.of } };
    },
  },
  parties: {
    tables: ['parties'],
    count(workspace) {
      const ownership = countOwnership(workspace);
      return { ownershipKnown: { done: ownership.known, of: ownership.of } };
    },
  },
  training: { tables: trainingTables, count: (workspace, today) => ({ trainingInDate: trainingForMeasures(workspace, today) }) },
  hits: {
    tables: ['screening_decisions', 'screening_hits', 'screening_settings'],
    count: (workspace) => ({ hitsReviewed: countHits(workspace) }),
  },
  findings: { tables: ['access_decisions', 'access_findings'], count: (workspace) => ({ findingsExplained: countFindings(workspace) }) },
};

const countPart = (workspace: OpenWorkspace, name: string, { tables, count }: Part, today: IsoDate): Counts =>
  untilChanged(workspace, `measures ${name}`, today, () => count(workspace, today), tables);

/** How old lists and packs are, which is known at once. */
function countAges(workspace: OpenWorkspace, { packs, today }: MeasureSources): Counts {
  const lists = screenedLists(workspace).filter(({ training }) => !training);
  return {
    listsFresh: { done: lists.filter(({ day }) => daysBetween(day, today()) <= oldListDays).length, of: lists.length },
    packsReviewed: packsReviewed(workspace, packs(workspace), today()),
  };
}
