import type { AssetDetail } from '../../../../src-shared/contract/inventory.ts';
import { fieldsOf } from '../../../../src-shared/model/asset-fields.ts';
import { factName } from '../../../../src-shared/text/trace.ts';
import { EvidenceOf } from '../../../host/index.ts';
import { useText } from '../../../ui/index.ts';
import classes from './asset.module.css';

/** Evidence of an asset, each piece with the fact it proves. */
export function EvidenceTab({ asset }: { readonly asset: AssetDetail }) {
  const t = useText();
  return (
    <div className={classes['padded']}>
      <EvidenceOf
        record={{ kind: 'asset', id: asset.row.id }}
        parts={fieldsOf(asset.row.kind).map((one) => ({ value: one.id, label: factName(one.id, t) }))}
      />
    </div>
  );
}
