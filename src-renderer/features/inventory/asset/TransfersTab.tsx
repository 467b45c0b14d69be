import type { AssetId } from '../../../../src-shared/contract/inventory.ts';
import { TransfersOf } from '../../../host/index.ts';
import classes from './asset.module.css';

/** Transfers the asset is part of. */
export function TransfersTab({ assetId }: { readonly assetId: AssetId }) {
  return (
    <div className={classes['padded']}>
      <TransfersOf record={{ kind: 'asset', id: assetId }} />
    </div>
  );
}
