export { createMeasureHandlers } from './handlers.ts';
export { type MeasureSources, readMeasures, readMeasuresInSlices } from './read.ts';
