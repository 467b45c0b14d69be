export { runScreenBatch, type ScreenBatch, type ScreenBatchError } from './run.ts';

import type { ScreeningProfile } from '../../../src-shared/model/screening.ts';
import { screeningProfiles } from '../../engine/screening/index.ts';

/** A shipped profile by its name; undefined where there is none. */
export const screeningProfile = (name: string): ScreeningProfile | undefined =>
  Object.hasOwn(screeningProfiles, name) ? screeningProfiles[name as ScreeningProfile['manner']] : undefined;
