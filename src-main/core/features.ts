import type { DemoSeeder, Feature } from './feature.ts';

/** Business features. Adding one: import its methods, handlers and migrations, and add a line here. */
export const features: readonly Feature[] = [
  // defineFeature({ methods: inventoryMethods, create: createInventoryHandlers, migrations: inventoryMigrations }),
];

/** Fills the demo workspace; null leaves it empty. */
export const seedDemo: DemoSeeder | null = null;
