export { chipFigures } from './facts.ts';
export {
  type AcceleratorCatalogue,
  type CatalogueError,
  loadAcceleratorCatalogue,
  loadAcceleratorCatalogueSync,
  loadChipChecksSync,
} from './load.ts';
export { denseRates, type TrainingRate, trainingRate } from './peak.ts';
export { chipRatesFrom } from './rates.ts';
export { type ChipIndex, type ChipMatch, type ChipResolution, createChipIndex } from './search.ts';
