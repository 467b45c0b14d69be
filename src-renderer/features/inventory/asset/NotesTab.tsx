import type { AssetId } from '../../../../src-shared/contract/inventory.ts';
import { NotesPanel } from '../../../host/index.ts';
import classes from './asset.module.css';

/** Notes on a page of their own. */
export function NotesTab({ assetId }: { readonly assetId: AssetId }) {
  return (
    <div className={`${classes['padded'] ?? ''} ${classes['narrow'] ?? ''}`}>
      <NotesPanel about={{ entity: 'assets', id: assetId }} />
    </div>
  );
}
