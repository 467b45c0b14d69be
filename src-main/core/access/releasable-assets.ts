import { isControlled } from '../../engine/access/index.ts';
import { type OpenWorkspace, untilChanged } from '../db/index.ts';
import { assetNames } from '../inventory/index.ts';
import { allAssetAccess } from './asset-access.ts';
import { formOfKind, hasNoEntry } from './sources.ts';

/** An asset under control that shows itself to whoever reaches it, with who should; null where nobody said. */
export interface ReleasableAsset {
  readonly assetId: string;
  readonly name: string;
  /** Control entry; empty where the company itself named the nationalities that need a licence. */
  readonly entry: string;
  readonly allowedRoles: readonly string[] | null;
  readonly allowedTeams: readonly string[] | null;
}

/**
 * Assets under control that can be released to a person: technology, software and models. Logging in to a chip or a computer releases nothing of
 * it, what is published is under no control, and an entry that is still open is not one yet. Kept until something of them is written.
 */
export const releasableAssets = (workspace: OpenWorkspace): readonly ReleasableAsset[] =>
  untilChanged(workspace, 'releasableAssets', '', () => readReleasable(workspace), restsOn);

const restsOn = ['access_assets', 'asset_states', 'asset_versions', 'assets'];

function readReleasable(workspace: OpenWorkspace): readonly ReleasableAsset[] {
  const said = allAssetAccess(workspace);
  return assetNames(workspace).flatMap(({ id, name, kind, classification }): ReleasableAsset[] => {
    const access = said.get(id);
    const entry = hasNoEntry(classification) ? '' : classification;
    const licenceRequiredForNationalsOf = access?.licenceRequiredForNationalsOf ?? null;
    if ((access?.form ?? formOfKind(kind)) === 'hardware' || access?.published === true) return [];
    if (!isControlled({ eccn: entry === '' ? null : entry, licenceRequiredForNationalsOf })) return [];
    return [{ assetId: id, name, entry, allowedRoles: access?.allowedRoles ?? null, allowedTeams: access?.allowedTeams ?? null }];
  });
}
