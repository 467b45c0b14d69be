import type { TransferRow } from '../../../src-shared/contract/transfers.ts';
import { dayAfter, type IsoDate } from '../../../src-shared/model/dates.ts';
import type { MeasureShare } from '../../../src-shared/model/measure.ts';
import type { QualityPicture } from '../../engine/quality/index.ts';
import { type OpenWorkspace, prepared } from '../db/index.ts';
import type { TransferJoins } from './known.ts';
import { type Judged, judgeThese, lastTransferPicture, type TransferPicture, transferPicture } from './picture.ts';
import { titleSql } from './records.ts';
import { decisionsOf } from './store.ts';

/** A transfer as a report speaks of it. */
export interface TransferOnRecord {
  readonly judged: Judged;
  /** The newest first. */
  readonly decisions: ReturnType<typeof decisionsOf>;
}

/** For the reports: every transfer by its day, with its checks and decisions, in slices. */
export async function transfersForReport(
  session: () => OpenWorkspace,
  joins: TransferJoins,
  pause: () => Promise<void>,
): Promise<readonly TransferOnRecord[]> {
  const { rows } = await transferPicture(session, joins, pause);
  const ids = rows.map(({ id }) => id);
  const found: TransferOnRecord[] = [];
  for (const judged of await judgeThese(session, joins, ids, pause)) {
    await pause();
    found.push({ judged, decisions: decisionsOf(session(), judged.record.id) });
  }
  return found;
}

/** For the quality checks: what went and nobody had cleared, and what waits past its planned day. */
export const transfersForQuality = ({ db }: OpenWorkspace, today: IsoDate): QualityPicture['transfers'] =>
  prepared<[string], QualityPicture['transfers'][number]>(
    db,
    `SELECT id, ${titleSql} AS name, CASE WHEN ended = 'gone' THEN 'uncleared' ELSE 'late' END AS what, coalesce(gone_on, planned_on, '') AS day
     FROM transfers WHERE uncleared = 1 OR (ended IS NULL AND planned_on < ?) ORDER BY day, number`,
  ).all(today);

/** For the quality checks: cleared once, and what that rested on has changed. */
export async function lapsedTransfersForQuality(
  session: () => OpenWorkspace,
  joins: TransferJoins,
  pause: () => Promise<void>,
): Promise<QualityPicture['lapsedTransfers']> {
  const { rows } = await transferPicture(session, joins, pause);
  return rows.flatMap((row) => (row.lapsed.length === 0 ? [] : [{ id: row.id, name: nameOf(row), day: row.plannedOn ?? '' }]));
}

const nameOf = ({ number, reference, items }: TransferRow): string => [number, reference || items].filter(Boolean).join(' ');

/** What waits or is held, as far as it has a planned day, the first first. */
export interface TransferDue {
  readonly id: string;
  readonly name: string;
  readonly state: 'held' | 'waiting' | 'lapsed';
  readonly day: IsoDate;
  readonly owner: string;
  readonly first: TransferRow['first'];
}

/** Days before the planned day in which the overview speaks of a transfer. */
const noticeDays = 14;

/** For the overview: transfers that are not cleared and whose day has passed or comes soon. */
export async function transfersForOverview(
  session: () => OpenWorkspace,
  joins: TransferJoins,
  pause: () => Promise<void>,
): Promise<readonly TransferDue[]> {
  const { rows } = await transferPicture(session, joins, pause);
  const last = dayAfter(joins.today(), noticeDays);
  const due: TransferDue[] = [];
  for (const row of rows) {
    const { id, state, plannedOn, owner, first } = row;
    if (plannedOn === null || plannedOn > last) continue;
    if (state !== 'held' && state !== 'waiting' && state !== 'lapsed') continue;
    due.push({ id, name: nameOf(row), state, day: plannedOn, owner, first });
    if (due.length === mostDue) break;
  }
  return due;
}

/** More than any list of next actions shows. */
const mostDue = 20;

/** Days for which a transfer that went, or was stopped, still counts: as long as a plan lasts. */
const countedDays = 90;
const settled = new Set<TransferRow['state']>(['cleared', 'refused', 'cancelled']);

/** Of the transfers that are due within two weeks, overdue, or went or were stopped in the last 90 days: those that are cleared, went with a clearance, or were stopped. */
function shareSettled({ rows }: TransferPicture, today: IsoDate): MeasureShare {
  const [first, last] = [dayAfter(today, -countedDays), dayAfter(today, noticeDays)];
  const counted = rows.filter(({ goneOn, plannedOn, late }) => {
    const day = goneOn ?? plannedOn;
    return late || (day !== null && day >= first && day <= last);
  });
  return {
    done: counted.filter(({ state, uncleared }) => settled.has(state) || (state === 'gone' && !uncleared)).length,
    of: counted.length,
  };
}

/** For the measures, judged in slices. */
export const transfersForMeasures = async (
  session: () => OpenWorkspace,
  joins: TransferJoins,
  pause: () => Promise<void>,
): Promise<MeasureShare> => shareSettled(await transferPicture(session, joins, pause), joins.today());

/** The same as it was judged last, for who cannot wait; nothing where nobody had them judged today. */
export function lastTransfersForMeasures(workspace: OpenWorkspace, joins: TransferJoins): MeasureShare | undefined {
  const picture = lastTransferPicture(workspace, joins);
  return picture === undefined ? undefined : shareSettled(picture, joins.today());
}
