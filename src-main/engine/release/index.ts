export { judgeRelease } from './judge.ts';
export { type ReleaseLaw, releaseLawOf } from './law.ts';
