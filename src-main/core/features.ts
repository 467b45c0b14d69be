import { classificationMethods } from '../../src-shared/contract/classification.ts';
import { computeMethods } from '../../src-shared/contract/compute.ts';
import { inventoryMethods } from '../../src-shared/contract/inventory.ts';
import { chipRatesFrom } from './catalogues/index.ts';
import {
  classificationMigrations,
  createAssessor,
  createClassificationHandlers,
  type JudgingFor,
  judgingOf,
} from './classification/index.ts';
import { type ComputeSources, companyLetters, createComputeHandlers } from './compute/index.ts';
import { createDemoSeeder } from './demo/seed.ts';
import { type DemoSeeder, defineFeature, type Feature, type FeatureDeps } from './feature.ts';
import { type Assessor, createInventoryHandlers, inventoryMigrations } from './inventory/index.ts';
import { readWorkspaceSettings } from './settings/index.ts';
import { shippedData } from './shipped/index.ts';

const shippedFor = (deps: FeatureDeps) => shippedData(deps.ports.paths.resources);

/** Packs that are switched on, and the day: as the workspace's settings say. */
function judgingFor(deps: FeatureDeps): JudgingFor {
  return (workspace) => {
    const settings = readWorkspaceSettings(workspace.db);
    const packs = shippedFor(deps)
      .packs()
      .filter((pack) => settings.packs === null || settings.packs.includes(pack.manifest.id));
    const today = deps.ports.clock.today();
    return judgingOf(packs, settings.judgedOn ?? today, today);
  };
}

const ratesFor = (deps: FeatureDeps) => chipRatesFrom(() => shippedFor(deps).chips());

const assessorFor = (deps: FeatureDeps): Assessor => createAssessor(deps, judgingFor(deps), ratesFor(deps));

const computeSourcesFor = (deps: FeatureDeps): ComputeSources => ({
  judged: () => judgingFor(deps)(deps.session()),
  catalogue: () => shippedFor(deps).catalogue(),
  chips: () => shippedFor(deps).chips(),
  letters: () => companyLetters(deps.ports.paths.resources),
});

/** Business features. Adding one: import its methods, handlers and migrations, and add a line here. */
export const features: readonly Feature[] = [
  defineFeature({
    methods: inventoryMethods,
    create: (deps) => createInventoryHandlers(deps, assessorFor(deps)),
    migrations: inventoryMigrations,
  }),
  defineFeature({
    methods: classificationMethods,
    create: (deps) => createClassificationHandlers(deps, assessorFor(deps), judgingFor(deps), ratesFor(deps)),
    migrations: classificationMigrations,
  }),
  defineFeature({
    methods: computeMethods,
    create: (deps) => createComputeHandlers(computeSourcesFor(deps)),
    migrations: [],
  }),
];

/** Fills the demo workspace; null leaves it empty. */
export const seedDemo: DemoSeeder | null = createDemoSeeder(assessorFor);
