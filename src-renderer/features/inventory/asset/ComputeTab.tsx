import { useRef } from 'react';
import type { AssetDetail, FactChange } from '../../../../src-shared/contract/inventory.ts';
import { errorSentence, useHostCommand } from '../../../host/index.ts';
import { Note, useText } from '../../../ui/index.ts';
import { ComputePanel } from '../compute/ComputePanel.tsx';
import classes from '../compute/compute.module.css';

/** Training compute on the model's own page; each change is saved at once and can be undone. */
export function ComputeTab({ asset }: { readonly asset: AssetDetail }) {
  const t = useText();
  const save = useHostCommand('inventory.setFacts');
  const { id, versionId, revision } = asset.row;
  const saved = useRef({ versionId, revision });
  const queue = useRef(Promise.resolve());
  // Whoever types one figure after the other leaves a field before the last one is saved; each write goes out on the revision that the one before made.
  const change = (changes: readonly FactChange[]) => {
    queue.current = queue.current.then(async () => {
      const last = saved.current.versionId === versionId ? Math.max(saved.current.revision, revision) : revision;
      const reply = await save.run({ id, versionId, revision: last, changes: [...changes] });
      if (reply.ok) saved.current = { versionId, revision: reply.value.row.revision };
    });
  };
  return (
    <div className={classes['tab']}>
      {save.error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, save.error)}
        </Note>
      )}
      <ComputePanel facts={asset.facts} onFacts={change} />
    </div>
  );
}
