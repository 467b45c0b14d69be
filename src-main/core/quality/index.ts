export { createQualityHandlers, type QualityJoins } from './handlers.ts';
export type { PictureSources } from './picture.ts';
