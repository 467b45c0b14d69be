export { type AcceleratorCatalogue, type CatalogueError, loadAcceleratorCatalogue } from './load.ts';
export { type TrainingRate, denseRates, trainingRate } from './peak.ts';
export { type ChipIndex, type ChipMatch, type ChipResolution, createChipIndex } from './search.ts';
