export { createMeasureHandlers } from './handlers.ts';
export { type MeasureSources, readMeasures } from './read.ts';
