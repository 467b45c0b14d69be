import { dayAfter, type IsoDate } from '../../../src-shared/model/dates.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { longestStandDays, type QualityPicture } from '../../engine/quality/index.ts';
import { type OpenWorkspace, untilChangedInSlices } from '../db/index.ts';
import { openIncidents } from './for-overview.ts';
import { reportsOn } from './gate-facts.ts';
import { gateGround, gateTables } from './gate-ground.ts';
import { createGateViews } from './gate-view.ts';
import type { CaseJoins } from './joins.ts';
import { modelsInSlices } from './models.ts';
import { packsDue, watchOf } from './watch.ts';

/** Open incidents with a last day. */
export const incidentsForQuality = (workspace: OpenWorkspace, packs: readonly RulePack[], today: IsoDate): QualityPicture['incidents'] =>
  openIncidents(workspace, packs, today).flatMap(({ id, number, title, due, dueFor }) =>
    due === null ? [] : [{ id, name: `${number} ${title}`, due, dueFor }],
  );

/** Items of the watch that have to be looked up, with the day they were due; those that name no day are left out. */
export const looksForQuality = (
  workspace: OpenWorkspace,
  packs: readonly RulePack[],
  days: { readonly on: IsoDate; readonly today: IsoDate },
): QualityPicture['looksDue'] =>
  watchOf(workspace, packs, days).checks.flatMap(({ id, title, closed, standing }) =>
    closed || standing.state !== 'due' || standing.dueSince === null ? [] : [{ id, name: title, since: standing.dueSince }],
  );

/** Items of the watch on which an entry or an ownership rule hangs, with where they stand. */
export const watchedForQuality = (
  workspace: OpenWorkspace,
  packs: readonly RulePack[],
  days: { readonly on: IsoDate; readonly today: IsoDate },
): QualityPicture['watched'] =>
  watchOf(workspace, packs, days).checks.flatMap(({ id, title, closed, standing: { state }, entries, ownership }) =>
    closed || (entries.length === 0 && ownership === null) ? [] : [{ id, name: title, state, entries, ownership }],
  );

/** Packs in use that nobody looked through in time: a look that is recorded settles them until its next day. */
export const packsForQuality = (workspace: OpenWorkspace, packs: readonly RulePack[], today: IsoDate): QualityPicture['packsDue'] =>
  packsDue(workspace, packs, today).map(({ pack, title, dueOn }) => ({ id: pack, title, since: dueOn }));

const waiting = new Set<string>(['held', 'ready', 'overtaken']);

/** The first gate that waits, of each model about which nothing moved for a while. */
export const gatesForQuality = (
  session: () => OpenWorkspace,
  joins: CaseJoins,
  today: IsoDate,
  pause: () => Promise<void>,
): Promise<QualityPicture['waitingGates']> => {
  const { packsKey, on } = joins.judging(session());
  const key = `${packsKey} ${on} ${today}`;
  return untilChangedInSlices(session, 'waitingGates', key, pause, (turn) => readWaiting(session, joins, today, turn), gateTables);
};

async function readWaiting(
  session: () => OpenWorkspace,
  joins: CaseJoins,
  today: IsoDate,
  pause: () => Promise<void>,
): Promise<QualityPicture['waitingGates']> {
  const ground = await gateGround(session, createGateViews(joins), pause);
  const { around } = ground;
  await pause();
  // Nothing is judged of a model that moved since: its gates cannot have stood for long.
  const latest = dayAfter(today, -longestStandDays);
  const rested = (await modelsInSlices(session, pause, latest)).flatMap((model) => {
    const passes = around.passes.get(model.id) ?? [];
    const days = [
      model.updatedAt.slice(0, 10),
      model.madeAt.slice(0, 10),
      ...passes.map(({ on }) => on),
      ...reportsOn(model, around).map(({ takenOn }) => takenOn),
    ].sort();
    const since = days.at(-1) ?? '';
    return since > latest || model.stage === 'retired' ? [] : [{ model, since }];
  });
  const found: QualityPicture['waitingGates'][number][] = [];
  for (const { model, since } of rested) {
    const first = ground.judge(session(), model).find(({ state }) => waiting.has(state));
    if (first !== undefined) found.push({ assetId: model.id, name: `${model.name} ${model.versionLabel}`.trim(), gate: first.gate, since });
    await pause();
  }
  return found;
}
