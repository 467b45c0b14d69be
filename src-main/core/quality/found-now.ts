import type { QualityCheckId } from '../../../src-shared/model/quality.ts';
import { qualityChecks } from '../../engine/quality/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { recordKey } from '../records/index.ts';
import { lookedNow } from './look.ts';
import { checksInSlices, type PictureSources, pictureNow } from './picture.ts';

/** Which records some checks name now, each as its `recordKey`. Where all were run and nothing was written since, it is known; else only what these checks look at is read; checks that take too long are left out. */
export function foundNow(
  workspace: OpenWorkspace,
  sources: PictureSources,
  checks: ReadonlySet<QualityCheckId>,
): ReadonlyMap<QualityCheckId, ReadonlySet<string>> {
  const looked = lookedNow(workspace, sources.today);
  const picture = pictureNow(workspace, sources);
  return new Map(
    qualityChecks
      .filter(({ id }) => checks.has(id) && !checksInSlices.has(id))
      .map(({ id, find }) => [id, new Set((looked?.found.get(id) ?? find(picture)).map(({ ref }) => recordKey(ref)))]),
  );
}
