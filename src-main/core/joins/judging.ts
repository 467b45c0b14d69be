import { chipRatesFrom } from '../catalogues/index.ts';
import { computeInputsOf, createAssessor, type JudgingFor, judgingOf } from '../classification/index.ts';
import { type ComputeSources, companyLetters } from '../compute/index.ts';
import type { FeatureDeps } from '../feature.ts';
import type { Assessor } from '../inventory/index.ts';
import { createRuleLibrary, type RuleLibrary } from '../rulelibrary/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { shippedData } from '../shipped/index.ts';

const shippedFor = (deps: Pick<FeatureDeps, 'ports'>) => shippedData(deps.ports.paths.resources);

const libraries = new Map<string, RuleLibrary>();

/** One library for each resources folder, so that a pack is the same object wherever it is asked for. */
export function libraryFor(deps: Pick<FeatureDeps, 'ports'>): RuleLibrary {
  const { resources } = deps.ports.paths;
  const library = libraries.get(resources) ?? createRuleLibrary(() => shippedFor(deps).packs());
  libraries.set(resources, library);
  return library;
}

/** Packs that are switched on, with the company's own guide thresholds, and the day: as the workspace's settings say. */
export function judgingFor(deps: FeatureDeps): JudgingFor {
  return (workspace) => {
    const today = deps.ports.clock.today();
    const judgedOn = deps.ports.clock.judgedOn?.() ?? readWorkspaceSettings(workspace.db).judgedOn ?? today;
    return judgingOf(libraryFor(deps).activePacks(workspace), judgedOn, today);
  };
}

export const ratesFor = (deps: FeatureDeps) => chipRatesFrom(() => shippedFor(deps).chips());

export const assessorFor = (deps: FeatureDeps): Assessor => createAssessor(deps, judgingFor(deps), ratesFor(deps));

export const computeSourcesFor = (deps: FeatureDeps): ComputeSources => ({
  judged: () => judgingFor(deps)(deps.session()),
  catalogue: () => shippedFor(deps).catalogue(),
  chips: () => shippedFor(deps).chips(),
  letters: () => companyLetters(deps.ports.paths.resources),
  inputsOf: (facts) => computeInputsOf(facts, ratesFor(deps)),
});
