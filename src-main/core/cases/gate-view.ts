import type { ModelGates } from '../../../src-shared/contract/cases.ts';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { type GateResult, judgeGates } from '../../engine/cases/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { type CurrentModel, currentModel } from '../inventory/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import {
  destinationFactsOf,
  type GateSurroundings,
  gateSurroundings,
  partiesByCountry,
  placesOf,
  reportFactsOf,
  reportsOn,
  shownReports,
  type Told,
  toldBy,
  versionFactsOf,
} from './gate-facts.ts';
import type { CaseJoins, PartyHere } from './joins.ts';

const mostReports = 50;

type Parties = ReadonlyMap<string, readonly PartyHere[]>;

export interface GateViews {
  readonly judging: CaseJoins['judging'];
  /** What gates share: of all models, or of one. */
  surroundings(workspace: OpenWorkspace, assetId?: string): GateSurroundings;
  /** Every gate of a model. `told` stands in for what its facts say. */
  judge(workspace: OpenWorkspace, model: CurrentModel, around: GateSurroundings, parties: Parties, told?: Told): readonly GateResult[];
  /** Parties with a tie to a place that some models go to. */
  partiesAt(workspace: OpenWorkspace, places: ReadonlySet<string>): Parties;
  /** All parties with a tie to any place, read a part at a time. */
  partiesEverywhere(session: () => OpenWorkspace, pause: () => Promise<void>): Promise<Parties>;
  /** Everything the page of one model shows. */
  view(workspace: OpenWorkspace, assetId: string): Reply<ModelGates>;
}

/** Reads and judges gates, for whoever shows or changes them. */
export function createGateViews(joins: CaseJoins): GateViews {
  const surroundings: GateViews['surroundings'] = (workspace, assetId) =>
    gateSurroundings(workspace, joins.judging(workspace), readWorkspaceSettings(workspace.db).mapEveryDays, assetId);

  const partiesAt: GateViews['partiesAt'] = (workspace, places) => partiesByCountry(joins.parties(workspace, places));

  const partiesEverywhere: GateViews['partiesEverywhere'] = async (session, pause) => {
    const parties = await joins.allParties(session, pause);
    await pause();
    return partiesByCountry(parties);
  };

  const judge: GateViews['judge'] = (workspace, model, around, parties, told) => {
    const facts = told ?? toldBy(workspace, model);
    const passes = (around.passes.get(model.id) ?? []).filter(({ versionId, gate }) => versionId === model.versionId || gate === 'idea');
    return judgeGates(
      {
        version: versionFactsOf(model, facts, around),
        destinations: placesOf(model, facts, around).map((country) =>
          destinationFactsOf(country, model, facts, around, parties.get(country) ?? []),
        ),
        passes: passes.map(({ assetId: _, madeAt: __, ...pass }) => pass),
        reports: reportFactsOf(reportsOn(model, around), passes),
      },
      around.judging.today,
    );
  };

  const view: GateViews['view'] = (workspace, assetId) => {
    const model = currentModel(workspace, assetId);
    if (model === undefined) return err({ code: 'record.notFound', entity: 'model', id: assetId });
    const around = surroundings(workspace, assetId);
    const facts = toldBy(workspace, model);
    const places = placesOf(model, facts, around);
    const parties = partiesAt(workspace, new Set(places));
    const named = new Map((around.named.get(assetId) ?? []).map(({ country, note }) => [country, note]));
    const reports = shownReports(reportsOn(model, around), facts).reverse();
    return ok({
      assetId,
      name: model.name,
      versionId: model.versionId,
      versionLabel: model.versionLabel,
      versionCount: model.versionCount,
      ownerName: model.ownerName,
      stage: model.stage,
      classification: model.classification,
      figureField: facts.figureField,
      figure: facts.figure,
      on: around.judging.on,
      gates: judge(workspace, model, around, parties).map(({ conditions, ...gate }) => ({
        ...gate,
        conditions: [...conditions],
        reports: reports.filter((one) => one.gate === gate.gate && one.destination === gate.destination).slice(0, mostReports),
      })),
      destinations: places.map((country) => ({
        country,
        named: named.has(country),
        note: named.get(country) ?? '',
        fields: [...(facts.places.get(country) ?? [])],
      })),
      history: (around.passes.get(assetId) ?? [])
        .map(({ assetId: _, madeAt: __, ...pass }) => pass)
        .reverse()
        .slice(0, 500),
    });
  };

  return { judging: joins.judging, surroundings, judge, partiesAt, partiesEverywhere, view };
}
