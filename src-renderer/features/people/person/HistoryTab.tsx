import { JournalEntries, QueryView, useHostQuery } from '../../../host/index.ts';
import { useText } from '../../../ui/index.ts';

/** Who did what to this record, looks at citizenship among them, newest first. */
export function HistoryTab({ personId }: { readonly personId: string }) {
  const t = useText();
  const entries = useHostQuery('people.history', { id: personId });
  return (
    <QueryView query={entries} rows={6}>
      {(list) => <JournalEntries entries={list} empty={t('people.history.empty')} />}
    </QueryView>
  );
}
