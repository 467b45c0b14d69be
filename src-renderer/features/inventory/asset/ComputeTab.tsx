import type { AssetDetail } from '../../../../src-shared/contract/inventory.ts';
import { errorSentence, useHostCommand } from '../../../host/index.ts';
import { Note, useText } from '../../../ui/index.ts';
import { ComputePanel } from '../compute/ComputePanel.tsx';
import classes from '../compute/compute.module.css';

/** Training compute on the model's own page; each change is saved at once and can be undone. */
export function ComputeTab({ asset }: { readonly asset: AssetDetail }) {
  const t = useText();
  const save = useHostCommand('inventory.setFacts');
  return (
    <div className={classes['tab']}>
      {save.error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, save.error)}
        </Note>
      )}
      <ComputePanel
        facts={asset.facts}
        onFacts={(changes) =>
          void save.run({ id: asset.row.id, versionId: asset.row.versionId, revision: asset.row.revision, changes: [...changes] })
        }
      />
    </div>
  );
}
