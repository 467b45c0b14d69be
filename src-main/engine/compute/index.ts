export { formulaVersion, estimateCompute } from './estimate.ts';
export { checkPublished } from './published.ts';
export { compareRange, compareWithThreshold } from './thresholds.ts';
export { type ParseOptions, type ParsedQuantity, parseQuantity } from './parse-quantity.ts';
