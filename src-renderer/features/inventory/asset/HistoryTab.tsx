import type { AssetId } from '../../../../src-shared/contract/inventory.ts';
import { JournalEntries, QueryView, useHostQuery } from '../../../host/index.ts';
import { useText } from '../../../ui/index.ts';
import classes from './asset.module.css';

/** An asset's history on a page of its own. */
export function HistoryTab({ assetId }: { readonly assetId: AssetId }) {
  return (
    <div className={`${classes['padded'] ?? ''} ${classes['narrow'] ?? ''}`}>
      <HistoryList assetId={assetId} />
    </div>
  );
}

/** Who did what to this record, newest first, from the journal. One line a command, however many rows it changed. */
export function HistoryList({ assetId }: { readonly assetId: AssetId }) {
  const t = useText();
  const history = useHostQuery('journal.history', { entity: 'assets', id: assetId, limit: 200 });
  return (
    <QueryView query={history} rows={6}>
      {(changes) => (
        <JournalEntries
          entries={[...new Map(changes.map((change) => [change.entry.seq, change.entry])).values()]}
          empty={t('inventory.noHistory')}
        />
      )}
    </QueryView>
  );
}
