export { judgeRelease } from './judge.ts';
export { type ReleaseLaw, regimesFor, releaseLawOf } from './law.ts';
