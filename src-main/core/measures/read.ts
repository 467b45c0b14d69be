import { daysBetween, type IsoDate } from '../../../src-shared/model/dates.ts';
import { oldListDays } from '../../../src-shared/model/listed-party.ts';
import { MeasureId, type MeasureReading } from '../../../src-shared/model/measure.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { findingCases, peopleAtControlledAssets, watchedAssets } from '../access/index.ts';
import { packsReviewed } from '../cases/index.ts';
import { type OpenWorkspace, untilChanged } from '../db/index.ts';
import { countAssetsForMeasures } from '../inventory/index.ts';
import { screenedLists } from '../lists/index.ts';
import { overdueMappings } from '../operation/index.ts';
import { countOwnership } from '../parties/index.ts';
import { countCitizenship } from '../people/index.ts';
import { hitCases } from '../screening/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';

/** What measures need beside the workspace. */
export interface MeasureSources {
  /** Packs in use. */
  packs(workspace: OpenWorkspace): readonly RulePack[];
  today(): IsoDate;
}

type Count = Omit<MeasureReading, 'id'>;

/** Where every measure stands now, in the order of `MeasureId`. Read once and kept until something is written or the day changes. */
export function readMeasures(workspace: OpenWorkspace, sources: MeasureSources): readonly MeasureReading[] {
  const today = sources.today();
  return untilChanged(workspace, 'measures', today, () => {
    const counts = countAll(workspace, sources.packs(workspace), today);
    return MeasureId.options.map((id) => ({ id, ...counts[id] }));
  });
}

/** More models than any register holds: the list is wanted whole. */
const everyModel = 1_000_000;

function countAll(workspace: OpenWorkspace, packs: readonly RulePack[], today: IsoDate): Readonly<Record<MeasureId, Count>> {
  const assets = countAssetsForMeasures(workspace, watchedAssets(workspace));
  const citizenship = countCitizenship(workspace, peopleAtControlledAssets(workspace));
  const ownership = countOwnership(workspace);
  const lists = screenedLists(workspace).filter(({ training }) => !training);
  const { mapEveryDays } = readWorkspaceSettings(workspace.db);
  const overdue = overdueMappings(workspace, today, mapEveryDays, everyModel).length;
  const closed = (cases: readonly { readonly closed: string | null }[]): Count => ({
    done: cases.filter((one) => one.closed !== null).length,
    of: cases.length,
  });
  return {
    modelsMapped: { done: assets.mapped, of: assets.models },
    assetsClassified: { done: assets.classified, of: assets.assets },
    questionsAnswered: { done: assets.answered, of: assets.assets },
    hitsReviewed: closed(hitCases(workspace)),
    findingsExplained: closed(findingCases(workspace)),
    citizenshipSourced: { done: citizenship.sourced, of: citizenship.of },
    listsFresh: { done: lists.filter(({ day }) => daysBetween(day, today) <= oldListDays).length, of: lists.length },
    packsReviewed: packsReviewed(workspace, packs, today),
    accessCovered: { done: assets.watched, of: assets.controlled },
    ownersNamed: { done: assets.owned, of: assets.assets },
    mapsReviewed: { done: Math.max(0, assets.models - overdue), of: assets.models },
    ownershipKnown: { done: ownership.known, of: ownership.of },
  };
}
