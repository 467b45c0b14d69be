export { type ReleaseBatch, runReleaseBatch } from './run.ts';
