export { calculateChip } from './chip.ts';
export { estimateCompute } from './estimate.ts';
export { type ParseOptions, parseQuantity } from './parse-quantity.ts';
export { checkPublished } from './published.ts';
export type { UnitWord } from './quantity-units.ts';
export { addRanges } from './range.ts';
export { readRunLog } from './run-log.ts';
export { compareRange, compareWithThreshold } from './thresholds.ts';
