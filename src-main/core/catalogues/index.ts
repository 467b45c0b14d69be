export { chipFigures } from './facts.ts';
export {
  type AcceleratorCatalogue,
  type CatalogueError,
  loadAcceleratorCatalogue,
  loadAcceleratorCatalogueSync,
  loadChipChecksSync,
} from './load.ts';
export { denseRates, trainingRate } from './peak.ts';
export { chipRatesFrom } from './rates.ts';
export { type ChipIndex, createChipIndex } from './search.ts';
